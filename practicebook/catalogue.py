"""All that is valid: practices, authorities and translations, by name and by relation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar

from practicebook.models import (
    NOT_REVIEWED,
    Adoption,
    Authority,
    Content,
    Event,
    Practice,
    Question,
    Reviews,
    Section,
    Translation,
    Wording,
    names_of,
    texts,
    told_with,
)

ORIGINAL = "original"
N = TypeVar("N", Practice, Authority, Question, Adoption, Event, Reviews)
T = TypeVar("T", Practice, Question)
U = TypeVar("U", Authority, Adoption, Event)


@dataclass(frozen=True)
class Text(Generic[T]):
    """The words of a practice or a question as a reader of one language gets them.

    Args:
        language: language of title and summary.
        title, summary, keywords: in that language.
        origin: "original", "human", "machine" or "machine-checked".
        sections: the sections, in `body_language`.
        body_language: language of the sections; differs from `language` for a card translation.
        header: the practice or question itself, the words of its header in `header_language`.
        older: the original has changed since the translation was made.
    """

    language: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    origin: str
    sections: tuple[Section, ...]
    body_language: str
    header: T
    header_language: str
    older: bool = False

    @property
    def is_original(self) -> bool:
        return self.origin == ORIGINAL

    @property
    def is_card_only(self) -> bool:
        """Whether only title and summary are translated, not the sections."""
        return not self.is_original and self.language != self.body_language


@dataclass(frozen=True)
class Told(Generic[U]):
    """An authority, adoption or event as a reader of one language gets it.

    Args:
        content: its facts, with its words in `language`.
        language: language of the words.
        origin: "original", "human", "machine" or "machine-checked".
        older: the original has changed since the translation was made.
    """

    content: U
    language: str
    origin: str = ORIGINAL
    older: bool = False


@dataclass(frozen=True)
class Catalogue:
    """Everything valid in a knowledge base.

    Args:
        practices: by id, in the order of their ids.
        authorities: by id.
        translations: by id of the practice and language.
        questions, adoptions, events: by id.
        question_translations: by id of the question and language.
        reviews: by id of the practice.
    """

    practices: Mapping[str, Practice]
    authorities: Mapping[str, Authority]
    translations: Mapping[tuple[str, str], Translation]
    questions: Mapping[str, Question]
    adoptions: Mapping[str, Adoption]
    events: Mapping[str, Event]
    question_translations: Mapping[tuple[str, str], Translation]
    reviews: Mapping[str, Reviews]

    def __iter__(self) -> Iterator[Practice]:
        return iter(self.practices.values())

    def authority_of(self, practice: Practice) -> Authority:
        """Who did it; a checked practice always has an authority."""
        return self.authorities[practice.authority]

    def text(self, practice: Practice, language: str) -> Text[Practice]:
        """The words of a practice for a reader of `language`: translated where a translation is."""
        translation = self.translations.get((practice.id, language))
        return _text(practice, practice.keywords, translation, language)

    def question_text(self, question: Question, language: str) -> Text[Question]:
        """The words of a question for a reader of `language`: translated where a translation is."""
        translation = self.question_translations.get((question.id, language))
        return _text(question, (), translation, language)

    def review_state(self, practice: str) -> str:
        """How far the review of a practice is: one of `models.REVIEW_STATES`."""
        found = self.reviews.get(practice)
        return found.state if found else NOT_REVIEWED

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
    reviews: Iterable[Reviews] = ()


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
        _by_id(parts.reviews),
    )


def _by_id(found: Iterable[N]) -> Mapping[str, N]:
    return MappingProxyType({each.id: each for each in sorted(found, key=lambda each: each.id)})


def _text(
    told: T, keywords: tuple[str, ...], translation: Translation | None, language: str
) -> Text[T]:
    """The words as written, or those of a translation where there is one."""
    own = told.language
    if own == language or translation is None:
        title, summary, sections = told.title, told.summary, told.sections
        return Text(own, title, summary, keywords, ORIGINAL, sections, own, told, own)
    facts_too = has_header(translation)
    kept = {section.key for section in translation.sections}
    # A reply that came after a question was translated is not hidden from its readers.
    whole = all(section.key in kept for section in told.sections)
    return Text(
        language,
        translation.title,
        translation.summary,
        translation.keywords,
        translation.translation,
        translation.sections if whole else told.sections,
        language if whole else own,
        told_with(told, translation) if facts_too else told,
        language if facts_too else own,
        older=is_older(told, translation),
    )


def told_in(content: U, language: str, own: str) -> Told[U]:
    """An authority, adoption or event for a reader of `language`.

    Args:
        own: the language that such content is written in.
    """
    words: Wording | None = content.translations.get(language)
    if words is None or language == own:
        return Told(content, own)
    older = is_older(content, words)
    return Told(told_with(content, words), language, words.translation, older)


def is_older(original: Content, made: Wording) -> bool:
    """Whether the original has changed since a translation of it was made, as far as is known."""
    return made.source_hash not in (None, digest_of_words(original, made))


def digest_of_words(original: Content, made: Wording) -> str:
    """Short digest of those words of an original that a translation renders.

    The first 12 hexadecimal digits of SHA-256. A change of facts, of search words, or of a text
    that was left untranslated does not make a translation out of date.
    """
    words: list[str] = []
    if isinstance(original, Practice | Question) and isinstance(made, Translation):
        words = [original.title, original.summary]
        if made.sections:
            words += [section.text.strip() for section in original.sections]
    if not isinstance(made, Translation) or has_header(made):
        words += [text for _path, text in texts(original, type(made))]
    return hashlib.sha256("\n\n".join(words).encode()).hexdigest()[:12]


def has_header(made: Translation) -> bool:
    """Whether a translation has the words of the header too; all of them, or none."""
    return any(getattr(made, name) for name in names_of(type(made)))


def _keys(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
