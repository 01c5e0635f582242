"""The small part of YAML that headers and word lists may use, every value kept as text.

YAML turns `NO` into False, `1.10` into 1.1 and `12:30` into 750; people mean what they wrote.
So: texts, lists and groups, nothing else. Anchors, aliases, merges, tags and second documents are
refused, because they let a few lines stand for millions.
The only module that knows PyYAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml

DEEPEST = 8
MOST_VALUES = 5_000

Plain = str | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | int, ...]
_LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(frozen=True)
class Finding:
    """One thing wrong: the code of its rule, its line (from 1), the field, what to quote."""

    code: str
    line: int
    field: str
    values: Mapping[str, object]


class NotPlainError(Exception):
    """The text cannot be read at all; carries the one finding that says why."""

    def __init__(self, code: str, line: int, **values: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, line, "", values)


@dataclass(frozen=True)
class Reading:
    """What was read.

    Args:
        value: texts, lists and groups as written.
        lines: line of each value by its path; a group's key has the line the key stands on.
        findings: what is wrong although it could be read (repeated keys).
    """

    value: Plain
    lines: Mapping[Path, int]
    findings: tuple[Finding, ...]


def read(text: str, first_line: int = 1) -> Reading:
    """Reads plain YAML.

    Args:
        text: the text, without document marks.
        first_line: the line its first line has in the file, for messages.

    Raises:
        NotPlainError: it is not YAML, or uses more than texts, lists and groups.
    """
    builder = _Builder(text, first_line)
    try:
        value = builder.document()
    except yaml.YAMLError as error:
        raise _explain(error, text, first_line) from error
    return Reading(value, builder.lines, tuple(builder.findings))


class _Builder:
    """Builds values from the parser's events and remembers the line of each."""

    def __init__(self, text: str, first_line: int) -> None:
        self.events = cast("Iterator[Any]", yaml.parse(text, Loader=_LOADER))
        self.offset = first_line
        self.lines: dict[Path, int] = {}
        self.findings: list[Finding] = []

    def document(self) -> Plain:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            return ""
        value = self.value(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise NotPlainError("header-special", self.line(after), given="---")
        return value

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.offset

    def value(self, event: Any, path: Path) -> Plain:
        self.refuse_specials(event)
        self.lines.setdefault(path, self.line(event))
        if len(path) > DEEPEST or len(self.lines) > MOST_VALUES:
            raise NotPlainError("header-too-large", self.line(event), limit=MOST_VALUES)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            entries: list[Plain] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                entries.append(self.value(event, (*path, len(entries))))
            return entries
        return self.group(path)

    def group(self, path: Path) -> dict[str, Plain]:
        group: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.refuse_specials(event)
            if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
                raise NotPlainError("header-special", self.line(event), given="<<")
            key, line = str(event.value), self.line(event)
            if key in group:
                where = self.lines[(*path, key)]
                values = {"given": key, "first": where, "second": line}
                self.findings.append(Finding("repeated-field", line, key, values))
                self.value(next(self.events), (*path, key, "again", line))
                continue
            self.lines[(*path, key)] = line
            group[key] = self.value(next(self.events), (*path, key))
        return group

    def refuse_specials(self, event: Any) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag or isinstance(event, yaml.AliasEvent):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            # The parser writes "!!binary" out in full; people look for what they wrote.
            given = tag.replace("tag:yaml.org,2002:", "!!") if tag else f"{sign}{anchor}"
            raise NotPlainError("header-special", self.line(event), given=given)


def _explain(error: yaml.YAMLError, text: str, first_line: int) -> NotPlainError:
    """The finding behind the parser's error, in terms of what the person sees in the line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.splitlines() or [""]
    number = min(mark.line if mark else 0, len(lines) - 1)
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    line = lines[number]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return NotPlainError("header-tab", number + first_line)
    if "mapping values are not allowed" in problem:
        key, _, rest = line.partition(":")
        better = rest.strip().replace("\\", "\\\\").replace('"', '\\"')
        return NotPlainError(
            "header-colon", number + first_line, better=f'{key.strip()}: "{better}"'
        )
    opened = getattr(error, "context_mark", None)
    at = (opened.line if opened else number) + first_line
    if "quoted scalar" in context:
        return NotPlainError("header-quote", at)
    if "flow" in context:
        return NotPlainError("header-bracket", at)
    return NotPlainError("header-unreadable", number + first_line, given=line.strip()[:80])
