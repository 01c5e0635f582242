"""The command that tells what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from practicebook import drafts, report
from practicebook.cli.desk import Desk, wrong_use
from practicebook.rules import must_fix


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to tell the problems: for people, for programs, or on a pull request.",
)
@click.pass_obj
def check(desk: Desk, files: Sequence[Path], form: str) -> None:
    """Tell everything that is wrong with the files, and how to mend it.

    Without FILES: all of them. Each problem comes with its line and what to do about it.

    Exit code: 0 nothing must be fixed, 1 something must, 2 the command was used wrongly.
    """
    wanted = {_content_file(desk, path) for path in files}
    problems = [p for p in desk.problems if not wanted or p.file in wanted]
    told = report.tell(problems, desk.reader)
    looked_at = len(wanted) or desk.checked.files
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: report.plain(told, looked_at, desk.reader),
        "json": lambda: report.data(told, looked_at),
        "github": lambda: report.github(told),
    }
    click.echo(forms[form](), nl=False)
    if any(map(must_fix, problems)):
        raise SystemExit(1)


def _content_file(desk: Desk, path: Path) -> str:
    """The file as problems name it; refuses what is not content of this knowledge base."""
    say = desk.reader.gettext
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link
    if not os.path.lexists(absolute):
        told = say("There is no file {file}. Check the name and the folder.")
        raise wrong_use(told.format(file=path))
    if absolute not in drafts.files(desk.project):
        told = say(
            "{file} is not content that can be checked. Practices are practices/<country>/*.md; "
            "authorities, questions, adoptions, reviews and events are in the folders of community."
        )
        raise wrong_use(told.format(file=path))
    return desk.project.relative(absolute)
