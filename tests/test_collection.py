"""The real collection: complete, honest, and without anything to mend."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from practicebook import vocabulary
from practicebook.catalogue import told_in
from practicebook.checks import Checked, check_all
from practicebook.checks.body import CITATION, cited, sentences
from practicebook.models import Adoption, Authority, Event, Practice, Wording
from practicebook.project import Project
from practicebook.rules import must_fix

PROJECT = Project(Path(__file__).parent.parent)
LANGUAGES = PROJECT.settings.languages


@cache
def collection() -> Checked:
    return check_all(PROJECT, vocabulary.load(PROJECT))


PRACTICES = [practice.id for practice in collection().catalogue]


def practice(id_: str) -> Practice:
    return collection().catalogue.practices[id_]


def test_nothing_must_be_fixed() -> None:
    assert [problem for problem in collection().problems if must_fix(problem)] == []


def test_it_holds_what_it_promises() -> None:
    catalogue = collection().catalogue
    assert len(catalogue.practices) >= 142
    assert len(catalogue.countries) >= 29
    kinds = [question.kind for question in catalogue.questions.values()]
    assert kinds.count("challenge") >= 57
    assert len(kinds) - kinds.count("challenge") >= 49
    assert len(catalogue.events) >= 28
    assert sum(authority.role is not None for authority in catalogue.authorities.values()) >= 35


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_summary_and_search_words_stand_in_every_language(language: str) -> None:
    catalogue = collection().catalogue
    texts = [catalogue.text(each, language) for each in catalogue]
    assert {text.language for text in texts} == {language}
    assert min(len(text.keywords) for text in texts) >= 8
    asked = [catalogue.question_text(each, language) for each in catalogue.questions.values()]
    assert {text.language for text in asked} == {language}


# Countries of the practices and the language they are wholly translated into.
WHOLE = {"PL": "pl", "RO": "ro", "MD": "ro"}


@pytest.mark.parametrize("country", WHOLE)
def test_practices_of_the_pilot_countries_can_be_read_at_home(country: str) -> None:
    catalogue = collection().catalogue
    texts = [catalogue.text(each, WHOLE[country]) for each in catalogue.by_country(country)]
    assert {text.body_language for text in texts} == {WHOLE[country]}


@pytest.mark.parametrize(("language", "least"), [("uk", 25), ("fr", 15)])
def test_the_most_transferable_practices_are_translated(language: str, least: int) -> None:
    catalogue = collection().catalogue
    whole = [each for each in catalogue if catalogue.text(each, language).body_language == language]
    assert len(whole) >= least


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_headers_replies_events_and_members_stand_in_every_language(
    language: str,
) -> None:
    catalogue = collection().catalogue
    texts = [catalogue.text(each, language) for each in catalogue]
    assert {text.header_language for text in texts} == {language}
    asked = [catalogue.question_text(each, language) for each in catalogue.questions.values()]
    assert {text.body_language for text in asked} == {language}
    members = [each for each in catalogue.authorities.values() if each.facts]
    others = [*catalogue.events.values(), *catalogue.adoptions.values()]
    told = [told_in(each, language, "en") for each in [*members, *others] if _has_words(each)]
    assert {each.language for each in told} == {language}
    assert len(told) >= 28 + 35


def _has_words(each: Authority | Adoption | Event) -> bool:
    """An adoption of which nothing but its state is known has none."""
    return not isinstance(each, Adoption) or bool(each.changed or each.outcome)


def test_every_claim_of_a_reply_about_a_practice_has_a_source() -> None:
    for question in collection().catalogue.questions.values():
        for section in question.sections[1:]:
            for entry in re.split(r"\n\n|\n- ", section.text):
                assert CITATION.search(entry) or "](practice:" not in entry, (question.id, entry)


def test_every_translation_says_how_it_was_made_and_fits_its_original() -> None:
    catalogue = collection().catalogue
    translations: list[Wording] = [*catalogue.translations.values()]
    translations += catalogue.question_translations.values()
    for kind in (catalogue.authorities, catalogue.events, catalogue.adoptions):
        for each in kind.values():
            translations += each.translations.values()
    assert {translation.translation for translation in translations} == {"machine"}
    assert [problem.file for problem in collection().problems] == []


@pytest.mark.parametrize("id_", PRACTICES)
def test_every_figure_of_the_results_can_be_looked_up(id_: str) -> None:
    """In `results` of the header, or in a sentence with the number of a source."""
    counted = {format(result.value.normalize(), "f") for result in practice(id_).results}
    for section in practice(id_).sections:
        if section.key != "results":
            continue
        for sentence in sentences(section.text):
            figures = re.findall(r"\d[\d,.]*", CITATION.sub("", sentence))
            unknown = [f for f in figures if f.replace(",", "").rstrip(".") not in counted]
            assert CITATION.search(sentence) or not unknown, sentence


@pytest.mark.parametrize("id_", PRACTICES)
def test_every_source_is_cited_and_every_citation_has_a_source(id_: str) -> None:
    numbers = {n for section in practice(id_).sections for n, _line in cited(section.text, 1)}
    assert numbers == set(range(1, len(practice(id_).sources) + 1))


def test_compiled_practices_do_not_claim_more_than_they_know() -> None:
    compiled = [each for each in collection().catalogue if each.origin == "compiled"]
    assert len(compiled) == len(PRACTICES)
    assert [each.id for each in compiled if each.confirmed or each.mentor_offer] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_other_alphabets_do_not_slip_in(language: str) -> None:
    """A Latin letter inside a Cyrillic word, or the other way round, is a slip nobody sees."""
    mixed = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
    old = re.compile(r"[şţŞŢ]") if language == "ro" else re.compile(r"(?!)")
    catalogue = collection().catalogue
    for each in catalogue:
        text = catalogue.text(each, language)
        if text.body_language != language:
            continue
        whole = "\n".join([text.title, text.summary, *(section.text for section in text.sections)])
        assert not mixed.search(whole), (each.id, mixed.search(whole))
        assert not old.search(whole), each.id
