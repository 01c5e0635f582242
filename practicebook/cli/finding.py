"""The commands that find and count."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import click

from practicebook import report
from practicebook.cli.contributing import KINDS
from practicebook.cli.desk import Desk, wrong_use
from practicebook.search import index, query, similar


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--theme", help="Only this theme, for example housing.")
@click.option("--country", help="Only this country, for example PL.")
@click.option("--group", help="Only for this target group.")
@click.option("--language", help="Only written in this language.")
@click.option("--kind", help="practice or did-not-work.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, help="At most so many.")
@click.pass_obj
def search(desk: Desk, /, words: Sequence[str], limit: int, **filters: str | None) -> None:
    """Find practices by words, in any of the languages, with or without accents."""
    project, catalogue = desk.project, desk.checked.catalogue
    chosen = _chosen(desk, {name: value for name, value in filters.items() if value})
    try:
        index.update(project.index, catalogue, desk.words, project.settings.languages)
        answer = query.search(project.index, " ".join(words), chosen, limit)
    except index.SearchUnavailable as error:
        raise wrong_use(str(error)) from error
    say = desk.reader.gettext
    for typed, word in answer.mended.items():
        click.echo(say("Searched for {word} instead of {typed}.").format(word=word, typed=typed))
    if not answer.hits:
        click.echo(say("No practice matches. Try fewer filters or another word."))
    elif answer.any_word:
        click.echo(say("Few practices have all of these words; these have some of them."))
    for hit in answer.hits:
        text = catalogue.text(catalogue.practices[hit.id], desk.reader.code)
        click.echo(f"{hit.id}\n  {text.title}\n  {hit.line}")


def _chosen(desk: Desk, filters: dict[str, str]) -> dict[str, str]:
    """The filters with words that exist; a country may be typed in small letters."""
    catalogue = desk.checked.catalogue
    written = (practice.language for practice in catalogue)
    words: dict[str, Collection[str]] = {
        "theme": desk.words["themes"].terms,
        "group": desk.words["target-groups"].terms,
        "country": catalogue.countries,
        "language": list(dict.fromkeys([*desk.project.settings.languages, *written])),
        "kind": KINDS,
    }
    if "country" in filters:
        filters = {**filters, "country": filters["country"].upper()}
    return {name: desk.known(value, words[name]) for name, value in filters.items()}


@click.command("similar")
@click.argument("id_", metavar="ID")
@click.pass_obj
def similar_(desk: Desk, id_: str) -> None:
    """Show practices like this one, and say what they have in common."""
    project, catalogue = desk.project, desk.checked.catalogue
    practice = desk.practice(id_)
    try:
        index.update(project.index, catalogue, desk.words, project.settings.languages)
        counted = index.word_counts(project.index)
    except index.SearchUnavailable as error:
        raise wrong_use(str(error)) from error
    for found in similar.similar(catalogue, counted)[practice.id]:
        text = catalogue.text(catalogue.practices[found.id], desk.reader.code)
        reasons = [similar.say(reason, desk.reader.code, desk.words) for reason in found.reasons]
        click.echo(f"{found.id}\n  {text.title}\n  {', '.join(reasons)}")


@click.command("report")
@click.pass_obj
def report_(desk: Desk) -> None:
    """Count what the collection holds: per theme, country, language and evidence."""
    languages = desk.project.settings.languages
    catalogue = desk.checked.catalogue
    click.echo(report.counts(catalogue, desk.words, languages, desk.reader), nl=False)
