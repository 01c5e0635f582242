"""From the catalogue to the pages of the site, before any renderer sees them.

`render` gives the pages of one language, `render_all` those of every language and the files they
share, and `write` keeps a folder in step with them. Nothing here reads a clock, a network or git.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.pages.authorities import pages_of_authorities
from practicebook.pages.community import pages_of_community
from practicebook.pages.edition import Edition
from practicebook.pages.events import pages_of_events
from practicebook.pages.hand_written import HandWritten, read, rules_page
from practicebook.pages.hand_written import page_of as _hand_written
from practicebook.pages.links import broken
from practicebook.pages.lists import pages_of_lists
from practicebook.pages.maps import page_of as _map
from practicebook.pages.page import Page, Written, write
from practicebook.pages.practice import page_of as _practice
from practicebook.pages.questions import pages_of_questions
from practicebook.pages.root import CONTENT_SECURITY, SHARED, redirects, shared_files
from practicebook.pages.tools import pages_of_tools
from practicebook.project import Project
from practicebook.vocabulary import Vocabulary

__all__ = [
    "CONTENT_SECURITY",
    "SHARED",
    "Edition",
    "HandWritten",
    "Page",
    "Written",
    "broken",
    "read",
    "render",
    "render_all",
    "write",
]


def render(
    edition: Edition, today: date, hand_written: Iterable[HandWritten] = ()
) -> Iterator[Page]:
    """Every page of one language, in a stable order and without the day of building.

    Args:
        edition: the collection and its words in that language.
        today: what divides events to come from those that are over.
        hand_written: the pages of `docs/` in that language, from `read`.
    """
    yield from pages_of_lists(edition)
    yield _map(edition)
    yield from pages_of_authorities(edition)
    yield from pages_of_community(edition)
    yield from pages_of_questions(edition)
    yield from pages_of_events(edition, today)
    for practice in edition.catalogue:
        yield _practice(edition, practice)
    yield from pages_of_tools(edition)
    for written in hand_written:
        yield _hand_written(edition, written)
    yield rules_page(edition)
    yield from redirects(edition)


def render_all(
    project: Project,
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    similar: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]],
    dates: Mapping[str, tuple[str, str]],
    today: date,
) -> tuple[Page, ...]:
    """Every page of every language, and the files they share.

    Args:
        similar: by language, then by id of a practice: ids of similar ones, each with the reason
            as a sentence in that language. A language or a practice may be missing.
        dates: by id of a practice, the days on which its file was first and last changed
            (YYYY-MM-DD). A practice may be missing.
        today: what divides events to come from those that are over.
    """
    settings = project.settings
    pages: list[Page] = []
    for code in settings.languages:
        found = similar.get(code, {})
        written = read(project.docs, code, settings.default_language)
        names = frozenset(page.name for page in written)
        edition = Edition(catalogue, vocabulary, settings, Language.of(code), found, dates, names)
        pages += render(edition, today, written)
    return (*pages, *shared_files(settings, pages, dates))
