"""Whether an index on disk can be trusted, and what is remembered beside it.

The seal is set when writing is done. It names the version and the languages and has a checksum of
every file, so that an index that is damaged, half-written or foreign is never opened.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from pathlib import Path
from typing import cast

from practicebook.search import keys
from practicebook.search.documents import version

SEAL = "seal.json"
LEMMAS = "lemmas.json"
FILES = (".seg", ".toc")

# The dictionary form of each word that was ever indexed, by language.
Lemmas = dict[str, dict[str, str]]


def is_whole(folder: Path, languages: tuple[str, ...]) -> bool:
    """Whether the files are those that were sealed, by this version and for these languages."""
    with suppress(OSError):
        return _read(folder / SEAL) == _state(folder, languages)
    return False


def sealed_languages(folder: Path) -> tuple[str, ...] | None:
    """The languages that the seal names; None where there is no seal."""
    seal = _read(folder / SEAL)
    named = seal.get("languages") if seal else None
    return tuple(map(str, named)) if isinstance(named, list) else None


def set_seal(folder: Path, languages: tuple[str, ...]) -> None:
    """Says that the index is whole."""
    _write(folder / SEAL, _state(folder, languages))


def break_seal(folder: Path) -> None:
    """Says that the index is not to be trusted until it is sealed again."""
    (folder / SEAL).unlink(missing_ok=True)


def read_lemmas(folder: Path) -> Lemmas:
    """What was remembered of the dictionaries, if it is from these dictionaries."""
    table = _read(folder / LEMMAS) or {}
    if table.get("version") != keys.VERSION:
        return {}
    return cast("Lemmas", table["lemmas"])


def write_lemmas(folder: Path, lemmas: Lemmas) -> None:
    """Remembers the dictionary forms for the next time."""
    _write(folder / LEMMAS, {"version": keys.VERSION, "lemmas": lemmas})


def _state(folder: Path, languages: tuple[str, ...]) -> dict[str, object]:
    names = sorted(path for path in folder.iterdir() if path.suffix in FILES)
    sums = {path.name: zlib.crc32(path.read_bytes()) for path in names}
    return {"version": version(), "languages": list(languages), "files": sums}


def _read(path: Path) -> dict[str, object] | None:
    with suppress(OSError, ValueError):
        table = json.loads(path.read_text(encoding="utf-8"))
        return table if isinstance(table, dict) else None
    return None


def _write(path: Path, table: dict[str, object]) -> None:
    """Writes a file whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(table), encoding="utf-8")
    draft.replace(path)
