"""From a folder of files to everything the site is made of: the order of the steps.

`python build_index.py` checks everything and writes the search index, the pages and the data into
`build/`. `practicebook build` does the same and then makes the site of them.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from practicebook import checks, exports, history, pages, report, vocabulary
from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.problems import Problem
from practicebook.project import Project
from practicebook.rules import must_fix
from practicebook.search import duplicates, index, similar
from practicebook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Built:
    """What was found and made; `catalogue` and `words` are for the steps that follow."""

    problems: tuple[Problem, ...]
    files: int
    indexed: index.Update
    pages: int
    catalogue: Catalogue
    words: Vocabulary


def build_index(project: Project) -> Built:
    """Checks everything, then writes the search index, the pages and the data of what is valid."""
    settings, words = project.settings, vocabulary.load(project)
    checked = checks.check_all(project, words)
    catalogue = checked.catalogue
    problems = (*checked.problems, *duplicates.problems(catalogue, project.practice_file))
    indexed = index.update(project.index, catalogue, words, settings.languages)
    dates = history.of_practices(history.read(project))
    alike = similar.similar(catalogue)
    reasons = {code: similar.told(alike, code, words) for code in settings.languages}
    made = pages.render_all(project, catalogue, words, reasons, dates, date.today())
    pages.write(project.pages, made)
    exports.write(catalogue, project.data)
    return Built(problems, checked.files, indexed, len(made), catalogue, words)


def sentence(built: Built, reader: Language) -> str:
    """What was done, in one line."""
    count = reader.counted
    return ", ".join(
        (
            count("{n} file checked", "{n} files checked", built.files),
            count("{n} practice indexed", "{n} practices indexed", len(built.indexed.indexed)),
            count("{n} page written", "{n} pages written", built.pages),
        )
    )


def main() -> int:
    """The step from the command line: tells the problems, builds, says in one line what it did."""
    project = Project.find(Path.cwd())
    reader = Language.of(project.settings.default_language)
    built = build_index(project)
    sys.stdout.write(report.plain(report.tell(built.problems, reader), built.files, reader))
    sys.stdout.write(sentence(built, reader) + "\n")
    return 1 if any(map(must_fix, built.problems)) else 0


if __name__ == "__main__":
    sys.exit(main())
