"""Markdown as its structure: headings, links, tables, with their lines.

The only module that knows markdown-it-py. `parse` sees HTML as HTML, so that a check can refuse
it; `parse_plain` takes everything as text, so that a page can be made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

DEEPEST = 20


@dataclass(frozen=True)
class Heading:
    """A heading at the top level of a text: rank 1 to 6, its words, its line (from 1)."""

    rank: int
    words: str
    line: int
    end: int


@cache
def _parser(html: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": html, "maxNesting": DEEPEST}).enable("table")
    if html:
        # The check wants to see dangerous addresses as links; it refuses them itself.
        parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def parse(text: str) -> list[Token]:
    """The parts of a text with its HTML and all of its links visible, for checking."""
    return _parser(True).parse(text)


def headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    """The headings of a text that are not inside a quotation or a list."""
    for token, inline in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open" and token.level == 0 and token.map:
            yield Heading(int(token.tag[1]), inline.content, token.map[0] + 1, token.map[1] + 1)


def inlines(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Every piece of running text (links, emphasis, words) with the line of its block."""
    for token in tokens:
        if token.type == "inline" and token.map:
            line = token.map[0] + 1
            for child in token.children or []:
                yield child, line
                line += child.type in ("softbreak", "hardbreak")


def blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """The running text of each paragraph, list entry and cell, with its line."""
    for token in tokens:
        if token.type == "inline" and token.map:
            yield token.content, token.map[0] + 1
