"""From drafts to a catalogue, with every problem on the way.

`check_all` is the one arrow of the design's line between reading and the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from practicebook import drafts
from practicebook.catalogue import Catalogue
from practicebook.checks import body, collection, fields, privacy
from practicebook.drafts import Draft, Kind
from practicebook.models import (
    Adoption,
    Authority,
    Content,
    Event,
    Practice,
    PracticeTranslation,
    Question,
    QuestionTranslation,
    Reviews,
    Translation,
)
from practicebook.problems import Problem
from practicebook.project import Project
from practicebook.rules import is_unfinished, must_fix
from practicebook.vocabulary import Vocabulary

__all__ = ["Checked", "check_all"]


_MODELS: dict[Kind, type[Content]] = {
    Kind.PRACTICE: Practice,
    Kind.TRANSLATION: PracticeTranslation,
    Kind.AUTHORITY: Authority,
    Kind.ADOPTION: Adoption,
    Kind.QUESTION: Question,
    Kind.QUESTION_TRANSLATION: QuestionTranslation,
    Kind.EVENT: Event,
    Kind.REVIEWS: Reviews,
}


@dataclass(frozen=True)
class Checked:
    """What checking found.

    Args:
        catalogue: all that is valid, also the valid parts around what is not.
        problems: in the order of files and lines.
        files: how many files were looked at.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    files: int


def check_all(project: Project, vocabulary: Vocabulary, *, unfinished: bool = False) -> Checked:
    """Reads and checks every file of a knowledge base; one bad file never stops the others.

    Args:
        unfinished: take texts into the catalogue that are merely unfinished, for their authors.
    """
    paths = drafts.files(project)
    read, problems = drafts.read(project, paths)
    found: dict[Kind, list[tuple[Draft, Any]]] = {kind: [] for kind in Kind}
    for draft in read:
        problems.extend(privacy.check(draft))
        model, faults = _check_one(draft, vocabulary)
        problems.extend(faults)
        found[draft.kind].append((draft, model))
    every = collection.Collection.of(found, drafts.names(project, paths))
    broken = {
        problem.file
        for problem in problems
        if must_fix(problem) and not (unfinished and is_unfinished(problem))
    }
    catalogue, faults = collection.check(every, vocabulary, broken, project.settings)
    problems.extend(faults)
    return Checked(catalogue, tuple(sorted(problems, key=Problem.order)), len(paths))


def _check_one(draft: Draft, vocabulary: Vocabulary) -> tuple[Content, list[Problem]]:
    """The model of one draft, partial where something is wrong, and all its problems."""
    model = _MODELS[draft.kind]
    if model in (Authority, Adoption, Event, Reviews):
        return fields.check(draft, model, vocabulary, id=draft.id)
    sections, problems = body.check(draft, vocabulary)
    computed: dict[str, object] = {"id": draft.id, "sections": sections}
    if issubclass(model, Translation):
        computed["language"] = draft.language
    if model is Practice:
        computed["country"] = fields.country_of(draft)
    made, found = fields.check(draft, model, vocabulary, **computed)
    if isinstance(made, Practice | Question):
        problems.extend(body.check_sources(draft, made))
    return made, [*found, *problems]
