"""The lists of words: complete in every language, each word with one meaning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from practicebook import vocabulary
from practicebook.project import Project
from practicebook.vocabulary import Scheme, VocabularyError, fold, nearest

PROJECT = Project(Path(__file__).parent.parent)
WORDS = vocabulary.load(PROJECT)
SCHEMES = sorted(WORDS.schemes)
# Kinds of partners and standards share words on purpose ("NGO", "convention").
SHARING = {"partner-types", "standards", "community-roles", "asker-types"}
FOREIGN = {
    "uk": re.compile("[ыэъёЫЭЪЁ]"),
    "ru": re.compile("[іїєґІЇЄҐ]"),
    "ro": re.compile("[şţŞŢ]"),
}
LATIN = re.compile("[\u0400-\u04ff]")


def scheme(name: str) -> Scheme:
    return WORDS[name]


@pytest.mark.parametrize("name", SCHEMES)
def test_every_term_has_a_label_in_every_language(name: str) -> None:
    for term in scheme(name):
        missing = [code for code in PROJECT.settings.languages if not term.label.get(code)]
        assert missing == [], term.key


@pytest.mark.parametrize("name", SCHEMES)
def test_every_term_is_explained(name: str) -> None:
    if name == "sdgs":  # the goals explain themselves by their targets
        return
    assert [term.key for term in scheme(name) if not term.meaning("en")] == []


@pytest.mark.parametrize("name", SCHEMES)
def test_wider_terms_exist(name: str) -> None:
    assert [t.key for t in scheme(name) if t.broader and t.broader not in scheme(name)] == []


@pytest.mark.parametrize("name", [name for name in SCHEMES if name not in SHARING])
def test_a_word_leads_to_one_term_only(name: str) -> None:
    for code in (*PROJECT.settings.languages, "ru"):
        owners: dict[str, str] = {}
        for term in scheme(name):
            for word in term.words(code) if code != "ru" else term.synonyms.get("ru", ()):
                assert owners.setdefault(fold(word), term.key) == term.key, (code, word)


@pytest.mark.parametrize("name", SCHEMES)
def test_words_are_written_in_the_letters_of_their_language(name: str) -> None:
    for term in scheme(name):
        texts = {**{code: (label,) for code, label in term.label.items()}}
        for code, words in (*texts.items(), *term.synonyms.items()):
            wrong = FOREIGN.get(code) or LATIN
            assert [word for word in words if wrong.search(word)] == [], (term.key, code)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("housng", "housing"), ("Housing", "housing"), ("locuinte", None), ("xyzzy", None)],
)
def test_the_nearest_word_is_offered_only_when_it_is_near(word: str, expected: str | None) -> None:
    assert nearest(word, list(scheme("themes").terms)) == expected


def test_a_word_of_any_language_finds_its_term() -> None:
    assert scheme("themes").key_of("LOCUINȚE") == scheme("themes").key_of("житло") == "housing"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("concepts:\n- {label: {en: A}}\n", "'key'"),
        ("concepts:\n- {key: a, label: {pl: A}}\n", "'en'"),
        ("concepts: [&a b]\n", "line 1"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "themes.yml").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"themes\.yml") as error:
        vocabulary.load(Project(tmp_path))
    assert sentence in str(error.value)
