"""Who took over whose practice, as its pages tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from practicebook.catalogue import Told
from practicebook.language import words
from practicebook.models import Adoption
from practicebook.pages.edition import Edition
from practicebook.pages.notices import made

STATUSES = {
    "considering": words("Thinking about taking it over"),
    "adapting": words("Fitting it to the place"),
    "running": words("Running"),
    "stopped": words("Stopped"),
    "not-known": words("Not known"),
}


Fact = tuple[str, str, str]


def told(
    edition: Edition, adoptions: Iterable[Adoption]
) -> Iterator[tuple[Adoption, tuple[Fact, ...], tuple[str, ...]]]:
    """Each adoption with its facts and what must be known about their words.

    A fact is its name, its words, and the language of the words.
    """
    for adoption in adoptions:
        said = edition.told(adoption)
        facts = tuple(_facts(edition, said))
        yield adoption, facts, tuple(made(said, edition.language))


def _facts(edition: Edition, told: Told[Adoption]) -> Iterator[Fact]:
    adoption = told.content
    language, own = edition.language, edition.code
    say = language.gettext
    if adoption.since:
        yield say("Since"), language.date(adoption.since), own
    yield say("How it stands"), say(STATUSES[adoption.status]), own
    if adoption.changed:
        yield say("What was changed"), adoption.changed, told.language
    if adoption.outcome:
        yield say("What came of it"), adoption.outcome, told.language
    if adoption.again is not None:
        yield say("Would they do it again"), say("Yes") if adoption.again else say("No"), own
