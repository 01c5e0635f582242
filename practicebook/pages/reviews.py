"""What others say of a practice, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from practicebook.language import Language, words
from practicebook.models import ACCEPTED, REVIEW_STATES, Gate, Practice, Review
from practicebook.pages.edition import Edition

MARKS = {
    "exemplary": words("Exemplary"),
    "met": words("Met"),
    "not-shown": words("Not shown in the text"),
}


@dataclass(frozen=True)
class Told:
    """A review for readers of one language.

    Args:
        decision, gate: in the reader's language.
        interest: in the reviewer's words, "" where none is declared.
        criteria: each its name and mark in the reader's language, and the reason as it was given.
    """

    review: Review
    decision: str
    interest: str
    gate: str
    criteria: tuple[tuple[str, str, str], ...]


def state(edition: Edition, practice: Practice) -> str:
    """How far the review of a practice is, in words."""
    return edition.language.gettext(REVIEW_STATES[edition.catalogue.review_state(practice.id)])


def told(edition: Edition, practice: Practice) -> Iterator[Told]:
    """The reviews of a practice."""
    found = edition.catalogue.reviews.get(practice.id)
    for review in found.reviews if found else ():
        yield _told(review, edition.language)


def _told(review: Review, language: Language) -> Told:
    say = language.gettext
    criteria = []
    for name, field in type(review.criteria).model_fields.items():
        judged = getattr(review.criteria, name)
        criteria.append((say(str(field.title)), say(MARKS[judged.mark]), judged.reason))
    return Told(
        review,
        say("Accepted") if review.decision == ACCEPTED else say("Not yet"),
        review.interest if review.has_interest else "",
        _gate(review.gate, language),
        tuple(criteria),
    )


def _gate(gate: Gate, language: Language) -> str:
    """ "Yes to all", or the questions answered with no."""
    fields = type(gate).model_fields.items()
    shut = [language.gettext(str(f.title)) for name, f in fields if not getattr(gate, name)]
    if not shut:
        return language.gettext("Yes to all")
    return language.gettext("No: {questions}").format(questions="; ".join(shut))
