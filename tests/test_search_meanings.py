"""A text is found by words of the same meaning in languages it is not written in."""

from __future__ import annotations

from pathlib import Path

import pytest
from search.commons import LANGUAGES, PRACTICES, commons, practice, vocabulary

from practicebook.search.documents import Surroundings, document, languages_of
from practicebook.search.index import update
from practicebook.search.meanings import digest, meanings
from practicebook.search.query import search
from practicebook.vocabulary import Notion, Vocabulary

SHED: Notion = {
    "en": ("shed", "tool store"), "pl": ("szopa",), "ro": ("magazie",), "uk": ("комора",),
    "ru": ("сарай",),
}  # fmt: skip
FOSTER: Notion = {"en": ("foster family",), "pl": ("rodzina zastępcza",), "ro": ("plasament",)}
NEVER: Notion = {"en": ("submarine",), "pl": ("okręt podwodny",)}


def words(*notions: Notion) -> Vocabulary:
    return Vocabulary(vocabulary().schemes, notions)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("meanings")
    song = practice("ie-brill-foster", "A song", "Nothing else.", "Foster families sang.")
    polish = practice("pl-wies-szopa", "Nowa szopa", "Stoi za domem.", language="pl")
    update(made, commons((*PRACTICES, song, polish)), words(SHED, FOSTER, NEVER), LANGUAGES)
    return made


def found(folder: Path, typed: str) -> set[str]:
    return {hit.id for hit in search(folder, typed).hits}


@pytest.mark.parametrize("typed", ["szopy", "magazia", "комору", "сарай", "tool store"])
def test_an_english_text_is_found_by_words_of_every_language_and_by_near_ones(
    folder: Path, typed: str
) -> None:
    assert "ie-brill-beds" in found(folder, typed)


@pytest.mark.parametrize("typed", ["sheds", "magazie", "комора"])
def test_a_text_in_another_language_is_found_too(folder: Path, typed: str) -> None:
    assert "pl-wies-szopa" in found(folder, typed)


def test_a_phrase_is_one_notion_only_as_a_whole(folder: Path) -> None:
    assert found(folder, "rodziny zastępcze") == {"ie-brill-foster"}
    assert found(folder, "plasamentul") == {"ie-brill-foster"}
    assert "ie-brill-foster" not in found(folder, "rodzina wielodzietna")


def test_what_no_text_says_is_not_found(folder: Path) -> None:
    assert found(folder, "okręt podwodny") == set()


def test_own_words_come_before_words_of_the_same_meaning(folder: Path) -> None:
    assert [hit.id for hit in search(folder, "szopa").hits] == ["pl-wies-szopa", "ie-brill-beds"]


def test_what_several_sections_say_counts_more_than_what_one_says() -> None:
    catalogue = commons()
    around = Surroundings(words(SHED), languages_of(catalogue, words(SHED), LANGUAGES))
    beds = document(catalogue, catalogue.practices["ie-brill-beds"], around)
    told = list(meanings((SHED,)).passages(beds))
    assert {passage.kind for passage in told} == {"meaning-of-text"}
    assert {passage.language for passage in told} == {"en", "pl", "ro", "uk", "ru"}


def test_another_dictionary_means_another_index(tmp_path: Path) -> None:
    everything = set(commons().practices)
    assert set(update(tmp_path, commons(), words(SHED), LANGUAGES).indexed) == everything
    assert update(tmp_path, commons(), words(SHED), LANGUAGES).indexed == ()
    assert set(update(tmp_path, commons(), words(SHED, FOSTER), LANGUAGES).indexed) == everything
    assert digest((SHED,)) != digest((FOSTER,))
