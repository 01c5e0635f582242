"""Translations beside their originals: there is one, it is whole, and it is not left behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence

from practicebook.catalogue import digest_of_words, has_header, is_older
from practicebook.checks.between import number_of_sources
from practicebook.checks.body import cited, linked
from practicebook.checks.fields import country_of, label_of
from practicebook.checks.telling import suggest, tell
from practicebook.drafts import Draft
from practicebook.models import (
    Adoption,
    Authority,
    Content,
    Event,
    Practice,
    Question,
    Section,
    Translation,
    Wording,
    texts,
)
from practicebook.problems import Problem
from practicebook.project import Settings
from practicebook.vocabulary import Scheme, Vocabulary

# Shorter texts may be the same in two languages: names, "Not known yet".
LONGEST_SHARED = 80

Original = tuple[Draft, Practice | Question]
Translated = tuple[Draft, Translation]
Path = tuple[str | int, ...]


def of_practices(
    practices: Sequence[tuple[Draft, Practice]],
    translations: Sequence[Translated],
    ids: Collection[str],
    vocabulary: Vocabulary,
    broken: Container[str],
) -> Iterator[Problem]:
    """The problems of the translations of practices.

    Args:
        ids: names of all practices, also of those that could not be read.
        broken: files with something to fix; their words may still change.
    """
    scheme = vocabulary["sections"]
    yield from _all(practices, translations, ids, scheme, list(scheme.terms), broken)
    yield from _folders(practices, translations)


def of_questions(
    questions: Sequence[tuple[Draft, Question]],
    translations: Sequence[Translated],
    ids: Collection[str],
    vocabulary: Vocabulary,
    broken: Container[str],
) -> Iterator[Problem]:
    """The problems of the translations of questions; the reply may stay as it was written."""
    scheme = vocabulary["question-sections"]
    yield from _all(questions, translations, ids, scheme, list(scheme.terms)[:1], broken)


def within(
    found: Sequence[tuple[Draft, Authority | Adoption | Event]],
    broken: Container[str],
    settings: Settings,
) -> Iterator[Problem]:
    """The problems of translations that stand in the file of their original.

    Args:
        settings: whose default language such files are written in.
    """
    for draft, original in found:
        if draft.file not in broken:
            for language, made in original.translations.items():
                place = ("translations", language)
                if language not in settings.languages:
                    code, known = "translation-unseen", list(settings.languages)
                    values = {"given": language, "choices": known}
                    yield _told(draft, code, type(original), place, **values)
                if language == settings.default_language:
                    code = "translation-same-language"
                    yield _told(draft, code, type(original), place, given=language)
                    continue
                yield from _age(draft, made, original, place)
                yield from _parts(draft, made, original, place)


def _all(
    found: Sequence[Original],
    translations: Sequence[Translated],
    ids: Collection[str],
    scheme: Scheme,
    needed: Sequence[str],
    broken: Container[str],
) -> Iterator[Problem]:
    originals = {original.id: (draft, original) for draft, original in found}
    yield from _twice(translations)
    for draft, made in translations:
        if made.id not in ids:
            yield tell(draft, "original-missing", "", **suggest(made.id, ids))
        elif made.id in originals:
            source, original = originals[made.id]
            if original.language == made.language:
                yield tell(draft, "translation-same-language", "", given=made.language)
                continue
            whole = needed
            if source.file not in broken and draft.file not in broken:
                yield from _age(draft, made, original)
                # Title and summary may be all that is translated.
                if made.sections or has_header(made):
                    yield from _parts(draft, made, original)
                if not is_older(original, made):
                    yield from _references(draft, made, original, scheme)
                    # A reply that came later may stay as it is until somebody translates it.
                    whole = [section.key for section in original.sections]
            yield from _sections(draft, made, original, scheme, whole)
            yield from _citations(draft, made, number_of_sources(source))


def _twice(translations: Sequence[Translated]) -> Iterator[Problem]:
    """Two files for one text in one language, in two folders."""
    counts = Counter((made.id, made.language) for _draft, made in translations)
    for draft, made in translations:
        if counts[made.id, made.language] > 1:
            name = (made.id, made.language)
            same = (each.file for each, m in translations if (m.id, m.language) == name)
            other = next(file for file in same if file != draft.file)
            yield tell(draft, "id-twice", "", given=".".join(name), other=other)


def _folders(
    practices: Sequence[tuple[Draft, Practice]], translations: Sequence[Translated]
) -> Iterator[Problem]:
    """Translations that do not lie beside their practice; two of one text are told already."""
    folders = {practice.id: country_of(draft) for draft, practice in practices}
    counts = Counter((made.id, made.language) for _draft, made in translations)
    for draft, made in translations:
        country = folders.get(made.id, country_of(draft))
        if country != country_of(draft) and counts[made.id, made.language] == 1:
            folder, better = country_of(draft).lower(), f"practices/{country.lower()}/"
            values = {"folder": folder, "country": country, "better": better}
            yield tell(draft, "folder-mismatch", "", **values)


def _age(draft: Draft, made: Wording, original: Content, place: Path = ()) -> Iterator[Problem]:
    digest = digest_of_words(original, made)
    if made.source_hash is None:
        path = (*place, "translation")
        yield _told(draft, "translation-unstamped", type(original), path, better=digest)
    elif made.source_hash != digest:
        path = (*place, "source_hash")
        yield _told(draft, "translation-older", type(original), path, better=digest)


def _parts(draft: Draft, made: Wording, original: Content, place: Path = ()) -> Iterator[Problem]:
    """Words of the header that stand in one of the two only; the first of each field is told."""
    kind = type(original) if place else type(made)
    said, told = dict(texts(original, type(made))), dict(texts(made, type(made)))
    for code, these, those in (
        ("translation-part-missing", said, told),
        ("translation-part-extra", told, said),
    ):
        names: dict[str | int, Path] = {}
        for path in these:
            if path not in those:
                names.setdefault(path[0], path)
        for path in names.values():
            yield _told(draft, code, kind, (*place, *path), given=these[path])


def _told(draft: Draft, code: str, kind: type[Content], path: Path, **values: object) -> Problem:
    label = label_of(kind, path)
    line, field = draft.line_of(path), ".".join(map(str, path))
    return draft.problem(code, line, field, label=label, **values)


def _sections(
    draft: Draft,
    made: Translation,
    original: Practice | Question,
    scheme: Scheme,
    needed: Sequence[str],
) -> Iterator[Problem]:
    present = {section.key for section in made.sections}
    told = {section.key for section in original.sections}
    missing = [scheme.label(key, made.language) for key in needed if key not in present]
    if present and missing:
        yield draft.problem("translation-incomplete", draft.body_line, missing=missing)
    for section in made.sections:
        if section.key not in told:
            label = scheme.label(section.key, made.language)
            yield draft.problem("translation-part-extra", section.line, given=label)
    written = {" ".join(section.text.split()) for section in original.sections}
    for section in made.sections:
        text = " ".join(section.text.split())
        if len(text) > LONGEST_SHARED and text in written:
            label = scheme.label(section.key, made.language)
            yield draft.problem("section-untranslated", section.line, given=label)


def _references(
    draft: Draft, made: Translation, original: Practice | Question, scheme: Scheme
) -> Iterator[Problem]:
    """Sections that cite other sources, or link to other practices, than the original does."""
    written = {section.key: _named(section) for section in original.sections}
    for section in made.sections:
        if section.key not in written:
            continue
        here, there = _named(section), written[section.key]
        label = scheme.label(section.key, made.language)
        code = "translation-references"
        if missing := sorted((there - here).elements()):
            yield draft.problem(code, section.line, given=label, missing=missing)
        elif extra := sorted((here - there).elements()):
            yield draft.problem(code, section.line, given=label, extra=extra)


def _named(section: Section) -> Counter[str]:
    """The sources and practices that a section names, each as often as it does."""
    numbers = (f"[{number}]" for number, _line in cited(section.text, section.line))
    return Counter((*numbers, *(name for name, _line in linked(section.text, section.line))))


def _citations(draft: Draft, made: Translation, sources: int | None) -> Iterator[Problem]:
    for section in made.sections:
        for number, line in cited(section.text, section.line):
            if sources is not None and number > sources:
                yield draft.problem("source-unknown", line, given=number, size=sources)
