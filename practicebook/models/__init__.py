"""What a valid file is: the fields of each kind of content, frozen once checked."""

from __future__ import annotations

from practicebook.models.authority import Authority, Population
from practicebook.models.base import Content
from practicebook.models.community import Adoption, Event, Question
from practicebook.models.practice import (
    Contact,
    Costs,
    Partner,
    Practice,
    Result,
    Section,
    Tool,
    Transfer,
)
from practicebook.models.source import Source
from practicebook.models.translation import Translation

__all__ = [
    "Adoption",
    "Authority",
    "Contact",
    "Content",
    "Costs",
    "Event",
    "Partner",
    "Population",
    "Practice",
    "Question",
    "Result",
    "Section",
    "Source",
    "Tool",
    "Transfer",
    "Translation",
]
