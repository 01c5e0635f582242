"""The questions of `practicebook new`: lists with numbers, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import click

from practicebook.catalogue import Catalogue
from practicebook.cli.desk import offer, wrong_use
from practicebook.language import Language
from practicebook.models import Authority
from practicebook.vocabulary import fold, nearest

# So many authorities are shown at once.
MOST_SHOWN = 20


def one_of(question: str, labels: Mapping[str, str], reader: Language, default: str = "") -> str:
    """Shows a list and asks until the answer is one of it.

    Args:
        labels: what readers see, by the word that the header writes.
        default: the word that an empty answer stands for, if any.
    """
    _show(labels.values())
    while True:
        answer = str(click.prompt(question, default=default or None)).strip()
        if word := _meant(answer, labels):
            return word
        click.echo(offer(answer, labels, reader))


def several(question: str, labels: Mapping[str, str], reader: Language) -> list[str]:
    """Shows a list and asks for one or more of it, as numbers or, between commas, as words."""
    _show(labels.values())
    while True:
        answer = str(click.prompt(f"{question} (1, 2 ...)"))
        answers = split(re.sub(r"(?<=\d)\s+(?=\d)", ",", answer))
        chosen = [_meant(answer, labels) for answer in answers]
        if chosen and all(chosen):
            return list(dict.fromkeys(filter(None, chosen)))
        for given, word in zip(answers, chosen, strict=True):
            if not word:
                click.echo(offer(given, labels, reader))


def authority(catalogue: Catalogue, reader: Language) -> str:
    """Asks for a part of a name, shows who matches, and asks which of them it is."""
    known, shown = catalogue.authorities, dict[str, str]()
    first = next(iter(known), "")
    how = reader.gettext(
        "Add community/authorities/<name>.yml first; {file} shows what it needs."
    ).format(file=f"{first}.yml" if first else "CONTRIBUTING.md")
    if not known:
        raise wrong_use(how)
    question = reader.gettext("Authority (a part of its name, or a number from the list)")
    while True:
        answer = str(click.prompt(question)).strip()
        if word := _meant(answer, shown) or (answer if answer in known else None):
            return word
        shown = _matching(answer, known.values(), reader.code)
        _show(shown.values())
        if not shown:
            click.echo(reader.gettext("No authority has this in its name.") + f" {how}")


def split(text: str) -> list[str]:
    """The parts of an answer that commas separate."""
    return [word.strip() for word in text.split(",") if word.strip()]


def _show(labels: Iterable[str]) -> None:
    for number, label in enumerate(labels, 1):
        click.echo(f"  {number:>2}  {label}")


def _meant(answer: str, labels: Mapping[str, str]) -> str | None:
    """The word that an answer stands for: its number in the list, itself or its label."""
    words = list(labels)
    if answer.isdecimal() and 1 <= int(answer) <= len(words):
        return words[int(answer) - 1]
    return next((w for w in words if fold(answer) in (fold(w), fold(labels[w]))), None)


def _matching(typed: str, authorities: Iterable[Authority], language: str) -> dict[str, str]:
    """Name and place, by id, of those with `typed` in any of their names, else of the nearest."""
    everyone = {each.id: each for each in authorities}
    found = [each for each in everyone.values() if fold(typed) in fold("\n".join(_names(each)))]
    if not found:
        by_name = {name: each for each in everyone.values() for name in _names(each)}
        near = nearest(typed, by_name)
        found = [by_name[near]] if near else []
    return {
        each.id: f"{each.name_in(language)} · {each.place_in(language)}"
        for each in found[:MOST_SHOWN]
    }


def _names(who: Authority) -> list[str]:
    """The id, names and places of an authority in all languages."""
    local = [name for each in who.names.values() for name in (each.name, each.place) if name]
    return [who.id, who.name, who.place, *local]
