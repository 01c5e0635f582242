"""What was most likely meant by a word nobody wrote.

The twin of `meant` in the find page's script; one list of slips tests both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from practicebook.search.suffixes import cut
from practicebook.vocabulary import fold

# Letters of a word in which a slip is mended.
LONG_ENOUGH = 5
# The part of its beginning that a word of the same family has in common with another.
FAMILY = 0.7


def meant(typed: str, written: Sequence[str], languages: Iterable[str]) -> str | None:
    """The word one slip away from the typed one, else one of the same family.

    Args:
        typed: a word nobody wrote.
        written: the words that were written, the commonest first.
        languages: whose endings may be cut off.

    >>> meant("traficking", ["traffic", "trafficking"], ["en"])
    'trafficking'
    """
    folded = fold(typed)
    if len(folded) < LONG_ENOUGH or any(letter.isdigit() for letter in folded):
        return None
    known = [(word, fold(word)) for word in written]
    slip = next((word for word, plain in known if is_near(folded, plain)), None)
    return slip or _of_one_stem(folded, known, tuple(languages)) or _of_one_family(folded, known)


def _of_one_stem(
    folded: str, known: Iterable[tuple[str, str]], languages: Sequence[str]
) -> str | None:
    stems = {cut(folded, language) for language in languages}
    for word, plain in known:
        near = {stem for each in languages if len(stem := cut(plain, each)) >= LONG_ENOUGH}
        if any(is_near(one, other) for one in stems for other in near):
            return word
    return None


def _of_one_family(folded: str, known: Iterable[tuple[str, str]]) -> str | None:
    best, longest = None, max(LONG_ENOUGH, ceil(FAMILY * len(folded))) - 1
    for word, plain in known:
        same = _same_beginning(folded, plain)
        if same > longest:
            best, longest = word, same
    return best


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one slip at most: a letter more, less, another, two exchanged.

    >>> is_near("housnig", "housing"), is_near("house", "mouses")
    (True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = _same_beginning(one, other)
    a, b = one[start:], other[start:]
    if a[1:] == b[1:] or a == b[1:] or a[1:] == b:
        return True
    return a[:2] == b[1::-1] and a[2:] == b[2:]


def _same_beginning(one: str, other: str) -> int:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same
