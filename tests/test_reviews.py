"""Reviews: what they must be, what follows from them, and how they are shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from knowledge import ENGLISH, EXAMPLE, TODAY, checked, copy_example, places, told

from practicebook import exports, pages, vocabulary
from practicebook.catalogue import Catalogue
from practicebook.project import Project
from practicebook.report import counts
from practicebook.site import find_facets

HARBOUR = "is-skrufvik-bicycle-harbour"
FILE = f"community/reviews/{HARBOUR}.yml"
GOOD = (EXAMPLE / FILE).read_text(encoding="utf-8")
CATALOGUE = checked(Project(EXAMPLE)).catalogue


def with_review(folder: Path, old: str, new: str, name: str = HARBOUR) -> Project:
    """The example with a change in its reviews, or with those of another name."""
    assert old in GOOD
    project = copy_example(folder)
    path = project.community / "reviews" / f"{name}.yml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    return project


CASES = {
    "accepted although it may do harm": ("rights: yes", "rights: no", ("review-gate", 14)),
    "an organisation that reviews twice": (
        "Ville de Réparville", "league of mending", ("review-twice", 15),
    ),
    "an authority that reviews itself without saying so": (
        "League of Mending", "Skrúfvík", ("review-interest", 6),
    ),
    "a mark there is not": ("mark: exemplary", "mark: 5 stars", ("not-one-of", 9)),
    "a mark without a reason": (
        "{mark: exemplary, reason: Pupils drew the plan of the shed and chose the tools.}",
        "{mark: exemplary}", ("missing-field", 9),
    ),
    "a criterion left out": (
        "      honest: {mark: met, reason: Le froid est raconté.}\n", "", ("missing-field", 21),
    ),
    "a total": ("decision: accept", "decision: accept\n    total: 12", ("unknown-field", 15)),
    "the name of a person's mailbox": (
        "Officer for two wheels", "jan.kowalski@example.org", ("personal-email", 3),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_gets_one_finding_on_its_line(tmp_path: Path, case: str) -> None:
    old, new, expected = CASES[case]
    assert places(with_review(tmp_path, old, new)) == [expected]


def test_a_review_of_a_practice_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    project = with_review(tmp_path, "none", "none", HARBOUR.replace("harbour", "harbor"))
    assert f'Did you mean "{HARBOUR}"?' in told(project)
    assert list(checked(project).catalogue.reviews) == [HARBOUR]


def test_a_review_stands_where_its_authority_has_no_name(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.authorities / "is-skrufvik.yml"
    path.write_text(path.read_text("utf-8").replace("name: Skrúfvík", "name:"), "utf-8")
    assert places(project) == [("empty-field", 1)]


ONE, NO = "accept", "not-yet"


@pytest.mark.parametrize(
    ("decisions", "interested", "state"),
    [
        ((ONE,), (), "review-begun"),
        ((ONE, ONE), (), "reviewed"),
        ((ONE, NO), (), "review-begun"),
        ((ONE, NO, ONE), (), "reviewed"),
        ((ONE, NO, NO), (), "review-begun"),
        ((NO, ONE, ONE, NO), (), "review-begun"),
        ((ONE, ONE), (1,), "review-begun"),
        ((ONE, ONE, ONE), (0,), "reviewed"),
    ],
)
def test_two_without_an_interest_decide_and_a_third_where_they_differ(
    decisions: Sequence[str], interested: Sequence[int], state: str
) -> None:
    first = CATALOGUE.reviews[HARBOUR].reviews[0]
    made = tuple(
        first.model_copy(
            update={"decision": said, "interest": "We paid for it" if n in interested else "none"}
        )
        for n, said in enumerate(decisions)
    )
    assert CATALOGUE.reviews[HARBOUR].model_copy(update={"reviews": made}).state == state


def made(code: str, catalogue: Catalogue = CATALOGUE) -> dict[str, str]:
    project = Project(EXAMPLE)
    every = pages.render_all(project, catalogue, vocabulary.load(project), {}, {}, TODAY)
    return {page.path: page.text for page in every if page.path.startswith(f"{code}/practices/")}


def test_a_page_tells_who_reviewed_with_every_mark_and_reason() -> None:
    text = made("en")[f"en/practices/{HARBOUR}/index.md"]
    assert '<dt>Review</dt><dd><a href="#reviews">Reviewed</a>' in text
    assert '<h3 lang="fr">Ville de Réparville</h3>' in text
    assert '<th scope="row">Effective</th><td data-label="Mark">Not shown in the text</td>' in text
    assert '<td data-label="Reason" lang="fr">Le froid est raconté.</td>' in text
    assert "<dt>Interest in the practice</dt><dd>None declared</dd>" in text
    assert "<dt>First questions</dt><dd>Yes to all</dd>" in text


def test_a_page_tells_an_interest_and_what_stands_in_the_way() -> None:
    first = CATALOGUE.reviews[HARBOUR].reviews[0]
    changes = {
        "interest": "We lend the shed",
        "gate": first.gate.model_copy(update={"rights": False}),
        "decision": "not-yet",
    }
    worse = CATALOGUE.reviews[HARBOUR].model_copy(
        update={"reviews": (first.model_copy(update=changes),)}
    )
    text = made("fr", replace(CATALOGUE, reviews={HARBOUR: worse}))[
        f"fr/practices/{HARBOUR}/index.md"
    ]
    assert '<a href="#reviews">Évaluation commencée</a>' in text
    assert '<dd><span lang="en">We lend the shed</span></dd>' in text
    assert "<dd>Non : Respecte les droits et ne nuit à personne</dd>" in text
    assert "<dt>Décision</dt><dd>Pas encore</dd>" in text


def test_a_page_without_a_review_says_so() -> None:
    texts = made("pl")
    text = texts["pl/practices/is-skrufvik-sewing-room/index.md"]
    assert "<dt>Recenzja</dt><dd>Jeszcze bez recenzji</dd>" in text
    assert 'id="reviews"' not in text


def test_filter_table_and_report_have_the_state() -> None:
    assert {id_: told["review"] for id_, told in find_facets.facets(CATALOGUE).items()} == {
        id_: ("reviewed" if id_ == HARBOUR else "not-reviewed",) for id_ in CATALOGUE.practices
    }
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(exports.as_csv(CATALOGUE)))}
    assert rows[HARBOUR]["review"] == "reviewed"
    report = counts(CATALOGUE, vocabulary.load(Project(EXAMPLE)), ("en",), ENGLISH)
    assert "Review\n     5  Not yet reviewed\n     0  Review begun\n     1  Reviewed\n" in report
    document = json.loads(exports.as_json(CATALOGUE))
    assert document["reviews"][0]["reviews"][1]["criteria"]["honest"]["mark"] == "met"
