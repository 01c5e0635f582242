"""A word nobody wrote is taken for the one most likely meant, the same in both searches."""

from __future__ import annotations

import doctest
import json
from pathlib import Path

import pytest

from practicebook.search import little, slips
from practicebook.search.suffixes import tables

SLIPS = json.loads((Path(__file__).parent / "search" / "slips.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("typed", "word"), SLIPS["typed"])
def test_a_slip_leads_to_the_word_that_was_meant(typed: str, word: str | None) -> None:
    assert slips.meant(typed, SLIPS["written"], sorted(tables())) == word


def test_the_commonest_of_two_words_as_near_is_taken() -> None:
    assert slips.meant("flaot", ["float", "flat", "floats"], ["en"]) == "float"
    assert slips.meant("flats", ["flags", "flits"], []) == "flags"


def test_with_nothing_written_nothing_was_meant() -> None:
    assert slips.meant("housing", [], ["en"]) is None


@pytest.mark.parametrize("module", [slips, little])
def test_the_examples_in_the_documentation_are_true(module: object) -> None:
    tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried.attempted
    assert not tried.failed


@pytest.mark.parametrize(
    ("language", "phrase", "words"),
    [
        ("en", "who pays for the water", ["pays", "water"]),
        ("pl", "mieszkania dla uchodźców z Ukrainy", ["mieszkania", "uchodźców", "Ukrainy"]),
        ("ro", "și când nu este o cameră liberă", ["cameră", "liberă"]),
        ("uk", "що робити, якщо немає де жити", ["жити"]),
        ("uk", "мати з дитиною", ["мати", "дитиною"]),
        ("fr", "accueil chez l’habitant", ["accueil", "chez", "habitant"]),
        ("ru", "без документов", ["без", "документов"]),
        ("zz", "of the", ["of", "the"]),
    ],
)
def test_little_words_are_left_out_but_not_those_that_turn_a_meaning(
    language: str, phrase: str, words: list[str]
) -> None:
    assert list(little.telling_words(phrase, language)) == words
