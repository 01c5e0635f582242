"""From drafts to a catalogue, with every problem on the way.

`check_all` is the one arrow of the design's line between reading and the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

from practicebook import drafts
from practicebook.catalogue import Catalogue
from practicebook.checks import body, collection, fields, privacy
from practicebook.drafts import Draft, Kind
from practicebook.models import Authority, Practice, Translation
from practicebook.problems import Problem
from practicebook.project import Project
from practicebook.rules import must_fix
from practicebook.vocabulary import Vocabulary

__all__ = ["Checked", "check_all"]


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


def check_all(project: Project, vocabulary: Vocabulary) -> Checked:
    """Reads and checks every file of a knowledge base; one bad file never stops the others."""
    paths = drafts.files(project)
    read, problems = drafts.read(project, paths)
    practices: list[tuple[Draft, Practice]] = []
    authorities: list[tuple[Draft, Authority]] = []
    translations: list[tuple[Draft, Translation]] = []
    for draft in read:
        problems.extend(privacy.check(draft))
        model, found = _check_one(draft, vocabulary)
        problems.extend(found)
        if isinstance(model, Practice):
            practices.append((draft, model))
        elif isinstance(model, Authority):
            authorities.append((draft, model))
        elif isinstance(model, Translation):
            translations.append((draft, model))
    every = collection.Collection(practices, authorities, translations, drafts.names(paths))
    broken = {problem.file for problem in problems if must_fix(problem)}
    catalogue, found = collection.check(every, vocabulary, broken)
    problems.extend(found)
    return Checked(catalogue, tuple(sorted(problems, key=Problem.order)), len(paths))


def _check_one(
    draft: Draft, vocabulary: Vocabulary
) -> tuple[Practice | Authority | Translation | None, list[Problem]]:
    if draft.kind is Kind.AUTHORITY:
        return fields.check(draft, Authority, vocabulary, id=draft.id)
    sections, problems = body.check(draft, vocabulary)
    if draft.kind is Kind.TRANSLATION:
        model, found = fields.check(
            draft, Translation, vocabulary, id=draft.id, language=draft.language, sections=sections
        )
        return model, [*found, *problems]
    country = draft.file.split("/")[-2].upper()
    practice, found = fields.check(
        draft, Practice, vocabulary, id=draft.id, country=country, sections=sections
    )
    if practice:
        problems.extend(body.check_sources(draft, practice))
    return practice, [*found, *problems]
