"""Personal numbers, addresses and telephones of people, found so that they can be removed.

The only module that knows python-stdnum and phonenumbers. What is found is masked in messages,
because logs are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType

import phonenumbers
from stdnum.bg import egn
from stdnum.exceptions import (
    InvalidChecksum,
    ValidationError,
)
from stdnum.md import idno
from stdnum.pl import pesel
from stdnum.ro import cnp
from stdnum.ua import rntrc

from practicebook.drafts import Draft, Kind
from practicebook.problems import Problem

# Length of the number and who can read it; the tables are those of python-stdnum.
_NUMBERS: tuple[tuple[int, str, ModuleType], ...] = (
    (11, "PESEL", pesel),
    (13, "CNP", cnp),
    (13, "IDNP", idno),
    (10, "EGN", egn),
    (10, "RNOKPP", rntrc),
)
# These have a date inside, so that even with a wrong check digit they can be told from an amount.
_DATED = {"PESEL", "CNP", "EGN"}
# Only what cannot be another number: 1 begins the numbers of organisations, 97 those of books, and
# a round number is an amount.
_NEVER = {"IDNP": re.compile(r"1|97"), "RNOKPP": re.compile(r"\d*000\Z")}
_DIGITS = re.compile(r"(?<![\w.,/=-])\d{10,13}(?![\w/-]|[.,]\d)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PERSON = re.compile(r"[^\W\d_]+[._][^\W\d_]+")
_PRIVATE_MAIL = re.compile(r"@(gmail|outlook|hotmail|yahoo|ukr|wp|o2|onet|interia|mail)\.")


def check(draft: Draft) -> Iterator[Problem]:
    """Every personal number, address or telephone number in a draft, once a line."""
    for line, text in _lines(draft):
        yield from _numbers(draft, line, text)
        for address in _EMAIL.findall(text):
            name = address.split("@")[0]
            if _PERSON.fullmatch(name) or _PRIVATE_MAIL.search(address.lower()):
                yield draft.problem("personal-email", line, given=_masked(address))
        # Without a country only numbers that begin with a plus sign can be told from others.
        for match in phonenumbers.PhoneNumberMatcher(text, None) if "+" in text else ():
            yield draft.problem("personal-telephone", line, given=_masked(match.raw_string))


def _lines(draft: Draft) -> Iterator[tuple[int, str]]:
    """The texts of header and body with their lines; addresses of pages are left out."""
    if draft.kind is not Kind.AUTHORITY:
        yield from enumerate(draft.body.split("\n"), draft.body_line)
    yield from _header_lines(draft, draft.header, ())


def _header_lines(
    draft: Draft, value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[int, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _header_lines(draft, inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _header_lines(draft, inner, (*path, number))
    elif isinstance(value, str) and "://" not in value:
        yield draft.line_of(path), value


def _numbers(draft: Draft, line: int, text: str) -> Iterator[Problem]:
    for digits in _DIGITS.findall(text):
        for length, kind, reader in _NUMBERS:
            if len(digits) != length or (kind in _NEVER and _NEVER[kind].match(digits)):
                continue
            verdict = _verdict(digits, reader, kind)
            if verdict:
                yield draft.problem(verdict, line, given=_masked(digits), kind=kind)
                break


def _verdict(digits: str, reader: ModuleType, kind: str) -> str | None:
    try:
        reader.validate(digits)
    except InvalidChecksum:
        return "national-number-like" if kind in _DATED and _has_date(digits, reader) else None
    except ValidationError:
        return None
    return "national-number"


def _has_date(digits: str, reader: ModuleType) -> bool:
    try:
        reader.get_birth_date(digits)
    except ValidationError:
        return False
    return True


def _masked(text: str) -> str:
    """The beginning of a finding, the rest hidden: `44051******`."""
    keep = min(5, len(text) // 2)
    return text[:keep] + re.sub(r"\w", "*", text[keep:])
