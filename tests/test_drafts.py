"""Files as they were written: found, opened with care, split into header and text."""

from __future__ import annotations

from pathlib import Path

import pytest
from knowledge import SHOWN, copy_example, good, with_practice

from practicebook import drafts
from practicebook.drafts import Draft, Kind
from practicebook.project import Project


def read(project: Project, path: Path) -> Draft:
    (draft,), problems = drafts.read(project, [path])
    assert problems == []
    return draft


def test_a_draft_has_values_as_written_and_the_line_of_each(tmp_path: Path) -> None:
    project = with_practice(tmp_path, good())
    draft = read(project, project.root / SHOWN)
    assert (draft.kind, draft.id, draft.language) == (Kind.PRACTICE, "ie-shown", "")
    assert draft.header["started"] == "2023-05"
    assert draft.line_of(("title",)) == 2
    assert draft.line_of(("partners", 0, "type")) == 14
    assert draft.line_of(("partners", 7, "type")) == 13
    assert draft.line_of(("nothing",)) == 1
    assert draft.body.split("\n")[0] == "## The challenge"
    assert (project.root / SHOWN).read_text().split("\n")[draft.body_line - 1] == "## The challenge"


@pytest.mark.parametrize(
    "word", ["NO", "on", "1.10", "0123", "12:30", "1_000", "~", "null", "0x1F"]
)
def test_a_value_stays_the_text_that_was_written(word: str, tmp_path: Path) -> None:
    project = with_practice(tmp_path, good("started: 2023-05", f"started: {word}"))
    assert read(project, project.root / SHOWN).header["started"] == word


def test_files_of_all_kinds_are_found_in_a_stable_order(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    found = [project.relative(path) for path in drafts.files(project)]
    assert found == sorted(found)
    assert len(found) == 17
    kinds = {draft.kind for draft in drafts.read(project, drafts.files(project))[0]}
    assert kinds == set(Kind) - {Kind.QUESTION_TRANSLATION}


def test_a_file_that_is_gone_when_it_is_opened_cannot_be_read(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    none, (problem,) = drafts.read(project, [project.practices / "ie" / "ie-gone.md"])
    assert none == []
    assert (problem.code, problem.line) == ("file-unreadable", 0)


@pytest.mark.parametrize(
    "name",
    ["a:b.md", "ie-shown..md", f"ie-{'a' * 200}.md", "ie-shown.Polish.md", "ie--shown.md",
     "-ie-shown.md", "ie-shown .md", "ie-shоwn.md", "shown.md", "IE-SHOWN.md", "ie-shown.md.md"],
)  # fmt: skip
def test_a_name_that_cannot_be_an_address_is_told_by_name(name: str, tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.practices / "ie" / name
    path.write_bytes(good())
    _none, (problem,) = drafts.read(project, [path])
    assert problem.code == "file-name"


@pytest.mark.parametrize(
    ("file", "better"),
    [
        ("practices/ie/ie-shown.MD", "ie-shown.md"),
        ("practices/ie/ie-shown.markdown", "ie-shown.md"),
        ("practices/ie/ie-shown.txt", "ie-shown.md"),
        ("practices/ie/ie-shown.PL.md", "ie-shown.pl.md"),
        ("practices/ie/IE Shown.pl.md", "ie-shown.pl.md"),
        ("practices/ie/ie-shown.polish.md", "ie-shown-polish.md"),
        ("practices/ie/ie-shown.docx", None),
        ("practices/ie/ie-shelf.jpg", None),
        ("community/authorities/ie-lower-mending.yaml", "ie-lower-mending.yml"),
        ("community/questions/who-knows.yml", "who-knows.md"),
    ],
)
def test_a_file_with_another_ending_is_not_passed_over(
    file: str, better: str | None, tmp_path: Path
) -> None:
    project = copy_example(tmp_path)
    (project.root / file).write_bytes(good())
    (problem,) = drafts.read(project, drafts.files(project))[1]
    assert (problem.file, problem.code) == (file, "file-name")
    assert problem.values.get("better") == better


def test_hidden_files_of_editors_are_passed_over(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.practices / ".DS_Store").write_bytes(b"\0")
    assert len(drafts.files(project)) == 17


def test_the_target_of_a_link_is_never_read(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    secret = tmp_path / "secret.md"
    secret.write_bytes(good())
    (project.root / SHOWN).symlink_to(secret)
    none, (problem,) = drafts.read(project, [project.root / SHOWN])
    assert none == []
    assert problem.code == "not-a-file"


def test_a_folder_that_is_a_link_is_not_entered(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "ie-secret.md").write_bytes(good())
    (project.practices / "xx").symlink_to(elsewhere, target_is_directory=True)
    drafts_read, (problem,) = drafts.read(project, drafts.files(project))
    assert "ie-secret" not in {draft.id for draft in drafts_read}
    assert problem.file == "practices/xx"


@pytest.mark.parametrize(
    ("letters", "sign"),
    [("\u200b", "U+200B"), ("\u202e", "U+202E"), ("\u2066", "U+2066"), ("\u00ad", "U+00AD"),
     ("\ufeff", "U+FEFF"), ("\x07", "U+0007"), ("\x1b", "U+001B"), ("\U000e0041", "U+E0041")],
)  # fmt: skip
def test_hidden_characters_are_told_by_their_number(
    letters: str, sign: str, tmp_path: Path
) -> None:
    project = with_practice(tmp_path, good("Salt eats", f"Salt{letters} eats"))
    none, (problem,) = drafts.read(project, [project.root / SHOWN])
    assert none == []
    assert (problem.code, problem.line) == ("hidden-characters", 21)
    assert str(problem.values["given"]).startswith(sign)


@pytest.mark.parametrize("text", ["👩‍🔧 mends", "می‌خواهم", "שלום\u200f", "e\u0301"])
def test_letters_that_need_joiners_and_marks_are_fine(text: str, tmp_path: Path) -> None:
    project = with_practice(tmp_path, good("Salt eats", f"Salt {text} eats"))
    assert read(project, project.root / SHOWN)
