"""What others say of a practice, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator

from practicebook.language import words
from practicebook.models import ACCEPTED, REVIEW_STATES, Practice, Review
from practicebook.pages.edition import Edition

MARKS = {
    "exemplary": words("Exemplary"),
    "met": words("Met"),
    "not-shown": words("Not shown in the text"),
}

# The name of a fact, what it says in the reader's language, and the reviewer's own words.
Fact = tuple[str, str, str]


def state(edition: Edition, practice: Practice) -> str:
    """How far the review of a practice is, in words."""
    return edition.language.gettext(REVIEW_STATES[edition.catalogue.review_state(practice.id)])


def told(edition: Edition, practice: Practice) -> Iterator[tuple[Review, tuple[Fact, ...]]]:
    """Each review of a practice with what it says."""
    found = edition.catalogue.reviews.get(practice.id)
    for review in found.reviews if found else ():
        yield review, tuple(_facts(edition, review))


def _facts(edition: Edition, review: Review) -> Iterator[Fact]:
    say = edition.language.gettext
    accepted = review.decision == ACCEPTED
    yield say("Decision"), say("Accepted") if accepted else say("Not yet"), ""
    own = review.interest if review.has_interest else ""
    yield say("Interest in the practice"), "" if own else say("None declared"), own
    for name, field in type(review.gate).model_fields.items():
        yield say(str(field.title)), say("Yes") if getattr(review.gate, name) else say("No"), ""
    for name, field in type(review.criteria).model_fields.items():
        judged = getattr(review.criteria, name)
        yield say(str(field.title)), say(MARKS[judged.mark]), judged.reason
