"""What a reader's browser loads until the first result stands there: `python -m benchmarks.wire`.

Opens the find page of the built site over indexes of the real collection and of larger ones made
from it, in every language, with a query in the address. Pages, styles and scripts count packed, as
servers send them; files of the index are packed already. Beside it, for each size, the same query
on plain Pagefind over plain pages of the same texts. The site has to be built first.
"""

from __future__ import annotations

import gzip
import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Response

from benchmarks.maker import make
from benchmarks.relevance import browser_on, queries
from benchmarks.results import put
from practicebook import vocabulary
from practicebook.catalogue import Catalogue
from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.site import find

ROOT = Path(__file__).resolve().parent.parent
HEADING = "# What goes over the wire"
PACKED = (".find", ".pf_meta", ".pf_index", ".pf_fragment", ".pagefind", ".pf_filter")
# Keeps the longest time for which the page could not answer; a browser tells those above 50 ms.
WATCH_PAUSES = """() => {
  window.longest = 0;
  const keep = (list) => {
    window.longest = Math.max(window.longest, ...list.getEntries().map(({ duration }) => duration));
  };
  new PerformanceObserver(keep).observe({ type: 'longtask' });
}"""
# Between two letters of somebody who types fast.
MILLISECONDS_BETWEEN = 100
# Plain Pagefind until its first ten results can be shown.
ASK_PAGEFIND = """async ([folder, typed]) => {
  const pagefind = await import(`/${folder}/pagefind.js`);
  const { results } = await pagefind.search(typed);
  await Promise.all(results.slice(0, 10).map((each) => each.data()));
}"""


def main() -> None:
    """Measures the real collection and made ones of the sizes given (default: 1000)."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000]
    typed: dict[str, str] = {}
    for each in queries():
        if each.half == "tune":
            typed.setdefault(each.language, each.words)
    lines = [
        f"{HEADING}\n",
        "Written by `python -m benchmarks.wire`: kilobytes (1,000 bytes) from an empty browser to "
        "the first results of one query; in brackets what of it is the index.\n",
        f"| practices | {' | '.join(typed)} | plain Pagefind, {' | '.join(typed)} |",
        "|---" * (1 + 2 * len(typed)) + "|",
    ]
    pauses = [
        "\nLongest time in milliseconds for which the page does not answer while a query is typed, "
        f"a letter every {MILLISECONDS_BETWEEN} ms, and sent; browsers count from 50 on.\n",
        f"| practices | {' | '.join(typed)} |",
        "|---" * (1 + len(typed)) + "|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for size in (0, *sizes):
            project = make(Project(ROOT), Path(folder) / str(size), size) if size else Project(ROOT)
            loaded, waited = _rows(project, Path(folder) / f"site-{size}", typed)
            lines.append(loaded)
            pauses.append(waited)
    put(HEADING, "\n".join([*lines, *pauses]))


def _rows(project: Project, site: Path, typed: dict[str, str]) -> tuple[str, str]:
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    built = Project(ROOT).site
    shutil.copytree(built / "assets", site / "assets")
    for code in typed:
        shutil.copytree(built / code / "assets", site / code / "assets", dirs_exist_ok=True)
        (site / code / "find").mkdir(parents=True)
        shutil.copy(built / code / "find" / "index.html", site / code / "find")
        _plain(catalogue, code, site)
    find.index(catalogue, words, project.settings, site)
    with browser_on(site) as page:
        ours = [_ours(page, code, asked) for code, asked in typed.items()]
        paused = [_pause(page, code, asked) for code, asked in typed.items()]
        plain = [_pagefind(page, code, asked) for code, asked in typed.items()]
    cells = [f"{whole / 1000:.0f} ({index / 1000:.0f})" for whole, index in ours]
    cells += [f"{whole / 1000:.0f}" for whole in plain]
    size = f"{len(catalogue.practices):,}"
    return _line(size, *cells), _line(size, *(f"{each:.0f}" for each in paused))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _ours(page: Page, code: str, asked: str) -> tuple[int, int]:
    """Bytes until the first result of the find page, and what of them is the index."""
    start = page.url
    with _watched(page) as loaded:
        page.goto(f"{_origin(page)}/{code}/find/?q={asked}")
        page.locator("#find-results h3").first.wait_for(timeout=60_000)
        sizes = {answer.url: _size(answer) for answer in loaded}
    page.goto(start)
    index = sum(size for url, size in sizes.items() if url.endswith(".find"))
    return sum(sizes.values()), index


def _pause(page: Page, code: str, asked: str) -> float:
    """Longest pause of the find page in milliseconds while words are typed into it."""
    page.goto(f"{_origin(page)}/{code}/find/")
    page.locator("#find-results h3").first.wait_for(timeout=60_000)
    page.evaluate(WATCH_PAUSES)
    page.locator("#q").press_sequentially(asked, delay=MILLISECONDS_BETWEEN)
    page.locator("#q").press("Enter")
    page.locator("#find-results .why").first.wait_for(timeout=60_000)
    page.wait_for_timeout(1_000)
    return float(page.evaluate("window.longest"))


def _pagefind(page: Page, code: str, asked: str) -> int:
    with _watched(page) as loaded:
        page.evaluate(ASK_PAGEFIND, [f"plain-{code}", asked])
        return sum({answer.url: _size(answer) for answer in loaded}.values())


@contextmanager
def _watched(page: Page) -> Iterator[list[Response]]:
    """The answers a page gets while something is done."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    yield answers
    page.remove_listener("response", note)


def _size(answer: Response) -> int:
    body = answer.body()
    return len(body if answer.url.endswith(PACKED) else gzip.compress(body))


def _origin(page: Page) -> str:
    found = re.match(r"https?://[^/]+", page.url)
    assert found
    return found.group()


def _plain(catalogue: Catalogue, code: str, site: Path) -> None:
    """Pagefind as it comes over pages that hold the text a reader of the language gets."""
    with tempfile.TemporaryDirectory() as folder:
        for practice in catalogue:
            text = catalogue.text(practice, code)
            page = Path(folder) / practice.id / "index.html"
            page.parent.mkdir()
            texts = [text.summary, *(section.text for section in text.sections)]
            page.write_text("".join(_page(text.title, texts)), "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--force-language", code]
        command += ["--output-path", str(site / f"plain-{code}")]
        subprocess.run(command, check=True, capture_output=True)


def _page(title: str, texts: list[str]) -> Iterator[str]:
    yield f"<!doctype html><html><title>{html.escape(title)}</title><body>"
    yield f"<h1>{html.escape(title)}</h1>"
    yield from (f"<p>{html.escape(text)}</p>" for text in texts)


if __name__ == "__main__":
    main()
