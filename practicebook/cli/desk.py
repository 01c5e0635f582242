"""What every command works with, and how a command says that it was used wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import click

from practicebook import vocabulary
from practicebook.checks import Checked, check_all
from practicebook.language import Language
from practicebook.models import Practice
from practicebook.problems import Problem
from practicebook.project import Project
from practicebook.search import duplicates
from practicebook.vocabulary import Vocabulary, VocabularyError, nearest


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
        return practices[known(id_, list(practices))]


class WrongUseError(click.ClickException):
    """The command was used wrongly, or something it needs is missing: one sentence, exit 2."""

    exit_code = 2


def wrong_use(sentence: str) -> WrongUseError:
    """The error that tells a sentence and ends with exit code 2."""
    return WrongUseError(sentence)


def known(value: str, words: Sequence[str]) -> str:
    """`value` if it is one of the words; otherwise says which is nearest."""
    if value in words:
        return value
    near = nearest(value, words)
    hint = f'Did you mean "{near}"?' if near else f"Choose from: {vocabulary.choices(words)}."
    raise wrong_use(f'"{value}" is not known here. {hint}')
