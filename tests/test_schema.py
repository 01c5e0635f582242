"""The exported JSON Schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practicebook import vocabulary
from practicebook.models import schema
from practicebook.project import Project

ROOT = Path(__file__).parent.parent
PROJECT = Project(ROOT)


@pytest.mark.parametrize("kind", schema.KINDS)
def test_the_committed_schema_is_that_of_the_models(kind: str) -> None:
    name = f"{kind}.schema.json"
    fresh = schema.schemas(vocabulary.load(PROJECT))[name]
    committed = (PROJECT.schema / name).read_text(encoding="utf-8")
    assert committed == fresh, "run: make schema"


def test_words_of_the_vocabulary_stand_in_the_schema() -> None:
    themes = json.loads(schema.schemas(vocabulary.load(PROJECT))["practice.schema.json"])
    listed = themes["properties"]["themes"]["items"]["enum"]
    assert listed == list(vocabulary.load(PROJECT)["themes"].terms)


def test_what_is_computed_cannot_be_written_by_hand() -> None:
    practice = json.loads(schema.schemas(vocabulary.load(PROJECT))["practice.schema.json"])
    assert not {"id", "country", "sections", "digest"} & set(practice["properties"])
