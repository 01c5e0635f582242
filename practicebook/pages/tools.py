"""The pages with which a reader works: my authority, comparing, my list, doing it here.

What a reader chooses and writes stays in the browser; these pages and the files beside them only
bring what is known. `facts` makes the files of practices, this module the one of authorities.
"""

from __future__ import annotations

from collections.abc import Iterator

from practicebook.language import words
from practicebook.models import Authority, Practice
from practicebook.pages import facts, tool_words
from practicebook.pages.authorities import by_country
from practicebook.pages.edition import Edition
from practicebook.pages.facts import Row
from practicebook.pages.notices import notices
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill

STYLES = ("tools/tools.css",)
COMPARE, MY_LIST, MINE, WORKSHEET = "compare/", "my-list/", "mine/", "worksheet/"

# The questions of the worksheet: key, question, and the facts of the other place that go with it.
QUESTIONS = (
    ("population", words("How many people live here"), ("population",)),
    (
        "needs",
        words("What it needs"),
        ("conditions", "setup", "yearly", "costs", "staff", "funding"),
    ),
    ("surroundings", words("Surroundings"), ("authority", "place", "setting")),
    ("people", words("People and partners"), ("groups", "partners")),
    ("core", words("What must stay"), ("core",)),
    ("adaptable", words("What can change"), ("adaptable",)),
    ("steps", words("First steps"), ("elsewhere", "lessons")),
    ("contact", words("Whom to ask"), ("contact",)),
)


def pages_of_tools(edition: Edition) -> Iterator[Page]:
    """The pages of the tools in one language, and the files their scripts read."""
    for practice in edition.catalogue:
        yield facts.page_of(edition, practice)
        yield _worksheet(edition, practice)
    for former, id_ in sorted(edition.catalogue.moved.items()):
        yield facts.page_of(edition, edition.catalogue.practices[id_], former)
    yield _authorities(edition)
    yield _mine(edition)
    yield _plain(
        edition,
        COMPARE,
        "compare.html",
        words("Compare practices"),
        words("2 to 4 practices side by side, with what is not known about each."),
    )
    yield _plain(
        edition,
        MY_LIST,
        "my-list.html",
        words("My list"),
        words("Keep practices, write notes, print them as a booklet. No account is needed."),
    )


def _plain(edition: Edition, address: str, template: str, title: str, lead: str) -> Page:
    """A page that its script fills."""
    told = edition.language.gettext
    html = fill(
        template,
        edition.language,
        edition=edition,
        top=top(address),
        title=told(title),
        lead=told(lead),
        texts=tool_words.texts(address.rstrip("/"), edition.language),
    )
    return sheet(
        edition,
        address,
        told(title),
        html,
        description=told(lead),
        menu=address,
        stylesheets=STYLES,
    )


# ---- My authority ----------------------------------------------------------------------------


def _authorities(edition: Edition) -> Page:
    """The authorities as a file: what readers choose theirs from and practices are compared by."""
    catalogue, vocabulary = edition.catalogue, edition.vocabulary
    written = {
        "authorities": [_told(edition, each) for each in catalogue.authorities.values()],
        "levels": {t.key: t.in_language(edition.code) for t in vocabulary["authority-levels"]},
        "settings": {t.key: t.in_language(edition.code) for t in vocabulary["settings"]},
        "countries": dict(_countries(edition)),
        "reasons": tool_words.reasons(edition.language),
    }
    return Page(f"{edition.code}/authorities/mine.json", tool_words.as_json(written))


def _told(edition: Edition, authority: Authority) -> dict[str, object]:
    """What is known of an authority; what is not known is left out."""
    practices = [practice.id for practice in edition.catalogue.by_authority(authority.id)]
    known = {
        "id": authority.id,
        "name": authority.name_in(edition.code),
        "country": authority.country,
        "level": authority.level,
        "population": authority.population and authority.population.value,
        "setting": list(authority.setting),
        "practices": practices,
    }
    return {name: value for name, value in known.items() if value}


def _countries(edition: Edition) -> list[tuple[str, str]]:
    """Codes and names of the countries of authorities, in the order of their names."""
    codes = {authority.country for authority in edition.catalogue.authorities.values()}
    ordered = edition.countries_in_order(codes)
    return [(code, edition.language.name_of_country(code)) for code in ordered]


def _mine(edition: Edition) -> Page:
    told = edition.language.gettext
    title = told("An authority like mine")
    lead = told("Say what your authority is like; practices then say why they fit it.")
    html = fill(
        "mine.html",
        edition.language,
        edition=edition,
        top=top(MINE),
        title=title,
        lead=lead,
        groups=by_country(edition, edition.catalogue.authorities.values()),
        countries=_countries(edition),
        texts=tool_words.texts("mine", edition.language),
    )
    return sheet(edition, MINE, title, html, description=lead, stylesheets=STYLES)


# ---- Doing it here ---------------------------------------------------------------------------


def _worksheet(edition: Edition, practice: Practice) -> Page:
    """The worksheet of a practice: what is known of the other place, and room for one's own."""
    address = f"practices/{practice.id}/{WORKSHEET}"
    told, text = edition.language.gettext, edition.text(practice)
    known = {row.key: row for row in facts.rows(edition, practice)}
    html = fill(
        "worksheet.html",
        edition.language,
        edition=edition,
        top=top(address),
        practice=practice,
        text=text,
        authority=edition.catalogue.authority_of(practice),
        notices=list(notices(text, edition.language)),
        questions=[(key, told(name), *_known(known, rows)) for key, name, rows in QUESTIONS],
        texts=tool_words.texts("worksheet", edition.language),
    )
    title = f"{told('Doing it here')}: {text.title}"
    # Search engines are led to the practice itself; a worksheet repeats it.
    return sheet(
        edition,
        address,
        title,
        html,
        description=text.summary,
        menu="practices/",
        languages=(),
        stylesheets=STYLES,
    )


def _known(known: dict[str, Row], keys: tuple[str, ...]) -> tuple[list[Row], list[str]]:
    """The facts of those keys that somebody has told, and the names of the others."""
    asked = [known[key] for key in keys if key in known]
    return [row for row in asked if row.lines], [row.name for row in asked if not row.lines]
