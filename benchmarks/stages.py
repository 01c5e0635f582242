"""The stages that are measured, ours and the plain tool's, each to be run as its own process.

`python -m benchmarks.stages STAGE FOLDER` runs one of them on a knowledge base.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import frontmatter

from build_index import build_index
from practicebook import site, vocabulary
from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.search import index, query
from practicebook.site import find

TYPED = "housing for families"


def check(project: Project) -> None:
    """Reads and checks every file."""
    check_all(project, vocabulary.load(project))


def plain_read(project: Project) -> None:
    """Reads every practice with python-frontmatter and nothing else."""
    for path in _practices(project):
        frontmatter.load(str(path))


def index_whole(project: Project) -> None:
    """Makes the Whoosh index of all languages."""
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    index.update(project.index, catalogue, words, project.settings.languages)


def plain_index(project: Project) -> None:
    """Makes a Whoosh index of the English text with its stemming analyser."""
    from whoosh import fields
    from whoosh.analysis.morph import StemFilter
    from whoosh.analysis.tokenizers import RegexTokenizer
    from whoosh.index import create_in

    folder = project.build / "plain-index"
    folder.mkdir(parents=True, exist_ok=True)
    stems = StemFilter()  # type: ignore[no-untyped-call]
    schema = fields.Schema(id=fields.ID(stored=True), text=fields.TEXT(RegexTokenizer() | stems))
    writer = create_in(str(folder), schema).writer()
    for path in _practices(project):
        writer.add_document(id=path.stem, text=path.read_text(encoding="utf-8"))
    writer.commit()


def ask(project: Project) -> None:
    """Asks the index one question."""
    query.search(project.index, TYPED)


def plain_ask(project: Project) -> None:
    """Looks for the words in every file with grep."""
    words = TYPED.split()[0]
    subprocess.run(
        ["grep", "-ril", words, str(project.practices)], check=False, capture_output=True
    )


def pages(project: Project) -> None:
    """Check, index, pages and data of all languages."""
    build_index(project)


def render(project: Project) -> None:
    """The renderer over the pages of all languages."""
    site.build(project)


def plain_render(project: Project) -> None:
    """MkDocs with Material as it comes over the practices as they are, one language."""
    docs = project.build / "plain"
    docs.mkdir(parents=True, exist_ok=True)
    for path in _practices(project):
        body = frontmatter.load(str(path)).content
        (docs / path.name).write_text(f"# {path.stem}\n\n{body}\n", encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    settings = project.build / "plain.yml"
    settings.write_text(
        "site_name: plain\ntheme: {name: material, font: false}\n"
        "docs_dir: plain\nsite_dir: plain-site\n",
        encoding="utf-8",
    )
    _run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings))


def find_index(project: Project) -> None:
    """The index of the find page, all languages."""
    words = vocabulary.load(project)
    find.index(check_all(project, words).catalogue, words, project.settings, project.site)


def plain_find_index(project: Project) -> None:
    """Pagefind over the built pages of one language as they are."""
    built = project.site / project.settings.default_language
    output = project.build / "plain-pagefind"
    _run(sys.executable, "-m", "pagefind", "--site", str(built), "--output-path", str(output))


def _practices(project: Project) -> Iterator[Path]:
    return (path for path in sorted(project.practices.rglob("*.md")) if "." not in path.stem)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


STAGES: dict[str, Callable[[Project], None]] = {
    function.__name__: function
    for function in (
        check, plain_read, index_whole, plain_index, ask, plain_ask, pages, render, plain_render,
        find_index, plain_find_index,
    )
}  # fmt: skip

if __name__ == "__main__":
    STAGES[sys.argv[1]](Project(Path(sys.argv[2])))
