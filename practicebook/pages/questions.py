"""The pages of questions, concerns and challenges: all, by kind, by country, and each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from practicebook.catalogue import Text
from practicebook.language import Language
from practicebook.models import Question
from practicebook.pages import prose
from practicebook.pages.edition import Edition, newest_first
from practicebook.pages.notices import notices
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill
from practicebook.vocabulary import Term

ADDRESS = "questions/"
# Names of questions have a hyphen, so these folders are never the page of one.
KINDS, COUNTRIES = f"{ADDRESS}kinds/", f"{ADDRESS}countries/"

ByTheme = list[tuple[Term, tuple[Question, ...]]]


def pages_of_questions(edition: Edition) -> Iterator[Page]:
    """The lists of questions and the page of each; no page where nobody has asked anything."""
    asked = newest_first(edition.catalogue.questions.values())
    if not asked:
        return
    told = edition.language.gettext
    lead = told("What authorities and organisations ask, worry about or find hard.")
    yield _list(edition, ADDRESS, told("Questions and concerns"), (lead, edition.code), asked)
    for kind, _count in kinds(edition):
        chosen = tuple(question for question in asked if question.kind == kind.key)
        title, lead_of_kind = kind.in_language(edition.code), edition.meaning(kind)
        yield _list(edition, f"{KINDS}{kind.key}/", title, lead_of_kind, chosen)
    for country, _count in countries(edition):
        chosen = tuple(question for question in asked if country in question.countries)
        title = edition.language.name_of_country(country)
        yield _list(edition, f"{COUNTRIES}{country.lower()}/", title, ("", ""), chosen)
    for question in edition.catalogue.questions.values():
        yield _page(edition, question)


def kinds(edition: Edition) -> list[tuple[Term, int]]:
    """The kinds there are questions of, with the number of each."""
    found = Counter(question.kind for question in edition.catalogue.questions.values())
    terms = edition.vocabulary["question-kinds"]
    return [(kind, found[kind.key]) for kind in terms if found[kind.key]]


def countries(edition: Edition) -> list[tuple[str, int]]:
    """The countries questions are about, with the number of each."""
    asked = edition.catalogue.questions.values()
    found = Counter(country for question in asked for country in question.countries)
    return [(country, found[country]) for country in edition.countries_in_order(found)]


def _themes(edition: Edition) -> list[tuple[Term, int]]:
    themes = edition.vocabulary["themes"]
    counted = [(theme, len(edition.catalogue.questions_about(theme.key))) for theme in themes]
    return [(theme, count) for theme, count in counted if count]


def _by_theme(edition: Edition, questions: Iterable[Question]) -> ByTheme:
    """Questions by their first theme, so that each stands in a list once."""
    chosen = list(questions)
    grouped = [
        (theme, tuple(question for question in chosen if question.themes[0] == theme.key))
        for theme in edition.vocabulary["themes"]
    ]
    return [(theme, found) for theme, found in grouped if found]


def _list(
    edition: Edition,
    address: str,
    title: str,
    lead: tuple[str, str],
    questions: tuple[Question, ...],
) -> Page:
    """One list: what nobody has answered yet comes first."""
    answered = [question for question in questions if question.is_answered]
    waiting = [question for question in questions if not question.is_answered]
    html = fill(
        "questions.html",
        edition.language,
        edition=edition,
        top=top(address),
        title=title,
        lead=lead,
        trail=[] if address == ADDRESS else [(ADDRESS, edition.language.gettext("Questions"))],
        total=len(questions),
        kinds=kinds(edition),
        countries=countries(edition),
        themes=_themes(edition),
        waiting=(len(waiting), _by_theme(edition, waiting)),
        answered=(len(answered), _by_theme(edition, answered)),
    )
    return sheet(edition, address, title, html, description=lead[0], menu=ADDRESS)


def _page(edition: Edition, question: Question) -> Page:
    """The page of one question; like that of a practice where it is not translated."""
    address = f"{ADDRESS}{question.id}/"
    text, cited = _without_repeating(question, edition.question_text(question))
    spoken = edition.languages_of(question)
    practices = edition.catalogue.practices
    html = fill(
        "question.html",
        edition.language,
        edition=edition,
        top=top(address),
        question=question,
        text=text,
        kind=edition.vocabulary["question-kinds"][question.kind],
        cited=cited,
        notices=list(notices(text, edition.language)),
        sections=list(_sections(edition, question, text, top(address))),
        practices=[practices[id_] for id_ in question.practices],
        correction=_correction(edition, question),
    )
    return sheet(
        edition,
        address,
        text.title,
        html,
        description=text.summary,
        menu=ADDRESS,
        languages=spoken,
        original="" if edition.code in spoken else question.language,
    )


def _without_repeating(
    question: Question, text: Text[Question]
) -> tuple[Text[Question], tuple[int, ...]]:
    """The words without a question that only repeats the summary, and the sources it named.

    When nothing is left below the summary, no words of the original are shown any more.
    """
    asked, *others = text.sections
    summaries = {_compared(text.summary), _compared(question.summary)}
    if _compared(asked.text) not in summaries:
        return text, ()
    body_language = text.body_language if others else text.language
    shorter = replace(text, sections=tuple(others), body_language=body_language)
    return shorter, prose.numbers(asked.text, len(question.sources))


def _compared(text: str) -> str:
    return prose.without_numbers(text).removesuffix(".")


def _sections(
    edition: Edition, question: Question, text: Text[Question], way_up: str
) -> Iterator[tuple[str, str, str]]:
    """Key, heading in the reader's language, and HTML of what is asked and of the reply."""
    around = prose.Surroundings(
        Language.of(text.body_language),
        len(question.sources),
        edition.catalogue.practices.keys(),
        way_up,
    )
    for section in text.sections:
        title = edition.label("question-sections", section.key)
        yield section.key, title, prose.html(section.text, around)


def _correction(edition: Edition, question: Question) -> str:
    """Where a reader with an account at the repository can propose a change; "" without one."""
    repository = edition.settings.repository.rstrip("/")
    return f"{repository}/edit/main/community/questions/{question.id}.md" if repository else ""
