"""The index follows the catalogue, and makes itself anew when it cannot be trusted."""

from __future__ import annotations

import json
import shutil

import pytest
from search.commons import (
    AUTHORITIES,
    FERRIES,
    GARDENS,
    LANGUAGES,
    MUSIC,
    PRACTICES,
    TRANSLATIONS,
    TREES,
    authority,
    commons,
    practice,
    term,
    translation,
    vocabulary,
)

from practicebook.search.index import SearchUnavailable, open_index, update
from practicebook.search.query import search

ALL = tuple(sorted(each.id for each in PRACTICES))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "index"
    update(folder, commons(), vocabulary(), LANGUAGES)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "index")


def test_the_first_time_every_practice_is_indexed(tmp_path):
    first = update(tmp_path / "deep" / "index", commons(), vocabulary(), LANGUAGES)
    assert (first.indexed, first.removed, first.total) == (ALL, (), len(ALL))


def test_nothing_is_indexed_and_nothing_written_when_nothing_changed(folder):
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    again = update(folder, commons(), vocabulary(), LANGUAGES)
    assert (again.indexed, again.removed, again.total) == ((), (), len(ALL))
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def other_summary():
    changed = PRACTICES[3].model_copy(update={"summary": "They hum instead of singing."})
    return commons((*PRACTICES[:3], changed, *PRACTICES[4:])), vocabulary()


def other_translation():
    hummed = translation("ie-dunmore-choir", "uk", "Хор гуде", "Хор гуде в бібліотеці.")
    return commons(translations=(*TRANSLATIONS, hummed)), vocabulary()


def other_authority():
    moved = authority("ie-dunmore", "Hummingham", 900_000)
    kept = tuple(each for each in AUTHORITIES if each.id != "ie-dunmore")
    return commons(authorities=(*kept, moved)), vocabulary()


def other_synonym():
    louder = term("music", MUSIC.label, en=("DJ", "humming"))
    return commons(), vocabulary(GARDENS, louder, FERRIES, TREES)


def other_evidence():
    changed = PRACTICES[3].model_copy(update={"evidence": "counted"})
    return commons((*PRACTICES[:3], changed, *PRACTICES[4:])), vocabulary()


@pytest.mark.parametrize(
    "change", [other_summary, other_translation, other_authority, other_synonym, other_evidence]
)
def test_only_the_practice_whose_words_changed_is_indexed_again(folder, change):
    catalogue, words = change()
    assert update(folder, catalogue, words, LANGUAGES).indexed == ("ie-dunmore-choir",)
    assert update(folder, catalogue, words, LANGUAGES).indexed == ()


def test_new_words_are_found_and_old_ones_are_not(folder):
    catalogue, words = other_summary()
    assert search(folder, "sing").hits
    update(folder, catalogue, words, LANGUAGES)
    assert [hit.id for hit in search(folder, "hums").hits] == ["ie-dunmore-choir"]
    assert not search(folder, "Tuesdays").hits


def test_a_removed_practice_is_not_found_any_more(folder):
    left = commons(PRACTICES[:4], TRANSLATIONS[:3])
    changed = update(folder, left, vocabulary(), LANGUAGES)
    assert (changed.indexed, changed.removed, changed.total) == ((), ("ie-elk-ferry",), 4)
    assert not search(folder, "ferry").hits


def test_an_empty_catalogue_makes_an_empty_index(tmp_path):
    made = update(tmp_path, commons((), ()), vocabulary(), LANGUAGES)
    assert (made.indexed, made.total) == ((), 0)
    assert not search(tmp_path, "garden").hits


def test_a_practice_in_a_language_the_site_does_not_have_is_found(folder):
    german = practice("at-wien-beet", "Ein Beet im Hof", "Alle graben gern um.", language="de")
    romany = practice("sk-roma", "Phuv the luludja", "Savore keren buti.", language="rom")
    update(folder, commons((*PRACTICES, german, romany)), vocabulary(), LANGUAGES)
    assert "de" in open_index(folder).languages
    assert [hit.id for hit in search(folder, "Beete").hits] == ["at-wien-beet"]
    assert [hit.id for hit in search(folder, "luludja").hits] == ["sk-roma"]


def cut_short(folder):
    segment = next(folder.glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:2000])


def flip_a_byte(folder):
    segment = next(folder.glob("*.seg"))
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 255
    segment.write_bytes(data)


def lose_a_file(folder):
    next(folder.glob("*.seg")).unlink()


def foreign_contents(folder):
    next(folder.glob("*.toc")).write_bytes(b"\x80\x04not an index")


def unsealed(folder):
    (folder / "seal.json").write_text("[", encoding="utf-8")


def seal_of_another_kind(folder):
    (folder / "seal.json").write_text('{"languages": 3}', encoding="utf-8")


def older(folder):
    seal = json.loads((folder / "seal.json").read_text(encoding="utf-8"))
    text = json.dumps({**seal, "version": "0"})
    (folder / "seal.json").write_text(text, encoding="utf-8")


HARMS = [
    cut_short,
    flip_a_byte,
    lose_a_file,
    foreign_contents,
    unsealed,
    seal_of_another_kind,
    older,
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_foreign_or_older_index_is_made_anew(folder, harm):
    harm(folder)
    with pytest.raises(SearchUnavailable, match="Build it"):
        search(folder, "garden")
    assert update(folder, commons(), vocabulary(), LANGUAGES).indexed == ALL
    assert search(folder, "garden").hits


def test_an_index_for_other_languages_is_made_anew(folder):
    assert update(folder, commons(), vocabulary(), ("fr", "en")).indexed == ALL


def test_damaged_dictionary_forms_are_looked_up_again(folder):
    (folder / "lemmas.json").write_text("{", encoding="utf-8")
    catalogue, words = other_summary()
    assert update(folder, catalogue, words, LANGUAGES).indexed == ("ie-dunmore-choir",)


def test_files_of_others_in_the_folder_stay(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    update(tmp_path, commons(), vocabulary(), LANGUAGES)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_where_no_folder_can_be_made_a_sentence_says_so(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(SearchUnavailable, match="cannot be written"):
        update(tmp_path / "taken", commons(), vocabulary(), LANGUAGES)
