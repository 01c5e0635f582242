"""The collection as open data: one JSON document and one table, the same for everybody."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from practicebook.catalogue import Catalogue
from practicebook.models import Practice

_COLUMNS = (
    "id", "title", "summary", "language", "kind", "country", "authority", "place", "themes",
    "target_groups", "stages", "started", "ended", "evidence", "origin",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(catalogue: Catalogue, folder: Path) -> tuple[str, ...]:
    """Writes `practices.json` and `practices.csv`; gives the names of the files.

    Files are rewritten only when their bytes change.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"practices.json": as_json(catalogue), "practices.csv": as_csv(catalogue)}
    for name, text in texts.items():
        path = folder / name
        # Bytes, because reading as text would change the line ends of the table.
        if not path.is_file() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
    return tuple(texts)


def as_json(catalogue: Catalogue) -> str:
    """All practices and authorities with every field, and the translations of each practice."""
    practices = [_practice(catalogue, practice) for practice in catalogue]
    authorities = [
        authority.model_dump(mode="json", exclude_defaults=True)
        for authority in catalogue.authorities.values()
    ]
    document = {"licence": "CC-BY-4.0", "practices": practices, "authorities": authorities}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _practice(catalogue: Catalogue, practice: Practice) -> dict[str, Any]:
    told: dict[str, Any] = practice.model_dump(mode="json", exclude_defaults=True)
    told["sections"] = {section.key: section.text for section in practice.sections}
    told["translations"] = {
        language: {
            **translation.model_dump(mode="json", include={"title", "summary", "translation"}),
            "sections": {section.key: section.text for section in translation.sections},
        }
        for (id_, language), translation in sorted(catalogue.translations.items())
        if id_ == practice.id
    }
    return told


def as_csv(catalogue: Catalogue) -> str:
    """One row a practice; texts that a spreadsheet would take for a formula get an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for practice in catalogue:
        place = catalogue.authority_of(practice).place
        row = {**practice.model_dump(mode="json", include=set(_COLUMNS)), "place": place}
        writer.writerow([_cell(row.get(name)) for name in _COLUMNS])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
