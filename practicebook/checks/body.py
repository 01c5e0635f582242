"""The text below the header: its sections, its citations, and what may not stand in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from practicebook import markdown
from practicebook.checks.between import number_of_sources
from practicebook.checks.fields import is_lost
from practicebook.checks.unsafe import PRACTICE_LINK, unsafe
from practicebook.drafts import Draft, Kind
from practicebook.language import is_language
from practicebook.markdown import Heading
from practicebook.models import Practice, Question, Section
from practicebook.problems import Problem
from practicebook.vocabulary import Scheme, Vocabulary, fold, nearest

# A number in brackets that is not the text of a link.
CITATION = re.compile(r"(?<!\])\[(\d{1,3})\](?!\()")
_TRANSLATIONS = (Kind.TRANSLATION, Kind.QUESTION_TRANSLATION)
_SECTIONS = {
    Kind.PRACTICE: "sections",
    Kind.TRANSLATION: "sections",
    Kind.QUESTION: "question-sections",
    Kind.QUESTION_TRANSLATION: "question-sections",
}
FIGURE = re.compile(r"\d[\d  .,]*\d|\d")


def check(draft: Draft, vocabulary: Vocabulary) -> tuple[tuple[Section, ...], list[Problem]]:
    """The sections of a draft and the problems of its text.

    A translation may have no text at all; a practice has every section, a question at least what
    is asked.
    """
    if draft.kind in _TRANSLATIONS and not draft.body.strip():
        return (), []
    dangers = list(unsafe(draft))
    if any(problem.code in ("body-too-complex", "fence-open") for problem in dangers):
        return (), dangers
    scheme = vocabulary[_SECTIONS[draft.kind]]
    found = list(markdown.headings(markdown.parse(draft.body)))
    language = draft.language or _language(draft, found, scheme)
    placed = _sections(draft, found, scheme, language)
    sections = tuple(section for section, _line in placed)
    problems = [
        *dangers,
        *_ranks(draft, found),
        *_before(draft, found, scheme, language),
        *_unknown(draft, found, scheme, language),
        *_order(draft, placed, scheme, language),
        *_template(draft, scheme),
    ]
    if draft.kind not in _TRANSLATIONS:
        # A main heading by mistake is told already; one inside a section is not a section.
        tops = (heading for heading in found if heading.rank <= 2)
        named = {_meant(scheme, heading.words, language) for heading in tops}
        # The reply to a question comes later, if at all.
        needed = list(scheme.terms) if draft.kind is Kind.PRACTICE else list(scheme.terms)[:1]
        problems.extend(_missing(draft, needed, named, scheme, language))
    return sections, sorted(problems, key=Problem.order)


def _language(draft: Draft, found: Sequence[Heading], scheme: Scheme) -> str:
    """The language of the header; when that is not one, the language most headings are in.

    So a missing language is one finding, not one for each heading.
    """
    given = str(draft.header.get("language", ""))
    if is_language(given):
        return given
    codes = sorted({code for term in scheme for code in term.label}, key=lambda c: (c != "en", c))
    words = [heading.words for heading in found]
    return max(codes, key=lambda code: sum(bool(_key(scheme, word, code)) for word in words))


def _label(scheme: Scheme, key: str, language: str) -> str:
    return scheme.label(key, language)


def _key(scheme: Scheme, words: str, language: str) -> str | None:
    """The section that a heading in a language stands for."""
    wanted = fold(words)
    return next((t.key for t in scheme if fold(t.in_language(language)) == wanted), None)


def _sections(
    draft: Draft, found: Sequence[Heading], scheme: Scheme, language: str
) -> list[tuple[Section, int]]:
    """The known sections in the order of the text, each with the line of its heading."""
    lines = draft.body.split("\n")
    tops = [heading for heading in found if heading.rank == 2]
    ends = [*(heading.line - 1 for heading in tops[1:]), len(lines)][: len(tops)]
    sections = []
    for heading, end in zip(tops, ends, strict=True):
        if key := _key(scheme, heading.words, language):
            start = heading.end - 1
            while start < end and not lines[start].strip():
                start += 1
            text = "\n".join(lines[start:end]).rstrip()
            section = Section(key=key, text=text, line=draft.body_line + start)
            sections.append((section, _heading_line(draft, heading)))
    return sections


def _heading_line(draft: Draft, heading: Heading) -> int:
    return draft.body_line + heading.line - 1


def _ranks(draft: Draft, found: Sequence[Heading]) -> Iterator[Problem]:
    before = 2
    for heading in found:
        line = _heading_line(draft, heading)
        if heading.rank == 1:
            yield draft.problem("top-heading", line, given=heading.words)
        elif heading.rank > before + 1:
            yield draft.problem("heading-jump", line, given=heading.words)
        before = max(heading.rank, 2)


def _before(
    draft: Draft, found: Sequence[Heading], scheme: Scheme, language: str
) -> Iterator[Problem]:
    first = found[0].line - 1 if found else len(draft.body.split("\n"))
    if "".join(draft.body.split("\n")[:first]).strip():
        label = _label(scheme, next(iter(scheme.terms)), language)
        yield draft.problem("text-before-sections", draft.body_line, given=label)


def _unknown(
    draft: Draft, found: Sequence[Heading], scheme: Scheme, language: str
) -> Iterator[Problem]:
    for heading in found:
        if heading.rank == 2 and not _key(scheme, heading.words, language):
            meant = _meant(scheme, heading.words, language)
            values = {"given": heading.words}
            if meant:
                values["nearest"] = _label(scheme, meant, language)
            yield draft.problem("section-unknown", _heading_line(draft, heading), **values)


def _meant(scheme: Scheme, words: str, language: str) -> str | None:
    """The section that a heading in another language, or with a slip, probably stands for."""
    labels = {term.in_language(language): term.key for term in scheme}
    near = nearest(words, labels)
    return scheme.key_of(words) or (labels[near] if near else None)


def _order(
    draft: Draft, placed: Sequence[tuple[Section, int]], scheme: Scheme, language: str
) -> Iterator[Problem]:
    order = list(scheme.terms)
    seen: dict[str, int] = {}
    for section, line in placed:
        label = _label(scheme, section.key, language)
        later = [key for key in seen if order.index(key) > order.index(section.key)]
        if section.key in seen:
            yield draft.problem("section-twice", line, given=label, first=seen[section.key])
        elif later:
            before = _label(scheme, min(later, key=order.index), language)
            yield draft.problem("section-order", line, given=label, before=before)
        if not section.text.strip():
            yield draft.problem("section-empty", line, given=label)
        seen.setdefault(section.key, line)


def _missing(
    draft: Draft,
    needed: Collection[str],
    named: Collection[str | None],
    scheme: Scheme,
    language: str,
) -> Iterator[Problem]:
    last = draft.body_line + draft.body.rstrip().count("\n")
    for key in needed:
        if key not in named:
            yield draft.problem("section-missing", last, given=_label(scheme, key, language))


def _template(draft: Draft, scheme: Scheme) -> Iterator[Problem]:
    asked = {words for term in scheme for words in term.description.values()}
    for number, line in enumerate(draft.body.split("\n")):
        if line.strip() in asked:
            yield draft.problem("template-text", draft.body_line + number)


# ---- citations and links ----------------------------------------------------------------------


def cited(text: str, first_line: int) -> Iterator[tuple[int, int]]:
    """The numbers in brackets of a text with their lines."""
    for offset, line in enumerate(text.split("\n")):
        for number in CITATION.findall(line):
            yield int(number), first_line + offset


def linked(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """The practices that a text links to, with the lines of the links."""
    if PRACTICE_LINK not in text:
        return
    for part, line in markdown.inlines(markdown.parse(text)):
        address = str(part.attrs.get("href", ""))
        if address.startswith(PRACTICE_LINK):
            yield address.removeprefix(PRACTICE_LINK), first_line + line - 1


def check_sources(draft: Draft, told: Practice | Question) -> list[Problem]:
    """Every cited number exists, every source is cited, every figure can be looked up."""
    size = number_of_sources(draft)
    if size is None:
        return []
    numbers = [pair for section in told.sections for pair in cited(section.text, section.line)]
    problems = [
        draft.problem("source-unknown", line, given=number, size=size)
        for number, line in numbers
        if not 1 <= number <= size
    ]
    known = {number for number, _line in numbers}
    problems += [
        draft.problem("source-uncited", draft.line_of(("sources", n)), f"sources.{n}", given=n + 1)
        for n in range(size)
        if n + 1 not in known
    ]
    if not isinstance(told, Practice) or told.origin != "compiled":
        return problems
    if not is_lost(draft, told, "results"):
        problems += _figures_without_source(draft, told)
    return problems


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a citation that follows the full stop belongs to its sentence."""
    for block, _line in markdown.blocks(markdown.parse(text)):
        flat = " ".join(block.split())
        start = 0
        for stop in re.finditer(r"[.!?](?:\s*\[\d{1,3}\])*\s+(?=[^\W\d_a-z]|[\"“„(*])", flat):
            yield flat[start : stop.end()].strip()
            start = stop.end()
        if flat[start:].strip():
            yield flat[start:].strip()


def _figures_without_source(draft: Draft, practice: Practice) -> Iterator[Problem]:
    counted = {format(result.value.normalize(), "f") for result in practice.results}
    for section in practice.sections:
        if section.key != "results":
            continue
        for sentence in sentences(section.text):
            if CITATION.search(sentence):
                continue
            for figure in FIGURE.findall(sentence):
                if re.sub(r"[  ,]", "", figure).rstrip(".") not in counted:
                    line = section.line + _line_with(section.text, figure)
                    yield draft.problem("figure-without-source", line, given=figure)


def _line_with(text: str, words: str) -> int:
    return next((n for n, line in enumerate(text.split("\n")) if words in line), 0)
