"""A page with its front matter: what the renderer and search engines are told about it."""

from __future__ import annotations

from practicebook.pages.edition import Edition
from practicebook.pages.page import Page, file_of, front_matter, top
from practicebook.project import Settings


def absolute(settings: Settings, code: str, address: str) -> str:
    """The public address of a page."""
    return f"{settings.url.rstrip('/')}/{code}/{address}"


def sheet(
    edition: Edition,
    address: str,
    title: str,
    html: str,
    *,
    description: str = "",
    menu: str = "",
    languages: tuple[str, ...] | None = None,
    original: str = "",
    stylesheets: tuple[str, ...] = (),
) -> Page:
    """The page at an address of an edition.

    The HTML stands in one element, so that Markdown sees a single block of HTML and passes it
    through as it is; the front matter is ours alone.

    Args:
        description: one or two sentences for search engines; the site's own when empty.
        menu: address of the entry of the menu that the page belongs to.
        languages: languages the page can really be read in; all of the site's when not given.
        original: language of the original when the page is not translated; then search engines
            are sent there.
        stylesheets: paths of stylesheets that only this page needs, below the assets.
    """
    spoken = edition.settings.languages if languages is None else languages
    facts: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": description or edition.description,
        "address": address,
        "top": top(address) or "./",
        "menu": menu,
        "canonical": absolute(edition.settings, original or edition.code, address),
        "robots": "noindex" if original else "",
        "languages": () if original or len(spoken) < 2 else spoken,
        "stylesheets": stylesheets,
    }
    body = f'{front_matter(facts)}\n<div class="page">\n{html.strip()}\n</div>\n'
    path = f"{edition.code}/{file_of(address)}"
    return Page(path, body, address, () if original else spoken)
