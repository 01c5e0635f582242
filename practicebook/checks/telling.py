"""Findings that name other files: where they are told and which name they offer."""

from __future__ import annotations

from collections.abc import Iterable

from practicebook.drafts import Draft
from practicebook.problems import Problem
from practicebook.vocabulary import alike, choices, nearest

# Names of two practices of a country begin with its three signs, "pl-", and mean nothing alike.
LEAST = 6


def tell(draft: Draft, code: str, field: str, **values: object) -> Problem:
    """A finding about a field, or about the file as a whole when there is none."""
    return draft.problem(code, draft.line_of((field,)) if field else 0, field, **values)


def suggest(given: str, known: Iterable[str]) -> dict[str, object]:
    """A name that does not exist, with the nearest one or those that begin alike."""
    names = sorted(known)
    if near := nearest(given, names):
        return {"given": given, "nearest": near}
    if similar := alike(given, names, LEAST):
        return {"given": given, "choices": choices(similar)}
    return {"given": given}
