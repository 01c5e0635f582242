"""What may not stand in a text: HTML, attributes, includes, dangerous addresses, traps.

This is the first of three barriers; pages are sanitised again, and a Content-Security-Policy
stops what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from practicebook import markdown
from practicebook.drafts import Draft
from practicebook.markdown import Token
from practicebook.models.addresses import fault_of
from practicebook.problems import Problem

# Running text has a few brackets in a line; hundreds are there to make a program slow.
MOST_SIGNS = 200
SIGNS = re.compile(r"[\[\]()<>*_`~!|\\&]")
ATTRIBUTES = re.compile(r"\{:?\s*[#.]?[\w:-]+(?:\s*=[^}\n]*\}?|[^{}\n]*\})")
INCLUDE = re.compile(r"-{1,2}8<-{1,2}|\{%|\{!|^\s*(?::::|!!!\s|\?\?\?\+?\s)")
# The line under the first row of a table, without its blanks.
RULER = re.compile(r"\|?:?-{2,}:?(\|:?-{2,}:?)*\|?")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
PRACTICE_LINK = "practice:"


def unsafe(draft: Draft) -> Iterator[Problem]:
    """Every place in the text of a draft that may not be published."""
    complex_places = list(_too_complex(draft))
    if complex_places:
        yield from complex_places
        return
    tokens = markdown.parse(draft.body)
    html = list(_html(draft, tokens))
    yield from html
    told = {problem.line for problem in html}
    yield from (problem for problem in _patterns(draft) if problem.line not in told)
    yield from _open_fence(draft)
    yield from _links(draft, tokens)
    yield from _tables(draft)


def _too_complex(draft: Draft) -> Iterator[Problem]:
    """Limits first: a text built to be slow is never given to the parser."""
    for number, paragraph in _paragraphs(draft.body):
        size = len(SIGNS.findall(paragraph))
        if size > MOST_SIGNS and size > len(paragraph) // 10:
            yield draft.problem("body-too-complex", draft.body_line + number, size=size)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    begin, lines = 0, text.split("\n")
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if begin < number:
                yield begin, "\n".join(lines[begin:number])
            begin = number + 1


def _html(draft: Draft, tokens: list[Token]) -> Iterator[Problem]:
    """Every line with HTML; the tag that closes what another opened is not a second mistake."""
    found: dict[int, str] = {}
    for token in tokens:
        if token.type == "html_block" and token.map:
            found.setdefault(token.map[0], token.content.strip().split("\n")[0])
    for child, line in markdown.inlines(tokens):
        if child.type == "html_inline":
            found.setdefault(line - 1, child.content)
    for number, given in found.items():
        yield draft.problem("raw-html", draft.body_line + number, given=given)


def _patterns(draft: Draft) -> Iterator[Problem]:
    for number, line in enumerate(draft.body.split("\n"), draft.body_line):
        if "{{" in line:
            yield draft.problem("braces", number, given=line.strip())
        elif found := INCLUDE.search(line):
            yield draft.problem("include", number, given=line[found.start() :].strip())
        elif found := ATTRIBUTES.search(line):
            yield draft.problem("attribute-list", number, given=found.group())


def _open_fence(draft: Draft) -> Iterator[Problem]:
    opened: tuple[str, int] | None = None
    for number, line in enumerate(draft.body.split("\n"), draft.body_line):
        if found := FENCE.match(line):
            signs = found.group(1)
            if opened is None:
                opened = (signs, number)
            elif signs.startswith(opened[0]) and not line.strip().strip(signs[0]):
                opened = None
    if opened:
        yield draft.problem("fence-open", opened[1])


def _links(draft: Draft, tokens: list[Token]) -> Iterator[Problem]:
    for child, line in markdown.inlines(tokens):
        at = draft.body_line + line - 1
        if child.type == "image":
            yield draft.problem("picture", at)
        if child.type == "link_open":
            address = str(child.attrs.get("href", ""))
            if address.startswith(PRACTICE_LINK):
                continue
            if fault := fault_of(address):
                yield Problem(draft.file, at, "", *fault)


def _tables(draft: Draft) -> Iterator[Problem]:
    """Rows that do not have as many cells as the first row of their table."""
    lines = draft.body.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if "|" not in lines[number - 1] or not RULER.fullmatch("".join(line.split())):
            continue
        width = _cells(lines[number - 1])
        for below, row in enumerate(lines[number + 1 :], number + 1):
            if "|" not in row:
                break
            if _cells(row) != width:
                at = draft.body_line + below
                yield draft.problem("table-uneven", at, size=_cells(row), limit=width)


def _cells(row: str) -> int:
    return len(re.split(r"(?<!\\)\|", row.strip().strip("|")))
