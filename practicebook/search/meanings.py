"""Other words for what a text says: in the other languages, and near ones in its own.

Titles and search words are translated; the text itself mostly is not. A reader who types "tłumacz"
means a practice too whose English text has an interpreter in it and whose Polish title has not. The
dictionary of the knowledge base has everyday notions with the words for each of them; a practice
that has one of the words is found by all, at a weight well below that of its own words.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from practicebook.search import keys
from practicebook.search.documents import WEIGHT, Document, Passage
from practicebook.vocabulary import Notion, fold

# What is told in few words tells what a practice is about.
TOLD_FIRST = frozenset({"title", "keywords", "summary"})
TEXT = "text"
# Words of the longest phrase that is looked for, less one.
LONGEST = 5
# Dictionary form of a word in a language.
Lemma = Callable[[str, str], str]
# A word without marks, as written and in its dictionary form.
_Forms = frozenset[str]


@dataclass(frozen=True)
class Meanings:
    """A dictionary that can be asked which of its notions a text has.

    Args:
        notions: of the knowledge base.
        starts: for each language the first words of all phrases, each with what must follow it and
            the number of the notion.
        lemma: how dictionary forms are found.
    """

    notions: Sequence[Notion]
    starts: Mapping[str, Mapping[str, Sequence[tuple[tuple[_Forms, ...], int]]]]
    lemma: Lemma

    def passages(self, document: Document) -> Iterator[Passage]:
        """The words of all notions that a practice has, in every language of the dictionary."""
        first: set[int] = set()
        later: set[int] = set()
        for passage in document.passages:
            if not _is_source(passage, document):
                continue
            if passage.kind in TOLD_FIRST:
                first |= self._notions(passage)
            elif passage.kind == TEXT:
                later |= self._notions(passage)
        yield from self._told("meaning", first)
        yield from self._told("meaning-of-text", later)

    def _told(self, kind: str, numbers: Iterable[int]) -> Iterator[Passage]:
        words: dict[str, dict[str, None]] = defaultdict(dict)
        for number in sorted(numbers):
            for language, phrases in self.notions[number].items():
                words[language].update(dict.fromkeys(phrases))
        for language, told in sorted(words.items()):
            yield Passage(kind, language, WEIGHT[kind], tuple(told))

    def _notions(self, passage: Passage) -> set[int]:
        """The numbers of the notions that a passage has a word of."""
        starts = self.starts.get(passage.language, {})
        found: set[int] = set()
        for phrase in passage.phrases if starts else ():
            forms = [_forms(word, passage.language, self.lemma) for word in keys.words_of(phrase)]
            for place, here in enumerate(forms):
                following = forms[place + 1 : place + 1 + LONGEST]
                begun = (begun for form in here for begun in starts.get(form, ()))
                found.update(number for rest, number in begun if _begins(following, rest))
        return found


def meanings(notions: Sequence[Notion], lemma: Lemma = keys.lemma) -> Meanings:
    """Makes a dictionary ready to be asked."""
    starts: dict[str, dict[str, list[tuple[tuple[_Forms, ...], int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for number, notion in enumerate(notions):
        for language, phrases in notion.items():
            for phrase in phrases:
                first, *rest = (_forms(word, language, lemma) for word in keys.words_of(phrase))
                for form in first:
                    starts[language][form].append((tuple(rest), number))
    return Meanings(notions, starts, lemma)


def digest(notions: Sequence[Notion]) -> str:
    """What changes when the dictionary does."""
    told = json.dumps([dict(notion) for notion in notions], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _is_source(passage: Passage, document: Document) -> bool:
    """Whether a passage is looked through: the author's words, and search words of any language.

    A translation says what the original says; its ambiguous words would only add what it does not.
    """
    return passage.language in document.facets["language"] or passage.kind == "keywords"


def _begins(words: Sequence[_Forms], wanted: Sequence[_Forms]) -> bool:
    return len(words) >= len(wanted) and all(
        not one.isdisjoint(other) for one, other in zip(words, wanted, strict=False)
    )


def _forms(word: str, language: str, lemma: Lemma) -> _Forms:
    return frozenset({fold(word), fold(lemma(word, language))})
