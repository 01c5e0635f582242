"""The site in one language: the collection, its words, and what is known about each practice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from practicebook.catalogue import Catalogue, Text, Told, told_in
from practicebook.language import Language
from practicebook.models import Adoption, Authority, Event, Practice, Question
from practicebook.project import Settings
from practicebook.vocabulary import Term, Vocabulary, fold

NOTHING: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({})
U = TypeVar("U", Authority, Adoption, Event)
NO_DATES: Mapping[str, tuple[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Edition:
    """One language of the site.

    Args:
        catalogue, vocabulary, settings: what the site is made from.
        language: the reader's language.
        similar: by id of a practice, ids of similar ones, each with the reason as a sentence in
            this language.
        dates: by id of a practice, the days on which its file was first and last changed
            (YYYY-MM-DD); a practice may be missing.
        written: names of the hand-written pages, so that others lead only to those there are.
    """

    catalogue: Catalogue
    vocabulary: Vocabulary
    settings: Settings
    language: Language
    similar: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=lambda: NOTHING)
    dates: Mapping[str, tuple[str, str]] = field(default_factory=lambda: NO_DATES)
    written: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def name(self) -> str:
        """The name of the site in this language."""
        return self.settings.name.get(self.code) or self.settings.name[self.spoken]

    @property
    def description(self) -> str:
        """What the site is, in one sentence."""
        return self.settings.description.get(self.code) or self.settings.description[self.spoken]

    def label(self, scheme: str, key: str) -> str:
        """The label of a word of the vocabulary."""
        return self.vocabulary[scheme].label(key, self.code)

    def text(self, practice: Practice) -> Text[Practice]:
        """The words of a practice as readers of this language get them."""
        return self.catalogue.text(practice, self.code)

    def question_text(self, question: Question) -> Text[Question]:
        """The words of a question as readers of this language get them."""
        return self.catalogue.question_text(question, self.code)

    def told(self, content: U) -> Told[U]:
        """An authority, adoption or event as readers of this language get it."""
        return told_in(content, self.code, self.spoken)

    def meaning(self, term: Term) -> tuple[str, str]:
        """What a word of the vocabulary means, and the language that is said in."""
        told = term.meaning(self.code)
        return (told, self.code) if told else (term.meaning("en"), "en")

    def languages_of(self, told: Practice | Question) -> tuple[str, ...]:
        """The site's languages that a practice or question can be read in, in their order."""
        catalogue = self.catalogue
        is_practice = isinstance(told, Practice)
        known = catalogue.translations if is_practice else catalogue.question_translations
        return tuple(
            code
            for code in self.settings.languages
            if code == told.language or (told.id, code) in known
        )

    @property
    def spoken(self) -> str:
        """Language of what has no language of its own: facts, adoptions, events."""
        return self.settings.default_language

    @cached_property
    def members(self) -> tuple[Authority, ...]:
        """The authorities that have a role in the community, in the order of ids."""
        return tuple(a for a in self.catalogue.authorities.values() if a.role)

    @cached_property
    def open_questions(self) -> tuple[Question, ...]:
        """What nobody has answered yet, the newest first."""
        asked = self.catalogue.questions.values()
        return newest_first(question for question in asked if not question.is_answered)

    def in_order(self, words: Iterable[str]) -> list[str]:
        """Words in the order of the alphabet, marks over letters left aside."""
        return sorted(words, key=lambda word: (fold(word), word))

    @cached_property
    def countries(self) -> tuple[tuple[str, tuple[Practice, ...]], ...]:
        """Codes of countries and their practices, by the country's name in this language."""
        codes = self.countries_in_order(self.catalogue.countries)
        return tuple((code, self.catalogue.by_country(code)) for code in codes)

    def countries_in_order(self, codes: Iterable[str]) -> list[str]:
        """Codes of countries in the order of their names in this language."""
        named = {self.language.name_of_country(code): code for code in codes}
        return [named[name] for name in self.in_order(named)]

    @cached_property
    def years(self) -> tuple[tuple[str, tuple[Practice, ...]], ...]:
        """Years and the practices that started in them, the latest first; unknown ones left out."""
        started: dict[str, list[Practice]] = {}
        for practice in self.catalogue:
            if practice.start_is_known:
                started.setdefault(practice.started[:4], []).append(practice)
        return tuple((year, tuple(started[year])) for year in sorted(started, reverse=True))

    def terms(self, scheme: str, field_name: str) -> list[tuple[Term, int]]:
        """Words of a list that practices use, with the number of practices of each."""
        counted = [
            (term, len(self.catalogue.with_term(field_name, term.key)))
            for term in self.vocabulary[scheme]
        ]
        return [(term, count) for term, count in counted if count]

    @cached_property
    def latest(self) -> tuple[Practice, ...]:
        """The practices whose files came last, then those that began last."""
        known = [p for p in self.catalogue if p.start_is_known]

        def order(practice: Practice) -> tuple[str, str, str]:
            created = self.dates.get(practice.id, ("", ""))[0]
            return (created, practice.started, practice.id)

        return tuple(sorted(known, key=order, reverse=True))


def newest_first(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions by the day they were asked, those without one last."""
    return tuple(sorted(questions, key=lambda asked: asked.date or "", reverse=True))
