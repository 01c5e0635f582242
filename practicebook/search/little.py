"""Little words of a language, which nobody looks for: "the", "dla", "pentru", "щоб".

A practice need not have them, they add nothing to its rank, and words on both sides of one stand
next to each other: "people with no papers". The list is read by the find page's script too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from practicebook.search.keys import words_of
from practicebook.vocabulary import fold

TABLE = Path(__file__).with_name("little.json")
_NONE: frozenset[str] = frozenset()


def little_words(language: str) -> frozenset[str]:
    """The little words of a language, folded; none for a language that is not in the table.

    >>> "dla" in little_words("pl"), "dla" in little_words("ro")
    (True, False)
    """
    return _tables().get(language, _NONE)


@lru_cache(maxsize=100_000)
def telling_words(phrase: str, language: str) -> tuple[str, ...]:
    """The words of a phrase without the little ones, in their order.

    >>> telling_words("a bed for the night", "en")
    ('bed', 'night')
    """
    little = little_words(language)
    return tuple(word for word in words_of(phrase) if fold(word) not in little)


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    raw = json.loads(TABLE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            code: frozenset(fold(word) for line in lines for word in line.split())
            for code, lines in raw.items()
        }
    )
