"""The search that Material for MkDocs brings (lunr in the browser), as it comes.

Over the practices' pages as they are built, in Material's own theme, one site for each language.
"""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from practicebook.project import Project

# Starts the worker as Material's own script does and asks it; every page counts once.
ASK = """async ([folder, script, asked]) => {
  const { config, docs } = await (await fetch(`/${folder}/search/search_index.json`)).json();
  const worker = new Worker(`/${folder}/${script}`);
  const told = (message) => new Promise((done, fail) => {
    worker.onmessage = ({ data }) => done(data.data);
    worker.onerror = fail;
    worker.postMessage(message);
  });
  await told({ type: 0, data: { config, docs, options: { suggest: false } } });
  const answers = [];
  for (const typed of asked) {
    const { items } = await told({ type: 2, data: typed });
    const pages = items.flat().map(({ location }) => location.split('/')[0]);
    answers.push([...new Set(pages)].filter(Boolean).slice(0, 10));
  }
  worker.terminate();
  return answers;
}"""


def build(project: Project, site: Path, ids: Iterable[str], languages: Iterable[str]) -> None:
    """Builds a site with Material's search for each language into `<site>/material-<language>`."""
    for code in languages:
        with tempfile.TemporaryDirectory() as folder:
            docs = Path(folder) / "docs"
            docs.mkdir()
            (docs / "index.md").write_text("# Index\n", "utf-8")
            for id_ in ids:
                page = project.pages / code / "practices" / id_ / "index.md"
                (docs / f"{id_}.md").write_text(_page(page.read_text("utf-8")), "utf-8")
            settings = Path(folder) / "mkdocs.yml"
            settings.write_text(
                f"site_name: plain\ntheme: {{name: material, language: {code}, font: false}}\n"
                f"plugins: [search]\nsite_dir: {site / f'material-{code}'}\n",
                "utf-8",
            )
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings)]
            subprocess.run(command, check=True, capture_output=True)


def ask(page: Page, site: Path, code: str, typed: Sequence[str]) -> list[list[str]]:
    """The ids of the first ten pages for each of the words typed."""
    folder = f"material-{code}"
    script = _worker(site / folder).relative_to(site / folder).as_posix()
    answers: list[list[str]] = page.evaluate(ASK, [folder, script, list(typed)])
    return answers


def weight(site: Path, code: str) -> int:
    """Bytes that are loaded before the first answer, packed as servers send them."""
    folder = site / f"material-{code}"
    lunr = folder / "assets" / "javascripts" / "lunr"
    known = (lunr / "min" / f"lunr.{code}.min.js", lunr / "min" / "lunr.stemmer.support.min.js")
    files = [folder / "search" / "search_index.json", _worker(folder), *known]
    return sum(len(gzip.compress(each.read_bytes())) for each in files if each.exists())


def _worker(folder: Path) -> Path:
    return next((folder / "assets" / "javascripts" / "workers").glob("search.*.min.js"))


def _page(text: str) -> str:
    """A page with nothing of our own about it but its title."""
    header, body = text.split("---\n", 2)[1:]
    title = re.search(r'^"?title"?:.*$', header, re.MULTILINE)
    return f"---\n{title.group() if title else ''}\n---\n{body}"
