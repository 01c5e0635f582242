"""The words headers may use, with labels and synonyms in every language.

The only module that knows `vocabulary/*.yml` and rapidfuzz.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import cast

from rapidfuzz import fuzz, process

from practicebook import plain_yaml
from practicebook.project import Project

# Below this likeness (0 to 100) a suggestion confuses more than it helps; "housng" and "housing"
# have 92, "contry" and "country" 92, "healt" and "wealth" 73.
CLOSE_ENOUGH = 75


class VocabularyError(Exception):
    """A file of the vocabulary cannot be used; says which and why."""


@dataclass(frozen=True)
class Term:
    """One word of a list.

    Args:
        key: what headers write, for example "housing".
        label: how readers see it, by language.
        description: one or two sentences, by language; English is always there.
        synonyms: other words people type, by language; for search only, never shown.
        broader: key of the wider term, or "".
    """

    key: str
    label: Mapping[str, str]
    description: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    broader: str = ""

    def in_language(self, language: str) -> str:
        """The label in a language, in English where it is not translated."""
        return self.label.get(language) or self.label["en"]

    def meaning(self, language: str) -> str:
        """The description in a language, or "" when there is none in it."""
        return self.description.get(language, "")

    def words(self, language: str) -> tuple[str, ...]:
        """Label and synonyms in a language, for search."""
        return (self.in_language(language), *self.synonyms.get(language, ()))


@dataclass(frozen=True)
class Scheme:
    """One list of words, in its order: themes, target groups, stages ..."""

    name: str
    terms: Mapping[str, Term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __contains__(self, key: object) -> bool:
        return key in self.terms

    def __getitem__(self, key: str) -> Term:
        return self.terms[key]

    def label(self, key: str, language: str) -> str:
        """The label of a key in a language."""
        return self.terms[key].in_language(language)

    def key_of(self, word: str) -> str | None:
        """The key that a label or synonym in any language stands for, or None."""
        return self._by_word.get(fold(word))

    @cached_property
    def _by_word(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for term in self:
            for word in (*term.label.values(), *(w for ws in term.synonyms.values() for w in ws)):
                found.setdefault(fold(word), term.key)
        return found


@dataclass(frozen=True)
class Vocabulary:
    """All lists of words by the name of their file: "themes", "target-groups" ..."""

    schemes: Mapping[str, Scheme]

    def __getitem__(self, name: str) -> Scheme:
        return self.schemes[name]

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Keys of the sections of a practice, in their order."""
        return tuple(self["sections"].terms)


def load(project: Project) -> Vocabulary:
    """Reads the vocabulary of a knowledge base.

    Raises:
        VocabularyError: a file is missing, cannot be read, or lacks a key or an English label.
    """
    schemes = {path.stem: _scheme(path) for path in sorted(project.vocabulary.glob("*.yml"))}
    if "sections" not in schemes:
        raise VocabularyError(f"{project.vocabulary}/sections.yml is missing.")
    return Vocabulary(MappingProxyType(schemes))


def _scheme(path: Path) -> Scheme:
    try:
        table = plain_yaml.read(path.read_text(encoding="utf-8")).value
        terms = [_term(entry) for entry in cast("dict[str, list[object]]", table)["concepts"]]
    except plain_yaml.NotPlainError as error:
        raise VocabularyError(f"{path.name}, line {error.finding.line}: cannot be read.") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise VocabularyError(f"{path.name}: {error!r} is missing or misplaced.") from error
    return Scheme(path.stem, MappingProxyType({term.key: term for term in terms}))


def _term(entry: object) -> Term:
    row = cast("dict[str, object]", entry)
    label = cast("dict[str, str]", row["label"])
    label["en"]  # a term without an English label is a fault, told by the caller
    described = row.get("description") or row.get("asks") or {}
    synonyms = cast("dict[str, list[str]]", row.get("synonyms") or {})
    broader = cast("str", row.get("broader") or "")
    return Term(
        key=cast("str", row["key"]),
        label=MappingProxyType(label),
        description=MappingProxyType(cast("dict[str, str]", described)),
        synonyms=MappingProxyType({code: tuple(words) for code, words in synonyms.items()}),
        broader="" if broader == "null" else broader,
    )


def fold(text: str) -> str:
    """`text` without case, marks over Latin letters and apostrophes, for comparing words.

    Cyrillic letters keep their marks: й and и are different letters.

    >>> fold("Łódź") == "lodz", fold("locuințe") == fold("locuinţe")
    (True, True)
    """
    kept: list[str] = []
    plain = text.casefold().translate(str.maketrans("łđø", "ldo", "'’ʼ`"))
    for letter in unicodedata.normalize("NFD", plain):
        if unicodedata.combining(letter) and kept and not "\u0400" <= kept[-1] <= "\u04ff":
            continue
        kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that looks most like `word`, or None when nothing is close.

    >>> nearest("housng", ["housing", "health"])
    'housing'
    """
    found = process.extractOne(
        word[:200], list(known), scorer=fuzz.ratio, processor=fold, score_cutoff=CLOSE_ENOUGH
    )
    return found[0] if found else None


def choices(terms: Iterable[str], most: int = 30) -> str:
    """Keys as a hint lists them."""
    listed = list(terms)
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")
