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


@pytest.mark.parametrize("code", [*PROJECT.settings.languages, "ru"])
def test_the_dictionary_has_words_for_every_notion_in_every_language(code: str) -> None:
    assert len(WORDS.notions) > 300
    wrong = FOREIGN.get(code) or LATIN
    assert [notion["en"] for notion in WORDS.notions if not notion.get(code)] == []
    words = [word for notion in WORDS.notions for word in notion[code]]
    assert [word for word in words if wrong.search(word)] == []


def test_no_notion_is_there_twice() -> None:
    first = [notion["en"][0] for notion in WORDS.notions]
    assert sorted(set(first)) == sorted(first)


def test_a_knowledge_base_needs_no_dictionary(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / vocabulary.DICTIONARY).unlink()
    assert vocabulary.load(project).notions == ()


@pytest.mark.parametrize(
    ("text", "notions"),
    [
        ("", ()),
        ("en,pl\n", ()),
        ("en,pl\nglue; paste,klej\n", ({"en": ("glue", "paste"), "pl": ("klej",)},)),
        ('en,uk\nglue,"клей; клеї"\n', ({"en": ("glue",), "uk": ("клей", "клеї")},)),
        ("en,pl\nglue; paste,\n", ({"en": ("glue", "paste")},)),
    ],
)
def test_a_line_of_the_dictionary_is_a_notion_with_words_for_it(
    tmp_path: Path, text: str, notions: tuple[object, ...]
) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / vocabulary.DICTIONARY).write_text(text, encoding="utf-8")
    assert vocabulary.load(project).notions == notions


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("en,polski\nglue,klej\n", 'line 1: "polski" is not a language code.'),
        ("en,pl\nglue\n", "line 2: there are 1 columns instead of 2"),
        ("en,pl\nglue,klej,\n", "line 2: there are 3 columns instead of 2"),
        ("en,pl\nglue; ; paste,klej\n", "line 2: a word is missing between two semicolons (en)."),
        ("en,pl\nglue,klej; klej\n", 'line 2: "klej" stands there twice (pl).'),
        ("en,pl\nglue,klej\npaste,\n", "line 3: one word alone leads nowhere."),
    ],
)
def test_a_dictionary_that_cannot_be_used_says_why(
    tmp_path: Path, text: str, sentence: str
) -> None:
    project = copy_example(tmp_path)
    (project.vocabulary / vocabulary.DICTIONARY).write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"dictionary\.csv") as error:
        vocabulary.load(project)
    assert sentence in str(error.value)


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
