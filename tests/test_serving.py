"""The site on one's own computer."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from knowledge import copy_example

from practicebook import serving
from practicebook.project import Project


def serve(project: Project, builds: list[str], looks: int) -> tuple[list[str], list[str]]:
    """Serves for a few looks at the files, asking for pages at each; gives lines and pages."""
    said: list[str] = []
    pages: list[str] = []
    notices = iter(builds)

    def looks_with_requests() -> Iterator[int]:
        for number in range(looks):
            address = said[0].rstrip("/")
            for path in ("/", "/nothing/"):
                try:
                    with urllib.request.urlopen(address + path, timeout=10) as answer:
                        pages.append(answer.read().decode())
                except urllib.error.HTTPError as error:
                    pages.append(f"{error.code} {error.read().decode()}")
            if number == 0:
                (project.practices / "ie" / "ie-new.md").write_text("draft", encoding="utf-8")
            yield number

    serving.serve(project, 0, lambda: next(notices), said.append, looks_with_requests())
    return said, pages


def example(tmp_path: Path) -> Project:
    project = copy_example(tmp_path)
    project.site.mkdir(parents=True)
    (project.site / "index.html").write_text("<body><p>home", encoding="utf-8")
    (project.site / "404.html").write_text("<body><p>not here", encoding="utf-8")
    return project


def test_a_change_is_built_and_its_problems_stand_on_top_of_the_page(tmp_path: Path) -> None:
    said, pages = serve(example(tmp_path), ["", "1 thing to <fix>"], looks=2)
    assert said[0].startswith("http://localhost:")
    assert said[1] == "1 thing to <fix>"
    assert pages[0] == "<body><p>home"
    assert 'role="alert"' in pages[2]
    assert "1 thing to &lt;fix&gt;" in pages[2]


def test_an_unknown_address_shows_the_page_for_it(tmp_path: Path) -> None:
    _said, pages = serve(example(tmp_path), ["", ""], looks=1)
    assert pages[1] == "404 <body><p>not here"


def test_only_this_computer_can_see_it(tmp_path: Path) -> None:
    threads = threading.active_count()
    said, _pages = serve(example(tmp_path), ["", ""], looks=1)
    assert said[0].startswith("http://localhost:")
    assert threading.active_count() <= threads + 1, "the server has ended"
