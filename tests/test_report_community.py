"""What the community does, counted and as open data."""

from __future__ import annotations

import json

from knowledge import ENGLISH, EXAMPLE, checked

from practicebook import exports, vocabulary
from practicebook.catalogue import Catalogue, Parts, collect
from practicebook.language import Language
from practicebook.project import Project
from practicebook.report import counts

PROJECT = Project(EXAMPLE)
CATALOGUE = checked(PROJECT).catalogue


def counted(catalogue: Catalogue, reader: Language = ENGLISH) -> str:
    return counts(catalogue, vocabulary.load(PROJECT), ("en", "fr", "pl"), reader)


def test_a_coordinator_sees_adoptions_events_and_questions_by_kind() -> None:
    assert counted(CATALOGUE).endswith(
        "1 adoption · 1 event\n\n"
        "Questions and concerns\n"
        "     1  Question: 1 answered, 0 not yet answered\n"
        "     0  Concern: 0 answered, 0 not yet answered\n"
    )


def test_where_nobody_asks_or_meets_nothing_is_counted() -> None:
    practices, authorities = CATALOGUE.practices.values(), CATALOGUE.authorities.values()
    text = counted(collect(Parts(practices, authorities, ())))
    assert "adoption" not in text
    assert "Questions" not in text


def test_the_document_has_every_question_adoption_and_event() -> None:
    document = json.loads(exports.as_json(CATALOGUE))
    (parts,) = document["questions"]
    assert parts["translations"] == {}
    assert parts["sections"].keys() == {"question", "reply"}
    assert parts["asked_by"] == {"type": "authority", "organisation": "Réparville"}
    assert [row["practice"] for row in document["adoptions"]] == ["ie-upper-mending-repair-evening"]
    assert document["adoptions"][0]["again"] is True
    assert [row["id"] for row in document["events"]] == ["day-of-the-screwdriver"]
