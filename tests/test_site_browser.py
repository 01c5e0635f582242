"""The real site in a browser: no barrier that a program can find, at any width, in any look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from practicebook.project import Project

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.usefixtures("site")]

LANGUAGES = Project(Path(__file__).parents[1]).settings.languages
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WITH_MUCH = "practices/pl-warsaw-unicef-refugee-children/"
ANSWERED = "questions/accessible-services-and-voice/"
UNANSWERED = "questions/abusive-groups-in-aid/"
TAKEN_OVER = "practices/pl-lomza-help-centre-and-day-room/"
LISTS = ("practices/", "questions/", "questions/kinds/challenge/", "community/", "events/")
# The find page has tests of its own, which wait until its results are there.
KINDS = (
    *("", "practices/", WITH_MUCH, "themes/", "themes/housing/", "groups/"),
    *("groups/refugees/", "countries/", "countries/pl/", "authorities/", "authorities/pl-warsaw/"),
    *("about/", "contribute/", "criteria/", "editors/", "accessibility/", "privacy/", "data/"),
    *("rules/", "404.html", "questions/", "questions/kinds/concern/", "questions/countries/md/"),
    *(ANSWERED, UNANSWERED, TAKEN_OVER, "authorities/md-edinet/", "authorities/pl-lodz/"),
    *("community/", "events/", "map/", "stages/", "evidence/monitored/", "years/", "years/2022/"),
)
WITH_SCRIPTS = (
    *("find/?q=a", "map/?theme=housing", "mine/", "my-list/?p=pl-chelm-host-utility-voucher"),
    "compare/?p=pl-chelm-host-utility-voucher&p=ro-brasov-cattia-welcome-centre",
    "practices/pl-chelm-host-utility-voucher/worksheet/",
)
ABOVE_LANGUAGES = ("/", "/404.html")
TWICE = """{
    const root = document.documentElement;
    root.style.fontSize = "";
    root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
# One page of each template; pages of the same template differ in words only.
TEMPLATES = (
    *("", "practices/", WITH_MUCH, TAKEN_OVER, "themes/", "themes/housing/", "countries/"),
    *("authorities/", "authorities/md-edinet/", "contribute/", "rules/", "404.html"),
    *("questions/", ANSWERED, UNANSWERED, "community/", "events/", "map/", "years/"),
)
LOOKS = (
    *((code, "light", 1280, KINDS if code in ("en", "uk") else TEMPLATES) for code in LANGUAGES),
    *((code, "dark", 320, TEMPLATES) for code in LANGUAGES),
)


def barriers(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url} {rule['id']}: {rule['nodes'][0]['html']}" for rule in found]


def reaches_beyond_the_window(page: Page) -> bool:
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


@pytest.mark.parametrize(("code", "scheme", "width", "kinds"), LOOKS)
def test_no_kind_of_page_has_a_barrier_or_scrolls_sideways(
    code: str, scheme: str, width: int, kinds: tuple[str, ...], page: Page, server: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found: list[str] = []
    for address in (*(f"/{code}/{kind}" for kind in kinds), *ABOVE_LANGUAGES):
        answer = page.goto(server + address)
        assert answer is not None
        assert answer.ok, address
        found += barriers(page)
        found += [f"{address} is too wide"] * reaches_beyond_the_window(page)
    assert found == []


@pytest.mark.parametrize("code", ["ro", "uk"])
def test_text_twice_as_large_fits_into_the_window(code: str, page: Page, server: str) -> None:
    wide: list[str] = []
    for kind in (*KINDS, *WITH_SCRIPTS):
        page.goto(f"{server}/{code}/{kind}")
        if kind in WITH_SCRIPTS:
            page.wait_for_load_state("networkidle")
        for width in (1280, 640):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(TWICE)
            wide += [f"{kind} at {width}"] * reaches_beyond_the_window(page)
    assert wide == []


def test_the_first_tab_leads_past_the_menu(page: Page, server: str) -> None:
    page.goto(f"{server}/en/about/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_what_can_be_pressed_is_large_enough(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{server}/uk/")
    small = page.evaluate(
        """[...document.querySelectorAll("header a, footer a, nav a, button, input, .tiles a")]
        .filter(e => !e.closest(".skip") && e.getBoundingClientRect().height < 24)
        .map(e => e.outerHTML)"""
    )
    assert [element for element in small if "skip" not in element] == []


def test_a_language_leads_to_the_same_page(page: Page, server: str) -> None:
    page.goto(f"{server}/en/{WITH_MUCH}")
    page.get_by_role("link", name="Українська").click()
    assert page.url == f"{server}/uk/{WITH_MUCH}"
    assert page.locator("html").get_attribute("lang") == "uk"


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_stay_within_their_budget(code: str, site: Path) -> None:
    practices = (site / code / "practices").glob("*/index.html")
    assert [path for path in practices if path.stat().st_size > 60_000] == []
    themes = (site / code / "themes").glob("*/index.html")
    lists = [*(site / code / address / "index.html" for address in LISTS), *themes]
    assert [path for path in lists if path.stat().st_size > 100_000] == []


def with_imports(script: Path) -> set[Path]:
    """A script and all that a page loads with it."""
    named = re.findall(r'from"(\.[^"]+)"', script.read_text(encoding="utf-8"))
    further = [with_imports((script.parent / name).resolve()) for name in named]
    return {script, *(path for paths in further for path in paths)}


def bytes_of(scripts: set[Path]) -> int:
    return sum(path.stat().st_size for path in scripts)


@pytest.mark.parametrize("folder", ["assets", *LANGUAGES])
def test_all_scripts_together_stay_within_their_budget(folder: str, site: Path) -> None:
    scripts = set((site / folder).rglob("*.js"))
    assert len(scripts) > 10
    assert bytes_of(scripts) < 40_000


@pytest.mark.parametrize(
    ("address", "script", "most"),
    [
        ("find/", "find/find.js", 22_000),
        ("map/", "find/map.js", 20_000),
        (WITH_MUCH, "tools/practice.js", 9_000),
        ("my-list/", "tools/my-list.js", 12_000),
        ("compare/", "tools/compare.js", 8_000),
        ("mine/", "tools/choose.js", 10_000),
        (f"{WITH_MUCH}worksheet/", "tools/worksheet.js", 10_000),
    ],
)
def test_no_page_loads_more_than_a_little_script(
    address: str, script: str, most: int, site: Path
) -> None:
    page = (site / "uk" / address / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<script[^>]* src="[./]*assets/([^"]+)"', page) == [script]
    assets = site / "uk" / "assets"
    loaded = with_imports(assets / script)
    assert assets / "find" / "view.js" in loaded
    assert bytes_of(loaded) < most
