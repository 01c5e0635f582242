"""What was typed, read as words: little ones left out, slips mended, neighbours kept together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from practicebook.search import keys
from practicebook.search.index import Index, Keys
from practicebook.search.little import little_words
from practicebook.search.rows import SHORT, pair
from practicebook.search.slips import meant
from practicebook.vocabulary import fold

LONGEST_QUERY = 300
MOST_WORDS = 20
# A word that so large a part of all practices has in one language does not tell them apart.
NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Word:
    """A word as it is looked for, and its keys in each language.

    Args:
        text: as it was typed, or as it was most likely meant.
        keys: its own, and those of its phrases: who has the phrase has the word.
    """

    text: str
    keys: Keys


@dataclass(frozen=True)
class Question:
    """What is looked for.

    Args:
        words: all that tell something.
        required: those that tell practices apart; all words where none does.
        pairs: keys of two words next to each other, which add as much as one more word; with the
            rarity they have at most, that of both together.
        mended: what was typed and what was most likely meant, where nobody wrote the former.
    """

    words: tuple[Word, ...]
    required: tuple[Word, ...]
    pairs: tuple[tuple[Keys, float], ...]
    mended: Mapping[str, str]

    @property
    def optional(self) -> tuple[Word, ...]:
        """Words that need not be there."""
        return tuple(word for word in self.words if word not in self.required)


def read(typed: str, index: Index) -> Question:
    """Reads what was typed; only its first letters and words count."""
    distinct = list(dict.fromkeys(keys.words_of(typed[:LONGEST_QUERY])))[:MOST_WORDS]
    languages = index.languages
    little = _little(distinct, index)
    telling = [word for word in distinct if fold(word) not in little] or distinct
    found = {word: index.keys_of(word) for word in telling}
    mended = _mended([word for word in telling if not index.knows(found[word])], index)
    texts = [mended.get(word, word) for word in telling]
    own = [index.keys_of(text) for text in texts]
    pairs = [_pair(one, other, languages) for one, other in pairwise(texts)]
    words = tuple(
        Word(text, _with(mine, pairs[max(0, place - 1) : place + 1]))
        for place, (text, mine) in enumerate(zip(texts, own, strict=True))
    )
    required = tuple(word for word in words if not _is_weak(word, index)) or words
    rarities = [index.rarity(one) + index.rarity(other) for one, other in pairwise(own)]
    return Question(words, required, tuple(zip(pairs, rarities, strict=True)), mended)


def _little(words: Sequence[str], index: Index) -> frozenset[str]:
    """The little words of the languages in which most of the words are known.

    "care" is a little word in Romanian; it is not when an English question has it.
    """
    folded = {word: fold(word) for word in words}
    known = {word: index.knows(index.keys_of(word)) for word in words}
    scores = {
        code: sum(folded[word] in little_words(code) or code in known[word] for word in words)
        for code in index.languages
    }
    best = max(scores.values(), default=0)
    return frozenset().union(*(little_words(code) for code, n in scores.items() if n == best))


def _mended(unknown: Sequence[str], index: Index) -> dict[str, str]:
    written = index.spelled() if unknown else []
    found = {word: meant(word, written, index.languages) for word in unknown}
    return {word: other for word, other in found.items() if other}


def _pair(one: str, other: str, languages: Sequence[str]) -> Keys:
    return {code: frozenset({pair(one, other, code)}) for code in languages}


def _with(own: Keys, pairs: Sequence[Keys]) -> Keys:
    return {code: own[code].union(*(both[code] for both in pairs)) for code in own}


def _is_weak(word: Word, index: Index) -> bool:
    """Whether a word need not be there: it tells no practices apart.

    That is a word which nearly all practices have in one language (what the whole collection is
    about), or a short one that nobody wrote down on its own.
    """
    if len(word.text) <= SHORT and not index.stands_alone(word.text):
        return True
    return index.part_with(word.keys) > NEARLY_ALL
