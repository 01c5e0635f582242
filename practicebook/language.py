"""Words, plurals, numbers and names in a reader's language.

The only module that knows Babel and the gettext catalogues in `locale/`. The English words are
the keys of the catalogues; a word without a translation is shown in English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, list_currencies

LOCALE = Path(__file__).parent / "locale"


def words(text: str) -> str:
    """Marks `text` for the translators without translating it here."""
    return text


@dataclass(frozen=True)
class Language:
    """One language of the reader.

    `Language.of("pl")` is the way to get one; catalogues are read once.
    """

    code: str

    @staticmethod
    @cache
    def of(code: str) -> Language:
        """The language with this two-letter code (ISO 639-1)."""
        return Language(code)

    @property
    def name(self) -> str:
        """The language's own name, for example "polski"."""
        return self.name_of_language(self.code)

    def name_of_language(self, code: str) -> str:
        """The name of another language in this one, for example "polonais"; the code if unknown."""
        return str(_locale(self.code).languages.get(code, code))

    def name_of_country(self, code: str) -> str:
        """The name of a country (ISO 3166-1, two letters) in this language."""
        return str(_locale(self.code).territories.get(code.upper(), code))

    def gettext(self, text: str) -> str:
        """The translation of an English text of the interface."""
        return str(_catalogue(self.code).texts.get(text, text))

    def ngettext(self, one: str, many: str, count: float) -> str:
        """The form of a counted text that goes with `count` (CLDR plural rules)."""
        catalogue = _catalogue(self.code)
        forms = catalogue.counted.get((one, many))
        if forms is None:
            return one if count == 1 else many
        return forms[catalogue.plural(int(count))]

    def plural_forms(self, one: str, many: str) -> dict[str, str]:
        """Every form of a counted text by the name CLDR gives it ("one", "few" ...).

        For texts that are counted in a browser, which knows the same names.
        """
        name_of = _locale(self.code).plural_form
        return {name_of(count): self.ngettext(one, many, count) for count in range(200)}

    def counted(self, one: str, many: str, count: int) -> str:
        """`ngettext` with its {n} filled in, the number written as the language writes it."""
        return self.ngettext(one, many, count).format(n=self.number(count))

    def number(self, value: float) -> str:
        """A number as the language writes it, for example "1 234,5"."""
        return format_decimal(value, locale=_locale(self.code))

    def date(self, text: str) -> str:
        """A date "2024", "2024-03" or "2024-03-05" in words of the language."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return text
        day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
        if len(parts) == 2:
            return format_skeleton("yMMMM", day, locale=_locale(self.code))
        return format_date(day, format="long", locale=_locale(self.code))

    def period(self, first: str, last: str) -> str:
        """From one date to another, what both have in common told once: "12–13 Nov 2024".

        Args:
            first, last: dates as for `date`.
        """
        if first == last:
            return self.date(first)
        if not len(first) == len(last) == len("2024-11-12"):
            return f"{self.date(first)} – {self.date(last)}"
        days = (date.fromisoformat(first), date.fromisoformat(last))
        return str(format_interval(*days, "yMMMMd", locale=_locale(self.code)))

    def listing(self, parts: list[str]) -> str:
        """ "a, b and c" as the language writes a list."""
        return format_list(parts, locale=_locale(self.code)) if parts else ""


# English is written as in Europe: the day before the month.
_WRITTEN_AS = {"en": "en_GB"}


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(_WRITTEN_AS.get(code, code))


@dataclass(frozen=True)
class _Catalogue:
    """All translated texts of one language, and which plural form goes with a count."""

    texts: Mapping[str, str]
    counted: Mapping[tuple[str, str], tuple[str, ...]]
    plural: Callable[[int], int]


@cache
def _catalogue(code: str) -> _Catalogue:
    path = LOCALE / code / "LC_MESSAGES" / "practicebook.po"
    if not path.is_file():
        return _Catalogue({}, {}, lambda count: int(count != 1))
    with path.open("rb") as file:
        catalogue = read_po(file, locale=code)
    texts: dict[str, str] = {}
    counted: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalogue:
        if isinstance(message.id, str) and message.string:
            texts[message.id] = str(message.string)
        elif isinstance(message.string, list | tuple) and all(message.string):
            counted[(message.id[0], message.id[1])] = tuple(message.string)
    return _Catalogue(texts, counted, c2py(catalogue.plural_expr))


@cache
def is_language(code: str) -> bool:
    """Whether `code` is a two- or three-letter language code (ISO 639) that CLDR names."""
    return code.isalpha() and code.islower() and code in _locale("en").languages


@cache
def is_country(code: str) -> bool:
    """Whether `code` is a two-letter country code (ISO 3166-1) in capitals."""
    return (
        len(code) == 2 and code.isalpha() and code.isupper() and code in _locale("en").territories
    )


@cache
def is_currency(code: str) -> bool:
    """Whether `code` is a currency code (ISO 4217)."""
    return code in list_currencies()


def exists(code: str) -> bool:
    """Whether Babel has this locale, so that the site can be shown in it."""
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True
