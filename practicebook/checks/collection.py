"""What only shows when all files are seen together: names, references, translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from practicebook.catalogue import Catalogue, Parts, collect, digest_of_words
from practicebook.checks.body import cited, linked
from practicebook.drafts import Draft, Kind
from practicebook.models import (
    Adoption,
    Authority,
    Content,
    Event,
    Practice,
    Question,
    Translation,
)
from practicebook.problems import Problem
from practicebook.rules import must_fix
from practicebook.vocabulary import Vocabulary, nearest

M = TypeVar("M", bound=Content)


@dataclass(frozen=True)
class Collection:
    """All files that are right in themselves, and the names that exist at all."""

    practices: Sequence[tuple[Draft, Practice]]
    authorities: Sequence[tuple[Draft, Authority]]
    translations: Sequence[tuple[Draft, Translation]]
    questions: Sequence[tuple[Draft, Question]]
    adoptions: Sequence[tuple[Draft, Adoption]]
    events: Sequence[tuple[Draft, Event]]
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
            question_translations=found[Kind.QUESTION_TRANSLATION],
            ids=ids,
        )


def check(
    every: Collection, vocabulary: Vocabulary, broken: Container[str] = ()
) -> tuple[Catalogue, list[Problem]]:
    """Checks all files against each other.

    Args:
        every: what could be read.
        vocabulary: what words are checked against.
        broken: files with something to fix; they are checked too, but not published.

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
        *_translations(every, vocabulary),
        *_community(every),
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
    )


def _with_known(question: Question, published: Container[str]) -> Question:
    """A question with links only to practices that are published."""
    practices = tuple(id_ for id_ in question.practices if id_ in published)
    return question.model_copy(update={"practices": practices})


def _tell(draft: Draft, code: str, field: str, **values: object) -> Problem:
    return draft.problem(code, draft.line_of((field,)) if field else 0, field, **values)


def _suggest(given: str, known: Iterable[str]) -> dict[str, object]:
    near = nearest(given, list(known))
    return {"given": given, "nearest": near} if near else {"given": given}


def _same_names(practices: Sequence[tuple[Draft, Practice]]) -> Iterator[Problem]:
    counts = Counter(practice.id for _draft, practice in practices)
    for draft, practice in practices:
        if counts[practice.id] > 1:
            others = (d.file for d, p in practices if p.id == practice.id and d is not draft)
            yield _tell(draft, "id-twice", "", given=practice.id, other=next(others))


def _authorities(every: Collection) -> Iterator[Problem]:
    known = every.ids[Kind.AUTHORITY]
    for draft, practice in every.practices:
        if practice.authority not in known:
            better = f"community/authorities/{practice.authority}.yml"
            values = _suggest(practice.authority, known)
            yield _tell(draft, "authority-unknown", "authority", better=better, **values)
    for draft, authority in every.authorities:
        if authority.association and authority.association not in known:
            better = f"community/authorities/{authority.association}.yml"
            values = _suggest(authority.association, known)
            yield _tell(draft, "authority-unknown", "association", better=better, **values)


def _folders(
    practices: Sequence[tuple[Draft, Practice]], authorities: Mapping[str, Authority]
) -> Iterator[Problem]:
    for draft, practice in practices:
        authority = authorities.get(practice.authority)
        if authority and authority.country != practice.country:
            yield _tell(
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
                yield _tell(draft, "refers-to-itself", field)
            elif name not in known:
                yield _tell(draft, "practice-unknown", field, **_suggest(name, known))


def _links(every: Collection) -> Iterator[Problem]:
    """Every link to a practice that does not exist."""
    known = every.ids[Kind.PRACTICE]
    texts = [(draft, practice.sections) for draft, practice in every.practices]
    texts += [(draft, translation.sections) for draft, translation in every.translations]
    texts += [(draft, question.sections) for draft, question in every.questions]
    for draft, sections in texts:
        for section in sections:
            for name, line in linked(section.text, section.line):
                if name not in known:
                    yield draft.problem("link-unknown", line, "", **_suggest(name, known))


def _aliases(
    practices: Sequence[tuple[Draft, Practice]], known: frozenset[str]
) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for draft, practice in practices:
        for alias in practice.aliases:
            other = alias if alias in known else owner.setdefault(alias, practice.id)
            if alias == practice.id:
                yield _tell(draft, "refers-to-itself", "aliases")
            elif other != practice.id:
                yield _tell(draft, "alias-taken", "aliases", given=alias, other=other)


def _translations(every: Collection, vocabulary: Vocabulary) -> Iterator[Problem]:
    practices = {practice.id: practice for _draft, practice in every.practices}
    questions = {question.id: question for _draft, question in every.questions}
    pairs: list[tuple[Draft, Translation, Mapping[str, Practice | Question], Kind]] = [
        *((draft, made, practices, Kind.PRACTICE) for draft, made in every.translations),
        *((draft, made, questions, Kind.QUESTION) for draft, made in every.question_translations),
    ]
    for draft, translation, originals, kind in pairs:
        original = originals.get(translation.id)
        if translation.id not in every.ids[kind]:
            values = _suggest(translation.id, every.ids[kind])
            yield _tell(draft, "original-missing", "", **values)
        elif original is None:
            continue
        elif original.language == translation.language:
            yield _tell(draft, "translation-same-language", "", given=translation.language)
        else:
            yield from _translation(draft, translation, original, vocabulary)


def _translation(
    draft: Draft, translation: Translation, original: Practice | Question, vocabulary: Vocabulary
) -> Iterator[Problem]:
    digest = digest_of_words(original)
    if translation.source_hash is None:
        yield _tell(draft, "translation-unstamped", "translation", better=digest)
    elif translation.source_hash != digest:
        yield _tell(draft, "translation-older", "source_hash", better=digest)
    present = {section.key for section in translation.sections}
    missing = [key for key in vocabulary.sections if key not in present]
    if present and missing:
        labels = [vocabulary["sections"].label(key, translation.language) for key in missing]
        yield draft.problem("translation-incomplete", draft.body_line, missing=labels)
    sources = len(original.sources)
    for section in translation.sections:
        for number, line in cited(section.text, section.line):
            if number > sources:
                yield draft.problem("source-unknown", line, given=number, size=sources)


def _community(every: Collection) -> Iterator[Problem]:
    """What adoptions and questions refer to."""
    practices, authorities = every.ids[Kind.PRACTICE], every.ids[Kind.AUTHORITY]
    owners = {practice.id: practice.authority for _draft, practice in every.practices}
    for draft, adoption in every.adoptions:
        if adoption.practice not in practices:
            yield _tell(
                draft, "practice-unknown", "practice", **_suggest(adoption.practice, practices)
            )
        if adoption.authority not in authorities:
            better = f"community/authorities/{adoption.authority}.yml"
            values = _suggest(adoption.authority, authorities)
            yield _tell(draft, "authority-unknown", "authority", better=better, **values)
        elif owners.get(adoption.practice) == adoption.authority:
            yield _tell(draft, "adopted-from-itself", "authority", given=adoption.authority)
    for draft, question in every.questions:
        for id_ in question.practices:
            if id_ not in practices:
                yield _tell(draft, "practice-unknown", "practices", **_suggest(id_, practices))
