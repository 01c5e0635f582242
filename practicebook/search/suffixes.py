"""Word endings cut off with a table, the same in Python and in a browser.

The table is read by the find page's script too: both fold a word, then cut the longest suffix of
the list that leaves at least `least` letters. So a form means the same in both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).with_name("suffixes.json")


@dataclass(frozen=True)
class Suffixes:
    """The endings of one language, and how many letters must stay."""

    least: int
    endings: frozenset[str]
    longest: int


def cut(folded: str, language: str) -> str:
    """A folded word without its ending; unchanged for a language that is not in the table.

    >>> cut("locuintelor", "ro"), cut("locuinta", "ro"), cut("housing", "de")
    ('locuint', 'locuint', 'housing')
    """
    table = tables().get(language)
    if table is None:
        return folded
    for size in range(min(table.longest, len(folded) - table.least), 0, -1):
        if folded[-size:] in table.endings:
            return folded[:-size]
    return folded


@cache
def tables() -> Mapping[str, Suffixes]:
    """The table by language code, read once."""
    raw = json.loads(TABLE.read_text(encoding="utf-8"))
    return MappingProxyType({code: _suffixes(row) for code, row in raw.items()})


def _suffixes(row: Mapping[str, object]) -> Suffixes:
    endings = row["suffixes"]
    if not isinstance(endings, list) or not isinstance(row["least"], int):
        raise TypeError("suffixes.json: a language has a number `least` and a list `suffixes`")
    return Suffixes(row["least"], frozenset(endings), max(map(len, endings)))
