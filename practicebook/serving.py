"""The site on one's own computer, built again whenever a file changes."""

from __future__ import annotations

import html
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from practicebook.project import SETTINGS, Project


@dataclass
class Notice:
    """What stands on top of each page while somebody writes: the present problems, or nothing."""

    text: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)


class _Pages(SimpleHTTPRequestHandler):
    """Serves the built files; puts the notice on top of pages; has the site's own 404 page."""

    def __init__(self, *arguments: object, notice: Notice, **named: object) -> None:
        self.notice = notice
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal belongs to the problems."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        without_slash = path.is_dir() and not self.path.split("?")[0].endswith("/")
        if without_slash or (path.is_file() and path.suffix != ".html"):
            super().do_GET()
            return
        page = path / "index.html" if path.is_dir() else path
        found = page.is_file()
        shown = page if found else Path(self.directory) / "404.html"
        text = shown.read_text(encoding="utf-8") if shown.is_file() else ""
        body = with_notice(text, self.notice.text)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())


def with_notice(page: str, text: str) -> str:
    """A page with the problems on top of it, as plain text.

    >>> with_notice("<body class=a><p>x", "1 thing to fix")
    '<body class=a><section role="alert"><pre>1 thing to fix</pre></section><p>x'
    """
    start = page.find("<body")
    end = page.find(">", start) + 1
    if not text or start < 0:
        return page
    told = f'<section role="alert"><pre>{html.escape(text)}</pre></section>'
    return page[:end] + told + page[end:]


def every(seconds: float) -> Iterator[None]:
    """A tick after each pause, without end."""
    while True:
        time.sleep(seconds)
        yield


def snapshot(project: Project) -> frozenset[tuple[str, int, int]]:
    """Name, time and size of every file that the site is made of."""
    folders = (project.practices, project.community, project.vocabulary, project.docs)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return frozenset(_state(path) for path in [*files, project.root / SETTINGS] if path.exists())


def _state(path: Path) -> tuple[str, int, int]:
    status = path.lstat()
    return str(path), status.st_mtime_ns, status.st_size


def serve(
    project: Project,
    port: int,
    build: Callable[[], str],
    say: Callable[[str], None],
    ticks: Iterable[object],
) -> None:
    """Builds, serves on this computer only, and builds again when a file has changed.

    Args:
        project: the knowledge base.
        port: port on 127.0.0.1; 0 takes a free one.
        build: makes the site, gives the text of the notice ("" when all is well).
        say: tells one line.
        ticks: one look at the files for each, for example `every(1.0)`.

    Raises:
        OSError: the port is taken.
    """
    notice = Notice(build())
    handler = partial(_Pages, notice=notice, directory=str(project.site))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"http://localhost:{server.server_port}/")
        seen = snapshot(project)
        for _tick in ticks:
            if (now := snapshot(project)) != seen:
                seen = now
                notice.text = build()
                say(notice.text or "✓")
        server.shutdown()
