"""Drafts on their author's own screen: shown although unfinished, never when harmful."""

from __future__ import annotations

from pathlib import Path

import pytest
from knowledge import with_practice

from build_index import build_index
from practicebook.project import Project

EXAMPLE = Path(__file__).parent / "example"
NAME = "ie-shown"


def draft(old: str, new: str) -> bytes:
    text = (EXAMPLE / "practices/is/is-skrufvik-bicycle-harbour.md").read_text(encoding="utf-8")
    text = text.replace("authority: is-skrufvik", "authority: ie-upper-mending")
    start = text.index("## Results")
    changed = text[:start] + text[start:].replace(old, new, 1)
    assert changed != text
    return changed.encode()


def pages_of(project: Project) -> list[Path]:
    return sorted(project.pages.glob(f"*/practices/{NAME}/index.md"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Results\n", "## Results\n\nWhat changed, for how many people, and how do you know?\n"),
        ("## Results\n", "## Rezults\n"),
        ("## Lessons\n", ""),
    ],
)
def test_an_unfinished_draft_has_its_page_in_every_language(
    tmp_path: Path, old: str, new: str
) -> None:
    project = with_practice(tmp_path, draft(old, new))
    build_index(project, unfinished=True)
    assert len(pages_of(project)) == len(project.settings.languages)


def test_for_the_public_it_has_none(tmp_path: Path) -> None:
    project = with_practice(tmp_path, draft("## Results\n", "## Rezults\n"))
    build_index(project)
    assert pages_of(project) == []


@pytest.mark.parametrize(
    "harm", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "{: onclick=x}"]
)
def test_what_could_harm_is_not_shown_to_the_author_either(tmp_path: Path, harm: str) -> None:
    project = with_practice(tmp_path, draft("## Results\n", f"## Results\n\n{harm}\n"))
    build_index(project, unfinished=True)
    assert pages_of(project) == []
