"""What browser tests share: the real site, a server for it, a browser that minds its manners."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from practicebook import exports, pages, vocabulary
from practicebook import site as site_step
from practicebook.catalogue import Catalogue
from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.search import counting, similar
from practicebook.search.documents import Surroundings, document
from practicebook.site import find

ROOT = Path(__file__).parents[1]
# Divides events to come from those that are over; a fixed day, so that the site stays the same.
TODAY = date(2026, 1, 15)
# As long as a build may take where two processes share a slow computer.
SECONDS_TO_WAIT = 300
CONTENT = ("practices", "community", "vocabulary", "docs")
USUAL_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW_TO_GET_ONE = (
    "Browser tests need Chromium: install the package chromium of your system, or set "
    "PLAYWRIGHT_CHROMIUM to the path of a Chromium or Chrome."
)


class _QuietRequests(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: a test report is no place for a list of requests."""


@dataclass
class Manners:
    """What a page should not do: complain in the console, ask other sites for anything.

    A test that is about missing files takes away what it provoked.
    """

    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, opened: BrowserContext, own: str) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.complaints.append(message.text)

        opened.on("console", heard)
        opened.on("weberror", lambda error: self.complaints.append(str(error.error)))
        opened.on("request", lambda asked: self._note(asked.url, own))

    def _note(self, address: str, own: str) -> None:
        if not address.startswith((own, "data:", "blob:")):
            self.foreign.append(address)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """All that is valid of the real collection."""
    project = Project(ROOT)
    return check_all(project, vocabulary.load(project)).catalogue


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all processes of a run; nobody changes it."""
    own = tmp_path_factory.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "real"
    ready = root.with_name("real-is-ready")
    try:
        root.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while not ready.exists():
            assert time.monotonic() < deadline, "Another process did not get the site built."
            time.sleep(0.2)
        return Project(root).site
    made = built_in(root)
    ready.touch()
    return made


def built_in(root: Path) -> Path:
    """Builds the real site in a folder of its own."""
    for name in CONTENT:
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "practicebook.toml", root)
    project = Project(root)
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    around = Surroundings(words, project.settings.languages)
    told = {each.id: document(catalogue, each, around) for each in catalogue}
    counted = {id_: counting.counts(each, "en") for id_, each in told.items()}
    alike = similar.similar(catalogue, counted)
    reasons = {code: similar.told(alike, code, words) for code in project.settings.languages}
    pages.write(project.pages, pages.render_all(project, catalogue, words, reasons, {}, TODAY))
    exports.write(catalogue, project.data)
    built = site_step.build(project)
    find.index(catalogue, words, project.settings, built)
    return built


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on this computer, without a slash at the end."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietRequests, directory=str(site)))
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as found on this computer."""
    names = (os.environ.get("PLAYWRIGHT_CHROMIUM", ""), *USUAL_NAMES)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def manners(server: str, context: BrowserContext) -> Manners:
    """What the pages of the test did that they should not."""
    noted = Manners()
    noted.watch(context, server)
    return noted


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window without a past."""
    opened = browser.new_context()
    # Everything is on this computer; who waits longer waits for nothing.
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, manners: Manners) -> Iterator[Page]:
    """An empty page; at the end no complaint and no request to another site may be noted."""
    yield context.new_page()
    assert manners.complaints == []
    assert manners.foreign == []
