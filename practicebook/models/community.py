"""What the community around the practices does: takes over, asks, meets."""

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
    Summary,
    Title,
    YesNo,
    line,
    one_of,
)
from practicebook.models.practice import Section
from practicebook.models.source import Source
from practicebook.models.terms import Several, Term
from practicebook.models.wording import Wording

Story = Annotated[str, line(3, 1000)]


class AdoptionWords(Wording):
    """What was changed and what came of it, in another language."""

    changed: Story | None = Field(None, title=_("What was changed"))
    outcome: Story | None = Field(None, title=_("What came of it"))


class Adoption(Content):
    """An authority took over the practice of another; documented, never supposed."""

    computed: ClassVar[frozenset[str]] = frozenset({"id"})

    practice: Name = Field(title=_("Practice"))
    authority: Name = Field(title=_("Authority"))
    since: Day | None = Field(None, title=_("Since"))
    status: Annotated[str, one_of("considering", "adapting", "running", "stopped", "not-known")] = (
        Field(title=_("Status"))
    )
    changed: Story | None = Field(None, title=_("What was changed"))
    outcome: Story | None = Field(None, title=_("What came of it"))
    again: YesNo | None = Field(None, title=_("Would they do it again"))
    sources: Annotated[tuple[Source, ...], Several(1)] = Field(title=_("Sources"))
    translations: dict[LanguageCode, AdoptionWords] = Field({}, title=_("Translations"))

    id: str = Field("", title=_("Name"))


class Asker(Content):
    """Who asked: the kind of organisation always, its name only when it said so in public."""

    type: Annotated[str, Term("asker-types")] = Field(title=_("Type"))
    organisation: Line | None = Field(None, title=_("Organisation"))


class Question(Content):
    """A question, concern or challenge, and the consolidated reply once there is one."""

    computed: ClassVar[frozenset[str]] = frozenset({"id", "sections", "digest"})

    title: Title = Field(title=_("Title"))
    summary: Summary = Field(title=_("Summary"))
    language: LanguageCode = Field(title=_("Language"))
    kind: Annotated[str, Term("question-kinds")] = Field(title=_("Kind"))
    asked_by: Asker = Field(title=_("Asked by"))
    countries: Annotated[tuple[CountryCode, ...], Several(1, 40)] = Field(title=_("Countries"))
    themes: Annotated[tuple[Annotated[str, Term("themes")], ...], Several(1, 5)] = Field(
        title=_("Themes")
    )
    target_groups: Annotated[tuple[Annotated[str, Term("target-groups")], ...], Several()] = Field(
        (), title=_("Who it is about")
    )
    date: Day | None = Field(None, title=_("Date"))
    addressed_to: Annotated[tuple[Line, ...], Several()] = Field((), title=_("Addressed to"))
    practices: Annotated[tuple[Name, ...], Several()] = Field((), title=_("Practices"))
    sources: Annotated[tuple[Source, ...], Several(1)] = Field(title=_("Sources"))

    id: str = Field("", title=_("Name"))
    sections: tuple[Section, ...] = Field((), title=_("Sections"))
    digest: str = Field("", title=_("Digest"))

    @property
    def is_answered(self) -> bool:
        """Whether there is a consolidated reply; computed, never written by hand."""
        return len(self.sections) > 1


class EventWords(Wording):
    """The words of an event in another language."""

    title: Title = Field(title=_("Title"))
    place: Line | None = Field(None, title=_("Place"))
    organisers: tuple[Line, ...] = Field((), title=_("Organisers"))
    topics: tuple[Line, ...] = Field((), title=_("Topics"))


class Event(Content):
    """A training, peer visit, meeting, webinar or conference."""

    computed: ClassVar[frozenset[str]] = frozenset({"id"})

    title: Title = Field(title=_("Title"))
    kind: Annotated[str, Term("event-kinds")] = Field(title=_("Kind"))
    start: Day = Field(title=_("Begins"))
    end: Day | None = Field(None, title=_("Ends"))
    place: Line | None = Field(None, title=_("Place"))
    country: CountryCode | None = Field(None, title=_("Country"))
    online: YesNo = Field(False, title=_("Online"))
    organisers: Annotated[tuple[Line, ...], Several(1)] = Field(title=_("Organisers"))
    languages: Annotated[tuple[LanguageCode, ...], Several()] = Field((), title=_("Languages"))
    topics: Annotated[tuple[Line, ...], Several()] = Field((), title=_("Topics"))
    of_project: YesNo = Field(False, title=_("Part of the project"))
    sources: Annotated[tuple[Source, ...], Several(1)] = Field(title=_("Sources"))
    link: Address | None = Field(None, title=_("Address"))
    translations: dict[LanguageCode, EventWords] = Field({}, title=_("Translations"))

    id: str = Field("", title=_("Name"))
