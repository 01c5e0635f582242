"""What fields of one header say together, and values that are possible but odd."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from practicebook.drafts import Draft
from practicebook.models import ACCEPTED, Authority, Content, Event, Practice, Reviews
from practicebook.problems import Problem
from practicebook.vocabulary import fold

Label = Callable[[type[Content], Sequence[str | int]], tuple[object, ...]]


def check(draft: Draft, made: Content, label_of: Label) -> list[Problem]:
    """Rules about two fields together, and advice about values that are possible but odd.

    Args:
        made: the model, or a partial view of it; what is missing there is not told again.
        label_of: the labels of a field of a model at a path.
    """
    found: list[Problem] = []

    def tell(code: str, *path: str | int, **values: object) -> None:
        values["label"] = label_of(type(made), path)
        found.append(draft.problem(code, draft.line_of(path), ".".join(map(str, path)), **values))

    if isinstance(made, Practice):
        _about_practice(draft, made, tell)
    if isinstance(made, Event) and made.start and made.end and _ends_before(made.start, made.end):
        tell("ends-before-start", "end", ended=made.end, started=made.start)
    if isinstance(made, Reviews):
        _about_reviews(made, tell)
    if isinstance(made, Authority):
        _about_facts(draft, made, tell)
    if isinstance(made, Authority) and made.population and made.population.value > 40_000_000:
        tell("population-large", "population", "value", given=made.population.value)
    for name in ("title", "summary", "name"):
        text = getattr(made, name, "") or ""
        if len(text) > 10 and text.upper() == text and text.lower() != text:
            tell("all-capitals", name)
    _old_letters(draft, tell)
    return found


def number_of_sources(draft: Draft) -> int | None:
    """How many sources the header lists, right or wrong; None when it is not a list."""
    written = draft.header.get("sources", [])
    return len(written) if isinstance(written, list) else None


def _about_practice(draft: Draft, made: Practice, tell: Any) -> None:
    sources = number_of_sources(draft)
    if (
        made.ended
        and made.started
        and made.start_is_known
        and _ends_before(made.started, made.ended)
    ):
        tell("ends-before-start", "ended", ended=made.ended, started=made.started)
    if made.origin == "compiled" and sources == 0:
        tell("no-source", "origin")
    if made.origin == "compiled" and made.confirmed:
        tell("compiled-confirmed", "confirmed")
    if made.costs and (made.costs.setup or made.costs.yearly) and not made.costs.currency:
        tell("cost-without-currency", "costs")
    for n, result in enumerate(made.results):
        if result.unit == "%" and result.value > 100:
            tell("percent-over-100", "results", n, "value", given=result.value)
        if result.source and sources is not None and result.source > sources:
            given = {"given": result.source, "size": sources}
            tell("source-unknown", "results", n, "source", **given)


def _about_facts(draft: Draft, made: Authority, tell: Any) -> None:
    sources = number_of_sources(draft)
    for n, fact in enumerate(made.facts):
        if sources is not None and fact.source > sources:
            given = {"given": fact.source, "size": sources}
            tell("source-unknown", "facts", n, "source", **given)


def _about_reviews(made: Reviews, tell: Any) -> None:
    seen: set[str] = set()
    for n, review in enumerate(made.reviews or ()):
        if review.decision == ACCEPTED and not review.gate.is_open:
            tell("review-gate", "reviews", n, "decision")
        if (organisation := fold(review.organisation)) in seen:
            tell("review-twice", "reviews", n, "organisation", given=review.organisation)
        seen.add(organisation)


def _ends_before(started: str, ended: str) -> bool:
    """Whether an end lies before a start; "2022" may be any month of that year."""
    shorter = min(len(started), len(ended))
    return ended[:shorter] < started[:shorter]


def _old_letters(draft: Draft, tell: Any) -> None:
    for name in ("title", "summary", "name"):
        text = draft.header.get(name)
        if isinstance(text, str) and any(letter in "şţŞŢ" for letter in text):
            better = text.translate(str.maketrans("şţŞŢ", "șțȘȚ"))
            tell("old-letters", name, given=text, better=better)
