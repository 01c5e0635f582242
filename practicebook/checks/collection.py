"""What only shows when all files are seen together: names, references, translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from practicebook.catalogue import Catalogue, collect, digest_of_words
from practicebook.checks.body import cited, linked
from practicebook.drafts import Draft, Kind
from practicebook.models import Authority, Practice, Translation
from practicebook.problems import Problem
from practicebook.rules import must_fix
from practicebook.vocabulary import Vocabulary, nearest


@dataclass(frozen=True)
class Collection:
    """All files that are right in themselves, and the names that exist at all."""

    practices: Sequence[tuple[Draft, Practice]]
    authorities: Sequence[tuple[Draft, Authority]]
    translations: Sequence[tuple[Draft, Translation]]
    ids: Mapping[Kind, frozenset[str]]

    def originals(self) -> Mapping[str, Practice]:
        return {practice.id: practice for _draft, practice in self.practices}


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
    ]
    bad = {problem.file for problem in problems if must_fix(problem)}

    def good(draft: Draft) -> bool:
        return draft.file not in bad and draft.file not in broken

    found = {a.id: a for d, a in every.authorities if good(d)}
    practices = [p for d, p in every.practices if good(d) and p.authority in found]
    known = {p.id for p in practices}
    translations = [t for d, t in every.translations if good(d) and t.id in known]
    return collect(practices, found.values(), translations), problems


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
    known, originals = every.ids[Kind.PRACTICE], every.originals()
    for draft, translation in every.translations:
        original = originals.get(translation.id)
        if translation.id not in known:
            yield _tell(draft, "original-missing", "", **_suggest(translation.id, known))
        elif original is None:
            continue
        elif original.language == translation.language:
            yield _tell(draft, "translation-same-language", "", given=translation.language)
        else:
            yield from _translation(draft, translation, original, vocabulary)


def _translation(
    draft: Draft, translation: Translation, original: Practice, vocabulary: Vocabulary
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
