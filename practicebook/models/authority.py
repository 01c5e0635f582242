"""An authority: a commune, town, county, association or an organisation that works with one."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.addresses import Address
from practicebook.models.base import (
    Content,
    CountryCode,
    Day,
    LanguageCode,
    Line,
    Name,
    Position,
    Year,
    YesNo,
    number,
)
from practicebook.models.source import Source
from practicebook.models.terms import Several, Term
from practicebook.models.wording import Wording

Inhabitants = Annotated[int, number(1, 10**12)]


class Population(Content):
    """How many people live there.

    `approximate` says that the number is a commonly known rounded figure without a source.
    """

    value: Inhabitants = Field(title=_("Value"))
    year: Year | None = Field(None, title=_("Year"))
    approximate: YesNo = Field(False, title=_("Approximate"))


class LocalNames(Content):
    """Name and place as people of one language know them.

    `also` has what else they may search it by: its region, a former or a foreign name. It is shown
    to nobody.
    """

    name: Line | None = Field(None, title=_("Name"))
    place: Line | None = Field(None, title=_("Place"))
    also: Annotated[tuple[Line, ...], Several(0, 20)] = Field((), title=_("Other names"))


class Fact(Content):
    """One thing known about an authority, and which of its sources says so."""

    text: Line = Field(title=_("Text"))
    source: Position = Field(title=_("Source"))


class FactWords(Content):
    """One known thing in another language."""

    text: Line = Field(title=_("Text"))


class AuthorityWords(Wording):
    """What is known of an authority, in another language; names stand in `names`."""

    facts: tuple[FactWords, ...] = Field((), title=_("What is known"))


class Authority(Content):
    """Who did it. `lat` and `lon` are degrees (WGS 84) of the place, never of a building."""

    computed: ClassVar[frozenset[str]] = frozenset({"id"})

    name: Line = Field(title=_("Name"))
    country: CountryCode = Field(title=_("Country"))
    level: Annotated[str, Term("authority-levels")] = Field(title=_("Type of authority"))
    place: Line = Field(title=_("Place"))
    lat: Annotated[float, number(-90, 90)] | None = Field(None, title=_("Latitude"))
    lon: Annotated[float, number(-180, 180)] | None = Field(None, title=_("Longitude"))
    population: Population | None = Field(None, title=_("Population"))
    setting: Annotated[tuple[Annotated[str, Term("settings")], ...], Several(0, 6)] = Field(
        (), title=_("Setting")
    )
    association: Name | None = Field(None, title=_("Association"))
    member_since: Day | None = Field(None, title=_("Member since"))
    website: Address | None = Field(None, title=_("Website"))
    email: Line | None = Field(None, title=_("E-mail"))
    role: Annotated[str, Term("community-roles")] | None = Field(
        None, title=_("Role in the community")
    )
    facts: Annotated[tuple[Fact, ...], Several()] = Field((), title=_("What is known"))
    sources: Annotated[tuple[Source, ...], Several()] = Field((), title=_("Sources"))
    names: dict[LanguageCode, LocalNames] = Field({}, title=_("Names in other languages"))
    translations: dict[LanguageCode, AuthorityWords] = Field({}, title=_("Translations"))

    id: str = Field("", title=_("Name"))

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its name in every language it is known in, its own first."""
        return (self.name, *(local.name for local in self.names.values() if local.name))

    def name_in(self, language: str) -> str:
        """The name as readers of a language know it."""
        local = self.names.get(language)
        return (local and local.name) or self.name

    def place_in(self, language: str) -> str:
        """The place as readers of a language know it."""
        local = self.names.get(language)
        return (local and local.place) or self.place

    def also_in(self, language: str) -> tuple[str, ...]:
        """What else people of a language may search it by."""
        local = self.names.get(language)
        return local.also if local else ()
