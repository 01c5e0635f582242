"""Markdown of a section as safe HTML.

The only module that knows nh3. Two barriers stand here: the parser takes HTML as plain text, and
nh3 lets only a short list of elements and attributes through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape

import nh3

from practicebook import markdown
from practicebook.language import Language

ELEMENTS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "span"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "rel", "class"}, "ol": {"start"}, "span": {"class"}, "th": {"scope"}}
PRACTICE = "practice:"
_NUMBER = re.compile(r"\[(\d{1,3})\]")
HIGHEST_RANK = 3


@dataclass(frozen=True)
class Surroundings:
    """What a text can point to.

    Args:
        language: language of the text.
        sources: how many numbered sources the page has.
        practices: ids that exist.
        top: the way from the page to the home page of its language, for example "../../".
    """

    language: Language
    sources: int = 0
    practices: Collection[str] = ()
    top: str = ""


def html(text: str, around: Surroundings) -> str:
    """The safe HTML of a text.

    `[2]` leads to the source with that number, `practice:some-id` to that practice. A link outward
    says nothing about where the reader came from. HTML in the text is shown, not obeyed. The page
    has its headings of rank 1 and 2 already; those of a text begin at rank 3.

    >>> html("See <b> and [this](practice:a).", Surroundings(Language.of("en"), 0, ["a"], "../../"))
    '<p>See &lt;b&gt; and <a href="../../practices/a/">this</a>.</p>\\n'
    """
    tokens = markdown.parse_plain(text)
    for token in tokens:
        if token.tag in ("h1", "h2"):
            token.tag = f"h{HIGHEST_RANK}"
        elif token.tag == "th":
            token.attrSet("scope", "col")
        elif token.children:
            token.children = list(_inline(token.children, around))
    clean = nh3.clean(
        markdown.to_html(tokens),
        tags=ELEMENTS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel=None,
    )
    # A line of three backticks would begin a block of code for the renderer.
    return clean.replace("`", "&#96;")


def without_numbers(text: str) -> str:
    """A text as one line without the numbers of its sources.

    >>> without_numbers("It is so [1].\\nOr not [2].")
    'It is so. Or not.'
    """
    return " ".join(re.sub(r"\s*\[\d{1,3}\]", "", text).split())


def numbers(text: str, sources: int) -> tuple[int, ...]:
    """The sources a text names, each once, as far as the page has them.

    >>> numbers("It is so [2]. Or not [1] [2] [9].", 2)
    (2, 1)
    """
    found = dict.fromkeys(map(int, _NUMBER.findall(text)))
    return tuple(number for number in found if 1 <= number <= sources)


def _inline(tokens: Collection[markdown.Token], around: Surroundings) -> Iterator[markdown.Token]:
    inside_link = False
    for token in tokens:
        if token.type == "link_open":
            inside_link = True
            _mend_link(token, around)
        elif token.type == "link_close":
            inside_link = False
        if token.type == "text" and not inside_link and _NUMBER.search(token.content):
            yield markdown.Token("html_inline", "", 0, content=_cited(token.content, around))
        else:
            yield token


def _mend_link(token: markdown.Token, around: Surroundings) -> None:
    address = str(token.attrGet("href") or "")
    if address.startswith(PRACTICE):
        practice = address.removeprefix(PRACTICE)
        known = practice in around.practices
        token.attrSet("href", f"{around.top}practices/{practice}/" if known else "#")
    elif address.startswith(("http:", "https:")):
        token.attrSet("rel", "noopener noreferrer")


def _cited(text: str, around: Surroundings) -> str:
    """The text with its numbers as links; a number without a source stays as it is."""
    word = escape(around.language.gettext("source"))

    def link(found: re.Match[str]) -> str:
        number = int(found.group(1))
        if not 1 <= number <= around.sources:
            return found.group()
        said = f'<span class="said">{word} </span>'
        return f'<a href="#source-{number}" class="cite">[{said}{number}]</a>'

    return _NUMBER.sub(link, escape(text))
