"""The header of a Markdown file and the text below it.

The only module that knows python-frontmatter.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from practicebook import plain_yaml
from practicebook.plain_yaml import NotPlainError, Reading


def split(text: str) -> tuple[Reading, str, int]:
    """Header and body of a text, and the line on which the body's first words stand.

    Raises:
        NotPlainError: there is no header, it has no end, or it is more than plain values.
    """
    handler = _StrictHeader()
    if "\n" in text[: len(text) - len(text.lstrip())]:
        raise NotPlainError("header-missing", 1)
    _nothing, body = frontmatter.parse(text, handler=handler)
    blank = text.split("\n")[handler.body_line - 1 :]
    leading = next((n for n, line in enumerate(blank) if line.strip()), 0)
    return handler.reading, body, handler.body_line + leading


class _StrictHeader(BaseHandler):
    """Header handling for python-frontmatter that tells every mistake instead of guessing."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading("", {}, ())
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        lines = text.split("\n")
        if not self.FM_BOUNDARY.match(lines[0]):
            raise NotPlainError("header-missing", 1)
        for number, line in enumerate(lines[1:], 1):
            if self.FM_BOUNDARY.match(line):
                self.body_line = number + 2
                return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
        raise NotPlainError("header-not-closed", 1)

    def load(self, fm: str) -> dict[str, Any]:
        self.reading = plain_yaml.read(fm, first_line=2)
        return {}
