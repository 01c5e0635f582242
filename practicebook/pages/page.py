"""A page as a file: its front matter, its address, and how a folder of pages is kept current."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

# The files of pages that are not pages themselves would be deleted as "no longer made".
KEPT = frozenset({".gitkeep"})


@dataclass(frozen=True)
class Page:
    """One file of the site before the renderer.

    Args:
        path: path below the folder of pages, for example "en/practices/pl-x/index.md".
        text: its whole text.
        address: where it will stand below its language: "practices/pl-x/"; "" is the home page.
        languages: languages that search engines may list it in; empty when it must not be listed.
    """

    path: str
    text: str
    address: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """What `write` did: paths of files that are new or different, and of files it deleted."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def top(address: str) -> str:
    """The way from a page up to the home page of its language.

    >>> top("practices/pl-x/")
    '../../'
    """
    return "../" * address.count("/")


def file_of(address: str) -> str:
    """The file whose page stands at an address below its language.

    Each page has a folder of its own, so that the file stands where its page will: Zensical takes
    the links in finished HTML as seen from the file, MkDocs as seen from the page.

    >>> file_of(""), file_of("practices/pl-x/")
    ('index.md', 'practices/pl-x/index.md')
    """
    return f"{address}index.md"


def front_matter(fields: Mapping[str, str | tuple[str, ...]]) -> str:
    """The header of a page, every value in quotes so that none can be read as anything else.

    >>> print(front_matter({"title": 'A: "b"'}), end="")
    ---
    "title": "A: \\"b\\""
    ---
    """
    lines = [f"{_quoted(name)}: {_written(value)}" for name, value in fields.items()]
    return "\n".join(("---", *lines, "---", ""))


def _written(value: str | tuple[str, ...]) -> str:
    return _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    """A text as JSON writes it (which YAML reads alike), unprintable characters left out."""
    return json.dumps("".join(c for c in text if c.isprintable()), ensure_ascii=False)


def write(folder: Path, pages: Iterable[Page]) -> Written:
    """Makes `folder` hold these pages and no others.

    A file whose bytes would stay the same is not touched, so that its time stays as well and the
    renderer can leave it alone.

    Returns:
        The paths that changed or went, in order.
    """
    changed: list[str] = []
    made: set[str] = set()
    for page in pages:
        made.add(page.path)
        if _put(folder / page.path, page.text.encode()):
            changed.append(page.path)
    removed = [path for path in _present(folder) if path not in made]
    for path in removed:
        (folder / path).unlink()
    _remove_empty_folders(folder)
    return Written(tuple(sorted(changed)), tuple(removed))


def _put(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _present(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in KEPT)
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
