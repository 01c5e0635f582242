"""A practice: what one authority did, or tried, told so that another can judge and use it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.addresses import Address
from practicebook.models.base import (
    NOT_KNOWN,
    Amount,
    Content,
    CurrencyCode,
    Day,
    Keyword,
    LanguageCode,
    Line,
    Month,
    Name,
    Number,
    Position,
    Started,
    Summary,
    Title,
    Unit,
    Year,
    one_of,
)
from practicebook.models.source import Source
from practicebook.models.terms import Several, Term

Names = Annotated[tuple[Name, ...], Several()]


class Partner(Content):
    """Who did it together with the authority."""

    name: Line = Field(title=_("Name"))
    type: Annotated[str, Term("partner-types")] = Field(title=_("Type"))
    role: Line | None = Field(None, title=_("Role"))


class Costs(Content):
    """What it cost; amounts in units of the currency, not in thousands."""

    setup: Amount | None = Field(None, title=_("To set up"))
    yearly: Amount | None = Field(None, title=_("Per year"))
    currency: CurrencyCode | None = Field(None, title=_("Currency"))
    year: Year | None = Field(None, title=_("Year"))
    note: Line | None = Field(None, title=_("Note"))


class Result(Content):
    """One counted result and where the number stands."""

    what: Line = Field(title=_("What was counted"))
    value: Number = Field(title=_("Value"))
    unit: Unit | None = Field(None, title=_("Unit"))
    year: Year | None = Field(None, title=_("Year"))
    source: Position | None = Field(None, title=_("Source"))


class Transfer(Content):
    """What to know before doing it elsewhere."""

    core: Line | None = Field(None, title=_("What must stay"))
    adaptable: Line | None = Field(None, title=_("What can change"))
    conditions: Line | None = Field(None, title=_("What has to be there first"))


class Tool(Content):
    """A document others can take over: a decision, a job description, a form."""

    title: Line = Field(title=_("Title"))
    url: Address = Field(title=_("Address"))
    language: LanguageCode | None = Field(None, title=_("Language"))
    licence: Line | None = Field(None, title=_("Licence"))


class Contact(Content):
    """Whom to ask: an organisation and its page, never one person."""

    organisation: Line = Field(title=_("Organisation"))
    url: Address | None = Field(None, title=_("Address"))
    email: Line | None = Field(None, title=_("E-mail"))


class Section(Content):
    """One section of the text: its key, its Markdown, the line its text begins in."""

    key: str
    text: str
    line: int


class Practice(Content):
    """A practice as its file tells it. `id`, `country`, `sections` and `digest` are computed."""

    computed: ClassVar[frozenset[str]] = frozenset({"id", "country", "sections", "digest"})

    title: Title = Field(title=_("Title"))
    summary: Summary = Field(title=_("Summary"))
    language: LanguageCode = Field(title=_("Language"))
    kind: Annotated[str, one_of("practice", "did-not-work")] = Field(title=_("Kind"))
    authority: Name = Field(title=_("Authority"))
    themes: Annotated[tuple[Annotated[str, Term("themes")], ...], Several(1, 5)] = Field(
        title=_("Themes")
    )
    target_groups: Annotated[tuple[Annotated[str, Term("target-groups")], ...], Several(1, 12)] = (
        Field(title=_("Who it is for"))
    )
    stages: Annotated[tuple[Annotated[str, Term("stages")], ...], Several(1, 4)] = Field(
        title=_("Stage")
    )
    started: Started = Field(title=_("Started"))
    evidence: Annotated[str, Term("evidence-levels")] = Field(title=_("Evidence"))
    origin: Annotated[str, one_of("submitted", "compiled")] = Field(title=_("Origin"))
    sources: Annotated[tuple[Source, ...], Several()] = Field((), title=_("Sources"))

    ended: Month | None = Field(None, title=_("Ended"))
    partners: Annotated[tuple[Partner, ...], Several()] = Field((), title=_("Partners"))
    costs: Costs | None = Field(None, title=_("Costs"))
    staff: Amount | None = Field(None, title=_("Staff"))
    funding: Annotated[tuple[Annotated[str, Term("funding-sources")], ...], Several()] = Field(
        (), title=_("Funding")
    )
    results: Annotated[tuple[Result, ...], Several()] = Field((), title=_("Results"))
    rights: Annotated[tuple[Annotated[str, Term("standards")], ...], Several()] = Field(
        (), title=_("Human-rights standards")
    )
    sdgs: Annotated[tuple[Annotated[str, Term("sdgs")], ...], Several()] = Field(
        (), title=_("Sustainable Development Goals")
    )
    transfer: Transfer | None = Field(None, title=_("Doing it elsewhere"))
    mentor_offer: Annotated[tuple[Annotated[str, Term("mentor-offers")], ...], Several()] = Field(
        (), title=_("Help offered to others")
    )
    tools: Annotated[tuple[Tool, ...], Several()] = Field((), title=_("Documents"))
    contact: Contact | None = Field(None, title=_("Contact"))
    confirmed: Day | None = Field(None, title=_("Last confirmed"))
    keywords: Annotated[tuple[Keyword, ...], Several(0, 30)] = Field((), title=_("Search words"))
    related: Names = Field((), title=_("Related practices"))
    adapted_from: Name | None = Field(None, title=_("Adapted from"))
    aliases: Names = Field((), title=_("Former names"))

    id: str = Field("", title=_("Name"))
    country: str = Field("", title=_("Country"))
    sections: tuple[Section, ...] = Field((), title=_("Sections"))
    digest: str = Field("", title=_("Digest"))

    @property
    def start_is_known(self) -> bool:
        return self.started != NOT_KNOWN
