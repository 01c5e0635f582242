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
from practicebook.pages import Written
from practicebook.problems import Problem
from practicebook.project import Project, ProjectError
from practicebook.rules import must_fix
from practicebook.search import duplicates, index, similar
from practicebook.vocabulary import Vocabulary, VocabularyError

# So many names fit into one line.
FEW = 3


@dataclass(frozen=True)
class Built:
    """What was found and made; `catalogue` and `words` are for the steps that follow."""

    problems: tuple[Problem, ...]
    files: int
    indexed: index.Update
    written: Written
    catalogue: Catalogue
    words: Vocabulary


def build_index(project: Project, *, unfinished: bool = False) -> Built:
    """Checks everything, then writes the search index, the pages and the data of what is valid.

    Args:
        unfinished: make pages of drafts as well, for their authors' own screens.
    """
    settings, words = project.settings, vocabulary.load(project)
    checked = checks.check_all(project, words, unfinished=unfinished)
    catalogue = checked.catalogue
    problems = (*checked.problems, *duplicates.problems(catalogue, project.practice_file))
    indexed = index.update(project.index, catalogue, words, settings.languages)
    dates = history.of_practices(history.read(project))
    alike = similar.similar(catalogue, index.word_counts(project.index))
    reasons = {code: similar.told(alike, code, words) for code in settings.languages}
    made = pages.render_all(project, catalogue, words, reasons, dates, date.today())
    written = pages.write(project.pages, made)
    exports.write(catalogue, project.data)
    return Built(problems, checked.files, indexed, written, catalogue, words)


def sentence(built: Built, reader: Language) -> str:
    """What was done, in one line; names what was indexed when it is little."""
    indexed = built.indexed.indexed
    said = reader.counted("{n} practice indexed", "{n} practices indexed", len(indexed))
    named = f" ({', '.join(indexed)})" if 0 < len(indexed) <= FEW else ""
    files = reader.counted("{n} file checked", "{n} files checked", built.files)
    changed = len(built.written.changed) + len(built.written.removed)
    pages_ = reader.counted("{n} page changed", "{n} pages changed", changed)
    return f"{files}, {said}{named}, {pages_}."


def main() -> int:
    """The step from the command line: tells the problems, builds, says in one line what it did.

    Exit code: 0 nothing must be fixed, 1 something must, 2 the folder cannot be used.
    """
    try:
        project = Project.find(Path.cwd())
        reader = Language.of(project.settings.default_language)
        built = build_index(project)
    except (ProjectError, VocabularyError, index.SearchUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(report.plain(report.tell(built.problems, reader), built.files, reader))
    sys.stdout.write(sentence(built, reader) + "\n")
    return 1 if any(map(must_fix, built.problems)) else 0


if __name__ == "__main__":
    sys.exit(main())
