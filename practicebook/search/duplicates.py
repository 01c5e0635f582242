"""Practices told twice: texts that share most of their wording.

The only module that knows datasketch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from practicebook.catalogue import Catalogue
from practicebook.models import Practice
from practicebook.problems import Problem
from practicebook.search.keys import words_of
from practicebook.vocabulary import fold

# Words in a row that are compared; shorter rows are shared by chance.
SHINGLE = 3
# Two texts are near-duplicates when so large a part of all their rows of words is in both.
# Practices of one programme told separately share up to a fifth.
ALIKE = 0.5
# 128 gives an error of about 0.09 on the estimate; the LSH looks lower so as not to miss a pair,
# and the exact part decides.
PERMUTATIONS = 128
LOOK_FROM = 0.35


def near(texts: Mapping[str, str]) -> tuple[tuple[str, str, float], ...]:
    """Pairs of texts that are nearly the same, the most alike first.

    The likeness is the part, 0 to 1, that rows of three words in both texts are of the rows in
    either (Jaccard), without case, marks and punctuation. Candidates come from MinHash and
    locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3), so the
    time grows with the number of texts and not with its square.

    Args:
        texts: by name; a text of fewer than three words is passed over.

    Returns:
        (name, name, likeness), names in order, likeness at least 0.5.

    >>> near({"a": "one two three four", "b": "One, two, three: four!", "c": "other words here"})
    (('a', 'b', 1.0),)
    """
    # Importing it takes a second; most commands never compare texts.
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    rows = {name: shingles for name, text in texts.items() if (shingles := _shingles(text))}
    table = MinHashLSH(threshold=LOOK_FROM, num_perm=PERMUTATIONS)
    found: set[tuple[str, str]] = set()
    for name, shingles in rows.items():
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([shingle.encode() for shingle in shingles])
        found.update((min(name, other), max(name, other)) for other in table.query(sketch))
        table.insert(name, sketch)
    alike = [(one, other, _jaccard(rows[one], rows[other])) for one, other in found]
    return tuple(sorted((p for p in alike if p[2] >= ALIKE), key=lambda p: (-p[2], p[:2])))


def problems(catalogue: Catalogue, file_of: Callable[[Practice], str]) -> Iterator[Problem]:
    """Advice on each practice that says nearly the same as another one.

    Args:
        file_of: the file of a practice, from the top of the project.
    """
    texts = {p.id: "\n".join(section.text for section in p.sections) for p in catalogue}
    for one, other, _likeness in near(texts):
        this, that = catalogue.practices[one], catalogue.practices[other]
        values = {"given": that.title, "other": file_of(that)}
        yield Problem(file_of(this), 0, "", "near-duplicate", values)


def _shingles(text: str) -> frozenset[str]:
    words = [fold(word) for word in words_of(text)]
    return frozenset(
        " ".join(words[place : place + SHINGLE]) for place in range(len(words) - SHINGLE + 1)
    )


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
