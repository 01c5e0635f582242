"""Both renderers make the same site of the same pages."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from knowledge import TODAY

from practicebook import pages, site, vocabulary
from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.site.scripts import shorten
from practicebook.site.settings import FOOT, MENU, THEME, Folders, settings_of

ROOT = Path(__file__).parents[1]
EXAMPLE = Path(__file__).parent / "example"


def with_pages(folder: Path) -> Project:
    shutil.copytree(EXAMPLE, folder)
    project = Project(folder)
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    pages.write(project.pages, pages.render_all(project, catalogue, words, {}, {}, TODAY))
    return project


def built(folder: Path, renderer: str) -> dict[str, str]:
    """Every file of the site as text; what escapes differently is made alike."""
    made = site.build(with_pages(folder), renderer=renderer, processes=2)
    files = (path for path in sorted(made.rglob("*")) if path.is_file())
    return {
        path.relative_to(made).as_posix(): unescape(path.read_text(encoding="utf-8"))
        for path in files
    }


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(tmp_path_factory.mktemp("mkdocs") / "example", "mkdocs")


def test_mkdocs_and_zensical_make_the_same_site(by_mkdocs: dict[str, str], tmp_path: Path) -> None:
    by_zensical = built(tmp_path / "example", "zensical")
    assert sorted(by_zensical) == sorted(by_mkdocs)
    assert [path for path in by_mkdocs if by_mkdocs[path] != by_zensical[path]] == []


def test_what_we_wrote_comes_through_the_renderer_unchanged(
    by_mkdocs: dict[str, str], tmp_path: Path
) -> None:
    page = (
        with_pages(tmp_path / "example").pages
        / "fr/practices/ie-upper-mending-repair-evening/index.md"
    )
    ours = unescape(page.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip())
    assert ours in by_mkdocs["fr/practices/ie-upper-mending-repair-evening/index.html"]


def test_nothing_is_loaded_from_elsewhere_and_nothing_stands_in_line(
    by_mkdocs: dict[str, str],
) -> None:
    loads = re.compile(r'<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="https?:')
    in_line = re.compile(r"<style|<script(?![^>]*src=)|<[^>]+\s(?:style|on[a-z]+)=")
    for path, text in by_mkdocs.items():
        if path.endswith(".html"):
            assert not loads.search(text), path
            assert not in_line.search(text), path


def test_every_page_carries_the_content_security_policy(by_mkdocs: dict[str, str]) -> None:
    moved = 'http-equiv="refresh"'
    ours = [p for p, text in by_mkdocs.items() if p.endswith(".html") and moved not in text]
    assert len(ours) > 90
    missing = [p for p in ours if pages.CONTENT_SECURITY not in by_mkdocs[p]]
    assert missing == []
    assert pages.CONTENT_SECURITY in by_mkdocs["_headers"]


def test_the_scripts_and_styles_of_the_theme_are_left_out(by_mkdocs: dict[str, str]) -> None:
    assert not [path for path in by_mkdocs if "javascripts" in path or "sitemap.xml.gz" in path]


def test_scripts_come_without_comments_and_say_the_same(tmp_path: Path) -> None:
    script = tmp_path / "find" / "a.js"
    script.parent.mkdir()
    script.write_text(
        "// Why.\nexport const a = (b) => {\n  return `${b}  // ł`; // so\n};\n", encoding="utf-8"
    )
    shorten(tmp_path)
    assert script.read_text(encoding="utf-8") == "export const a=(b)=>{return`${b}  // ł`;};"


def test_no_template_text_stands_inside_another() -> None:
    # What is inside would lose its blanks.
    scripts = (THEME / "assets").rglob("*.js")
    inside = [re.findall(r"\$\{[^}]*`", script.read_text(encoding="utf-8")) for script in scripts]
    assert len(inside) > 10
    assert not any(inside)


def test_a_language_leads_to_the_same_page_in_the_others(by_mkdocs: dict[str, str]) -> None:
    text = by_mkdocs["pl/themes/index.html"]
    assert '<a href="../../fr/themes/" hreflang="fr">Français</a>' in text
    assert '<a href="../../pl/themes/" hreflang="pl" aria-current="true">Polski</a>' in text
    assert '<html lang="pl">' in text


def test_the_first_page_offers_every_language_without_scripts(by_mkdocs: dict[str, str]) -> None:
    links = re.findall(r'<li lang="(..)"><a href="(.*?)"', by_mkdocs["index.html"])
    assert links == [("en", "en/"), ("fr", "fr/"), ("pl", "pl/")]


def test_a_broken_link_stops_the_build_and_is_named(tmp_path: Path) -> None:
    project = with_pages(tmp_path / "example")
    page = project.pages / "en/practices/is-skrufvik-sewing-room/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("../../themes/sewing/", "../../themes/saewing/"), encoding="utf-8")
    with pytest.raises(site.SiteError, match=r"en/practices/is-skrufvik.*themes/saewing/"):
        site.build(project)


def test_what_the_renderer_says_is_told_when_it_fails(tmp_path: Path) -> None:
    project = with_pages(tmp_path / "example")
    (project.pages / "en/index.md").write_text("[gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(
        site.SiteError, match=r"mkdocs could not build mkdocs\.en\.yml(.|\n)*gone\.md"
    ):
        site.build(project, processes=2)


def test_an_unknown_renderer_and_a_folder_without_pages_are_told(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "empty")
    with pytest.raises(site.SiteError, match="There are no pages in build/pages yet"):
        site.build(Project(tmp_path / "empty"))
    with pytest.raises(site.SiteError, match='no renderer "hugo"'):
        site.build(with_pages(tmp_path / "example"), renderer="hugo")


def test_the_settings_kept_by_hand_are_those_of_the_default_language() -> None:
    by_hand: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = Project(ROOT).settings
    code = settings.default_language
    folders = Folders(f"build/pages/{code}", f"build/site/{code}", "practicebook/site/theme")
    present = {address for address, _ in (*MENU, *FOOT)}
    assert by_hand == settings_of(settings, code, folders, present)


def test_the_menu_has_at_most_fifteen_entries() -> None:
    assert len(MENU) + 1 <= 15


def test_the_stylesheet_stays_small_and_loads_nothing() -> None:
    text = (ROOT / "practicebook/site/theme/assets/site.css").read_text(encoding="utf-8")
    assert len(text.encode()) < 30_000
    assert "url(" not in text
    assert "@import" not in text
