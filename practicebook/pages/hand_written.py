"""Pages written by hand in `docs/`, and the page of rules made from the table of rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from practicebook import rules
from practicebook.language import Language
from practicebook.pages import prose
from practicebook.pages.edition import Edition
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill
from practicebook.problems import Severity

# "## Ask {#ask}": the name in braces is the same in every language, so that pages can point to it.
_HEADING = re.compile(r"^## (.+?)(?: \{#([a-z-]+)\})?$", re.MULTILINE)


@dataclass(frozen=True)
class HandWritten:
    """A page of `docs/`: its name ("about"), its language, its title, the Markdown after it."""

    name: str
    language: str
    title: str
    text: str


def read(folder: Path, code: str, default: str) -> tuple[HandWritten, ...]:
    """The hand-written pages for readers of a language.

    A page that is missing in `code` is taken from `default`, so that every language has all pages.

    Args:
        folder: the folder with one folder for each language.
    """
    paths = {path.stem: path for path in sorted((folder / default).glob("*.md"))}
    paths |= {path.stem: path for path in sorted((folder / code).glob("*.md"))}
    return tuple(_page(path) for _, path in sorted(paths.items()))


def _page(path: Path) -> HandWritten:
    first, _, rest = path.read_text(encoding="utf-8").lstrip().partition("\n")
    return HandWritten(path.stem, path.parent.name, first.removeprefix("# ").strip(), rest.strip())


def page_of(edition: Edition, written: HandWritten) -> Page:
    """The page of a hand-written text; links `page:rules` lead to another page of the site."""
    address = f"{written.name}/"
    text = written.text.replace("](page:", f"]({top(address)}")
    around = prose.Surroundings(
        Language.of(written.language), 0, edition.catalogue.practices.keys(), top(address)
    )
    opening, *parts = _HEADING.split(text)
    sections = [
        (name or "", heading, prose.html(body, around))
        for heading, name, body in zip(*[iter(parts)] * 3, strict=True)
    ]
    html = fill(
        "hand-written.html",
        edition.language,
        top=top(address),
        title=written.title,
        opening=prose.html(opening, around),
        sections=sections,
        spoken=written.language,
    )
    translated = written.language == edition.code
    return sheet(
        edition,
        address,
        written.title,
        html,
        description=_first_sentence(written.text),
        menu=address,
        original="" if translated else written.language,
    )


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", " ".join(text.split()), maxsplit=1)[0]


def rules_page(edition: Edition) -> Page:
    """The page that explains every rule, made from the table of rules."""
    told, address = edition.language.gettext, "rules/"
    groups = [
        (
            ("must-fix", told("Must be fixed")),
            told("A file with one of these is not published until it is mended."),
            _explained(Severity.MUST_FIX, edition.language),
        ),
        (
            ("advice", told("Advice")),
            told("A person decides; these never stop a file."),
            _explained(Severity.ADVICE, edition.language),
        ),
    ]
    html = fill("rules.html", edition.language, edition=edition, top=top(address), groups=groups)
    return sheet(edition, address, told("Rules for a practice"), html, menu="contribute/")


def _explained(severity: Severity, language: Language) -> list[Mapping[str, str]]:
    return [
        {
            "code": rule.code,
            "message": _with_dots(language.gettext(rule.message)),
            "hints": " ".join(_with_dots(language.gettext(hint)) for hint in rule.hints),
            "why": language.gettext(rule.why),
        }
        for rule in rules.RULES.values()
        if rule.severity is severity
    ]


def _with_dots(sentence: str) -> str:
    """A sentence whose gaps are shown as dots."""
    gaps = {name: "…" for _, name, _, _ in Formatter().parse(sentence) if name}
    return sentence.format(**gaps)
