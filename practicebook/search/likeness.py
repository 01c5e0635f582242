"""How alike practices are, in numbers: each with all others, a few hundred at a time.

The only module that knows numpy and scipy: comparing every pair in Python takes ten minutes for
10,000 practices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from practicebook.search.similar import Profile

# How much each thing in common counts when it is wholly so.
WORDS, THEMES, MAIN_THEME, GROUPS, SETTING, SIZE, COUNTRY = 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 0.5
# The words that tell a practice apart; more only repeat what its terms say.
MOST_WORDS = 60
# Practices that are compared with all others at once; more only take more memory.
AT_ONCE = 200
# Sums may differ in the last digits from computer to computer; beyond these they say nothing.
DIGITS = 9

Numbers = np.ndarray[Any, np.dtype[np.float64]]


def orders(profiles: Sequence[Profile], rarity: Mapping[str, float]) -> Iterator[list[int]]:
    """For each practice the places of all practices, the most alike first, itself among them.

    Of equally alike ones the earlier comes first. Words count by the cosine of their vectors, terms
    in common as a part of the terms of both (Jaccard), weighed by rarity; sizes by their ratio.

    Args:
        profiles: of all practices.
        rarity: of each theme, target group and setting.
    """
    words = _words([profile.words for profile in profiles])
    terms = [
        (THEMES, *_terms([each.practice.themes for each in profiles], rarity)),
        (GROUPS, *_terms([each.practice.target_groups for each in profiles], rarity)),
        (SETTING, *_terms([each.authority.setting for each in profiles], rarity)),
    ]
    sizes = np.array(
        [p.authority.population.value if p.authority.population else 0 for p in profiles]
    )
    themes = np.array([each.practice.themes[0] for each in profiles])
    countries = np.array([each.practice.country for each in profiles])
    for start in range(0, len(profiles), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        score = WORDS * (words[part] @ words.T).toarray()
        for weight, weighed, plain, whole in terms:
            score += weight * _jaccard(weighed[part] @ plain.T, whole[part], whole)
        score += MAIN_THEME * (themes[part, None] == themes)
        score += COUNTRY * (countries[part, None] == countries)
        score += SIZE * _ratio(sizes[part, None], sizes)
        for row in np.argsort(-score.round(DIGITS), axis=1, kind="stable"):
            yield [int(place) for place in row]


def _words(counted: Sequence[Mapping[str, int]]) -> csr_array:
    """A row for each practice, of length 1: its most telling words by frequency and rarity."""
    spread = Counter(word for words in counted for word in words)
    vectors = [_vector(words, spread, len(counted)) for words in counted]
    return _matrix(vectors)


def _vector(counted: Mapping[str, int], spread: Counter[str], total: int) -> Mapping[str, float]:
    weighed = {
        word: (1 + log(times)) * log(total / spread[word])
        for word, times in counted.items()
        if 1 < spread[word] < total / 2
    }
    kept = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:MOST_WORDS]
    length = sqrt(sum(weight * weight for _word, weight in kept))
    return {word: weight / length for word, weight in kept}


def _terms(
    lists: Sequence[Sequence[str]], rarity: Mapping[str, float]
) -> tuple[csr_array, csr_array, Numbers]:
    """Terms of each practice by their rarity, as ones, and the rarity of all its terms."""
    weighed = [{key: rarity[key] for key in keys} for keys in lists]
    whole = np.array([sum(each.values()) for each in weighed])
    return _matrix(weighed), _matrix([dict.fromkeys(each, 1.0) for each in weighed]), whole


def _matrix(rows: Sequence[Mapping[str, float]]) -> csr_array:
    columns = {
        name: place for place, name in enumerate(sorted({key for row in rows for key in row}))
    }
    places = [columns[key] for row in rows for key in row]
    values = [value for row in rows for value in row.values()]
    starts = np.cumsum([0, *map(len, rows)])
    return csr_array((values, places, starts), shape=(len(rows), max(1, len(columns))))


def _jaccard(common: csr_array, mine: Numbers, yours: Numbers) -> Numbers:
    shared: Numbers = common.toarray()
    either = mine[:, None] + yours - shared
    return np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)


def _ratio(mine: Numbers, yours: Numbers) -> Numbers:
    """The smaller number as a part of the larger; 0 where one is not known, which is 0 too."""
    large = np.maximum(mine, yours)
    return np.divide(np.minimum(mine, yours), large, out=np.zeros(large.shape), where=large > 0)
