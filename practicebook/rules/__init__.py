"""Every rule: its code, how serious it is, what is said, what to do, and why the rule exists.

The only place with sentences that people read about a mistake. The table is in the modules of
this package; the rules page of the site and the tests are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from practicebook.language import Language
from practicebook.problems import Problem, Severity, Word
from practicebook.rules.row import Rule


def _table() -> dict[str, Rule]:
    from practicebook.rules import bodies, files, headers, links, privacy, relations, values

    modules = (files, headers, values, bodies, links, privacy, relations)
    return {rule.code: rule for module in modules for rule in module.RULES}


RULES: Mapping[str, Rule] = _table()
LONG_NUMBER = re.compile(r"(?<!\d)\d{10,13}(?!\d)")


@dataclass(frozen=True)
class Sentences:
    """What a problem says in one language: what is wrong, and what to do about it."""

    message: str
    hint: str


def severity(problem: Problem) -> Severity:
    """How serious a problem is, from its rule."""
    return RULES[problem.code].severity


def must_fix(problem: Problem) -> bool:
    """Whether a problem stops a file from being published."""
    return severity(problem) is Severity.MUST_FIX


# What is wrong with a text that is merely unfinished: harmless on the author's own screen.
UNFINISHED = frozenset(
    {
        "section-missing",
        "section-empty",
        "section-unknown",
        "section-order",
        "text-before-sections",
        "template-text",
        "source-uncited",
        "figure-without-source",
        "no-source",
    }
)


def is_unfinished(problem: Problem) -> bool:
    """Whether a problem only says that the author has not finished yet."""
    return problem.code in UNFINISHED


def sentences(problem: Problem, language: Language) -> Sentences:
    """The words of a problem in a language.

    A rule may have several hints; the first whose gaps can all be filled is used.

    >>> from practicebook.problems import Problem
    >>> values = {"given": "housng", "nearest": "housing"}
    >>> told = Problem("a.md", 7, "themes", "unknown-term", values)
    >>> sentences(told, Language.of("en")).hint
    'Did you mean "housing"?'
    """
    rule = RULES[problem.code]
    values = {name: _shown(value, language) for name, value in problem.values.items()}
    hint = next(hint for hint in rule.hints if _gaps(hint) <= set(values))
    return Sentences(
        language.gettext(rule.message).format(**values), language.gettext(hint).format(**values)
    )


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _shown(value: object, language: Language) -> str:
    """A quoted value as it is safe and readable to print."""
    if isinstance(value, Word):
        return language.gettext(value)
    if isinstance(value, list | tuple):
        return ", ".join(_shown(entry, language) for entry in value)
    return visible(_without_numbers(value) if isinstance(value, str) else str(value))


def _without_numbers(text: str) -> str:
    """Long numbers are hidden, because they may be somebody's; those in addresses are not."""
    if "://" in text:
        return text
    return LONG_NUMBER.sub(lambda found: found.group()[:5] + "*" * (len(found.group()) - 5), text)


def visible(text: str, longest: int = 120) -> str:
    """`text` with control, direction and zero-width characters written out, cut at `longest`.

    >>> visible("a\\u202eb")
    'a\\\\u202eb'
    """
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
