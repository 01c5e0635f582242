"""Kinds of value that are words of the vocabulary, or lists of values."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import core_schema

from practicebook.models.base import filled, suggestion, vocabulary, wrong
from practicebook.vocabulary import Scheme


def find_term(scheme: Scheme, given: str) -> str:
    """`given` if it is a key of the scheme; otherwise raises with the nearest key."""
    if given in scheme:
        return given
    if key := scheme.key_of(given):
        raise wrong("term-in-words", given=given, nearest=key)
    raise wrong("unknown-term", given=given, **suggestion(given, scheme.terms))


@dataclass(frozen=True)
class Term:
    """Annotation: the value is a key of a list of the vocabulary."""

    scheme: str

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def check(value: object, info: ValidationInfo) -> str:
            return find_term(vocabulary(info)[self.scheme], filled(value))

        return core_schema.with_info_before_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "x-terms": self.scheme}


@dataclass(frozen=True)
class Several:
    """Annotation: a list without repetitions, with between `lowest` and `highest` entries."""

    lowest: int = 0
    highest: int = 50

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        listed = core_schema.no_info_before_validator_function(self.listed, handler(source))
        return core_schema.no_info_after_validator_function(_no_repeats, listed)

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        bounds = {"minItems": self.lowest, "maxItems": self.highest, "uniqueItems": True}
        return {**handler(core), **bounds}

    def listed(self, value: object) -> object:
        if isinstance(value, str) and not value.strip():
            raise wrong("empty-field")
        if not isinstance(value, list | tuple):
            raise wrong("wants-list")
        if len(value) < self.lowest:
            raise wrong("too-few")
        if len(value) > self.highest:
            raise wrong("too-many", size=len(value), limit=self.highest)
        return value


def _no_repeats(entries: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    seen: set[Hashable] = set()
    for entry in entries:
        if entry in seen:
            raise wrong("repeated-entry", given=str(entry))
        seen.add(entry)
    return entries
