"""Runs MkDocs or Zensical, one process for each language."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RENDERERS = ("mkdocs", "zensical")
_LONGEST_REPORT = 4_000


class SiteError(Exception):
    """The site could not be built; says why and what to do."""


def run(renderer: str, settings: Sequence[Path], processes: int) -> None:
    """Builds one site for each file of settings, as many at a time as there are processes.

    Always with `--strict`, never with `-q`: together they would hide broken links.

    Raises:
        SiteError: the renderer is not known or not installed, or one of the builds failed.
    """
    if renderer not in RENDERERS:
        raise SiteError(f'There is no renderer "{renderer}". Choose from: {", ".join(RENDERERS)}.')
    # Zensical keeps one cache beside the settings, which two builds at a time would take from
    # each other.
    together = 1 if renderer == "zensical" else max(1, processes)
    with ThreadPoolExecutor(together) as pool:
        reports = list(pool.map(lambda path: _build(renderer, path), settings))
    failed = [report for report in reports if report]
    if failed:
        raise SiteError("\n\n".join(failed))


def _build(renderer: str, settings: Path) -> str:
    """What went wrong with one build, or ""."""
    command = [sys.executable, "-m", renderer, "build", "--strict", "-f", str(settings)]
    # A full build starts without the cache.
    command += ["--clean"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    said = f"{done.stdout}\n{done.stderr}".strip()
    if f"No module named {renderer}" in said:
        return f"{renderer} is not installed. Install it, or choose another renderer."
    if done.returncode == 0:
        return ""
    return f"{renderer} could not build {settings.name}:\n{said[-_LONGEST_REPORT:]}"
