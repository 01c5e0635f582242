"""Problems as annotations that GitHub shows on the lines of a pull request.

The form is that of "workflow commands" in GitHub's documentation of Actions.
"""

from __future__ import annotations

from collections.abc import Sequence

from practicebook.problems import Severity
from practicebook.report.told import Told


def github(told: Sequence[Told]) -> str:
    """One annotation a problem, an error or a notice."""
    return "".join(f"{_annotation(problem)}\n" for problem in told)


def _annotation(told: Told) -> str:
    command = "error" if told.severity is Severity.MUST_FIX else "notice"
    where = f"file={_property(told.file)},line={max(told.line, 1)},title={_property(told.code)}"
    return f"::{command} {where}::{_text(told.sentence)}%0A{_text(told.hint)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
