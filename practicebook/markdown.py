"""Markdown as its structure: headings, links, tables, with their lines.

The only module that knows markdown-it-py. `parse` sees HTML as HTML, so that a check can refuse
it; `parse_plain` takes everything as text, so that a page can be made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["Heading", "Token", "blocks", "headings", "inlines", "parse", "parse_plain", "to_html"]

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
        parser.validateLink = _any_address  # type: ignore[method-assign, assignment]
    return parser


def _any_address(_address: str) -> bool:
    return True


def parse(text: str) -> list[Token]:
    """The parts of a text with its HTML and all of its links visible, for checking."""
    return _parser(True).parse(text)


def parse_plain(text: str) -> list[Token]:
    """The parts of a text in which HTML is nothing but characters, for making a page."""
    return _parser(False).parse(text)


def to_html(tokens: Sequence[Token]) -> str:
    """The HTML of parts, which still has to be cleaned before anybody sees it."""
    return str(_parser(False).renderer.render(tokens, _parser(False).options, {}))


def headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    """The headings of a text that are not inside a quotation or a list."""
    for token, inline in pairwise(tokens):
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
