"""A source: where something can be looked up."""

from __future__ import annotations

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.addresses import Address
from practicebook.models.base import Content, Day, LanguageCode, Line


class Source(Content):
    """Where something can be looked up."""

    title: Line = Field(title=_("Title"))
    url: Address = Field(title=_("Address"))
    publisher: Line | None = Field(None, title=_("Publisher"))
    date: Day | None = Field(None, title=_("Date"))
    language: LanguageCode | None = Field(None, title=_("Language"))
