"""Answers to what people type: all words first, then any word when there is little.

Nothing a person types is an operator: quotation marks, stars and brackets are no words and are
passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicebook.search import keys
from practicebook.search.documents import FACETS
from practicebook.search.index import SHORT, Found, Index, SearchUnavailable, open_index

__all__ = ["Answer", "Hit", "SearchUnavailable", "search"]

LONGEST_QUERY = 300
MOST_WORDS = 20
# With fewer results than this, practices that have only some of the words are shown too.
FEW = 3
# A word that so large a part of all practices has in one language does not tell them apart.
NEARLY_ALL = 0.7


@dataclass(frozen=True)
class Hit:
    """A practice that was found.

    Args:
        id: of the practice.
        score: higher is better; comparable within one answer only.
        line: the line of its text that has most of the words, else its summary.
        language: of that line.
        matched: the words of the query that the practice has, as they were typed.
    """

    id: str
    score: float
    line: str
    language: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What was found, best first; `any_word` says that some have only some of the words."""

    hits: tuple[Hit, ...]
    any_word: bool


@dataclass(frozen=True)
class _Word:
    """A word of the query as it was typed, and its keys in each language."""

    typed: str
    keys: Mapping[str, frozenset[str]]


def search(
    folder: Path,
    words: str,
    filters: Mapping[str, str] | None = None,
    limit: int = 20,
) -> Answer:
    """Practices that answer a query in any of the languages of the index.

    Marks may be missing and words may be inflected. When fewer than three practices have all
    words, those that have any of them follow. Words that nearly all practices have, and short
    words that nobody listed, need not be there. Without words, all that passes the filters.

    Args:
        folder: of the index.
        words: what was typed; at most 300 characters and 20 words are used.
        filters: a facet ("theme", "group", "country", "language", "kind", "evidence") and the
            key it must have; capitals count.
        limit: how many practices at most.

    Raises:
        SearchUnavailable: there is no index, or it is damaged.
        ValueError: a filter has an unknown name.
    """
    narrowed = filters or {}
    if unknown := sorted(set(narrowed) - set(FACETS)):
        raise ValueError(f"There is no filter {unknown[0]!r}; there are: {', '.join(FACETS)}.")
    index = open_index(folder)
    with index.searcher:
        asked = _words(words, index.languages)
        if not asked and not narrowed:
            return Answer((), any_word=False)
        found, any_word = _find(index, asked, narrowed, limit)
        return Answer(tuple(_hit(each, asked, index.languages) for each in found), any_word)


def _words(typed: str, languages: Sequence[str]) -> tuple[_Word, ...]:
    distinct = dict.fromkeys(keys.words_of(typed[:LONGEST_QUERY]))
    return tuple(
        _Word(word, keys.query_keys(word, languages)) for word in list(distinct)[:MOST_WORDS]
    )


def _find(
    index: Index, words: Sequence[_Word], filters: Mapping[str, str], limit: int
) -> tuple[list[Found], bool]:
    required = [word for word in words if not _is_weak(word, index)] or list(words)
    optional = [word.keys for word in words if word not in required]
    wanted = [word.keys for word in required]
    found = index.find(wanted, optional, filters, every=True, limit=limit)
    if len(found) >= min(FEW, limit):
        return found, False
    known = {each.id for each in found}
    loose = index.find(wanted, optional, filters, every=False, limit=limit)
    if not loose and (rest := [word.keys for word in words if len(word.typed) > SHORT]):
        # Nobody wrote the telling words ("refugees in Atlantis"): better the others than nothing.
        loose = index.find(rest, [], filters, every=False, limit=limit)
    more = [each for each in loose if each.id not in known]
    return [*found, *more][:limit], bool(more)


def _is_weak(word: _Word, index: Index) -> bool:
    """Whether a word need not be there: it tells no practices apart.

    That is a word which nearly all practices have in one language ("for", "для", but also what the
    whole collection is about), or a short one that nobody wrote down on its own.
    """
    if len(word.typed) <= SHORT and not index.stands_alone(word.typed):
        return True
    return index.part_with(word.keys) > NEARLY_ALL


def _hit(found: Found, words: Sequence[_Word], order: Sequence[str]) -> Hit:
    met = {
        word.typed: {language for language, key in found.keys if key in word.keys[language]}
        for word in words
    }
    matched = tuple(word for word, languages in met.items() if languages)
    spoken = [language for language in order if language in found.lines]
    language = max(spoken, key=lambda code: sum(code in codes for codes in met.values()))
    line = max(found.lines[language], key=lambda text: _met_in(text, language, words))
    return Hit(found.id, found.score, line, language, matched)


def _met_in(line: str, language: str, words: Iterable[_Word]) -> int:
    """How many words of the query a line has."""
    there = keys.keys_of_line(line, language)
    return sum(not there.isdisjoint(word.keys[language]) for word in words)
