"""A practice as the index on disk takes it: keys with their weights, by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from practicebook.search import keys
from practicebook.search.documents import PHRASED, WHOLE, Document, Passage
from practicebook.search.little import telling_words
from practicebook.search.seal import Lemmas
from practicebook.search.suffixes import cut
from practicebook.vocabulary import fold

# Words of so many letters carry a meaning of their own only where somebody listed them alone.
SHORT = 3
# Field of the words of this length that somebody did list, and of all words as they are written.
ALONE = "alone"
SPELLED = "spelled"
# Kinds whose words are worth offering for a slip.
SURE = frozenset({"title", "keywords", "place", "main-theme", "term", "summary"})
SHORTEST_TO_MEND = 4


@dataclass(frozen=True)
class Found:
    """A practice that answers: its score, its lines by language, and (language, key) that met."""

    id: str
    score: float
    lines: Mapping[str, Sequence[str]]
    keys: frozenset[tuple[str, str]]


def field(language: str) -> str:
    """The field that has the keys of one language."""
    return f"words_{language}"


def remembering(lemmas: Lemmas) -> Callable[[str, str], str]:
    """Looks dictionary forms up and remembers them; opening a dictionary is slow."""

    def lemma(word: str, language: str) -> str:
        known, small = lemmas.setdefault(language, {}), word.lower()
        # Whoever types a word later rarely begins it as the text does.
        if small not in known:
            known[small] = keys.lemma(small, language)
        return known[small]

    return lemma


def row(each: Document, digest: str, lemma: Callable[[str, str], str]) -> dict[str, Any]:
    """The fields of a practice; keys with their weights are written as "key^weight".

    Args:
        digest: is stored and tells later whether the practice has changed.
        lemma: how dictionary forms are found.
    """
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    alone: set[str] = set()
    spelled: set[str] = set()
    for passage in each.passages:
        phrases = [telling_words(phrase, passage.language) for phrase in passage.phrases]
        alone.update(fold(w[0]) for w in phrases if len(w) == 1 and len(w[0]) <= SHORT)
        if passage.kind in SURE:
            spelled.update(word.lower() for words in phrases for word in words if can_mend(word))
        for key in _keys(passage, phrases, lemma):
            weights[field(passage.language)][key] += passage.weight
    text = {
        name: " ".join(f"{key}^{weight:g}" for key, weight in sorted(keyed.items()))
        for name, keyed in weights.items()
    }
    return {
        "id": each.id,
        "digest": digest,
        "lines": {language: list(told) for language, told in each.lines.items()},
        ALONE: " ".join(sorted(alone)),
        SPELLED: " ".join(sorted(spelled)),
        **{name: " ".join(values) for name, values in each.facets.items()},
        **text,
    }


def can_mend(word: str) -> bool:
    """Whether a word is one that somebody may have meant who made a slip."""
    return len(word) >= SHORTEST_TO_MEND and not any(letter.isdigit() for letter in word)


def pair(one: str, other: str, language: str) -> str:
    """The key of two words next to each other."""
    return f"{cut(fold(one), language)}+{cut(fold(other), language)}"


def _keys(
    passage: Passage, phrases: Iterable[Sequence[str]], lemma: Callable[[str, str], str]
) -> set[str]:
    language, whole = passage.language, passage.kind in WHOLE
    found: set[str] = set()
    for words in phrases:
        if not whole or len(words) == 1:
            for word in words:
                found |= keys.keys(word, language, lemma(word, language))
        if passage.kind in PHRASED:
            found.update(pair(one, other, language) for one, other in pairwise(words))
    return found


def found_in(hit: Any) -> Found:
    """What a hit of the index tells; its methods have no types."""
    met = frozenset(
        (name.removeprefix("words_"), key.decode())
        for name, key in hit.matched_terms()
        if name.startswith("words_")
    )
    return Found(hit["id"], float(hit.score), hit["lines"], met)
