"""What is known about a practice as rows of words, for comparing, keeping and taking it over.

A row without lines is a fact nobody has told; it stays, so that what is missing is seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from practicebook import markdown
from practicebook.catalogue import Text
from practicebook.models import Authority, Costs, Practice
from practicebook.pages import prose, reviews
from practicebook.pages.edition import Edition
from practicebook.pages.page import Page
from practicebook.pages.practice import amount, size, when

# Sections of the text that stand among the facts.
SECTIONS = ("difficult", "lessons", "elsewhere")
# Only the worksheet has these; with them a file would be larger by a sixth.
ON_PAPER_ONLY = {"lessons"}
# Costs of places of different size are compared for so many inhabitants.
PER = 1_000
# Below this many units of a currency, hundredths tell something.
FEW = 10
NO_COSTS = Costs.model_construct()

Line = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One fact: its key, its name, and its lines.

    Args:
        lines: each the words and what the reader's language adds, for example the year.
        language: language of the words, "" when it is the reader's.
    """

    key: str
    name: str
    lines: tuple[Line, ...] = ()
    language: str = ""


def rows(edition: Edition, practice: Practice) -> tuple[Row, ...]:
    """The facts of a practice in the reader's language, always the same rows in the same order."""
    told = edition.language.gettext
    text, authority = edition.text(practice), edition.catalogue.authority_of(practice)
    practice = text.header
    own = "" if text.header_language == edition.code else text.header_language
    return (
        *_place(edition, practice, authority),
        *_costs(edition, practice, authority, own),
        Row("staff", told("Staff"), _staff(edition, practice)),
        Row("funding", told("Funding"), _labels(edition, "funding-sources", practice.funding)),
        Row("results", told("Results in figures"), tuple(_results(edition, practice)), own),
        Row("evidence", told("Evidence"), _evidence(edition, practice)),
        Row("review", told("Review"), _lines([reviews.state(edition, practice)])),
        Row("origin", told("Where this comes from"), _lines(_origin(edition, practice))),
        *_sections(edition, text),
        *_transfer(edition, practice, own),
        Row("partners", told("Partners"), tuple(_partners(edition, practice)), own),
        Row("contact", told("Whom to ask"), tuple(_contact(edition, practice, authority))),
    )


def page_of(edition: Edition, practice: Practice, name: str = "") -> Page:
    """The facts of a practice as a file beside its page.

    Args:
        name: a former name of the practice, which lists kept by readers may still hold.
    """
    text, authority = edition.text(practice), edition.catalogue.authority_of(practice)
    country = edition.language.name_of_country(practice.country)
    written = {
        "id": practice.id,
        "title": text.title,
        "summary": text.summary,
        "lang": "" if text.language == edition.code else text.language,
        "place": f"{authority.place_in(edition.code)}, {country}",
        "rows": [_written(r) for r in rows(edition, practice) if r.key not in ON_PAPER_ONLY],
    }
    path = f"{edition.code}/practices/{name or practice.id}/facts.json"
    return Page(path, json.dumps(written, ensure_ascii=False, separators=(",", ":")))


def _written(row: Row) -> dict[str, object]:
    """A row as JSON: each line a list of one or two texts."""
    lines = [[part for part in line if part] for line in row.lines]
    spoken = {"lang": row.language} if row.language and lines else {}
    return {"key": row.key, "name": row.name, "lines": lines, **spoken}


def _lines(words: Iterable[str]) -> tuple[Line, ...]:
    return tuple((word, "") for word in words if word)


def _labels(edition: Edition, scheme: str, keys: Iterable[str]) -> tuple[Line, ...]:
    return _lines(edition.label(scheme, key) for key in keys)


def _place(edition: Edition, practice: Practice, authority: Authority) -> Iterator[Row]:
    language, code = edition.language, edition.code
    told, country = language.gettext, language.name_of_country(practice.country)
    level = edition.label("authority-levels", authority.level)
    known = practice.start_is_known or practice.ended
    yield Row("place", told("Place"), _lines([f"{authority.place_in(code)}, {country}"]))
    yield Row("authority", told("Authority"), ((authority.name_in(code), level),))
    yield Row("population", told("Inhabitants"), _lines([size(authority, language)]))
    yield Row("setting", told("Setting"), _labels(edition, "settings", authority.setting))
    yield Row("when", told("When"), _lines([when(practice, language) if known else ""]))
    groups = _labels(edition, "target-groups", practice.target_groups)
    yield Row("groups", told("Who it is for"), groups)
    yield Row("themes", told("Themes"), _labels(edition, "themes", practice.themes))


def _costs(edition: Edition, practice: Practice, authority: Authority, own: str) -> Iterator[Row]:
    told, language = edition.language.gettext, edition.language
    costs = practice.costs or NO_COSTS
    per_thousand = told("Costs per year for {n} inhabitants").format(n=language.number(PER))
    amounts = (
        ("setup", told("Costs to set up"), _number(costs.setup)),
        ("yearly", told("Costs per year"), _number(costs.yearly)),
        ("per-thousand", per_thousand, share(costs, authority)),
    )
    for key, name, value in amounts:
        yield Row(key, name, _lines([amount(costs, value, language)]))
    yield Row("costs", told("About the costs"), _lines([costs.note or ""]), own)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def share(costs: Costs, authority: Authority) -> float | None:
    """What a year costs for each 1,000 inhabitants, in units of the currency.

    Whole units, or hundredths where the amount is below ten; None when the costs of a year or the
    inhabitants are not known.
    """
    if costs.yearly is None or authority.population is None:
        return None
    exact = PER * float(costs.yearly) / authority.population.value
    return round(exact, 0 if exact >= FEW else 2)


def _staff(edition: Edition, practice: Practice) -> tuple[Line, ...]:
    posts = _number(practice.staff)
    if posts is None:
        return ()
    said = edition.language.ngettext("{n} full-time post", "{n} full-time posts", posts)
    return _lines([said.format(n=edition.language.number(posts))])


def _results(edition: Edition, practice: Practice) -> Iterator[Line]:
    for result in practice.results:
        number = edition.language.number(float(result.value))
        unit = f" {result.unit}" if result.unit else ""
        year = str(result.year) if result.year else edition.language.gettext("year not stated")
        yield f"{result.what}: {number}{unit}", year


def _evidence(edition: Edition, practice: Practice) -> tuple[Line, ...]:
    return _labels(edition, "evidence-levels", [practice.evidence])


def _origin(edition: Edition, practice: Practice) -> Iterator[str]:
    language = edition.language
    if practice.origin == "compiled":
        yield language.gettext("Compiled from public sources, not confirmed by the authority")
    elif practice.confirmed:
        told = language.gettext("Told by the authority, which last confirmed it: {date}")
        yield told.format(date=language.date(practice.confirmed))
    else:
        yield language.gettext("Told by the authority")


def _sections(edition: Edition, text: Text[Practice]) -> Iterator[Row]:
    spoken = "" if text.body_language == edition.code else text.body_language
    bodies = {section.key: section.text for section in text.sections}
    for key in SECTIONS:
        if key in edition.vocabulary["sections"]:
            lines = _lines(plain(bodies.get(key, "")))
            yield Row(key, edition.label("sections", key), lines, spoken)


def plain(text: str) -> Iterator[str]:
    """The paragraphs and list entries of a text as words without any marks.

    >>> list(plain("- One **big** [bus](https://a.example/) [1].\\n- Two."))
    ['One big bus.', 'Two.']
    """
    for token in markdown.parse_plain(text):
        if token.type == "inline":
            parts = (part.content or " " for part in token.children or () if _is_words(part))
            yield prose.without_numbers("".join(parts))


def _is_words(part: markdown.Token) -> bool:
    return part.type in ("text", "code_inline", "softbreak", "hardbreak")


def _transfer(edition: Edition, practice: Practice, own: str) -> Iterator[Row]:
    told, transfer = edition.language.gettext, practice.transfer
    named = (
        ("core", told("What must stay")),
        ("adaptable", told("What can change")),
        ("conditions", told("What has to be there first")),
    )
    for key, name in named:
        yield Row(key, name, _lines([(transfer and getattr(transfer, key)) or ""]), own)


def _partners(edition: Edition, practice: Practice) -> Iterator[Line]:
    for partner in practice.partners:
        role = f": {partner.role}" if partner.role else ""
        yield f"{partner.name}{role}", edition.label("partner-types", partner.type)


def _contact(edition: Edition, practice: Practice, authority: Authority) -> Iterator[Line]:
    contact = practice.contact
    if contact:
        yield contact.organisation, contact.url or ""
        yield from _lines([contact.email or ""])
    else:
        yield authority.name_in(edition.code), authority.website or ""
    yield from _labels(edition, "mentor-offers", practice.mentor_offer)
