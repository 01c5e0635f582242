"""What can be wrong with a file, as a value.

A mistake in a file is never an exception: every step returns the problems it found, and all of
them flow to one report.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Severity(Enum):
    """How serious a problem is: it must be fixed, or a person decides."""

    MUST_FIX = "must-fix"
    ADVICE = "advice"


class Word(str):
    """A word of the interface inside a sentence: the report translates it, unlike a quotation."""

    __slots__ = ()


@dataclass(frozen=True)
class Problem:
    """One finding in one file.

    The sentence itself is not stored: `code` names a rule, `values` fills its gaps, and
    `rules.sentences` makes the words in the reader's language.

    Args:
        file: path from the top of the project, with forward slashes.
        line: line in that file, counted from 1; 0 when the finding is about the file as a whole.
        field: name of the header field, or "" when it is not about one field.
        code: the rule, for example "unknown-term".
        values: what the rule's sentences quote.
    """

    file: str
    line: int
    field: str
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=lambda: MappingProxyType({}))

    def order(self) -> tuple[str, int, str, str]:
        """Sort key: problems are told in the order of the lines of their file."""
        return (self.file, self.line, self.code, self.field)
