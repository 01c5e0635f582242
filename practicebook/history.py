"""When each file was added and last changed: one pass over the history.

The only module that knows git.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from practicebook.project import Project

SECONDS = 60


class Dates(NamedTuple):
    """Days on which a file was added and last changed, as YYYY-MM-DD."""

    created: str
    changed: str


def read(project: Project) -> Mapping[str, Dates]:
    """The dates of practices, their translations and authorities, by path from the top of the
    project.

    Empty when there is no git, no history, or only a part of it (a shallow clone would show
    the day of the cut as the day on which everything was written).
    """
    if (
        shutil.which("git") is None
        or _git(project, "rev-parse", "--is-shallow-repository") != "false"
    ):
        return {}
    folders = [project.relative(project.practices), project.relative(project.authorities)]
    log = _git(
        project, "-c", "core.quotePath=false", "log", "--format=%x00%cs", "--name-only",
        "--no-renames", "--relative", "--", *folders,
    )  # fmt: skip
    dates: dict[str, Dates] = {}
    for entry in (log or "").split("\0")[1:]:
        day, *files = entry.split("\n")
        for file in filter(None, files):
            changed = dates[file].changed if file in dates else day
            dates[file] = Dates(created=day, changed=changed)
    return dates


def of_practices(dates: Mapping[str, Dates]) -> Mapping[str, Dates]:
    """The dates of the practices themselves, by id."""
    files = {PurePosixPath(file): days for file, days in dates.items()}
    return {p.stem: days for p, days in files.items() if p.suffix == ".md" and "." not in p.stem}


def _git(project: Project, *arguments: str) -> str | None:
    """What git answers, or None when it cannot answer."""
    command = ["git", "-C", str(project.root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    return done.stdout.strip("\n") if done.returncode == 0 else None
