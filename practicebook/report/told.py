"""A problem put into the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from practicebook.language import Language
from practicebook.problems import Problem, Severity, Word
from practicebook.rules import sentences, severity, visible

# As long as a path can be on most computers, so that it is never cut.
LONGEST_PATH = 4_096


@dataclass(frozen=True)
class Told:
    """A problem as people read it.

    Args:
        label: the field and what surrounds it, "" when the problem is not about a field.
        message, hint: what is wrong and what to do.
    """

    file: str
    line: int
    field: str
    code: str
    severity: Severity
    label: str
    message: str
    hint: str

    @property
    def sentence(self) -> str:
        """The message with the field's label before it."""
        return f"{self.label}: {self.message}" if self.label else self.message


def tell(problems: Iterable[Problem], language: Language) -> list[Told]:
    """The problems in the words of a language."""
    return [_tell(problem, language) for problem in problems]


def _tell(problem: Problem, language: Language) -> Told:
    said = sentences(problem, language)
    label = cast("Sequence[object]", problem.values.get("label", ()))
    words = (language.gettext(part) if isinstance(part, Word) else str(part) for part in label)
    return Told(
        visible(problem.file, LONGEST_PATH),
        problem.line,
        problem.field,
        problem.code,
        severity(problem),
        ", ".join(words),
        said.message,
        said.hint,
    )
