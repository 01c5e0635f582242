"""What others say of a practice after reading it: marks with reasons, never one total."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from practicebook.language import words as _
from practicebook.models.base import Content, Day, LanguageCode, Line, YesNo, line, one_of
from practicebook.models.terms import Several

ACCEPTED = "accept"
NO_INTEREST = "none"
# So many who have no interest in a practice must accept it, and more than do not.
NEEDED = 2
NOT_REVIEWED, BEGUN, REVIEWED = "not-reviewed", "review-begun", "reviewed"
REVIEW_STATES = {
    NOT_REVIEWED: _("Not yet reviewed"),
    BEGUN: _("Review begun"),
    REVIEWED: _("Reviewed"),
}

Reason = Annotated[str, line(3, 1000)]


class Gate(Content):
    """What must be so before anything else is judged."""

    rights: YesNo = Field(title=_("Respects rights and does no harm"))
    relevance: YesNo = Field(title=_("About what an authority can do"))
    completeness: YesNo = Field(title=_("Can be understood by a stranger"))

    @property
    def is_open(self) -> bool:
        return self.rights and self.relevance and self.completeness


class Judgement(Content):
    """One mark and its reason; "not-shown" says that the text does not tell."""

    mark: Annotated[str, one_of("exemplary", "met", "not-shown")] = Field(title=_("Mark"))
    reason: Reason = Field(title=_("Reason"))


class Criteria(Content):
    """What a practice shows, each judged by itself."""

    inclusive: Judgement = Field(title=_("Inclusive"))
    effective: Judgement = Field(title=_("Effective"))
    sustainable: Judgement = Field(title=_("Lasting"))
    transferable: Judgement = Field(title=_("Transferable"))
    honest: Judgement = Field(title=_("Honest"))


class Review(Content):
    """The review of a practice by one organisation; the reviewer's office, not a name."""

    organisation: Line = Field(title=_("Organisation"))
    role: Line = Field(title=_("Role"))
    date: Day = Field(title=_("Date"))
    language: LanguageCode = Field(title=_("Language"))
    interest: Line = Field(title=_("Interest in the practice"))
    gate: Gate = Field(title=_("First questions"))
    criteria: Criteria = Field(title=_("Criteria"))
    decision: Annotated[str, one_of(ACCEPTED, "not-yet")] = Field(title=_("Decision"))

    @property
    def has_interest(self) -> bool:
        """Whether the reviewer has something to gain or lose; such a review decides nothing."""
        return self.interest.lower() != NO_INTEREST


class Reviews(Content):
    """All reviews of one practice, whose name the file has."""

    computed: ClassVar[frozenset[str]] = frozenset({"id"})

    reviews: Annotated[tuple[Review, ...], Several(1, 20)] = Field(title=_("Reviews"))

    id: str = Field("", title=_("Name"))

    @property
    def state(self) -> str:
        """One of `REVIEW_STATES`; computed, never written by hand.

        Two that accept make a practice reviewed; where two differ a third decides.
        """
        deciding = [review.decision for review in self.reviews if not review.has_interest]
        accepted = deciding.count(ACCEPTED)
        decided = accepted >= NEEDED and accepted > len(deciding) - accepted
        return REVIEWED if decided else BEGUN
