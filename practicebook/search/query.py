"""Answers to what people type: all words first, then any word when there is little.

Nothing a person types is an operator: quotation marks, stars and brackets are no words and are
passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from practicebook.search import keys
from practicebook.search.documents import FACETS
from practicebook.search.index import Index, SearchUnavailable, open_index
from practicebook.search.question import Question, Word, read
from practicebook.search.rows import SHORT, Found

__all__ = ["Answer", "Hit", "SearchUnavailable", "search"]

# With fewer results than this, practices that have only some of the words are shown too.
FEW = 3
# A question of three words or more is a sentence of which hardly any practice has all; with fewer
# results than this, those that have most of it are shown too.
SENTENCE = 3
SCREEN = 10


@dataclass(frozen=True)
class Hit:
    """A practice that was found.

    Args:
        id: of the practice.
        score: higher is better; comparable within one answer only.
        line: the line of its text that has most of the words, else its summary.
        language: of that line.
        matched: the words of the query that the practice has, as they were looked for.
    """

    id: str
    score: float
    line: str
    language: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What was found, best first.

    Args:
        hits: practices that have all words before those that have some.
        any_word: whether some have only some of the words.
        mended: what was typed and what was looked for instead, because nobody wrote the former.
    """

    hits: tuple[Hit, ...]
    any_word: bool
    mended: Mapping[str, str] = field(default_factory=dict)


def search(
    folder: Path,
    words: str,
    filters: Mapping[str, str] | None = None,
    limit: int = 20,
) -> Answer:
    """Practices that answer a query in any of the languages of the index.

    Marks may be missing and words may be inflected; a word nobody wrote is mended if one slip
    explains it. When few practices have all words, those that have any of them follow. Words that
    nearly all practices have, and short words that nobody listed, need not be there. Without words,
    all that passes the filters.

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
        asked = read(words, index)
        if not asked.words and not narrowed:
            return Answer((), any_word=False)
        found, any_word = _find(index, asked, narrowed, limit)
        hits = tuple(_hit(each, asked.words, index.languages) for each in found)
        return Answer(hits, any_word, asked.mended)


def _find(
    index: Index, asked: Question, filters: Mapping[str, str], limit: int
) -> tuple[list[Found], bool]:
    wanted = [word.keys for word in asked.required]
    optional = [word.keys for word in asked.optional]
    found = index.find(wanted, optional, asked.pairs, filters, every=True, limit=limit)
    few = FEW if len(wanted) < SENTENCE else SCREEN
    if len(found) >= min(few, limit):
        return found, False
    known = {each.id for each in found}
    loose = index.find(
        wanted, optional, asked.pairs, filters, every=False, limit=limit + len(known)
    )
    if not loose and (rest := [word.keys for word in asked.words if len(word.text) > SHORT]):
        # Nobody wrote the telling words ("refugees in Atlantis"): better the others than nothing.
        loose = index.find(rest, [], [], filters, every=False, limit=limit)
    more = [each for each in loose if each.id not in known]
    return [*found, *more][:limit], bool(more)


def _hit(found: Found, words: Sequence[Word], order: Sequence[str]) -> Hit:
    met = {
        word.text: {language for language, key in found.keys if key in word.keys[language]}
        for word in words
    }
    matched = tuple(word for word, languages in met.items() if languages)
    spoken = [language for language in order if language in found.lines]
    language = max(spoken, key=lambda code: sum(code in codes for codes in met.values()))
    line = max(found.lines[language], key=lambda text: _met_in(text, language, words))
    return Hit(found.id, found.score, line, language, matched)


def _met_in(line: str, language: str, words: Iterable[Word]) -> int:
    """How many words of the query a line has."""
    there = keys.keys_of_line(line, language)
    return sum(not there.isdisjoint(word.keys[language]) for word in words)
