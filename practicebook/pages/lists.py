"""Pages that lead to practices: all of them, by theme, by target group, by place."""

from __future__ import annotations

from collections.abc import Iterator

from practicebook.language import words
from practicebook.models import Practice, Question
from practicebook.pages.edition import Edition, newest_first
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill

# Folder of the pages, list of the vocabulary, field of a practice, title, one sentence.
LISTS = (
    (
        "themes",
        "themes",
        "themes",
        words("Themes"),
        words("What practices are about. A practice may belong to several themes."),
    ),
    (
        "groups",
        "target-groups",
        "target_groups",
        words("Who it is for"),
        words("The people a practice was made for."),
    ),
    (
        "stages",
        "stages",
        "stages",
        words("Stages"),
        words("From getting ready to living together for good."),
    ),
    (
        "evidence",
        "evidence-levels",
        "evidence",
        words("Evidence"),
        words("How well the results are known. It is not a mark."),
    ),
)


def pages_of_lists(edition: Edition) -> Iterator[Page]:
    """All pages that lead to practices, in one language."""
    yield _home(edition)
    yield _plain(edition, "practices/", "practices.html", words("All practices"))
    yield _find(edition)
    for entry in LISTS:
        yield from _term_pages(edition, *entry)
    yield _plain(edition, "countries/", "countries.html", words("Countries"))
    for country, practices in edition.countries:
        yield _country(edition, country, practices)
    yield _plain(edition, "years/", "years.html", words("Years"))
    for year, practices in edition.years:
        yield _year(edition, year, practices)


def _home(edition: Edition) -> Page:
    themes = edition.terms("themes", "themes")
    html = fill("home.html", edition.language, edition=edition, top="", themes=themes)
    return sheet(edition, "", edition.name, html)


def _find(edition: Edition) -> Page:
    title = edition.language.gettext("Find a practice")
    html = fill("find.html", edition.language, edition=edition, top=top("find/"))
    return sheet(edition, "find/", title, html, menu="find/", stylesheets=("find/find.css",))


def _plain(edition: Edition, address: str, template: str, title: str) -> Page:
    html = fill(template, edition.language, edition=edition, top=top(address))
    return sheet(edition, address, edition.language.gettext(title), html, menu=address)


def _term_pages(
    edition: Edition, folder: str, scheme: str, field: str, title: str, lead: str
) -> Iterator[Page]:
    told, address = edition.language.gettext, f"{folder}/"
    html = fill(
        "terms.html",
        edition.language,
        top=top(address),
        title=told(title),
        lead=told(lead),
        terms=edition.terms(scheme, field),
    )
    yield sheet(edition, address, told(title), html, menu=address, description=told(lead))
    for term in edition.vocabulary[scheme]:
        practices = edition.catalogue.with_term(field, term.key)
        label, meaning = term.in_language(edition.code), term.meaning(edition.code)
        groups = (
            _by_weight(edition, practices, term.key) if field == "themes" else [("", practices)]
        )
        trail = [(address, told(title))]
        asked = edition.catalogue.questions_about(term.key) if field == "themes" else ()
        yield _chosen(edition, f"{address}{term.key}/", label, meaning, groups, trail, asked)


def _by_weight(
    edition: Edition, practices: tuple[Practice, ...], key: str
) -> list[tuple[str, tuple[Practice, ...]]]:
    """Practices mainly about a theme, then those that touch on it."""
    told = edition.language.gettext
    mainly = tuple(p for p in practices if p.themes[0] == key)
    others = tuple(p for p in practices if p.themes[0] != key)
    groups = [(told("Mainly about this"), mainly), (told("Also about this"), others)]
    return [(heading, chosen) for heading, chosen in groups if chosen]


def _country(edition: Edition, country: str, practices: tuple[Practice, ...]) -> Page:
    name = edition.language.name_of_country(country)
    trail = [("countries/", edition.language.gettext("Countries"))]
    address = f"countries/{country.lower()}/"
    return _chosen(edition, address, name, "", [("", practices)], trail)


def _year(edition: Edition, year: str, practices: tuple[Practice, ...]) -> Page:
    told = edition.language.gettext
    title = told("Started in {year}").format(year=year)
    return _chosen(
        edition, f"years/{year}/", title, "", [("", practices)], [("years/", told("Years"))]
    )


def _chosen(
    edition: Edition,
    address: str,
    title: str,
    lead: str,
    groups: list[tuple[str, tuple[Practice, ...]]],
    trail: list[tuple[str, str]],
    asked: tuple[Question, ...] = (),
) -> Page:
    html = fill(
        "chosen.html",
        edition.language,
        edition=edition,
        top=top(address),
        title=title,
        lead=lead,
        groups=groups,
        total=sum(len(chosen) for _, chosen in groups),
        trail=trail,
        waiting=newest_first(question for question in asked if not question.is_answered),
        answered=newest_first(question for question in asked if question.is_answered),
    )
    return sheet(edition, address, title, html, description=lead, menu=trail[0][0])
