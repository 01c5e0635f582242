"""The commands that make the site and show it."""

from __future__ import annotations

import click

from build_index import Built, build_index, sentence
from practicebook import report, serving, site, vocabulary
from practicebook.cli.desk import Desk, wrong_use
from practicebook.project import Project, ProjectError
from practicebook.rules import must_fix
from practicebook.search.index import SearchUnavailable
from practicebook.site import find
from practicebook.vocabulary import VocabularyError

# What keeps a site from being made, besides what is wrong in the content; each says why.
OBSTACLES = (site.SiteError, SearchUnavailable, VocabularyError, ProjectError)


@click.command()
@click.pass_obj
def build(desk: Desk) -> None:
    """Check everything, then make the search index, the pages and the site."""
    try:
        built = build_index(desk.project)
        click.echo(_told(desk, built), nl=False)
        if any(map(must_fix, built.problems)):
            raise SystemExit(1)
        click.echo(sentence(built, desk.reader))
        publish(desk.project, built)
    except OBSTACLES as error:
        raise wrong_use(str(error)) from error
    folder = desk.project.relative(desk.project.site)
    click.echo(desk.reader.gettext("The site is in {folder}.").format(folder=folder))


def publish(project: Project, built: Built) -> None:
    """Makes the site of what was built, and the index of its find page."""
    site.build(project)
    find.index(built.catalogue, built.words, project.settings, project.site)


def _told(desk: Desk, built: Built) -> str:
    return report.plain(report.tell(built.problems, desk.reader), built.files, desk.reader)


@click.command()
@click.option("--port", type=click.IntRange(1024, 65535), default=8000, help="Default: 8000.")
@click.pass_obj
def serve(desk: Desk, port: int) -> None:
    """Show the site on this computer and rebuild it whenever a file changes.

    Drafts are welcome: what is wrong is told on top of each page. Stop with Ctrl+C.
    """

    def make() -> str:
        try:
            built = build_index(desk.project, unfinished=True)
            publish(desk.project, built)
        except OBSTACLES as error:
            return str(error)
        return _told(desk, built) if any(map(must_fix, built.problems)) else ""

    try:
        # Told at once and not on top of pages: without words there are no pages.
        vocabulary.load(desk.project)
        serving.serve(desk.project, port, make, click.echo, serving.every(1.0))
    except (VocabularyError, ProjectError) as error:
        raise wrong_use(str(error)) from error
    except OSError as error:
        told = desk.reader.gettext("Port {port} cannot be used: {reason}. Try --port.")
        raise wrong_use(told.format(port=port, reason=error.strerror)) from error
    except KeyboardInterrupt:
        click.echo()
