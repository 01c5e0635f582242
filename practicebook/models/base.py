"""What all kinds of content share, and the kinds of value a field may have.

Values arrive as text. A value that cannot stand raises an error that names the rule and what it
quotes; pydantic collects all of them, so that one reading tells every mistake of a header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError, core_schema

from practicebook.language import is_country, is_currency, is_language
from practicebook.vocabulary import Vocabulary, alike, choices, nearest

EARLIEST_YEAR, LATEST_YEAR = 1945, 2100
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
LONGEST_NAME = 80
NOT_KNOWN = "not-known"
# HTML-like marks; a lone "<" as in "children < 3" is fine.
MARKUP = re.compile(r"</?[a-zA-Z!?][^>]*>?|&(?:#\w+|\w+);|javascript:", re.IGNORECASE)


class Content(BaseModel):
    """Base of all kinds of content: frozen, no unknown fields, nothing guessed.

    `computed` fields are set by the program; a header that writes them is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())
    computed: ClassVar[frozenset[str]] = frozenset()


def wrong(code: str, **values: object) -> PydanticCustomError:
    """The error that stands for one rule and what its sentence quotes."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def vocabulary(info: ValidationInfo) -> Vocabulary:
    """The vocabulary that values are checked against."""
    context: Mapping[str, Any] = info.context or {}
    found: Vocabulary = context["vocabulary"]
    return found


# ---- text ----------------------------------------------------------------------------------


def filled(value: object) -> str:
    """The text of a value with single blanks, if it is a text and not empty."""
    if not isinstance(value, str):
        raise wrong("wants-text")
    text = " ".join(value.split())
    if not text:
        raise wrong("empty-field")
    return text


def _unit(value: object) -> str:
    text = filled(value)
    if found := MARKUP.search(text):
        raise wrong("markup-in-line", given=found.group())
    if "{{" in text or "{%" in text:
        raise wrong("braces", given=text)
    return text


def _line(value: object) -> str:
    text = _unit(value)
    if not any(letter.isalnum() for letter in text):
        raise wrong("no-words", given=text)
    return text


# ---- numbers, dates, codes -----------------------------------------------------------------


def _number(value: object) -> Decimal:
    text = filled(value)
    if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        raise wrong("not-a-number", given=text)
    return Decimal(text)


def _year(value: object) -> int:
    text = filled(value)
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise wrong("not-a-number", given=text)
    return _known_year(text)


def _known_year(given: str) -> int:
    if not EARLIEST_YEAR <= int(given) <= LATEST_YEAR:
        raise wrong("year-range", given=given, lowest=EARLIEST_YEAR, highest=LATEST_YEAR)
    return int(given)


def _dated(pattern: str, code: str, value: object) -> str:
    text = filled(value)
    if not re.fullmatch(pattern, text, re.ASCII):
        raise wrong(code, given=text)
    parts = [int(part) for part in text.split("-")]
    _known_year(text[:4])
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise wrong(code, given=text) from error
    return text


def _month(value: object) -> str:
    return _dated(r"\d{4}(-\d\d)?", "bad-month", value)


def _day(value: object) -> str:
    return _dated(r"\d{4}(-\d\d(-\d\d)?)?", "bad-date", value)


def _started(value: object) -> str:
    return NOT_KNOWN if value == NOT_KNOWN else _month(value)


def _yes_or_no(value: object) -> bool:
    if filled(value) not in ("yes", "no"):
        raise wrong("not-yes-or-no", given=value)
    return value == "yes"


def _coded(known: Callable[[str], bool], code: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = filled(value)
        if not known(text):
            raise wrong(code, given=text)
        return text

    return check


def is_name(text: str) -> bool:
    """Whether `text` can name a practice or an authority: a-z, 0-9, hyphens, at most 80."""
    return bool(NAME.match(text)) and len(text) <= LONGEST_NAME


@dataclass(frozen=True)
class Checked:
    """Annotation: the value goes through `check` before pydantic sees it.

    Args:
        check: takes what the header says, gives the value or raises a `wrong`.
        schema: what the exported JSON Schema says about the value as people write it.
    """

    check: Callable[[object], object]
    schema: Mapping[str, Any] = field(hash=False)

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


def line(lowest: int, highest: int) -> Checked:
    """The annotation of a text of one line with so many characters."""

    def check(value: object) -> str:
        text = _line(value)
        if len(text) < lowest:
            raise wrong("too-short", size=len(text), limit=lowest)
        if len(text) > highest:
            raise wrong("too-long", size=len(text), limit=highest)
        return text

    return Checked(check, {"type": "string", "minLength": lowest, "maxLength": highest})


def number(lowest: float, highest: float) -> Checked:
    """The annotation of a number between two bounds."""

    def check(value: object) -> Decimal:
        found = _number(value)
        if not lowest <= found <= highest:
            raise wrong("number-range", given=str(value), lowest=lowest, highest=highest)
        return found

    return Checked(check, {"type": "number", "minimum": lowest, "maximum": highest})


def suggestion(given: str, known: Collection[str]) -> dict[str, str]:
    """What a hint offers: the nearest word, else those that begin alike, else all of them."""
    near = nearest(given, known)
    return {"nearest": near} if near else {"choices": choices(alike(given, known) or known)}


def one_of(*allowed: str) -> Checked:
    """The annotation of a field with a few fixed words."""

    def check(value: object) -> str:
        text = filled(value)
        if text not in allowed:
            raise wrong("not-one-of", given=text, **suggestion(text, allowed))
        return text

    return Checked(check, {"enum": [*allowed]})


Line = Annotated[str, line(1, 300)]
Title = Annotated[str, line(5, 100)]
Summary = Annotated[str, line(40, 300)]
Keyword = Annotated[str, line(2, 80)]
# "%" is a unit, although there is no word in it.
Unit = Annotated[str, Checked(_unit, {"type": "string"})]
Amount = Annotated[Decimal, number(0, 10**12)]
Number = Annotated[Decimal, number(-(10**12), 10**12)]
Position = Annotated[int, number(1, 500)]
Year = Annotated[int, Checked(_year, {"type": "integer"})]
_MONTH = {"type": "string", "pattern": r"^\d{4}(-\d\d)?$"}
_DAY = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
Month = Annotated[str, Checked(_month, _MONTH)]
Started = Annotated[str, Checked(_started, _MONTH | {"pattern": r"^(\d{4}(-\d\d)?|not-known)$"})]
Day = Annotated[str, Checked(_day, _DAY)]
YesNo = Annotated[bool, Checked(_yes_or_no, {"enum": ["yes", "no"]})]
_TWO = {"type": "string", "pattern": "^[a-z]{2,3}$"}
LanguageCode = Annotated[str, Checked(_coded(is_language, "not-a-language"), _TWO)]
CountryCode = Annotated[
    str, Checked(_coded(is_country, "not-a-country"), {"type": "string", "pattern": "^[A-Z]{2}$"})
]
CurrencyCode = Annotated[
    str, Checked(_coded(is_currency, "not-a-currency"), {"type": "string", "pattern": "^[A-Z]{3}$"})
]
Name = Annotated[
    str, Checked(_coded(is_name, "bad-name"), {"type": "string", "pattern": "^[a-z0-9-]{1,80}$"})
]
