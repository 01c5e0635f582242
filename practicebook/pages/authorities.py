"""The pages of authorities: all of them, and each with what it has done, shared and taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from practicebook.models import Authority
from practicebook.pages import adoptions
from practicebook.pages.edition import Edition
from practicebook.pages.notices import made
from practicebook.pages.page import Page, top
from practicebook.pages.practice import size
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill

ADDRESS = "authorities/"


def pages_of_authorities(edition: Edition) -> Iterator[Page]:
    """The list of authorities and the page of each."""
    yield _list(edition)
    for authority in edition.catalogue.authorities.values():
        yield _page(edition, authority)


def by_country(
    edition: Edition, authorities: Iterable[Authority]
) -> list[tuple[str, list[Authority]]]:
    """Codes of countries and the authorities there, by the country's name in the language."""
    named: dict[str, list[Authority]] = {}
    for authority in authorities:
        named.setdefault(authority.country, []).append(authority)
    return [(country, named[country]) for country in edition.countries_in_order(named)]


def _list(edition: Edition) -> Page:
    language, title = edition.language, edition.language.gettext("Authorities")
    groups = by_country(edition, edition.catalogue.authorities.values())
    html = fill("authorities.html", language, edition=edition, top=top(ADDRESS), groups=groups)
    return sheet(edition, ADDRESS, title, html, menu=ADDRESS)


def _page(edition: Edition, authority: Authority) -> Page:
    address, catalogue = f"{ADDRESS}{authority.id}/", edition.catalogue
    practices = catalogue.by_authority(authority.id)
    told = edition.told(authority)
    given = [found for practice in practices for found in catalogue.adoptions_of(practice.id)]
    html = fill(
        "authority.html",
        edition.language,
        edition=edition,
        top=top(address),
        authority=authority,
        told=told,
        notes=list(made(told, edition.language)),
        size=size(authority, edition.language),
        role=edition.vocabulary["community-roles"][authority.role] if authority.role else None,
        practices=practices,
        taken=list(adoptions.told(edition, catalogue.adoptions_by(authority.id))),
        given=list(adoptions.told(edition, given)),
    )
    return sheet(edition, address, authority.name_in(edition.code), html, menu=ADDRESS)
