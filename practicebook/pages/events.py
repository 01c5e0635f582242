"""The page of events, those to come first, and their calendars."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from practicebook.catalogue import Told
from practicebook.models import Event
from practicebook.pages.calendar import calendar_of, days
from practicebook.pages.edition import Edition
from practicebook.pages.notices import made
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill

ADDRESS = "events/"
FEED = "calendar.ics"

Shown = tuple[Told[Event], str]


def pages_of_events(edition: Edition, today: date) -> Iterator[Page]:
    """The page of events, a calendar of each that is to come, and one of all whose days are known.

    Args:
        today: what divides events to come from those that are over.
    """
    events = sorted(edition.catalogue.events.values(), key=lambda event: (event.start, event.id))
    if not events:
        return
    coming = [event for event in events if last_day(event) >= today]
    past = [event for event in reversed(events) if last_day(event) < today]
    dated = [event for event in events if days(event)]
    yield _page(edition, coming, past, with_feed=bool(dated))
    folder = f"{edition.code}/{ADDRESS}"
    for event in coming:
        if event in dated:
            yield Page(f"{folder}{event.id}.ics", calendar_of(edition, [event], ADDRESS))
    if dated:
        yield Page(f"{folder}{FEED}", calendar_of(edition, dated, ADDRESS))


def last_day(event: Event) -> date:
    """The last day on which an event can take place, as far as its dates tell.

    An event "in 2023" may be on its last day.
    """
    parts = [int(part) for part in (event.end or event.start).split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _page(edition: Edition, coming: list[Event], past: list[Event], *, with_feed: bool) -> Page:
    told = edition.language.gettext
    years = groupby(past, key=lambda event: event.start[:4])
    html = fill(
        "events.html",
        edition.language,
        edition=edition,
        top=top(ADDRESS),
        coming=[(*_shown(edition, event), bool(days(event))) for event in coming],
        past=[(year, [_shown(edition, event) for event in events]) for year, events in years],
        notes=list(_notes(edition, [*coming, *past])),
        feed=FEED if with_feed else "",
    )
    lead = told("Trainings, visits and meetings, with the public page that tells of each.")
    return sheet(edition, ADDRESS, told("Events"), html, description=lead, menu=ADDRESS)


def _notes(edition: Edition, events: list[Event]) -> Iterator[str]:
    """What must be known about the words of the events, each sentence once."""
    told = (made(edition.told(event), edition.language) for event in events)
    yield from dict.fromkeys(note for notes in told for note in notes)


def _shown(edition: Edition, event: Event) -> Shown:
    """An event and when it is, in words."""
    language = edition.language
    return edition.told(event), language.period(event.start, event.end or event.start)
