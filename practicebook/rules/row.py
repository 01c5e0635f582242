"""The row of the table of rules."""

from __future__ import annotations

from dataclasses import dataclass

from practicebook.problems import Severity

MUST_FIX = Severity.MUST_FIX
ADVICE = Severity.ADVICE


@dataclass(frozen=True)
class Rule:
    """One rule.

    Args:
        code: stable name, shown beside each finding and used as an address on the rules page.
        severity: must be fixed, or advice that a person decides on.
        message: what is wrong, with {gaps} for what the person wrote.
        hints: what to do; the first hint whose gaps can be filled is used.
        why: the reason for the rule, for the rules page.
    """

    code: str
    severity: Severity
    message: str
    hints: tuple[str, ...]
    why: str
