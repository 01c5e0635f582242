"""The command that begins a new text, and its questions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from practicebook import drafts, new
from practicebook.cli import asking
from practicebook.cli.desk import Desk, wrong_use
from practicebook.language import Language
from practicebook.language import words as _
from practicebook.models import Practice
from practicebook.vocabulary import Scheme

# What readers see for the words of two fields that have no list in the vocabulary.
KINDS = {"practice": _("It worked or is under way"), "did-not-work": _("It did not work")}
ORIGINS = {
    "submitted": _("Told by the authority"),
    "compiled": _("Compiled from public sources, not confirmed by the authority"),
}


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

    The draft has every section with the question it answers. What somebody wrote is never
    overwritten: a translation that has only title and summary gets the sections below them.
    """
    say = desk.reader.gettext
    languages = desk.project.settings.languages
    if language:
        code = desk.known(language, languages)
    else:
        named = {each: Language.of(each).name for each in languages}
        code = asking.one_of(say("Language"), named, desk.reader, desk.reader.code)
    path = _translation(desk, translate, code) if translate else _practice(desk, code, given)
    file = desk.project.relative(path)
    click.echo(say("Written: {file}").format(file=file))
    click.echo(say("Fill in the sections, then run: practicebook check {file}").format(file=file))


def _practice(desk: Desk, language: str, given: Mapping[str, object]) -> Path:
    answers = _answers(desk, language, given)
    authority = desk.checked.catalogue.authorities[answers.authority]
    folder = desk.project.practices / authority.country.lower()
    name = new.name_for(answers.title, answers.authority)
    return _write(desk, folder, name, new.practice(answers, desk.words))


def _translation(desk: Desk, id_: str, language: str) -> Path:
    """A new translation; one that has no sections yet gets them, and keeps its words."""
    original = desk.practice(id_)
    if language == original.language:
        told = desk.reader.gettext("The practice is already written in this language ({given}).")
        raise wrong_use(told.format(given=language))
    folder = desk.project.practices / original.country.lower()
    name = f"{original.id}.{language}"
    there = [path for path in drafts.files(desk.project) if path.name == f"{name}.md"]
    if there:
        _complete(desk, there[0], original)
        return there[0]
    return _write(desk, folder, name, new.translation(original, language, desk.words))


def _complete(desk: Desk, path: Path, original: Practice) -> None:
    """Adds the sections to a translation without a body; refuses when that is not sure."""
    say, file = desk.reader.gettext, desk.project.relative(path)
    found, problems = drafts.read(desk.project, [path])
    if problems or not found:
        told = say("{file} has mistakes. Mend them first: practicebook check {file}")
        raise wrong_use(told.format(file=file))
    if found[0].body.strip():
        raise wrong_use(say("{file} has a text already; nothing was written.").format(file=file))
    written = path.read_text(encoding="utf-8-sig")
    new.rewrite(path, new.with_sections(found[0], written, original, desk.words))


def _write(desk: Desk, folder: Path, name: str, text: str) -> Path:
    try:
        return new.write(desk.project, folder, name, text)
    except new.ExistsError as error:
        told = desk.reader.gettext("{file} is there already; nothing was written.")
        raise wrong_use(told.format(file=error)) from error


def _answers(desk: Desk, language: str, given: Mapping[str, object]) -> new.Answers:
    """The core fields: what was given as an option, the rest asked for."""
    say, words, reader = desk.reader.gettext, desk.words, desk.reader

    def text(name: str, question: str) -> str:
        return str(given[name] or click.prompt(question))

    def one(name: str, question: str, labels: Mapping[str, str]) -> str:
        value = given[name]
        return desk.known(str(value), labels) if value else asking.one_of(question, labels, reader)

    def several(name: str, question: str, labels: Mapping[str, str]) -> list[str]:
        values = given[name]
        if isinstance(values, tuple) and values:
            return [desk.known(str(value), labels) for value in values]
        return asking.several(question, labels, reader)

    return new.Answers(
        language=language,
        title=text("title", say("Title")),
        summary=text("summary", say("What was done, and for whom, in one or two sentences")),
        authority=_authority(desk, given["authority"]),
        kind=one("kind", say("Kind"), _said(KINDS, reader)),
        themes=several("themes", say("Themes"), _labels(words["themes"], reader)),
        target_groups=several(
            "target_groups", say("Who it is for"), _labels(words["target-groups"], reader)
        ),
        stages=several("stages", say("Stage"), _labels(words["stages"], reader)),
        started=text("started", say("Started (year or year-month)")),
        evidence=one("evidence", say("Evidence"), _labels(words["evidence-levels"], reader)),
        origin=one("origin", say("Origin"), _said(ORIGINS, reader)),
        keywords=asking.split(text("keywords", say("How would a colleague search for this?"))),
        source_title=str(given["source_title"]),
        source_url=str(given["source_url"]),
    )


def _authority(desk: Desk, given: object) -> str:
    catalogue = desk.checked.catalogue
    if given:
        return desk.known(str(given), catalogue.authorities)
    return asking.authority(catalogue, desk.reader)


def _labels(scheme: Scheme, reader: Language) -> dict[str, str]:
    return {term.key: term.in_language(reader.code) for term in scheme}


def _said(words: Mapping[str, str], reader: Language) -> dict[str, str]:
    return {word: reader.gettext(label) for word, label in words.items()}
