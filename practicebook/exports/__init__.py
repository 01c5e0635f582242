"""The collection as open data: one JSON document and one table, the same for everybody."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from practicebook.catalogue import Catalogue
from practicebook.models import Content, Practice, Question, Translation

_COLUMNS = (
    "id", "title", "summary", "language", "kind", "country", "authority", "place", "themes",
    "target_groups", "stages", "started", "ended", "evidence", "review", "origin",
)  # fmt: skip
# Said already by the place in the document, or only for those who work on the file.
_LEFT_OUT = {"id", "language", "sections", "source_hash"}
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
    """All content with every field, and the translations of each practice and question."""
    document = {
        "licence": "CC-BY-4.0",
        "practices": [_told(practice, catalogue.translations) for practice in catalogue],
        "authorities": _fields(catalogue.authorities),
        "questions": [
            _told(question, catalogue.question_translations)
            for question in catalogue.questions.values()
        ],
        "adoptions": _fields(catalogue.adoptions),
        "events": _fields(catalogue.events),
        "reviews": _fields(catalogue.reviews),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _fields(contents: Mapping[str, Content]) -> list[dict[str, Any]]:
    return [each.model_dump(mode="json", exclude_defaults=True) for each in contents.values()]


def _told(
    told: Practice | Question, translations: Mapping[tuple[str, str], Translation]
) -> dict[str, Any]:
    """The fields, the text by section, and the translations by language."""
    found: dict[str, Any] = told.model_dump(mode="json", exclude_defaults=True)
    found["sections"] = {section.key: section.text for section in told.sections}
    found["translations"] = {
        language: {
            **translation.model_dump(mode="json", exclude=_LEFT_OUT, exclude_defaults=True),
            "sections": {section.key: section.text for section in translation.sections},
        }
        for (id_, language), translation in sorted(translations.items())
        if id_ == told.id
    }
    return found


def as_csv(catalogue: Catalogue) -> str:
    """One row a practice; texts that a spreadsheet would take for a formula get an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for practice in catalogue:
        place = catalogue.authority_of(practice).place
        told = practice.model_dump(mode="json", include=set(_COLUMNS))
        row = {**told, "place": place, "review": catalogue.review_state(practice.id)}
        writer.writerow([_cell(row.get(name)) for name in _COLUMNS])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
