"""What the search finds of what officers mean: `python -m benchmarks.relevance`.

Asks the find page's own scripts in a browser, the command line's search, plain Pagefind and
Material's own search over the practices' pages as they are built, and writes the figures into
`benchmarks/RESULTS.md`. The site has to be built first. Needs Chromium, as the browser tests do.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean
from typing import cast

from playwright.sync_api import Page, sync_playwright

from benchmarks import material
from benchmarks.results import put
from practicebook import plain_yaml, vocabulary
from practicebook.catalogue import Catalogue
from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.search import index, query
from practicebook.site import find
from practicebook.site.settings import THEME
from practicebook.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "relevance" / "queries.yml"
HEADING = "# What the search finds"
HALVES = ("tune", "held-out")
FIRST = 10
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")

# Asks the scripts of the find page what they would show, without the page around them.
ASK_FIND_PAGE = """async ([code, asked]) => {
  const { answer, card, match, open } = await import('/assets/find/index.js');
  const { queryWords } = await import('/assets/find/words.js');
  const index = await open(new URL(`/${code}/find/index/`, location.href).href);
  const answers = [];
  for (const typed of asked) {
    const matched = await match(index, queryWords(typed, index).words);
    const { all, some } = answer(index, matched, new Map(), () => 0);
    const first = [...all, ...some].slice(0, 10);
    answers.push((await Promise.all(first.map((each) => card(index, each)))).map(({ id }) => id));
  }
  return answers;
}"""
ASK_PAGEFIND = """async ([folder, asked]) => {
  const pagefind = await import(`/${folder}/pagefind.js`);
  const answers = [];
  for (const words of asked) {
    const { results } = await pagefind.search(words);
    const data = await Promise.all(results.slice(0, 10).map((each) => each.data()));
    answers.push(data.map((each) => each.url.split('/').filter(Boolean).at(-1)));
  }
  return answers;
}"""


@dataclass(frozen=True)
class Asked:
    """One query: its words, language, half and kind, and the practices it has to find."""

    words: str
    language: str
    half: str
    kind: str
    wanted: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """Means over queries, 0 to 1; `empty` is the part of queries without any result."""

    recall: float
    rank: float
    empty: float


# Ids of practices, best first, for each of the words asked in one language.
Engine = Callable[[str, Sequence[str]], list[list[str]]]


class _QuietRequests(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def main() -> None:
    """Measures every engine on every query and writes the tables."""
    project = Project(ROOT)
    asked = queries()
    with tempfile.TemporaryDirectory() as folder:
        tables = [
            table(name, asked, engine) for name, engine in engines(project, Path(folder), asked)
        ]
        site, codes = Path(folder) / "site", dict.fromkeys(each.language for each in asked)
        sizes = [f"{code} {material.weight(site, code) / 1000:.0f} kB" for code in codes]
        tables.append(f"Loaded before its first answer: {', '.join(sizes)}.\n")
    put(HEADING, "\n".join([_head(asked), *tables]))


def queries() -> tuple[Asked, ...]:
    """The queries of both halves, in their order."""
    rows = cast("list[dict[str, object]]", plain_yaml.read(QUERIES.read_text("utf-8")).value)
    return tuple(
        Asked(
            str(row["words"]),
            str(row["language"]),
            str(row["set"]),
            str(row["kind"]),
            frozenset(cast("list[str]", row["wanted"])),
        )
        for row in rows
    )


def engines(project: Project, folder: Path, asked: Sequence[Asked]) -> Iterator[tuple[str, Engine]]:
    """Every engine that is compared, ready to be asked, by the name it has in the tables."""
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    yield "Command line", _command_line(project, folder / "index", catalogue, words)
    site = folder / "site"
    shutil.copytree(THEME / "assets", site / "assets")
    find.index(catalogue, words, project.settings, site)
    languages = {each.language for each in asked}
    _plain_pagefind(project, site, catalogue, languages)
    material.build(project, site, catalogue.practices, languages)
    with browser_on(site) as page:
        yield "Find page", lambda code, typed: page.evaluate(ASK_FIND_PAGE, [code, list(typed)])
        yield (
            "Plain Pagefind",
            lambda code, typed: page.evaluate(ASK_PAGEFIND, [f"plain-{code}", list(typed)]),
        )
        yield "Material's own search", lambda code, typed: material.ask(page, site, code, typed)


@contextmanager
def browser_on(site: Path) -> Iterator[Page]:
    """An empty page of a site on this computer, in Chromium."""
    (site / "empty.html").write_text("<!doctype html><title>empty</title>", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietRequests, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    found = next(path for name in BROWSERS if (path := shutil.which(name)))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
            # Pagefind compiles WebAssembly, which our pages do not allow.
            page = browser.new_page(bypass_csp=True)
            page.goto(f"http://127.0.0.1:{server.server_port}/empty.html")
            yield page
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _command_line(
    project: Project, folder: Path, catalogue: Catalogue, words: Vocabulary
) -> Engine:
    index.update(folder, catalogue, words, project.settings.languages)

    def ask(_code: str, typed: Sequence[str]) -> list[list[str]]:
        return [[hit.id for hit in query.search(folder, each, limit=FIRST).hits] for each in typed]

    return ask


def _plain_pagefind(
    project: Project, site: Path, catalogue: Catalogue, languages: Iterable[str]
) -> None:
    """Pagefind as it comes, over the practices' pages of each language as readers see them."""
    for code in languages:
        with tempfile.TemporaryDirectory() as folder:
            for practice in catalogue:
                address = f"{code}/practices/{practice.id}"
                shutil.copytree(project.site / address, Path(folder) / address)
            command = [sys.executable, "-m", "pagefind", "--site", folder, "--force-language", code]
            command += ["--output-path", str(site / f"plain-{code}")]
            subprocess.run(command, check=True, capture_output=True)


# ---- figures -------------------------------------------------------------------------------


def figures(answers: Iterable[tuple[Asked, Sequence[str]]]) -> Figures:
    """Recall among the first ten, mean reciprocal rank of the first wanted one, empty answers."""
    told = [(each.wanted, list(found)[:FIRST]) for each, found in answers]
    recall = mean(len(wanted & set(found)) / len(wanted) for wanted, found in told)
    ranks = [next((1 / n for n, id_ in enumerate(f, 1) if id_ in w), 0.0) for w, f in told]
    return Figures(recall, mean(ranks), mean(not found for _wanted, found in told))


def answers_of(asked: Sequence[Asked], engine: Engine) -> list[tuple[Asked, Sequence[str]]]:
    """Each query with what the engine found for it."""
    found: dict[Asked, Sequence[str]] = {}
    for language in dict.fromkeys(each.language for each in asked):
        mine = [each for each in asked if each.language == language]
        found |= zip(mine, engine(language, [each.words for each in mine]), strict=True)
    return [(each, found[each]) for each in asked]


def table(name: str, asked: Sequence[Asked], engine: Engine) -> str:
    """The figures of one engine: a row for each language and one for all, halves side by side."""
    answers = answers_of(asked, engine)
    languages: Mapping[str, set[str]] = {
        **{each.language: {each.language} for each in asked},
        "all": {each.language for each in asked},
    }
    head = " | ".join(f"{half}: recall@10 | MRR | empty" for half in HALVES)
    lines = [f"## {name}\n", f"| language | {head} |", "|---" * 7 + "|"]
    for row, among in languages.items():
        cells = []
        for half in HALVES:
            told = figures(a for a in answers if a[0].language in among and a[0].half == half)
            cells += [f"{told.recall:.2f}", f"{told.rank:.2f}", f"{told.empty:.0%}"]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _head(asked: Sequence[Asked]) -> str:
    halves = ", ".join(f"{sum(a.half == half for a in asked)} {half}" for half in HALVES)
    return (
        f"{HEADING}\n\n"
        f"Written by `python -m benchmarks.relevance`: {len(asked)} queries ({halves}) of "
        "`tests/relevance/queries.yml` over the real collection. The search was made better on "
        "`tune` only. recall@10: the part of the wanted practices among the first ten; MRR: one "
        "divided by the place of the first wanted one; empty: queries without any result.\n"
    )


if __name__ == "__main__":
    main()
