"""What every command works with, and how a command says that it was used wrongly."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

import click

from practicebook import vocabulary
from practicebook.checks import Checked, check_all
from practicebook.language import Language
from practicebook.models import Practice
from practicebook.problems import Problem
from practicebook.project import Project
from practicebook.search import duplicates
from practicebook.vocabulary import Vocabulary, VocabularyError, fold, nearest

# Of more words than these only those that begin like the one that was typed are offered.
MOST_OFFERED, MOST_ALIKE = 30, 10
# Names of one country share their first two letters.
SHORTEST_BEGINNING = 2


@dataclass(frozen=True)
class Desk:
    """The knowledge base and the reader's language."""

    project: Project
    reader: Language

    @cached_property
    def words(self) -> Vocabulary:
        try:
            return vocabulary.load(self.project)
        except VocabularyError as error:
            raise wrong_use(str(error)) from error

    @cached_property
    def checked(self) -> Checked:
        return check_all(self.project, self.words)

    @cached_property
    def problems(self) -> list[Problem]:
        alike = duplicates.problems(self.checked.catalogue, self.project.practice_file)
        return sorted((*self.checked.problems, *alike), key=Problem.order)

    def practice(self, id_: str) -> Practice:
        """The practice of that name; says which is nearest when there is none."""
        practices = self.checked.catalogue.practices
        return practices[self.known(id_, practices)]

    def known(self, value: str, words: Collection[str]) -> str:
        """`value` if it is one of the words; otherwise says which are like it."""
        if value in words:
            return value
        said = self.reader.gettext('"{given}" is not known here.').format(given=value)
        raise wrong_use(f"{said} {offer(value, words, self.reader)}".strip())


class WrongUseError(click.ClickException):
    """The command was used wrongly, or something it needs is missing: one sentence, exit 2."""

    exit_code = 2


def wrong_use(sentence: str) -> WrongUseError:
    """The error that tells a sentence and ends with exit code 2."""
    return WrongUseError(sentence)


def offer(value: str, words: Collection[str], reader: Language) -> str:
    """What could be meant: the nearest word, else all of a short list, else those alike."""
    if near := nearest(value, words):
        return reader.gettext('Did you mean "{nearest}"?').format(nearest=near)
    offered = list(words) if len(words) <= MOST_OFFERED else _alike(value, words)
    told = reader.gettext("Choose from: {choices}.")
    return told.format(choices=vocabulary.choices(offered)) if offered else ""


def _alike(value: str, words: Collection[str]) -> list[str]:
    """At most ten words that begin like `value`, those first that do so longest."""
    shared = {word: _shared(fold(value), fold(word)) for word in words}
    alike = [word for word, length in shared.items() if length >= SHORTEST_BEGINNING]
    return sorted(alike, key=lambda word: -shared[word])[:MOST_ALIKE]


def _shared(one: str, other: str) -> int:
    """How many letters at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
