"""The command that begins a new text, and its questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from practicebook import new, vocabulary
from practicebook.cli.desk import Desk, known, wrong_use
from practicebook.project import Project
from practicebook.vocabulary import Scheme, nearest


@click.command("new")
@click.option("--translate", metavar="ID", help="Begin a translation of this practice.")
@click.option("--language", help="Language you write in.")
@click.option("--title", help="What it is, in 5 to 100 characters.")
@click.option("--summary", help="What was done and for whom, in 40 to 300 characters.")
@click.option("--authority", help="Name of the authority's file, for example pl-lublin.")
@click.option("--kind", help="practice or did-not-work.")
@click.option("--theme", "themes", multiple=True, help="May be given several times.")
@click.option("--group", "target_groups", multiple=True, help="May be given several times.")
@click.option("--stage", "stages", multiple=True, help="May be given several times.")
@click.option("--started", help="2024, 2024-03 or not-known.")
@click.option("--evidence", help="How well the results are known.")
@click.option("--origin", help="submitted by the authority, or compiled from public sources.")
@click.option("--keywords", help="How would a colleague search for this? Separate with commas.")
@click.option("--source-title", default="", help="Title of a source.")
@click.option("--source-url", default="", help="Address of a source.")
@click.pass_obj
def new_(desk: Desk, /, translate: str | None, language: str | None, **given: object) -> None:
    """Write the draft of a practice: asks for what is not given as an option.

    The draft has every section with the question it answers. No file is ever overwritten.
    """
    say = desk.reader.gettext
    code = language or _ask_one(say("Language"), desk.project.settings.languages, desk.reader.code)
    if code not in desk.project.settings.languages:
        raise wrong_use(f'There is no language "{code}" here.')
    if translate:
        original = desk.practice(translate)
        folder = desk.project.practices / original.country.lower()
        text = new.translation(original, code, desk.words)
        path = _write(desk.project, folder, f"{original.id}.{code}", text)
    else:
        answers = _answers(desk, code, given)
        authority = desk.checked.catalogue.authorities[answers.authority]
        folder = desk.project.practices / authority.country.lower()
        text = new.practice(answers, desk.words)
        path = _write(desk.project, folder, new.name_for(answers.title, answers.authority), text)
    click.echo(say("Written: {file}").format(file=desk.project.relative(path)))
    click.echo(say("Fill in the sections, then run: practicebook check {file}").format(
        file=desk.project.relative(path)))  # fmt: skip


def _write(project: Project, folder: Path, name: str, text: str) -> Path:
    try:
        return new.write(project, folder, name, text)
    except new.ExistsError as error:
        raise wrong_use(f"{error} is there already; nothing was written.") from error


def _answers(desk: Desk, language: str, given: dict[str, object]) -> new.Answers:
    """The core fields: what was given as an option, the rest asked for."""
    say, words = desk.reader.gettext, desk.words

    def text(name: str, question: str) -> str:
        return str(given[name] or click.prompt(question))

    def one(name: str, question: str, words: Sequence[str]) -> str:
        value = given[name]
        return known(str(value), words) if value else _ask_one(question, words, words[0])

    def several(name: str, question: str, scheme: Scheme) -> list[str]:
        values = given[name]
        if isinstance(values, tuple) and values:
            return [known(str(value), list(scheme.terms)) for value in values]
        return _ask_several(question, scheme, desk.reader.code)

    return new.Answers(
        language=language,
        title=text("title", say("Title")),
        summary=text("summary", say("What was done, and for whom, in one or two sentences")),
        authority=one("authority", say("Authority"), list(desk.checked.catalogue.authorities)),
        kind=one("kind", say("Kind"), ["practice", "did-not-work"]),
        themes=several("themes", say("Themes"), words["themes"]),
        target_groups=several("target_groups", say("Who it is for"), words["target-groups"]),
        stages=several("stages", say("Stage"), words["stages"]),
        started=text("started", say("Started (year or year-month)")),
        evidence=one("evidence", say("Evidence"), list(words["evidence-levels"].terms)),
        origin=one("origin", say("Origin"), ["submitted", "compiled"]),
        keywords=_split(text("keywords", say("How would a colleague search for this?"))),
        source_title=str(given["source_title"]),
        source_url=str(given["source_url"]),
    )


def _split(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _ask_one(question: str, words: Sequence[str], default: str) -> str:
    """Asks until the answer is one of the known words; offers the nearest."""
    while True:
        answer = str(click.prompt(question, default=default))
        if answer in words:
            return answer
        near = nearest(answer, words)
        click.echo(f'"{near}"?' if near else vocabulary.choices(words))


def _ask_several(question: str, scheme: Scheme, language: str) -> list[str]:
    """Shows the words of a list with numbers and asks for one or more of them."""
    terms = list(scheme)
    for number, term in enumerate(terms, 1):
        click.echo(f"  {number:>2}  {term.in_language(language)}")
    while True:
        chosen = _split(str(click.prompt(f"{question} (1, 2 ...)")).replace(" ", ","))
        if chosen and all(n.isdigit() and 1 <= int(n) <= len(terms) for n in chosen):
            return list(dict.fromkeys(terms[int(n) - 1].key for n in chosen))
