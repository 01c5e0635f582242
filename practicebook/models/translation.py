"""A translation of a practice: of its card (title, summary, search words) or of the whole text."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.base import Content, Keyword, Line, Summary, Title, one_of
from practicebook.models.practice import Section
from practicebook.models.terms import Several


class Translation(Content):
    """The words of a practice in another language; facts are never repeated.

    `source_hash` is the digest of the original's words at the time of translating. Without
    sections it is a card translation.
    """

    computed: ClassVar[frozenset[str]] = frozenset({"id", "language", "sections"})

    title: Title = Field(title=_("Title"))
    summary: Summary = Field(title=_("Summary"))
    translation: Annotated[str, one_of("human", "machine", "machine-checked")] = Field(
        title=_("Translation")
    )
    source_hash: Line | None = Field(None, title=_("State of the original"))
    keywords: Annotated[tuple[Keyword, ...], Several(0, 30)] = Field((), title=_("Search words"))

    id: str = Field("", title=_("Name"))
    language: str = Field("", title=_("Language"))
    sections: tuple[Section, ...] = Field((), title=_("Sections"))
