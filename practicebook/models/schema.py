"""The fields of each kind of content as JSON Schema, for text editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from practicebook.models.authority import Authority
from practicebook.models.base import Content
from practicebook.models.community import Adoption, Event, Question
from practicebook.models.practice import Practice
from practicebook.models.review import Reviews
from practicebook.models.translation import PracticeTranslation, QuestionTranslation
from practicebook.vocabulary import Vocabulary

KINDS: dict[str, type[Content]] = {
    "practice": Practice,
    "authority": Authority,
    "translation": PracticeTranslation,
    "question-translation": QuestionTranslation,
    "adoption": Adoption,
    "question": Question,
    "event": Event,
    "reviews": Reviews,
}


def schemas(vocabulary: Vocabulary) -> dict[str, str]:
    """A JSON Schema (draft 2020-12) for the header of each kind, by file name."""
    return {f"{kind}.schema.json": _text(model, vocabulary) for kind, model in KINDS.items()}


def write(vocabulary: Vocabulary, folder: Path) -> None:
    """Writes all schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(vocabulary).items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(model: type[Content], vocabulary: Vocabulary) -> str:
    shape = model.model_json_schema()
    for name in model.computed:
        shape["properties"].pop(name, None)
    filled = _with_terms(shape, vocabulary)
    for unused in set(filled.get("$defs", {})) - _used(filled):
        del filled["$defs"][unused]
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **filled}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _with_terms(shape: Any, vocabulary: Vocabulary) -> Any:
    """The shape with each list of words filled in."""
    if isinstance(shape, list):
        return [_with_terms(part, vocabulary) for part in shape]
    if not isinstance(shape, dict):
        return shape
    filled = {key: _with_terms(part, vocabulary) for key, part in shape.items() if key != "x-terms"}
    if "x-terms" in shape:
        filled["enum"] = list(vocabulary[shape["x-terms"]].terms)
    return filled


def _used(shape: Any) -> set[str]:
    """Names of the definitions that a shape refers to."""
    if isinstance(shape, list):
        return set().union(*map(_used, shape)) if shape else set()
    if not isinstance(shape, dict):
        return set()
    own = {shape["$ref"].rsplit("/", 1)[-1]} if "$ref" in shape else set()
    return own.union(*map(_used, shape.values())) if shape else own
