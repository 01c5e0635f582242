"""Files that all languages share: the choice of language, the list for search engines, headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from practicebook.language import Language
from practicebook.pages.edition import Edition
from practicebook.pages.page import Page
from practicebook.pages.sheet import absolute
from practicebook.pages.templates import fill
from practicebook.project import Settings

# Only our own scripts may run, and nothing may come from elsewhere.
CONTENT_SECURITY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'self'; form-action 'self'; object-src 'none'"
)
# Folder of the files above the languages, among the pages.
SHARED = "shared"
# Only a header can forbid frames; browsers do not read this one from a page.
FRAMES = "frame-ancestors 'none'"


def redirects(edition: Edition) -> Iterator[Page]:
    """For each former name of a practice, a page that leads to the present one."""
    for former, id_ in sorted(edition.catalogue.moved.items()):
        practice = edition.catalogue.practices[id_]
        html = fill(
            "redirect.html",
            edition.language,
            title=edition.text(practice).title,
            target=f"../{id_}/",
            canonical=absolute(edition.settings, edition.code, f"practices/{id_}/"),
        )
        yield Page(f"{edition.code}/practices/{former}/index.html", html)


def shared_files(
    settings: Settings, pages: Iterable[Page], dates: Mapping[str, tuple[str, str]]
) -> Iterator[Page]:
    """The files above the languages.

    Args:
        pages: the pages of all languages, for the list for search engines.
        dates: by id of a practice, the days on which its file was first and last changed.
    """
    path = urlsplit(settings.url).path or "/"
    languages = [Language.of(code) for code in settings.languages]
    default = Language.of(settings.default_language)
    values = {"settings": settings, "languages": languages, "security": CONTENT_SECURITY}
    yield Page(f"{SHARED}/index.html", fill("language-choice.html", default, **values))
    yield Page(f"{SHARED}/404.html", fill("not-found.html", default, path=path, **values))
    listed = {page.address: page.languages for page in pages if page.languages}
    changed = {f"practices/{id_}/": days[1] for id_, days in dates.items()}
    values = {"settings": settings, "listed": sorted(listed.items()), "changed": changed}
    yield Page(f"{SHARED}/sitemap.xml", fill("sitemap.xml", default, absolute=absolute, **values))
    site = settings.url.rstrip("/")
    robots = f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\n"
    yield Page(f"{SHARED}/robots.txt", robots)
    yield Page(f"{SHARED}/_headers", _headers())


def _headers() -> str:
    lines = (
        "/*",
        f"  Content-Security-Policy: {CONTENT_SECURITY}; {FRAMES}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
    )
    return "\n".join(lines) + "\n"
