"""From pages to the finished site, by MkDocs or Zensical in processes of their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from practicebook.pages import SHARED, broken
from practicebook.project import Project
from practicebook.site.renderer import SiteError, run
from practicebook.site.scripts import shorten
from practicebook.site.settings import THEME, Folders, as_text, settings_of

__all__ = ["SiteError", "build"]

# What the theme and the renderer put beside our pages and nothing of ours uses.
UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "assets/_mkdocstrings.css",
    "sitemap.xml",
    "sitemap.xml.gz",
    "search",
    "search.json",
    "objects.inv",
)


def build(project: Project, *, renderer: str = "", processes: int = 0) -> Path:
    """Makes the site of the pages that stand in the project's folder of pages.

    The renderer runs once for each language; then come the files that all languages share and the
    open data, where it has been written.

    Args:
        renderer: "mkdocs" or "zensical"; the one of the settings when empty.
        processes: how many builds run at a time; as many as there are processors when 0.

    Returns:
        The folder of the site.

    Raises:
        SiteError: there are no pages, a link inside the site leads nowhere, or the renderer
            failed; the message says where and what.
    """
    _refuse_broken_links(project)
    files = [_write_settings(project, code) for code in project.settings.languages]
    run(renderer or project.settings.renderer, files, processes or os.cpu_count() or 1)
    for code in project.settings.languages:
        _remove_unused(project.site / code)
    shutil.copytree(project.pages / SHARED, project.site, dirs_exist_ok=True)
    shutil.copytree(THEME / "assets", project.site / "assets", dirs_exist_ok=True)
    if project.data.is_dir():
        shutil.copytree(project.data, project.site / "data", dirs_exist_ok=True)
    # Each language has them, from the renderer.
    shorten(project.site)
    return project.site


def _refuse_broken_links(project: Project) -> None:
    languages = project.settings.languages
    paths = [path for code in languages for path in sorted((project.pages / code).rglob("*.*"))]
    if not paths:
        raise SiteError(f"There are no pages in {project.relative(project.pages)} yet.")
    names = {path.relative_to(project.pages).as_posix(): path for path in paths}
    texts = {name: path.read_text(encoding="utf-8") for name, path in names.items()}
    data = [f"data/{path.name}" for path in project.data.glob("*")]
    found = list(broken(texts, data))
    if found:
        listed = "\n".join(f"  {path}: {link}" for path, link in found[:20])
        raise SiteError(f"{len(found)} links inside the site lead nowhere:\n{listed}")


def _write_settings(project: Project, code: str) -> Path:
    """Writes the settings of one language; its folders are named from the folder it stands in."""
    pages = project.pages / code
    present = {f"{path.parent.name}/" for path in pages.glob("*/index.md")}
    theme = os.path.relpath(THEME, project.build)
    folders = Folders(f"pages/{code}", f"site/{code}", theme)
    settings = settings_of(project.settings, code, folders, present)
    path = project.build / f"mkdocs.{code}.yml"
    path.write_text(as_text(settings), encoding="utf-8")
    return path


def _remove_unused(folder: Path) -> None:
    """Takes away the theme's own scripts, styles and pictures, which no page of ours loads."""
    for name in UNUSED:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
