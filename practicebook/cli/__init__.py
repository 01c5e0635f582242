"""The commands. The only package that knows Click, prints and exits.

Three kinds of trouble, three treatments: content is wrong: the problems are told, exit 1; the
command was used wrongly or something is missing: one sentence, exit 2; our fault: a traceback.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from practicebook import __version__
from practicebook.cli import building, checking, contributing, finding
from practicebook.cli.desk import Desk, wrong_use
from practicebook.language import Language
from practicebook.project import Project, ProjectError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="practicebook")
@click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Folder of the knowledge base. Without it: this folder or the nearest above.",
)
@click.option("--lang", help="Language of the messages, for example pl. Without it: yours.")
@click.pass_context
def main(context: click.Context, folder: Path, lang: str | None) -> None:
    """Check, search and publish a collection of good practices.

    A first walk: "practicebook new" writes a draft, "practicebook check" tells what is missing,
    "practicebook serve" shows the pages on your own computer.
    """
    try:
        project = Project.find(folder.resolve())
        languages = project.settings.languages
    except ProjectError as error:
        raise wrong_use(str(error)) from error
    own = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    reader = Language.of(own if own in languages else project.settings.default_language)
    if lang and lang not in languages:
        told = reader.gettext('There is no language "{given}" here. Choose from: {choices}.')
        raise wrong_use(told.format(given=lang, choices=", ".join(languages)))
    context.obj = Desk(project, Language.of(lang) if lang else reader)


for command in (
    contributing.new_,
    checking.check,
    finding.search,
    finding.similar_,
    building.build,
    building.serve,
    finding.report_,
):
    main.add_command(command)
