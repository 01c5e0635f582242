"""Measures every stage and writes `benchmarks/RESULTS.md`: `make benchmark`.

The first size is the real collection; the others are made from it. Each figure is the median of
three runs of a whole process, ours and the plain tool's in turn.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.maker import make
from benchmarks.measure import Measured, run
from benchmarks.results import put
from practicebook.project import Project

ROOT = Path(__file__).resolve().parent.parent
HEADING = "# How long things take"
RUNS = 3
# Stage of ours, what it is, where it writes; the plain tool's stage, and what that is.
ROWS = (
    ("check", "read and check every file", None, "plain_read", "python-frontmatter, reading only"),
    ("index_whole", "check, then index in all languages, from nothing", "index",
     "plain_index", "Whoosh with its own stemmer, English only"),
    ("ask", "one query in any language", None, "plain_ask", "grep for one word"),
    ("pages", "check, index (nothing changed), pages, data", "pages", None, ""),
    ("render", "the renderer, all languages", "site",
     "plain_render", "MkDocs with Material as it comes and its search, one language"),
    ("find_index", "check, then the index of the find page, all languages", None,
     "plain_find_index", "Pagefind over the pages of one language"),
)  # fmt: skip


def main() -> None:
    """Measures the real collection and made ones of the sizes given (default: 1000)."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000]
    parts = [_head()]
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder) / "real"
        ignored = shutil.ignore_patterns("build", ".venv", ".git")
        shutil.copytree(ROOT, real, ignore=ignored)
        count = sum("." not in path.stem for path in (real / "practices").rglob("*.md"))
        parts.append(_table(f"The real collection: {count} practices", Project(real)))
        for size in sizes:
            made = make(Project(ROOT), Path(folder) / str(size), size)
            parts.append(_table(f"Made from it: {size} practices in five languages", made))
    put(HEADING, "\n".join(parts))


def _head() -> str:
    return (
        f"{HEADING}\n\n"
        f"Written by `make benchmark`; {os.cpu_count()} processors, {platform.machine()}, Python "
        f"{platform.python_version()}. Whole processes, median of {RUNS} runs, ours and the plain "
        "tool in turn. Seconds by the clock / of all processors, highest memory of one process, "
        "megabytes written.\n"
    )


def _table(title: str, project: Project) -> str:
    lines = [
        f"## {title}\n",
        "| stage | seconds | MB memory | MB written | the plain tool | seconds |",
        "|---|---|---|---|---|---|",
    ]
    for stage, what, written, plain, what_plain in ROWS:
        ours, theirs = _in_turn(project, stage, written, plain)
        other = f"{theirs.seconds:.2f} / {theirs.processor:.2f}" if theirs else ""
        size = f"{ours.size:.1f}" if written else ""
        lines.append(
            f"| {what} | {ours.seconds:.2f} / {ours.processor:.2f} | {ours.memory:.0f} | {size} "
            f"| {what_plain} | {other} |"
        )
    return "\n".join(lines) + "\n"


def _in_turn(
    project: Project, stage: str, written: str | None, plain: str | None
) -> tuple[Measured, Measured | None]:
    """Median of each over the runs; stages that start from nothing do so each time."""
    ours, theirs = [], []
    for _run in range(RUNS):
        if stage == "index_whole":
            shutil.rmtree(project.index, ignore_errors=True)
        target = project.build / written if written else None
        ours.append(run(_command(stage, project), target))
        if plain:
            theirs.append(run(_command(plain, project)))
    return _median(ours), _median(theirs) if theirs else None


def _command(stage: str, project: Project) -> list[str]:
    return [sys.executable, "-m", "benchmarks.stages", stage, str(project.root)]


def _median(runs: list[Measured]) -> Measured:
    return Measured(
        statistics.median(each.seconds for each in runs),
        statistics.median(each.processor for each in runs),
        statistics.median(each.memory for each in runs),
        runs[-1].size,
    )


if __name__ == "__main__":
    main()
