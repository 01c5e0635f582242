"""Problems as text for a person at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import groupby

from practicebook.language import Language
from practicebook.problems import Severity
from practicebook.report.told import Told

WIDTH = 88


def plain(told: Sequence[Told], files: int, language: Language) -> str:
    """The problems file by file in the order of lines, and a last line that counts.

    Args:
        told: the problems, in order.
        files: how many files were looked at.
        language: the reader's language.
    """
    parts = []
    for file, group in groupby(told, key=lambda problem: problem.file):
        parts.append(file)
        parts.extend(_problem(problem, language) for problem in group)
    return "\n".join([*parts, _count(told, files, language)]) + "\n"


def _problem(told: Told, language: Language) -> str:
    line = language.gettext("line {n}").format(n=told.line) if told.line else ""
    advice = told.severity is Severity.ADVICE
    start = language.gettext("Advice:") + " " if advice else ""
    body = _wrap(start + told.sentence) + _wrap(told.hint)
    body[-1] = f"{body[-1]:<{WIDTH - 10}}  {told.code}"
    first, *rest = body
    return "\n".join([f"  {line:<10}{first}", *(" " * 12 + text for text in rest)])


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH - 12, break_long_words=False, break_on_hyphens=False)


def _count(told: Sequence[Told], files: int, language: Language) -> str:
    wrong = [problem for problem in told if problem.severity is Severity.MUST_FIX]
    bad = len({problem.file for problem in wrong})
    n = language.counted
    said = []
    if wrong:
        things = n("{n} thing to fix", "{n} things to fix", len(wrong))
        where = n("in {n} file", "in {n} files", bad)
        said.append(f"{things} {where}.")
        said.append(n("{n} other file is fine.", "{n} other files are fine.", files - bad))
    else:
        said.append(n("Nothing to fix in {n} file.", "Nothing to fix in {n} files.", files))
    if advice := len(told) - len(wrong):
        said.append(n("{n} piece of advice.", "{n} pieces of advice.", advice))
    return " ".join(said)
