"""All that is valid: practices, authorities and translations, by name and by relation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from practicebook.models import Authority, Practice, Section, Translation

ORIGINAL = "original"


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
    """

    practices: Mapping[str, Practice]
    authorities: Mapping[str, Authority]
    translations: Mapping[tuple[str, str], Translation]

    def __iter__(self) -> Iterator[Practice]:
        return iter(self.practices.values())

    def authority_of(self, practice: Practice) -> Authority:
        """Who did it; a checked practice always has an authority."""
        return self.authorities[practice.authority]

    def text(self, practice: Practice, language: str) -> Text:
        """The words of a practice for a reader of `language`: translated where a translation is."""
        original = Text(
            practice.language,
            practice.title,
            practice.summary,
            practice.keywords,
            ORIGINAL,
            practice.sections,
            practice.language,
        )
        translation = self.translations.get((practice.id, language))
        if practice.language == language or translation is None:
            return original
        return Text(
            language,
            translation.title,
            translation.summary,
            translation.keywords,
            translation.translation,
            translation.sections or practice.sections,
            language if translation.sections else practice.language,
            older=translation.source_hash not in (None, digest_of_words(practice)),
        )

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


def collect(
    practices: Iterable[Practice],
    authorities: Iterable[Authority],
    translations: Iterable[Translation],
) -> Catalogue:
    """Puts checked content together, in the order of ids."""
    return Catalogue(
        MappingProxyType({p.id: p for p in sorted(practices, key=lambda p: p.id)}),
        MappingProxyType({a.id: a for a in sorted(authorities, key=lambda a: a.id)}),
        MappingProxyType({(t.id, t.language): t for t in translations}),
    )


def digest_of_words(practice: Practice) -> str:
    """Short digest of the words a translator works from: title, summary, sections.

    The first 12 hexadecimal digits of SHA-256; a change of facts or search words does not
    make a translation out of date.
    """
    words = [
        practice.title,
        practice.summary,
        *(section.text.strip() for section in practice.sections),
    ]
    return hashlib.sha256("\n\n".join(words).encode()).hexdigest()[:12]


def _keys(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
