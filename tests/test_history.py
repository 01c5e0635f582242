"""When each file was added and last changed, from a real history."""

from __future__ import annotations

import subprocess
from pathlib import Path

from knowledge import copy_example

from practicebook import history
from practicebook.project import Project

WHO = ["-c", "user.name=Maeve Mender", "-c", "user.email=office@example.org"]


def git(folder: Path, *arguments: str, day: str = "2024-03-01") -> None:
    dated = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    subprocess.run(
        ["git", "-C", str(folder), *WHO, *arguments],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", **dated, **alone},
    )


def with_history(folder: Path) -> Project:
    """The example, added on one day; the tool bus changed on another."""
    project = copy_example(folder)
    git(project.root, "init", "-q")
    git(project.root, "add", ".")
    git(project.root, "commit", "-q", "-m", "Begin", day="2024-03-01")
    bus = project.practices / "lu/lu-reparville-tool-bus.md"
    bus.write_text(bus.read_text(encoding="utf-8") + "\nUne place.\n", encoding="utf-8")
    git(project.root, "commit", "-q", "-a", "-m", "Add a place", day="2025-01-15")
    return project


def test_each_file_has_the_days_it_was_added_and_changed(tmp_path: Path) -> None:
    dates = history.read(with_history(tmp_path))
    assert dates["practices/lu/lu-reparville-tool-bus.md"] == history.Dates(
        created="2024-03-01", changed="2025-01-15"
    )
    assert dates["community/authorities/is-skrufvik.yml"] == history.Dates(
        created="2024-03-01", changed="2024-03-01"
    )
    assert "practicebook.toml" not in dates


def test_a_name_with_other_letters_is_found_as_it_is_written(tmp_path: Path) -> None:
    project = with_history(tmp_path)
    (project.practices / "ie" / "ie-łódź.md").write_text("x", encoding="utf-8")
    git(project.root, "add", ".")
    git(project.root, "commit", "-q", "-m", "Another", day="2025-02-01")
    assert history.read(project)["practices/ie/ie-łódź.md"].created == "2025-02-01"


def test_without_a_history_there_are_no_dates(tmp_path: Path) -> None:
    assert history.read(copy_example(tmp_path)) == {}


def test_a_history_without_commits_has_no_dates(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    git(project.root, "init", "-q")
    assert history.read(project) == {}


def test_a_part_of_a_history_gives_no_dates(tmp_path: Path) -> None:
    project = with_history(tmp_path)
    git(tmp_path, "clone", "-q", "--depth", "1", project.root.as_uri(), "shallow")
    assert history.read(Project(tmp_path / "shallow")) == {}
