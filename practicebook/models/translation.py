"""A translation: of a card (title, summary, search words), of the header too, or of everything."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.base import Content, Keyword, Line, Summary, Title, Unit
from practicebook.models.practice import Section, Transfer
from practicebook.models.terms import Several
from practicebook.models.wording import Wording


class Translation(Wording):
    """The words of a text in another language; facts are never repeated.

    Without sections it is a card translation.
    """

    computed: ClassVar[frozenset[str]] = frozenset({"id", "language", "sections"})

    title: Title = Field(title=_("Title"))
    summary: Summary = Field(title=_("Summary"))
    keywords: Annotated[tuple[Keyword, ...], Several(0, 30)] = Field((), title=_("Search words"))

    id: str = Field("", title=_("Name"))
    language: str = Field("", title=_("Language"))
    sections: tuple[Section, ...] = Field((), title=_("Sections"))


class CostsWords(Content):
    """The words about the costs of a practice."""

    note: Line | None = Field(None, title=_("Note"))


class PartnerWords(Content):
    """The words about a partner."""

    name: Line = Field(title=_("Name"))
    role: Line | None = Field(None, title=_("Role"))


class ResultWords(Content):
    """The words about a counted result."""

    what: Line = Field(title=_("What was counted"))
    unit: Unit | None = Field(None, title=_("Unit"))


class ContactWords(Content):
    """The name of whom to ask."""

    organisation: Line = Field(title=_("Organisation"))


class PracticeTranslation(Translation):
    """A practice in another language, with the words of its header in the same shape.

    Lists have as many entries, in the same order, as those of the original. Two results may be
    told with the same words: their years differ.
    """

    about: ClassVar[frozenset[str]] = frozenset(Translation.model_fields)

    costs: CostsWords | None = Field(None, title=_("Costs"))
    partners: tuple[PartnerWords, ...] = Field((), title=_("Partners"))
    results: tuple[ResultWords, ...] = Field((), title=_("Results"))
    transfer: Transfer | None = Field(None, title=_("Doing it elsewhere"))
    contact: ContactWords | None = Field(None, title=_("Contact"))


class AskerWords(Content):
    """The name of who asked."""

    organisation: Line | None = Field(None, title=_("Organisation"))


class QuestionTranslation(Translation):
    """A question in another language, with the words of its header in the same shape."""

    about: ClassVar[frozenset[str]] = frozenset(Translation.model_fields)

    asked_by: AskerWords | None = Field(None, title=_("Asked by"))
    addressed_to: tuple[Line, ...] = Field((), title=_("Addressed to"))
