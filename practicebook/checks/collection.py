"""What only shows when all files are seen together: names, references, translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from practicebook.catalogue import Catalogue, Parts, collect
from practicebook.checks import translations
from practicebook.checks.body import linked
from practicebook.checks.telling import suggest, tell
from practicebook.drafts import Draft, Kind
from practicebook.models import (
    Adoption,
    Authority,
    Content,
    Event,
    Practice,
    Question,
    Reviews,
    Translation,
)
from practicebook.problems import Problem
from practicebook.project import Settings
from practicebook.rules import must_fix
from practicebook.vocabulary import Vocabulary, fold

M = TypeVar("M", bound=Content)


@dataclass(frozen=True)
class Collection:
    """All files that could be read, also partial views of wrong ones, and all names there are."""

    practices: Sequence[tuple[Draft, Practice]]
    authorities: Sequence[tuple[Draft, Authority]]
    translations: Sequence[tuple[Draft, Translation]]
    questions: Sequence[tuple[Draft, Question]]
    adoptions: Sequence[tuple[Draft, Adoption]]
    events: Sequence[tuple[Draft, Event]]
    reviews: Sequence[tuple[Draft, Reviews]]
    question_translations: Sequence[tuple[Draft, Translation]]
    ids: Mapping[Kind, frozenset[str]]

    @classmethod
    def of(
        cls, found: Mapping[Kind, list[tuple[Draft, Any]]], ids: Mapping[Kind, frozenset[str]]
    ) -> Collection:
        """The collection of what was made of the drafts of each kind."""
        return cls(
            practices=found[Kind.PRACTICE],
            authorities=found[Kind.AUTHORITY],
            translations=found[Kind.TRANSLATION],
            questions=found[Kind.QUESTION],
            adoptions=found[Kind.ADOPTION],
            events=found[Kind.EVENT],
            reviews=found[Kind.REVIEWS],
            question_translations=found[Kind.QUESTION_TRANSLATION],
            ids=ids,
        )


def check(
    every: Collection, vocabulary: Vocabulary, broken: Container[str], settings: Settings
) -> tuple[Catalogue, list[Problem]]:
    """Checks all files against each other.

    Args:
        every: what could be read.
        vocabulary: what words are checked against.
        broken: files with something to fix; their right fields are checked, but not published.
        settings: whose languages there are pages in.

    Returns:
        The catalogue of what is valid, and the problems; what refers to nothing is left out.
    """
    authorities = {authority.id: authority for _draft, authority in every.authorities}
    problems = [
        *_same_names(every.practices),
        *_authorities(every),
        *_folders(every.practices, authorities),
        *_references(every),
        *_links(every),
        *_aliases(every.practices, every.ids[Kind.PRACTICE]),
        *translations.of_practices(
            every.practices, every.translations, every.ids[Kind.PRACTICE], vocabulary, broken
        ),
        *translations.of_questions(
            every.questions,
            every.question_translations,
            every.ids[Kind.QUESTION],
            vocabulary,
            broken,
        ),
        *translations.within(
            [*every.authorities, *every.adoptions, *every.events], broken, settings
        ),
        *_community(every),
        *_reviews(every, authorities),
    ]
    bad = {problem.file for problem in problems if must_fix(problem)}
    return collect(_published(every, lambda file: file not in bad and file not in broken)), problems


def _published(every: Collection, is_good: Callable[[str], bool]) -> Parts:
    """What can be published: the good files, without what refers to others that are not."""

    def good(found: Sequence[tuple[Draft, M]]) -> list[M]:
        return [made for draft, made in found if is_good(draft.file)]

    known = {authority.id for authority in good(every.authorities)}
    practices = [p for p in good(every.practices) if p.authority in known]
    published = {practice.id for practice in practices}
    questions = good(every.questions)
    asked = {question.id for question in questions}
    return Parts(
        practices,
        good(every.authorities),
        [t for t in good(every.translations) if t.id in published],
        [_with_known(question, published) for question in questions],
        [a for a in good(every.adoptions) if a.practice in published and a.authority in known],
        good(every.events),
        [t for t in good(every.question_translations) if t.id in asked],
        [r for r in good(every.reviews) if r.id in published],
    )


def _with_known(question: Question, published: Container[str]) -> Question:
    """A question with links only to practices that are published."""
    practices = tuple(id_ for id_ in question.practices if id_ in published)
    return question.model_copy(update={"practices": practices})


def _same_names(practices: Sequence[tuple[Draft, Practice]]) -> Iterator[Problem]:
    counts = Counter(practice.id for _draft, practice in practices)
    for draft, practice in practices:
        if counts[practice.id] > 1:
            others = (d.file for d, p in practices if p.id == practice.id and d is not draft)
            yield tell(draft, "id-twice", "", given=practice.id, other=next(others))


def _authorities(every: Collection) -> Iterator[Problem]:
    known = every.ids[Kind.AUTHORITY]
    for draft, practice in every.practices:
        if practice.authority and practice.authority not in known:
            better = f"community/authorities/{practice.authority}.yml"
            values = suggest(practice.authority, known)
            yield tell(draft, "authority-unknown", "authority", better=better, **values)
    for draft, authority in every.authorities:
        if authority.association and authority.association not in known:
            better = f"community/authorities/{authority.association}.yml"
            values = suggest(authority.association, known)
            yield tell(draft, "authority-unknown", "association", better=better, **values)


def _folders(
    practices: Sequence[tuple[Draft, Practice]], authorities: Mapping[str, Authority]
) -> Iterator[Problem]:
    for draft, practice in practices:
        authority = authorities.get(practice.authority)
        if authority and authority.country and authority.country != practice.country:
            yield tell(
                draft,
                "folder-mismatch",
                "authority",
                folder=practice.country.lower(),
                country=authority.country,
                better=f"practices/{authority.country.lower()}/",
            )


def _references(every: Collection) -> Iterator[Problem]:
    known = every.ids[Kind.PRACTICE]
    for draft, practice in every.practices:
        adapted = [practice.adapted_from] if practice.adapted_from else []
        named = [("adapted_from", name) for name in adapted]
        for field, name in [*named, *(("related", name) for name in practice.related)]:
            if name == practice.id:
                yield tell(draft, "refers-to-itself", field)
            elif name not in known:
                yield tell(draft, "practice-unknown", field, **suggest(name, known))


def _links(every: Collection) -> Iterator[Problem]:
    """Every link to a practice that does not exist."""
    known = every.ids[Kind.PRACTICE]
    texts = [(draft, practice.sections) for draft, practice in every.practices]
    texts += [(draft, translation.sections) for draft, translation in every.translations]
    texts += [(draft, question.sections) for draft, question in every.questions]
    texts += [(draft, made.sections) for draft, made in every.question_translations]
    for draft, sections in texts:
        for section in sections:
            for name, line in linked(section.text, section.line):
                if name not in known:
                    yield draft.problem("link-unknown", line, "", **suggest(name, known))


def _aliases(
    practices: Sequence[tuple[Draft, Practice]], known: frozenset[str]
) -> Iterator[Problem]:
    """Former names that lead to two practices; each of the two is told once."""
    owners: dict[str, list[str]] = {}
    for _draft, practice in practices:
        for alias in practice.aliases:
            owners.setdefault(alias, []).append(practice.id)
    for draft, practice in practices:
        for alias in practice.aliases:
            others = [alias] if alias in known else owners[alias]
            other = next((id_ for id_ in others if id_ != practice.id), None)
            if alias == practice.id:
                yield tell(draft, "refers-to-itself", "aliases")
            elif other:
                yield tell(draft, "alias-taken", "aliases", given=alias, other=other)


def _community(every: Collection) -> Iterator[Problem]:
    """What adoptions and questions refer to."""
    practices, authorities = every.ids[Kind.PRACTICE], every.ids[Kind.AUTHORITY]
    owners = {practice.id: practice.authority for _draft, practice in every.practices}
    for draft, adoption in every.adoptions:
        if adoption.practice and adoption.practice not in practices:
            yield tell(
                draft, "practice-unknown", "practice", **suggest(adoption.practice, practices)
            )
        if not adoption.authority:
            continue
        if adoption.authority not in authorities:
            better = f"community/authorities/{adoption.authority}.yml"
            values = suggest(adoption.authority, authorities)
            yield tell(draft, "authority-unknown", "authority", better=better, **values)
        elif owners.get(adoption.practice) == adoption.authority:
            yield tell(draft, "adopted-from-itself", "authority", given=adoption.authority)
    for draft, question in every.questions:
        spoken_of = {name for s in question.sections for name, _line in linked(s.text, s.line)}
        for id_ in question.practices:
            if id_ not in practices:
                yield tell(draft, "practice-unknown", "practices", **suggest(id_, practices))
            elif question.is_answered and id_ not in spoken_of:
                yield tell(draft, "practice-unused", "practices", given=id_)


def _reviews(every: Collection, authorities: Mapping[str, Authority]) -> Iterator[Problem]:
    """Reviews of nothing, and those by the authority that did it."""
    practices = {practice.id: practice for _draft, practice in every.practices}
    for draft, found in every.reviews:
        if found.id not in every.ids[Kind.PRACTICE]:
            yield tell(draft, "practice-unknown", "", **suggest(found.id, every.ids[Kind.PRACTICE]))
        practice = practices.get(found.id)
        authority = authorities.get(practice.authority) if practice else None
        own = {fold(name) for name in authority.all_names if name} if authority else set()
        for n, review in enumerate(found.reviews or ()):
            if not review.has_interest and fold(review.organisation) in own:
                line = draft.line_of(("reviews", n, "interest"))
                given = review.organisation
                yield draft.problem("review-interest", line, f"reviews.{n}.interest", given=given)
