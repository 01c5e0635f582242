"""Which words stand where: the index of the find page as lists of practices for each word.

A word stands without its ending. For each practice that has it the index says in which kinds of
passage, and from that the page knows both how much it counts and why the practice was found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from practicebook.search import keys
from practicebook.search.documents import PHRASED, WEIGHT, WHOLE, Document, Passage
from practicebook.search.little import telling_words
from practicebook.search.rows import SURE, can_mend
from practicebook.search.suffixes import cut, tables
from practicebook.vocabulary import fold

# The author's own words where the reader's language is another: found, but last.
ELSEWHERE = "elsewhere"
WEIGHT_OF_OTHER_LANGUAGE = 0.5
TEXT = "text"
# In how many sections a word stands is counted; more than so many count no more.
MOST_SECTIONS = 7
# Kinds of passage as bits of a number, above the bits of the count of sections.
KINDS = (*(kind for kind in WEIGHT if kind != TEXT), ELSEWHERE)
# For each word the practices that have it: their numbers, and where they have it.
Postings = Mapping[str, Mapping[int, int]]
# For each dictionary word of a language its forms without endings.
Families = Mapping[tuple[str, str], set[str]]


def weights() -> list[float]:
    """How much each of `KINDS` counts, in their order."""
    return [WEIGHT.get(kind, WEIGHT_OF_OTHER_LANGUAGE) for kind in KINDS]


def tables_of(code: str, spoken: Iterable[str]) -> tuple[str, ...]:
    """Languages by whose endings a word typed on a page is shortened: its own ones."""
    return tuple(sorted(set(spoken) & tables().keys())) or (code,)


def reduced(word: str, languages: Iterable[str]) -> frozenset[str]:
    """A word without marks and without its ending, by the tables of some languages."""
    return frozenset(_cut(word, language) for language in languages)


def postings(
    found: Sequence[Document], originals: Sequence[str], code: str, spoken: frozenset[str]
) -> Postings:
    """The words, and pairs of neighbours, under which readers of one language find practices.

    Args:
        found: what is searched of each practice; its place in the list is its number.
        originals: the language in which each of them was written.
        code: language of the page.
        spoken: languages whose words readers of this page may type.
    """
    told: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    families = _families(found, tables_of(code, spoken))
    for number, (each, original) in enumerate(zip(found, originals, strict=True)):
        for passage in each.passages:
            kind = _kind(passage, original, spoken)
            for word in _keys(passage, kind, code, spoken, families) if kind else ():
                told[word][number] = _with(told[word][number], kind)
    return told


def spellings(found: Iterable[Document], spoken: frozenset[str]) -> list[str]:
    """Words as they are written, the commonest first, to compare a slip with."""
    counted: Counter[str] = Counter()
    sure: set[str] = set()
    for each in found:
        for passage in each.passages:
            if passage.language in spoken or passage.kind == "place":
                words = {word.lower() for word in _words(passage) if can_mend(word)}
                counted.update(words)
                sure |= words if passage.kind in SURE else set()
    kept = (word for word, count in counted.items() if count > 1 or word in sure)
    return sorted(kept, key=lambda word: (-counted[word], word))


def _kind(passage: Passage, original: str, spoken: frozenset[str]) -> str:
    """The kind a passage counts as; "" when readers of this page will not search in it."""
    # The name of a place may be typed as people of any language know it.
    if passage.language in spoken or passage.kind == "place":
        return passage.kind
    return ELSEWHERE if passage.language == original else ""


def _with(value: int, kind: str) -> int:
    if kind != TEXT:
        return value | (MOST_SECTIONS + 1) << KINDS.index(kind)
    return value + 1 if value & MOST_SECTIONS < MOST_SECTIONS else value


def _words(passage: Passage) -> Iterator[str]:
    language = passage.language
    return (word for phrase in passage.phrases for word in telling_words(phrase, language))


def _families(found: Iterable[Document], languages: Iterable[str]) -> Families:
    """What is left of each form of a dictionary word that some text has.

    Endings alone do not bring "mieście" and "miasto" together; the dictionary does, but a reader's
    browser has none. So whoever has one form is found by each of the others.
    """
    families: dict[tuple[str, str], set[str]] = defaultdict(set)
    for language in languages:
        passages = (p for each in found for p in each.passages if p.language == language)
        for word in {word for passage in passages for word in _words(passage)}:
            families[keys.lemma(word, language), language].add(_cut(word, language))
    return families


def _keys(
    passage: Passage, kind: str, code: str, spoken: frozenset[str], families: Families
) -> frozenset[str]:
    language = passage.language
    typed = tables_of(code, spoken)
    by = (language,) if language in typed else typed
    phrases = [telling_words(phrase, language) for phrase in passage.phrases]
    alone = {word for words in phrases if kind not in WHOLE or len(words) == 1 for word in words}
    found = frozenset().union(
        *(
            _forms(word, language, by) | families.get((keys.lemma(word, language), language), set())
            for word in alone
        )
    )
    return found | _pairs(phrases, by) if kind in PHRASED else found


def _pairs(phrases: Iterable[Sequence[str]], by: tuple[str, ...]) -> frozenset[str]:
    """Neighbours in a phrase, both without their endings."""
    return frozenset(
        f"{_cut(one, table)} {_cut(other, table)}"
        for words in phrases
        for one, other in pairwise(words)
        for table in by
    )


@lru_cache(maxsize=400_000)
def _forms(word: str, language: str, tables: tuple[str, ...]) -> frozenset[str]:
    """A word and its dictionary form without endings."""
    return reduced(word, tables) | reduced(keys.lemma(word, language), tables)


@lru_cache(maxsize=400_000)
def _cut(word: str, language: str) -> str:
    return cut(fold(word), language)
