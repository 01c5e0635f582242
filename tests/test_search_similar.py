"""Similar practices, with a reason that can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from search.commons import (
    AUTHORITIES,
    LANGUAGES,
    PRACTICES,
    authority,
    commons,
    practice,
    vocabulary,
)

from practicebook.catalogue import Catalogue
from practicebook.search import index
from practicebook.search.counting import counts, language_of_most
from practicebook.search.documents import Surroundings, document
from practicebook.search.similar import Reason, Similar, say, similar


def counted(catalogue: Catalogue) -> dict[str, Mapping[str, int]]:
    """The words of all practices as the index counts them, without an index on disk."""
    around, language = Surroundings(vocabulary(), LANGUAGES), language_of_most(catalogue)
    return {each.id: counts(document(catalogue, each, around), language) for each in catalogue}


def alike(catalogue: Catalogue, most: int = 4) -> Mapping[str, tuple[Similar, ...]]:
    return similar(catalogue, counted(catalogue), most)


FOUND = alike(commons())


def test_the_index_counts_the_words_that_practices_are_compared_by(tmp_path: Path) -> None:
    catalogue = commons()
    index.update(tmp_path, catalogue, vocabulary(), LANGUAGES)
    assert index.word_counts(tmp_path) == counted(catalogue)
    changed = [p.model_copy(update={"title": "Rowing boats"}) for p in PRACTICES[:1]]
    later = commons((*changed, *PRACTICES[1:]))
    index.update(tmp_path, later, vocabulary(), LANGUAGES)
    assert index.word_counts(tmp_path) == counted(later) != counted(catalogue)


@pytest.mark.parametrize("name", FOUND)
def test_a_practice_is_not_similar_to_itself_and_nobody_is_named_twice(name):
    authorities = {each.id: each.authority for each in PRACTICES}
    named = [authorities[like.id] for like in FOUND[name]]
    assert name not in [like.id for like in FOUND[name]]
    assert len(named) == len(set(named))


def test_every_practice_has_its_similar_ones_each_with_a_reason():
    assert set(FOUND) == {each.id for each in PRACTICES}
    assert all(like.reasons for likes in FOUND.values() for like in likes)


def test_the_most_alike_stands_first_with_all_that_is_alike():
    assert FOUND["ie-brill-plots"][0] == Similar(
        "ie-corry-orchard",
        (
            Reason("theme", ("gardens",)),
            Reason("group", ("old",)),
            Reason("setting", ("island",)),
            Reason("size", ("17000",)),
            Reason("country"),
        ),
    )


def test_sizes_are_compared_as_ratios():
    pairs = ((900, 1_700, True), (900, 1_900, False), (400_000, 790_000, True), (900, None, False))
    for mine, yours, near in pairs:
        here = authority("ie-here", "Here", mine)
        there = authority("ie-there", "There", yours)
        two = (
            practice("ie-here-a", "What they did here", "Here it is.", authority="ie-here"),
            practice("ie-there-b", "What they did there", "There it is.", authority="ie-there"),
        )
        likes = alike(commons(two, (), (here, there)))["ie-here-a"]
        assert ("size" in [reason.code for reason in likes[0].reasons]) is near


def test_among_practices_with_the_same_terms_the_words_decide():
    told = {
        "ie-brill-a": "Bees were kept in hives by the school.",
        "ie-corry-b": "Hives with bees stand on roofs.",
        "ie-dunmore-c": "Letters were written to the council.",
        "ie-elk-d": "The council answers letters.",
        "ie-fern-e": "A bridge was painted green.",
    }
    places = (*AUTHORITIES, authority("ie-fern", "Fern"))
    plain = tuple(each.model_copy(update={"population": None, "setting": ()}) for each in places)
    practices = tuple(
        practice(name, "What was done and why", text, authority=name.rpartition("-")[0])
        for name, text in told.items()
    )
    found = alike(commons(practices, (), plain))
    assert found["ie-brill-a"][0].id == "ie-corry-b"
    assert found["ie-dunmore-c"][0].id == "ie-elk-d"


def test_what_nearly_all_practices_are_for_is_no_reason():
    reasons = [reason for likes in FOUND.values() for like in likes for reason in like.reasons]
    assert Reason("group", ("all",)) not in reasons


def test_at_most_as_many_as_asked_for_are_named():
    assert max(len(likes) for likes in alike(commons(), most=1).values()) == 1


def test_one_practice_alone_has_nothing_similar():
    assert alike(commons(PRACTICES[:1], ())) == {PRACTICES[0].id: ()}
    assert alike(commons((), ())) == {}


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason("theme", ("gardens",)), "same theme: Gardens"),
        (Reason("theme", ("gardens", "trees")), "same themes: Gardens and Trees"),
        (Reason("group", ("old",)), "for the same people: Elders"),
        (Reason("setting", ("island",)), "a similar place: Island"),
        (Reason("size", ("17000",)), "similar size: 17,000 inhabitants"),
        (Reason("size", ("1",)), "similar size: 1 inhabitant"),
        (Reason("country"), "same country"),
    ],
)
def test_a_reason_is_said_in_words(reason, sentence):
    assert say(reason, "en", vocabulary()) == sentence


def test_terms_in_a_reason_are_in_the_language_of_the_reader():
    assert "Ogrody" in say(Reason("theme", ("gardens",)), "pl", vocabulary())


def test_the_same_collection_gives_the_same_answer_in_every_run() -> None:
    program = (
        "from search.commons import commons; from test_search_similar import alike;"
        "print(sorted(alike(commons()).items()))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
