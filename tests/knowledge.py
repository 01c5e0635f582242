"""The fictional knowledge base for tests: a copy to change, and what checking says about it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from practicebook import vocabulary
from practicebook.checks import Checked, check_all
from practicebook.language import Language
from practicebook.project import Project
from practicebook.report import plain, tell

TESTS = Path(__file__).parent
EXAMPLE = TESTS / "example"
BAD = TESTS / "practices" / "bad"
ENGLISH = Language.of("en")
# A file of tests/practices/bad is put here; its address in messages.
SHOWN = "practices/ie/ie-shown.md"
# The day before the event of the example.
TODAY = date(2025, 5, 9)


def copy_example(folder: Path) -> Project:
    """A copy of the example in a new folder, free to be changed."""
    shutil.copytree(EXAMPLE, folder / "example")
    return Project(folder / "example")


def checked(project: Project) -> Checked:
    """What checking finds in a knowledge base."""
    return check_all(project, vocabulary.load(project))


def told(project: Project) -> str:
    """The report a person reads, in English."""
    found = checked(project)
    return plain(tell(found.problems, ENGLISH), found.files, ENGLISH)


def with_practice(folder: Path, content: bytes) -> Project:
    """A copy of the example with one practice more."""
    project = copy_example(folder)
    (project.root / SHOWN).write_bytes(content)
    return project


def places(project: Project) -> list[tuple[str, int]]:
    """Code and line of every finding, in the order of the report."""
    return [(problem.code, problem.line) for problem in checked(project).problems]


GOOD = (EXAMPLE / "practices/is/is-skrufvik-bicycle-harbour.md").read_text(encoding="utf-8")


def good(old: str = "", new: str = "") -> bytes:
    """A practice without mistakes for the folder `ie`, with one change."""
    text = GOOD.replace("authority: is-skrufvik", "authority: ie-upper-mending")
    assert old in text
    return text.replace(old, new, 1).encode()
