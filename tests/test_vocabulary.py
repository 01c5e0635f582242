"""The lists of words: complete in every language, each word with one meaning."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from knowledge import copy_example

from practicebook import vocabulary
from practicebook.models import Adoption, Authority, Event, Practice, Question, Translation
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
        ("concepts:\n- {label: {en: A}}\n", 'themes.yml, entry 1: "key" is missing.'),
        ("concepts:\n- {key: a, label: {pl: A}}\n", 'the label in English, "en", is missing.'),
        ("concepts:\n- {key: a, label: A}\n", '"label" must be a group'),
        ("concepts:\n- {key: a, label: {en: A}, synonyms: {en: b}}\n", "must be a list."),
        ("concepts:\n- a\n", '"key" is missing.'),
        ("words: []\n", 'themes.yml: "concepts" is missing, or is not a list.'),
        ("concepts: {a: b}\n", 'themes.yml: "concepts" is missing, or is not a list.'),
        ("- a\n", 'themes.yml: "concepts" is missing, or is not a list.'),
        ("concepts: [&a b]\n", "line 1"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / "themes.yml").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"themes\.yml") as error:
        vocabulary.load(project)
    assert sentence in str(error.value)


def test_a_list_with_letters_of_an_old_encoding_says_so(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / "themes.yml").write_bytes("concepts: [łódź]".encode("cp1250"))
    with pytest.raises(VocabularyError, match=r"themes\.yml is not stored as UTF-8\."):
        vocabulary.load(project)


@pytest.mark.parametrize("name", vocabulary.LISTS)
def test_a_missing_list_is_named(tmp_path: Path, name: str) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / f"{name}.yml").unlink()
    with pytest.raises(VocabularyError, match=rf"^vocabulary/{name}\.yml is missing\.$"):
        vocabulary.load(project)


def test_every_list_that_a_field_needs_must_be_there() -> None:
    models = (Adoption, Authority, Event, Practice, Question, Translation)
    schemas = " ".join(json.dumps(model.model_json_schema()) for model in models)
    needed = set(re.findall(r'"x-terms": "([a-z-]+)"', schemas))
    assert needed | {"sections", "question-sections"} == set(vocabulary.LISTS)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("hous", ["housing", "health", "houses"], ["houses", "housing"]),
        ("hospital", ["housing", "health"], []),
        ("ab", ["abc"], []),
    ],
)
def test_words_that_begin_alike_are_offered(word: str, known: list[str], found: list[str]) -> None:
    assert vocabulary.alike(word, known) == found
