"""All that is valid: practices, authorities and translations, by name and by relation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from practicebook.models import (
    Adoption,
    Authority,
    Event,
    Practice,
    Question,
    Section,
    Translation,
)

ORIGINAL = "original"
N = TypeVar("N", Practice, Authority, Question, Adoption, Event)


@dataclass(frozen=True)
class Text:
    """The words of a practice as a reader of one language gets them.

    Args:
        language: language of title and summary.
        title, summary, keywords: in that language.
        origin: "original", "human", "machine" or "machine-checked".
        sections: the sections, in `body_language`.
        body_language: language of the sections; differs from `language` for a card translation.
        older: the original has changed since the translation was made.
    """

    language: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    origin: str
    sections: tuple[Section, ...]
    body_language: str
    older: bool = False

    @property
    def is_original(self) -> bool:
        return self.origin == ORIGINAL

    @property
    def is_card_only(self) -> bool:
        """Whether only title and summary are translated, not the sections."""
        return not self.is_original and self.language != self.body_language


@dataclass(frozen=True)
class Catalogue:
    """Everything valid in a knowledge base.

    Args:
        practices: by id, in the order of their ids.
        authorities: by id.
        translations: by id of the practice and language.
        questions, adoptions, events: by id.
        question_translations: by id of the question and language.
    """

    practices: Mapping[str, Practice]
    authorities: Mapping[str, Authority]
    translations: Mapping[tuple[str, str], Translation]
    questions: Mapping[str, Question]
    adoptions: Mapping[str, Adoption]
    events: Mapping[str, Event]
    question_translations: Mapping[tuple[str, str], Translation]

    def __iter__(self) -> Iterator[Practice]:
        return iter(self.practices.values())

    def authority_of(self, practice: Practice) -> Authority:
        """Who did it; a checked practice always has an authority."""
        return self.authorities[practice.authority]

    def text(self, practice: Practice, language: str) -> Text:
        """The words of a practice for a reader of `language`: translated where a translation is."""
        translation = self.translations.get((practice.id, language))
        return _text(practice, practice.keywords, translation, language)

    def question_text(self, question: Question, language: str) -> Text:
        """The words of a question for a reader of `language`; its sections stay as written."""
        translation = self.question_translations.get((question.id, language))
        return _text(question, (), translation, language)

    def adoptions_of(self, practice: str) -> tuple[Adoption, ...]:
        """Who took a practice over, in the order of ids."""
        return tuple(a for a in self.adoptions.values() if a.practice == practice)

    def adoptions_by(self, authority: str) -> tuple[Adoption, ...]:
        """What an authority took over, in the order of ids."""
        return tuple(a for a in self.adoptions.values() if a.authority == authority)

    def questions_about(self, theme: str) -> tuple[Question, ...]:
        """Questions, concerns and challenges of a theme, in the order of ids."""
        return tuple(q for q in self.questions.values() if theme in q.themes)

    def questions_for(self, practice: str) -> tuple[Question, ...]:
        """Questions that a practice answers a part of, in the order of ids."""
        return tuple(q for q in self.questions.values() if practice in q.practices)

    def with_term(self, field: str, key: str) -> tuple[Practice, ...]:
        """Practices whose `themes`, `target_groups` ... contain a key, in the order of ids."""
        return tuple(p for p in self if key in _keys(getattr(p, field)))

    def by_country(self, country: str) -> tuple[Practice, ...]:
        """Practices of a country, in the order of ids."""
        return tuple(p for p in self if p.country == country)

    def by_authority(self, authority: str) -> tuple[Practice, ...]:
        """Practices of an authority, in the order of ids."""
        return tuple(p for p in self if p.authority == authority)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries that practices come from."""
        return tuple(sorted({p.country for p in self}))

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Former names of practices and the id each leads to now."""
        return MappingProxyType({alias: p.id for p in self for alias in p.aliases})


@dataclass(frozen=True)
class Parts:
    """Checked content of every kind, in any order."""

    practices: Iterable[Practice]
    authorities: Iterable[Authority]
    translations: Iterable[Translation]
    questions: Iterable[Question] = ()
    adoptions: Iterable[Adoption] = ()
    events: Iterable[Event] = ()
    question_translations: Iterable[Translation] = ()


def collect(parts: Parts) -> Catalogue:
    """Puts checked content together, in the order of ids."""
    return Catalogue(
        _by_id(parts.practices),
        _by_id(parts.authorities),
        MappingProxyType({(t.id, t.language): t for t in parts.translations}),
        _by_id(parts.questions),
        _by_id(parts.adoptions),
        _by_id(parts.events),
        MappingProxyType({(t.id, t.language): t for t in parts.question_translations}),
    )


def _by_id(found: Iterable[N]) -> Mapping[str, N]:
    return MappingProxyType({each.id: each for each in sorted(found, key=lambda each: each.id)})


def _text(
    told: Practice | Question,
    keywords: tuple[str, ...],
    translation: Translation | None,
    language: str,
) -> Text:
    """The words as written, or those of a translation where there is one."""
    if told.language == language or translation is None:
        return Text(
            told.language,
            told.title,
            told.summary,
            keywords,
            ORIGINAL,
            told.sections,
            told.language,
        )
    return Text(
        language,
        translation.title,
        translation.summary,
        translation.keywords,
        translation.translation,
        translation.sections or told.sections,
        language if translation.sections else told.language,
        older=translation.source_hash not in (None, digest_of_words(told)),
    )


def digest_of_words(told: Practice | Question) -> str:
    """Short digest of the words a translator works from: title, summary, sections.

    The first 12 hexadecimal digits of SHA-256; a change of facts or search words does not
    make a translation out of date. Of a question only title and summary are translated, so a new
    reply does not make its translation old.
    """
    sections = told.sections if isinstance(told, Practice) else ()
    words = [told.title, told.summary, *(section.text.strip() for section in sections)]
    return hashlib.sha256("\n\n".join(words).encode()).hexdigest()[:12]


def _keys(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
