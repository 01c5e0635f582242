"""Events as a calendar that other programs read (iCalendar, RFC 5545).

The only module that knows icalendar.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

import icalendar

from practicebook.models import Event
from practicebook.pages.edition import Edition
from practicebook.pages.sheet import absolute


def days(event: Event) -> tuple[date, date] | None:
    """First and last day of an event; None when a year or a month is all that is known of one."""
    known = (event.start, event.end or event.start)
    if any(len(day) < len("2024-05-02") for day in known):
        return None
    return date.fromisoformat(known[0]), date.fromisoformat(known[1])


def calendar_of(edition: Edition, events: Iterable[Event], address: str) -> str:
    """The calendar of events, the same text on whatever day it is made.

    Events without exact days are left out: a calendar cannot hold "in May".

    Args:
        address: the page of the events below its language; each is named there by its id.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{edition.settings.name[edition.spoken]}//practicebook//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{edition.name}: {edition.language.gettext('Events')}")
    for event in events:
        if known := days(event):
            calendar.add_component(_entry(edition, event, known, address))
    made: bytes = calendar.to_ical()
    return made.decode()


def _entry(
    edition: Edition, event: Event, known: tuple[date, date], address: str
) -> icalendar.Event:
    first, last = known
    said = edition.told(event)
    event = said.content
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@{urlsplit(edition.settings.url).hostname}")
    # The moment of making would change the file each day; the event itself does not change.
    entry.add("dtstamp", datetime.combine(first, time(), UTC))
    entry.add("dtstart", first)
    # The end of an event of whole days is the day after its last one (RFC 5545, 3.6.1).
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", event.title, parameters={"LANGUAGE": said.language})
    if place := _place(edition, event):
        entry.add("location", place)
    kind = edition.label("event-kinds", event.kind)
    told = [f"{kind}. {', '.join(event.organisers)}", event.link or event.sources[0].url]
    entry.add("description", "\n".join(told))
    entry.add("url", f"{absolute(edition.settings, edition.code, address)}#{event.id}")
    return entry


def _place(edition: Edition, event: Event) -> str:
    country = edition.language.name_of_country(event.country) if event.country else ""
    online = edition.language.gettext("Online") if event.online else ""
    return ", ".join(part for part in (event.place, country, online) if part)
