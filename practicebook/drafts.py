"""Files as they were written: found, opened with care, split into header and body.

A file that cannot be read gives a problem, not a draft; the others are still read. Only this module
knows files and encodings.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from practicebook import header, plain_yaml
from practicebook import project as folders
from practicebook.language import is_language
from practicebook.language import words as _
from practicebook.models.base import is_name
from practicebook.plain_yaml import NotPlainError, Plain, Reading
from practicebook.problems import Problem, Word
from practicebook.project import COMMUNITY, QUESTIONS, Project
from practicebook.vocabulary import fold

LARGEST_KB = 200
LONGEST_LINE = 8_000
# Zero-width signs, direction overrides, soft hyphen. Marks that right-to-left text really needs
# (U+200E, U+200F) and the joiners of Persian and of emoji (U+200C, U+200D) are fine.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u115f\u1160\u180e\u200b\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)


class Kind(Enum):
    """What a file tells of."""

    PRACTICE = "practice"
    TRANSLATION = "translation"
    AUTHORITY = "authority"
    ADOPTION = "adoption"
    QUESTION = "question"
    QUESTION_TRANSLATION = "question-translation"
    EVENT = "event"
    REVIEWS = "reviews"


# What lies in which folder of the community; a file of header fields only has no Markdown.
_FIELDS_ONLY = {
    folders.AUTHORITIES: Kind.AUTHORITY,
    folders.ADOPTIONS: Kind.ADOPTION,
    folders.EVENTS: Kind.EVENT,
    folders.REVIEWS: Kind.REVIEWS,
}

# Endings that a text may have by mistake.
_TEXTS = {"", ".md", ".markdown", ".mdown", ".txt", ".yml", ".yaml"}


@dataclass(frozen=True)
class Draft:
    """A file as written.

    Args:
        file: path from the top of the project.
        kind: what it tells of.
        id: name of the practice or authority, from the file name.
        language: for a translation the language in its file name, else "".
        header: texts, lists and groups as written.
        lines: line of each value of the header by its path.
        body: the text below the header.
        body_line: line in the file on which `body` begins.
    """

    file: str
    kind: Kind
    id: str
    language: str
    header: Mapping[str, Plain]
    lines: Mapping[plain_yaml.Path, int]
    body: str
    body_line: int

    def line_of(self, path: plain_yaml.Path) -> int:
        """The line of a value of the header; the line of what surrounds it when it is missing."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1) if path else 1

    def problem(self, code: str, line: int, field: str = "", **values: object) -> Problem:
        """A finding in this file."""
        return Problem(self.file, line, field, code, values)


def files(project: Project) -> list[Path]:
    """All content files of a knowledge base, in a stable order.

    Also those with another ending: what somebody wrote is never passed over in silence.
    """
    found = [*project.practices.rglob("*"), *project.community.rglob("*")]
    return sorted(path for path in found if not path.name.startswith(".") and _is_content(path))


def _is_content(path: Path) -> bool:
    """Whether a path is more than a folder of files; links are told, not followed."""
    return path.suffix in (".md", ".yml") or path.is_symlink() or not path.is_dir()


def _is_placed(project: Project, path: Path) -> bool:
    """Whether a file lies in a folder that says what it tells of."""
    known = [project.community / name for name in (*_FIELDS_ONLY, QUESTIONS)]
    return project.practices in path.parents or path.parent in known


def names(project: Project, paths: Iterable[Path]) -> dict[Kind, frozenset[str]]:
    """The names that files give, also files with problems: one cause gives one finding."""
    found = [_kind_and_name(path) for path in paths if _is_placed(project, path)]
    return {kind: frozenset(name for k, name, _l in found if k is kind) for kind in Kind}


def _kind_and_name(path: Path) -> tuple[Kind, str, str]:
    """What a file tells of, its name, and for a translation the language."""
    if _ending(path) == ".yml":
        return _FIELDS_ONLY[_folder(path)], path.stem, ""
    name, _dot, language = path.stem.partition(".")
    if _folder(path) == QUESTIONS:
        return (Kind.QUESTION_TRANSLATION if language else Kind.QUESTION), name, language
    return (Kind.TRANSLATION if language else Kind.PRACTICE), name, language


def read(project: Project, paths: Iterable[Path]) -> tuple[list[Draft], list[Problem]]:
    """Reads files; each gives a draft, or the problems why not."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for path in paths:
        draft, found = _read_one(project, path)
        problems.extend(found)
        if draft:
            drafts.append(draft)
    return drafts, problems


def _read_one(project: Project, path: Path) -> tuple[Draft | None, list[Problem]]:
    file = project.relative(path)
    if not _is_placed(project, path):
        known = ", ".join((*_FIELDS_ONLY, QUESTIONS))
        return None, [Problem(file, 0, "", "folder-unknown", {"choices": known})]
    kind, name, language = _kind_and_name(path)
    if fault := _fault_of_name(name, language, path):
        return None, [Problem(file, 0, "", "file-name", fault)]
    try:
        text = _text(path)
        hidden = [Problem(file, line, "", "hidden-characters", v) for line, v in _hidden(text)]
        if hidden:
            return None, hidden
        reading, body, body_line = _split(text, kind)
    except NotPlainError as error:
        found = error.finding
        return None, [Problem(file, found.line, found.field, found.code, found.values)]
    if not isinstance(reading.value, dict):
        code = "header-empty" if reading.value == "" else "header-not-fields"
        return None, [Problem(file, 1, "", code)]
    repeated = [Problem(file, f.line, f.field, f.code, f.values) for f in reading.findings]
    draft = Draft(file, kind, name, language, reading.value, reading.lines, body, body_line)
    return draft, repeated


def _ending(path: Path) -> str:
    return ".yml" if _folder(path) in _FIELDS_ONLY else ".md"


def _folder(path: Path) -> str:
    """The folder of the community that a file lies in; "" for practices, whatever theirs is."""
    return path.parent.name if path.parent.parent.name == COMMUNITY else ""


def _fault_of_name(name: str, language: str, path: Path) -> dict[str, object] | None:
    """What is wrong with a file name, with a better one where that can be guessed."""
    parts = [name, language] if language else [name]
    is_whole = path.name == ".".join(parts) + _ending(path)
    if is_name(name) and "-" in name and is_whole and (not language or is_language(language)):
        return None
    stem, ending = fold(path.stem), _ending(path)
    if language and is_language(fold(language)):
        stem, ending = fold(name), f".{fold(language)}{ending}"
    better = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:80].strip("-")
    usable = is_name(better) and "-" in better and path.suffix.lower() in _TEXTS
    given: dict[str, object] = {"given": path.name}
    return given | ({"better": better + ending} if usable else {})


def _text(path: Path) -> str:
    """The text of an ordinary, not too large file; never follows a link.

    Raises:
        NotPlainError: with the code of the rule that says why it cannot be read.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise NotPlainError("not-a-file", 0, sort=Word(_sort(status.st_mode)))
        if status.st_size > LARGEST_KB * 1024:
            size = status.st_size // 1024
            raise NotPlainError("file-too-large", 0, size=size, limit=LARGEST_KB)
        data = _bytes(path)
    except OSError as error:
        raise NotPlainError(
            "file-unreadable", 0, reason=error.strerror or type(error).__name__
        ) from None
    if not data.strip():
        raise NotPlainError("file-empty", 0)
    text = _decoded(data)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise NotPlainError("line-too-long", number, size=len(line), limit=LONGEST_LINE)
    return text


def _bytes(path: Path) -> bytes:
    # O_NOFOLLOW closes the moment between looking at the file and opening it.
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(opened, "rb") as file:
        return file.read(LARGEST_KB * 1024 + 1)


def _sort(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return _("link")
    return _("folder") if stat.S_ISDIR(mode) else _("device or pipe")


def _decoded(data: bytes) -> str:
    """The text with one kind of line end and composed letters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotPlainError("not-utf8", line, encoding=_likely_encoding(data)) from None
    if "\0" in text and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise NotPlainError("not-utf8", 1, encoding="UTF-16")
    text = re.sub("\r\n?", "\n", text)
    # These count as line ends for YAML but not for editors; as spaces line numbers stay right.
    text = re.sub("[\u0085\u2028\u2029]", " ", text)
    return unicodedata.normalize("NFC", text)


def _likely_encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0) > len(data) // 4:
        return "UTF-16"
    # Cyrillic text in Windows-1251 is mostly bytes above 0xC0; Central European text is not.
    high = sum(byte >= 0xC0 for byte in data)
    letters = sum(byte > 0x40 for byte in data)
    return "Windows-1251" if high * 2 > letters else "Windows-1250"


def _hidden(text: str) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := HIDDEN.search(line):
            sign = found.group()
            name = unicodedata.name(sign, "").lower()
            yield number, {"given": f"U+{ord(sign):04X} {name}".strip()}


def _split(text: str, kind: Kind) -> tuple[Reading, str, int]:
    """Header and body of a file; some kinds are header only."""
    if kind in _FIELDS_ONLY.values():
        return plain_yaml.read(text), "", 0
    return header.split(text)
