"""Who took over whose practice, as its pages tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from practicebook.language import words
from practicebook.models import Adoption
from practicebook.pages.edition import Edition

STATUSES = {
    "considering": words("Thinking about taking it over"),
    "adapting": words("Fitting it to the place"),
    "running": words("Running"),
    "stopped": words("Stopped"),
    "not-known": words("Not known"),
}


def told(
    edition: Edition, adoptions: Iterable[Adoption]
) -> Iterator[tuple[Adoption, tuple[tuple[str, str, str], ...]]]:
    """Each adoption with its facts: name of the fact, its words, the language of the words."""
    for adoption in adoptions:
        yield adoption, tuple(_facts(edition, adoption))


def _facts(edition: Edition, adoption: Adoption) -> Iterator[tuple[str, str, str]]:
    language, own = edition.language, edition.code
    say = language.gettext
    if adoption.since:
        yield say("Since"), language.date(adoption.since), own
    yield say("How it stands"), say(STATUSES[adoption.status]), own
    if adoption.changed:
        yield say("What was changed"), adoption.changed, edition.spoken
    if adoption.outcome:
        yield say("What came of it"), adoption.outcome, edition.spoken
    if adoption.again is not None:
        yield say("Would they do it again"), say("Yes") if adoption.again else say("No"), own
