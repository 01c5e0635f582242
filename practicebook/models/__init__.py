"""What a valid file is: the fields of each kind of content, frozen once checked."""

from __future__ import annotations

from practicebook.models.authority import Authority, AuthorityWords, Population
from practicebook.models.base import Content
from practicebook.models.community import Adoption, AdoptionWords, Event, EventWords, Question
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
from practicebook.models.review import (
    ACCEPTED,
    NOT_REVIEWED,
    REVIEW_STATES,
    Gate,
    Review,
    Reviews,
)
from practicebook.models.source import Source
from practicebook.models.translation import (
    PracticeTranslation,
    QuestionTranslation,
    Translation,
)
from practicebook.models.wording import Wording, inner_model, names_of, texts, told_with

__all__ = [
    "ACCEPTED",
    "NOT_REVIEWED",
    "REVIEW_STATES",
    "Adoption",
    "AdoptionWords",
    "Authority",
    "AuthorityWords",
    "Contact",
    "Content",
    "Costs",
    "Event",
    "EventWords",
    "Gate",
    "Partner",
    "Population",
    "Practice",
    "PracticeTranslation",
    "Question",
    "QuestionTranslation",
    "Result",
    "Review",
    "Reviews",
    "Section",
    "Source",
    "Tool",
    "Transfer",
    "Translation",
    "Wording",
    "inner_model",
    "names_of",
    "texts",
    "told_with",
]
