"""The page of the community: who is in it, what of each is told here and what each offers."""

from __future__ import annotations

from collections.abc import Iterator

from practicebook.models import Authority
from practicebook.pages.authorities import by_country
from practicebook.pages.edition import Edition
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill
from practicebook.vocabulary import Term

ADDRESS = "community/"


def pages_of_community(edition: Edition) -> Iterator[Page]:
    """The page of the community; none where no authority has a role in it."""
    if not edition.members:
        return
    told = edition.language.gettext
    html = fill(
        "community.html",
        edition.language,
        edition=edition,
        top=top(ADDRESS),
        groups=list(_groups(edition)),
        offers=_offers(edition),
    )
    title = told("Community")
    lead = told("Who is in the community, and which of their practices are told here.")
    yield sheet(edition, ADDRESS, title, html, description=lead, menu=ADDRESS)


def _groups(
    edition: Edition,
) -> Iterator[tuple[Term, int, list[tuple[str, list[Authority]]]]]:
    """Each role, how many have it, and who they are by country."""
    for role in edition.vocabulary["community-roles"]:
        having = [authority for authority in edition.members if authority.role == role.key]
        if having:
            yield role, len(having), by_country(edition, having)


def _offers(edition: Edition) -> dict[str, list[str]]:
    """By id of a member, the labels of what it offers to others in any of its practices."""
    found: dict[str, list[str]] = {}
    for member in edition.members:
        practices = edition.catalogue.by_authority(member.id)
        offered = {key for practice in practices for key in practice.mentor_offer}
        terms = edition.vocabulary["mentor-offers"] if offered else ()
        found[member.id] = [t.in_language(edition.code) for t in terms if t.key in offered]
    return found
