"""The page of one practice."""

from __future__ import annotations

from collections.abc import Iterator

from practicebook.catalogue import Text
from practicebook.language import Language
from practicebook.models import Authority, Costs, Practice
from practicebook.pages import adoptions, prose, reviews, tool_words
from practicebook.pages.edition import Edition, newest_first
from practicebook.pages.notices import notices
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import absolute, sheet
from practicebook.pages.templates import fill

RESULTS = "results"


def page_of(edition: Edition, practice: Practice) -> Page:
    """The page of a practice in one language.

    A practice without a translation has a page too: facts in the reader's language, the author's
    words in their own, and search engines sent to the original.
    """
    address = f"practices/{practice.id}/"
    text = edition.text(practice)
    spoken = edition.languages_of(practice)
    html = _html(edition, practice, text, address)
    return sheet(
        edition,
        address,
        text.title,
        html,
        description=text.summary,
        menu="practices/",
        languages=spoken,
        original="" if edition.code in spoken else practice.language,
        stylesheets=("tools/tools.css",),
    )


def _html(edition: Edition, practice: Practice, text: Text[Practice], address: str) -> str:
    language, authority = edition.language, edition.catalogue.authority_of(practice)
    sections = list(_sections(edition, practice, text, top(address)))
    created, changed = edition.dates.get(practice.id, ("", ""))
    return fill(
        "practice.html",
        language,
        edition=edition,
        top=top(address),
        practice=practice,
        text=text,
        authority=authority,
        size=size(authority, language),
        when=when(practice, language),
        costs=list(_costs(practice.costs, language)),
        evidence=edition.vocabulary["evidence-levels"][practice.evidence].meaning(edition.code),
        notices=list(notices(text, language)),
        sections=sections,
        contents=[*((key, title) for key, title, _ in sections), *_more(edition, practice)],
        results_after=RESULTS if RESULTS in dict(_keys(sections)) else sections[-1][0],
        adoptions=list(adoptions.told(edition, edition.catalogue.adoptions_of(practice.id))),
        review_state=reviews.state(edition, practice),
        reviews=list(reviews.told(edition, practice)),
        questions=newest_first(edition.catalogue.questions_for(practice.id)),
        related=_related(edition, practice),
        similar=_similar(edition, practice),
        created=created and language.date(created),
        changed=changed and language.date(changed),
        canonical=absolute(edition.settings, edition.code, address),
        correction=_correction(edition, practice),
        texts=tool_words.texts("practice", language),
    )


def _keys(sections: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    return ((key, title) for key, title, _ in sections)


def _sections(
    edition: Edition, practice: Practice, text: Text[Practice], way_up: str
) -> Iterator[tuple[str, str, str]]:
    """Key, heading in the reader's language, and HTML of each section."""
    around = prose.Surroundings(
        Language.of(text.body_language),
        len(practice.sources),
        edition.catalogue.practices.keys(),
        way_up,
    )
    for section in text.sections:
        title = edition.label("sections", section.key)
        yield section.key, title, prose.html(section.text, around)


def size(authority: Authority, language: Language) -> str:
    """How many people live there, in words; "" when it is not known."""
    if authority.population is None:
        return ""
    people = language.counted("{n} inhabitant", "{n} inhabitants", authority.population.value)
    if authority.population.approximate:
        people = language.gettext("about {number}").format(number=people)
    year = authority.population.year
    return f"{people} ({year})" if year else people


def when(practice: Practice, language: Language) -> str:
    """From when to when it was done, in words, as far as that is known."""
    started = language.date(practice.started) if practice.start_is_known else ""
    ended = language.date(practice.ended) if practice.ended else ""
    if started and started == ended:
        return started
    if started and ended:
        return f"{started} – {ended}"
    if started:
        return language.gettext("since {date}").format(date=started)
    if ended:
        return language.gettext("until {date}").format(date=ended)
    return language.gettext("Not known")


def _costs(costs: Costs | None, language: Language) -> Iterator[str]:
    """Each amount with its currency and year, for example "To set up: 100,000 PLN (2022)"."""
    if costs is None:
        return
    for name, value in (("To set up", costs.setup), ("Per year", costs.yearly)):
        if value is not None:
            yield f"{language.gettext(name)}: {amount(costs, float(value), language)}"


def amount(costs: Costs, value: float | None, language: Language) -> str:
    """An amount of money with the currency and the year of the costs; "" when it is not known."""
    if value is None:
        return ""
    unit = f"\u00a0{costs.currency}" if costs.currency else ""
    year = f" ({costs.year})" if costs.year else ""
    return f"{language.number(value)}{unit}{year}"


def _more(edition: Edition, practice: Practice) -> Iterator[tuple[str, str]]:
    """Headings after the sections that are worth a way from the top."""
    language = edition.language
    if practice.partners:
        yield "partners", language.gettext("Partners")
    if edition.catalogue.adoptions_of(practice.id):
        yield "taken-over", language.gettext("Who took it over")
    if edition.catalogue.questions_for(practice.id):
        yield "questions", language.gettext("Questions it helps to answer")
    if practice.id in edition.catalogue.reviews:
        yield "reviews", language.gettext("Reviews")
    yield "sources", language.gettext("Sources")
    yield "contact", language.gettext("Whom to ask")


def _related(edition: Edition, practice: Practice) -> list[tuple[Practice, str]]:
    """Practices the author points to; these come before those that were found by likeness."""
    told = edition.language.gettext
    named = [(other, told("Belongs together with this one")) for other in practice.related]
    if practice.adapted_from:
        named.insert(0, (practice.adapted_from, told("Adapted from this practice")))
    known = edition.catalogue.practices
    return [(known[other], why) for other, why in named if other in known]


def _similar(edition: Edition, practice: Practice) -> list[tuple[Practice, str]]:
    known = edition.catalogue.practices
    named = {practice.adapted_from, *practice.related}
    pairs = edition.similar.get(practice.id, ())
    return [(known[other], why) for other, why in pairs if other in known and other not in named]


def _correction(edition: Edition, practice: Practice) -> str:
    """Where a reader with an account at the repository can propose a change; "" without one."""
    repository = edition.settings.repository.rstrip("/")
    file = f"practices/{practice.country.lower()}/{practice.id}.md"
    return f"{repository}/edit/main/{file}" if repository else ""
