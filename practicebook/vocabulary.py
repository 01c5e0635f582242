"""The words headers may use, with labels and synonyms in every language.

The only module that knows `vocabulary/` and rapidfuzz.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from rapidfuzz import fuzz, process

from practicebook import plain_yaml
from practicebook.language import is_language
from practicebook.project import Project

# Below this likeness (0 to 100) a suggestion confuses more than it helps; "housng" and "housing"
# have 92, "contry" and "country" 92, "healt" and "wealth" 73.
CLOSE_ENOUGH = 75


# Every list that a field or the sections of a text are checked against.
LISTS = (
    "asker-types", "authority-levels", "community-roles", "event-kinds", "evidence-levels",
    "funding-sources", "mentor-offers", "partner-types", "question-kinds", "question-sections",
    "sdgs", "sections", "settings", "stages", "standards", "target-groups", "themes",
)  # fmt: skip


# A line for each everyday notion, a column for each language; a spreadsheet opens it.
DICTIONARY = "dictionary.csv"
# An everyday notion: the words for it, and near ones, by language. For search only, never shown.
Notion = Mapping[str, tuple[str, ...]]


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
    """All lists of words by the name of their file: "themes", "target-groups" ...

    Args:
        schemes: the lists.
        notions: everyday notions of the texts with words for each, by which a text is found in
            languages it is not written in.
    """

    schemes: Mapping[str, Scheme]
    notions: tuple[Notion, ...] = ()

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
    for name in LISTS:
        if name not in schemes:
            file = project.relative(project.vocabulary / f"{name}.yml")
            raise VocabularyError(f"{file} is missing.")
    return Vocabulary(MappingProxyType(schemes), _notions(project.vocabulary / DICTIONARY))


def _notions(path: Path) -> tuple[Notion, ...]:
    """The dictionary; empty where the knowledge base has none."""
    if not path.exists():
        return ()
    heading, *rows = list(csv.reader(_text(path).splitlines())) or [[]]
    languages = [cell.strip() for cell in heading]
    for code in languages:
        if not is_language(code):
            raise VocabularyError(f'{path.name}, line 1: "{code}" is not a language code.')
    return tuple(
        _notion(languages, row, f"{path.name}, line {line}") for line, row in enumerate(rows, 2)
    )


def _notion(languages: Sequence[str], row: Sequence[str], place: str) -> Notion:
    if len(row) != len(languages):
        raise VocabularyError(
            f"{place}: there are {len(row)} columns instead of {len(languages)}, one for each "
            "language. Words of one language are parted by semicolons."
        )
    words = {
        code: tuple(word.strip() for word in cell.split(";"))
        for code, cell in zip(languages, row, strict=True)
        if cell.strip()
    }
    for code, told in words.items():
        if not all(told):
            raise VocabularyError(f"{place}: a word is missing between two semicolons ({code}).")
        if again := next((word for word in told if told.count(word) > 1), ""):
            raise VocabularyError(f'{place}: "{again}" stands there twice ({code}).')
    if sum(map(len, words.values())) < 2:
        raise VocabularyError(f"{place}: one word alone leads nowhere.")
    return MappingProxyType(words)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{path.name} is not stored as UTF-8.") from error
    except OSError as error:
        raise VocabularyError(f"{path.name} cannot be opened: {error.strerror}.") from error


def _scheme(path: Path) -> Scheme:
    try:
        table = plain_yaml.read(_text(path)).value
    except plain_yaml.NotPlainError as error:
        raise VocabularyError(f"{path.name}, line {error.finding.line}: cannot be read.") from error
    concepts = table.get("concepts") if isinstance(table, dict) else None
    if not isinstance(concepts, list) or not concepts:
        raise VocabularyError(f'{path.name}: "concepts" is missing, or is not a list.')
    terms = [_term(entry, f"{path.name}, entry {n}") for n, entry in enumerate(concepts, 1)]
    return Scheme(path.stem, MappingProxyType({term.key: term for term in terms}))


def _term(entry: object, place: str) -> Term:
    row = entry if isinstance(entry, dict) else {}
    key, label = row.get("key"), _group(row, "label", place)
    if not isinstance(key, str) or not key:
        raise VocabularyError(f'{place}: "key" is missing.')
    if not label.get("en"):
        raise VocabularyError(f'{place}: the label in English, "en", is missing.')
    described = _group(row, "description", place) or _group(row, "asks", place)
    synonyms = _group(row, "synonyms", place)
    if not all(isinstance(words, list) for words in synonyms.values()):
        raise VocabularyError(f'{place}: each language of "synonyms" must be a list.')
    broader = cast("str", row.get("broader") or "")
    return Term(
        key=key,
        label=MappingProxyType(cast("dict[str, str]", label)),
        description=MappingProxyType(cast("dict[str, str]", described)),
        synonyms=MappingProxyType(
            {code: tuple(cast("list[str]", words)) for code, words in synonyms.items()}
        ),
        broader="" if broader == "null" else broader,
    )


def _group(row: Mapping[str, object], name: str, place: str) -> Mapping[str, object]:
    """A group of an entry by language; empty when it is not there."""
    group = row.get(name) or {}
    if not isinstance(group, dict):
        raise VocabularyError(f'{place}: "{name}" must be a group with one line for each language.')
    return group


@lru_cache(maxsize=200_000)
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


def alike(word: str, known: Iterable[str], least: int = 3, most: int = 10) -> list[str]:
    """The known words that begin as `word` does, for as many letters as any of them does.

    Args:
        least: fewer letters in common than these say nothing.
        most: more words than these help nobody.

    >>> alike("hous", ["housing", "health"])
    ['housing']
    """
    wanted, words = fold(word[:200]), list(known)
    for size in range(len(wanted), least - 1, -1):
        if found := [each for each in words if fold(each).startswith(wanted[:size])]:
            return sorted(found)[:most]
    return []


def choices(terms: Iterable[str], most: int = 30) -> str:
    """Keys as a hint lists them."""
    listed = list(terms)
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")
