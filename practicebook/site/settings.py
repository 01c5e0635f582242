"""What the renderer is told: one complete `mkdocs.<lang>.yml` for each language."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from practicebook.language import Language, words
from practicebook.pages import CONTENT_SECURITY
from practicebook.project import Settings

THEME = Path(__file__).parent / "theme"

# Address and name of the entries of the menu, in its order. Practices are in no menu: at a
# thousand pages that would cost seven times the rest of the build.
MENU = (
    ("find/", words("Find")),
    ("practices/", words("Practices")),
    ("themes/", words("Themes")),
    ("groups/", words("Who it is for")),
    ("countries/", words("Countries")),
    ("questions/", words("Questions")),
    ("community/", words("Community")),
    ("my-list/", words("My list")),
    ("contribute/", words("Contribute")),
    ("about/", words("About")),
)
FOOT = (
    ("authorities/", words("Authorities")),
    ("mine/", words("An authority like mine")),
    ("compare/", words("Compare practices")),
    ("events/", words("Events")),
    ("criteria/", words("What makes a good practice")),
    ("rules/", words("Rules for a practice")),
    ("editors/", words("For editors")),
    ("data/", words("Open data")),
    ("accessibility/", words("Accessibility")),
    ("privacy/", words("Privacy")),
)
WORDS = {
    "skip": words("Skip to the content"),
    "menu": words("Main menu"),
    "language": words("Language"),
    "more": words("More about this site"),
    "home": words("Home"),
    "missing": words("This page does not exist"),
    "slip": words("The address may be old or have a slip in it."),
    "honesty": words(
        "Practices compiled from public sources say so and name their sources. "
        "They are not confirmed by the authority until the page says so."
    ),
}


@dataclass(frozen=True)
class Folders:
    """Where the pages of a language, its site and the theme are, as a file of settings says it."""

    pages: str
    site: str
    theme: str


def settings_of(
    settings: Settings, code: str, folders: Folders, present: Collection[str]
) -> dict[str, Any]:
    """The renderer's settings for one language, the same for both renderers.

    Args:
        present: addresses of the pages there are; a community need not write all of them.
    """
    menu, foot = _entries(MENU, code, present), _entries(FOOT, code, present)
    return {
        "site_name": _in(settings, settings.name, code),
        "site_url": f"{settings.url.rstrip('/')}/{code}/",
        "site_description": _in(settings, settings.description, code),
        "docs_dir": folders.pages,
        "site_dir": folders.site,
        "theme": {
            "name": "material",
            "variant": "classic",
            "custom_dir": folders.theme,
            "language": code,
            "font": False,
        },
        "plugins": [],
        "nav": _nav(code, menu),
        "not_in_nav": "/**\n",
        "markdown_extensions": ["attr_list"],
        "extra": _extra(settings, code, menu, foot),
    }


def _extra(
    settings: Settings, code: str, menu: list[dict[str, str]], foot: list[dict[str, str]]
) -> dict[str, Any]:
    """What our own templates are told."""
    return {
        "generator": False,
        "code": code,
        "name": _in(settings, settings.name, code),
        "url": f"{settings.url.rstrip('/')}/",
        "path": urlsplit(settings.url).path or "/",
        "security": CONTENT_SECURITY,
        "alternate": True,
        "languages": [
            {"code": other, "name": _capital(Language.of(other).name)}
            for other in settings.languages
        ],
        "menu": menu,
        "foot": foot,
        "words": {key: Language.of(code).gettext(text) for key, text in WORDS.items()},
    }


def as_text(settings: dict[str, Any]) -> str:
    """The settings as a file: JSON, which is YAML as well."""
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _entries(
    listed: Iterable[tuple[str, str]], code: str, present: Collection[str]
) -> list[dict[str, str]]:
    told = Language.of(code).gettext
    return [
        {"address": address, "name": told(name)} for address, name in listed if address in present
    ]


def _nav(code: str, menu: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    home = {Language.of(code).gettext("Home"): "index.md"}
    return [home, *({entry["name"]: f"{entry['address']}index.md"} for entry in menu)]


def _in(settings: Settings, texts: Mapping[str, str], code: str) -> str:
    return texts.get(code) or texts[settings.default_language]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
