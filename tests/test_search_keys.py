"""Words reduced to keys: forms of one word meet, different words stay apart."""

from __future__ import annotations

import doctest
import json
from pathlib import Path

import pytest

from practicebook.search import duplicates, keys, suffixes
from practicebook.vocabulary import fold

FORMS = json.loads((Path(__file__).parent / "search" / "forms.json").read_text(encoding="utf-8"))
MORE_MEET = [
    ("en", "house", "houses"),
    ("en", "house", "housing"),
    ("en", "city", "cities"),
    ("en", "family", "families"),
    ("en", "train", "training"),
    ("en", "train", "trained"),
    ("en", "volunteer", "volunteers"),
    ("en", "volunteer", "volunteering"),
    ("en", "interpreter", "interpreting"),
    ("en", "integrate", "integration"),
    ("en", "teacher", "teaching"),
    ("en", "school", "schools"),
    ("en", "shelter", "shelters"),
    ("fr", "logement", "logements"),
    ("fr", "réfugié", "réfugiés"),
    ("fr", "réfugiée", "réfugiées"),
    ("fr", "refugie", "réfugiée"),
    ("fr", "enfant", "enfants"),
    ("fr", "local", "locaux"),
    ("fr", "local", "locales"),
    ("fr", "ukrainien", "ukrainiennes"),
    ("fr", "bénévole", "bénévoles"),
    ("fr", "scolaire", "scolaires"),
    ("fr", "école", "ecoles"),
    ("ru", "жильё", "жилье"),
    ("ru", "жильё", "жилья"),
    ("ru", "беженец", "беженцы"),
    ("ru", "беженец", "беженцев"),
    ("ru", "беженец", "беженцам"),
    ("ru", "школа", "школы"),
    ("ru", "школа", "школе"),
    ("ru", "школа", "школах"),
    ("ru", "женщина", "женщины"),
    ("ru", "женщина", "женщин"),
    ("ru", "ребёнок", "ребёнка"),
    ("ru", "город", "городов"),
    ("ru", "социальный", "социальные"),
]
MORE_APART = [
    ("en", "school", "shelter"),
    ("en", "house", "health"),
    ("en", "family", "farm"),
    ("en", "teach", "tea"),
    ("en", "train", "trade"),
    ("fr", "école", "accueil"),
    ("fr", "logement", "loi"),
    ("fr", "enfant", "emploi"),
    ("fr", "gare", "garde"),
    ("ru", "школа", "город"),
    ("ru", "жильё", "женщина"),
    ("ru", "село", "семья"),
]
MEET = [(code, *pair) for code, table in FORMS.items() for pair in table["meet"]] + MORE_MEET
APART = [(code, *pair) for code, table in FORMS.items() for pair in table["apart"]] + MORE_APART


@pytest.mark.parametrize(("language", "one", "other"), MEET)
def test_forms_of_a_word_have_one_stem_in_the_shared_table(language, one, other):
    assert suffixes.cut(fold(one), language) == suffixes.cut(fold(other), language)


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_different_words_keep_different_stems_in_the_shared_table(language, one, other):
    assert suffixes.cut(fold(one), language) != suffixes.cut(fold(other), language)


@pytest.mark.parametrize(("language", "table"), suffixes.tables().items())
def test_the_shared_table_leaves_enough_of_a_word(language, table):
    ending = max(table.endings, key=len)
    short = "b" * (table.least - 1) + ending
    assert len(suffixes.cut(short, language)) >= table.least


@pytest.mark.parametrize(
    ("language", "typed", "written"),
    [
        ("pl", "dzieci", "dziecko"),
        ("pl", "reka", "rąk"),
        ("uk", "дитина", "дітей"),
        ("ro", "copil", "copiii"),
        ("ro", "scoala", "școli"),
        ("ru", "город", "городов"),
        ("en", "child", "children"),
        ("fr", "logement", "logements"),
        ("de", "haus", "Häuser"),
    ],
)
def test_a_query_without_a_dictionary_meets_an_inflected_word_of_a_text(language, typed, written):
    assert keys.reduced(typed, language) & keys.keys(written, language)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’accueil d'urgence", ["L", "accueil", "d", "urgence"]),
        ("сім'я, сім’ю, сімʼї", ["сім'я", "сім’ю", "сімʼї"]),
        ("Bielsko-Biała: 17,000!", ["Bielsko", "Biała", "17", "000"]),
        ("за́мок", ["замок"]),
        ("snake_case 😀 *", ["snake", "case"]),
        ("", []),
    ],
)
def test_a_text_is_split_into_words(text, words):
    assert keys.words_of(text) == words


def test_apostrophes_cedillas_and_marks_do_not_part_words_but_letters_do():
    assert keys.reduced("сім’я", "uk") == keys.reduced("сімʼя", "uk") == keys.reduced("сімя", "uk")
    assert keys.reduced("locuinţă", "ro") & keys.reduced("locuință", "ro")
    assert fold("її") not in keys.reduced("іі", "uk")


def test_a_language_nobody_made_a_stemmer_for_still_has_the_word_itself():
    assert keys.keys("Zuhause", "zz") == {"zuhause"}


def test_a_row_of_letters_without_end_is_cut():
    assert [len(word) for word in keys.words_of("a" * 5000)] == [keys.LONGEST_WORD]


@pytest.mark.parametrize("module", [keys, suffixes, duplicates])
def test_the_examples_in_the_documentation_are_true(module):
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed
