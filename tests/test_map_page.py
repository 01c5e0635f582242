"""The map in a browser: words and filters narrow circles and list alike; the address tells them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Manners
from playwright.sync_api import Browser, Locator, Page
from test_find_page import (
    HOSTILE,
    HOUSING,
    LANGUAGES,
    LOOKS,
    count_beside,
    missing,
    settled,
    tick,
)

from practicebook.catalogue import Catalogue
from practicebook.language import Language

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("find"),
    pytest.mark.usefixtures("site"),
]

TWO = pytest.mark.parametrize("code", ["en", "uk"])
WIDTHS = pytest.mark.parametrize("width", [1280, 360])
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
Open = Callable[..., None]


@pytest.fixture
def opened(page: Page, server: str) -> Open:
    """Opens the map of a language with an address and waits until it shows what fits."""

    def open_page(code: str, query: str = "", width: int = 1280) -> None:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{server}/{code}/map/{query}")
        settled(page)

    return open_page


def circles(page: Page) -> Locator:
    return page.locator("#map a:visible")


def counts(page: Page) -> list[int]:
    """The number in each circle; a circle of one practice may have none."""
    told = circles(page).evaluate_all(
        "all => all.map(a => a.querySelector('text')?.textContent ?? '1')"
    )
    return [int(each) for each in told]


def named(page: Page) -> list[str]:
    return circles(page).evaluate_all("all => all.map(a => a.querySelector('title').textContent)")


def listed(page: Page) -> set[str]:
    links = page.locator(".map-country li a:visible").evaluate_all(
        "all => all.map(a => a.pathname)"
    )
    return {link.rstrip("/").rsplit("/", 1)[1] for link in links}


def ids(catalogue: Catalogue, theme: str) -> set[str]:
    return {practice.id for practice in catalogue.with_term("themes", theme)}


def said(page: Page) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", page.locator("#find-status").inner_text())]


@TWO
@WIDTHS
def test_circles_and_list_follow_a_filter(
    code: str, width: int, page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened(code, width=width)
    all_of_them = len(catalogue.practices)
    assert sum(counts(page)) == len(listed(page)) == all_of_them
    before = len(counts(page))
    page.locator("#find-filters > summary").click()
    tick(page, "theme", "housing")
    wanted = ids(catalogue, "housing")
    assert listed(page) == wanted
    assert sum(counts(page)) == len(wanted)
    assert len(counts(page)) < before
    assert said(page) == [len(wanted), all_of_them]
    assert [int(re.findall(r"\d+", name)[-1]) for name in named(page)] == counts(page)
    assert parse_qs(urlsplit(page.url).query) == {"theme": ["housing"]}
    assert count_beside(page, "theme", "health") == len(ids(catalogue, "health"))


@TWO
def test_a_circle_that_has_nothing_is_reached_by_nobody(
    code: str, page: Page, opened: Open
) -> None:
    opened(code, "?theme=housing&country=PL")
    names = named(page)
    circles(page).first.focus()
    reached = []
    for _ in names:
        reached.append(page.evaluate("document.activeElement.querySelector('title')?.textContent"))
        page.keyboard.press("Tab")
    assert reached == names
    assert page.evaluate("document.activeElement.closest('#map a')") is None


@TWO
def test_the_short_list_of_a_circle_has_the_places_that_fit(
    code: str, page: Page, opened: Open
) -> None:
    opened(code, "?theme=housing")
    several = page.locator("#map a:visible:not([href^='#at-'])").first
    name = several.locator("title").text_content()
    several.focus()
    page.keyboard.press("Enter")
    short = page.locator(".map-chosen:target")
    assert short.locator("h2").inner_text() == name
    for place in short.locator("li").all():
        target = page.locator(place.locator("a").get_attribute("href") or "")
        assert target.is_visible() == place.is_visible()
        if place.is_visible():
            left = target.locator("li:visible").count()
            assert [int(n) for n in re.findall(r"\d+", place.inner_text())] in ([left], [])


@TWO
def test_words_show_where_the_practices_are_that_are_about_them(
    code: str, page: Page, opened: Open
) -> None:
    opened(code)
    words = dict(HOUSING[:5])[code]
    page.locator("#q").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**?q=*")
    settled(page)
    found = listed(page)
    assert 0 < len(found) == sum(counts(page)) == said(page)[0]
    assert parse_qs(urlsplit(page.url).query) == {"q": [words]}
    page.reload()
    settled(page)
    assert page.locator("#q").input_value() == words
    assert listed(page) == found


@TWO
def test_a_word_that_names_a_country_offers_it(code: str, page: Page, opened: Open) -> None:
    opened(code, f"?q={quote(Language.of(code).name_of_country('PL'))}")
    page.locator("#find-offers a").first.click()
    page.wait_for_url("**country=PL")
    settled(page)
    assert {each[:3] for each in listed(page)} == {"pl-"}
    assert page.evaluate("document.activeElement.id") == "find-status"


@TWO
def test_the_back_button_leads_back_and_a_chip_removes_its_filter(
    code: str, page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened(code, "?theme=housing&theme=health")
    both = len(ids(catalogue, "housing") | ids(catalogue, "health"))
    assert said(page)[0] == len(listed(page)) == both
    page.locator("#find-chips a").first.click()
    page.wait_for_url("**/map/?theme=*")
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == {"theme": ["health"]}
    assert listed(page) == ids(catalogue, "health")
    assert page.evaluate("document.activeElement.closest('#find-chips') !== null")
    page.go_back()
    page.wait_for_url("**theme=housing*")
    settled(page)
    assert len(listed(page)) == both
    assert sum(counts(page)) == both


@TWO
def test_everything_can_be_done_with_the_keyboard(code: str, page: Page, opened: Open) -> None:
    opened(code)
    page.locator("#q").focus()
    for key in ("Tab", "Tab", "Tab", "Enter", "Tab", "Enter", "Tab", "Space"):
        page.keyboard.press(key)
    page.wait_for_url("**?theme=*")
    settled(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert len(listed(page)) == said(page)[0] < said(page)[1]
    circles(page).first.focus()
    page.keyboard.press("Enter")
    assert "theme=" in page.url
    assert "#" in page.url


@TWO
def test_a_way_to_a_place_of_the_page_is_no_new_question(
    code: str, page: Page, opened: Open
) -> None:
    opened(code, "?theme=housing")
    status = page.locator("#find-status")
    assert status.get_attribute("role") == "status"
    page.evaluate(
        """window.told = 0; new MutationObserver(() => { told++; })
        .observe(document.getElementById('find-status'), { childList: true })"""
    )
    circles(page).first.click()
    page.wait_for_url("**#*")
    page.go_back()
    page.wait_for_url("**/map/?theme=housing")
    assert page.evaluate("told") == 0
    page.locator("#find-chips a").first.click()
    settled(page)
    assert page.evaluate("told") == 1


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_gets_a_sentence_and_a_way_on(
    query: str, page: Page, opened: Open
) -> None:
    opened("uk", query)
    assert page.locator("#find-status").inner_text()
    assert page.locator("#find-missing").is_hidden()
    assert page.locator("main img, main script:not([src])").count() == 0
    assert page.locator("#find-other").is_visible()
    assert sum(counts(page)) == len(listed(page))


@TWO
@pytest.mark.parametrize("lost", [r"/start\.find$", r"/[0-9a-f]{10}\.find$"])
def test_without_the_index_the_map_stays_as_it_is(
    lost: str, code: str, page: Page, opened: Open, catalogue: Catalogue, manners: Manners
) -> None:
    page.context.route(re.compile(lost), missing)
    opened(code, f"?theme=housing&q={quote(dict(HOUSING[:5])[code])}")
    assert page.locator("#find-missing").is_visible()
    assert listed(page) == set(catalogue.practices)
    assert sum(counts(page)) == len(catalogue.practices)
    manners.complaints.clear()


@TWO
def test_without_javascript_the_map_is_whole(
    code: str, browser: Browser, server: str, catalogue: Catalogue
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{code}/map/?theme=housing")
    assert page.locator(".map-country li a:visible").count() == len(catalogue.practices)
    assert (
        page.locator("main form:visible, main summary:visible, #find-missing:visible").count() == 0
    )
    circles(page).first.click()
    assert "#" in page.url
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("colours", "width"), LOOKS)
def test_no_barrier_is_found(code: str, colours: str, width: int, page: Page, opened: Open) -> None:
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    opened(code, f"?q={quote(dict(HOUSING[:5])[code])}&country=PL&country=DE", width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("code", ["ro", "uk"])
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(code: str, width: int, page: Page, opened: Open) -> None:
    opened(code, f"?q={quote(dict(HOUSING[:5])[code])}&country=PL", width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    small = page.locator("main :is(button, input, summary, .map-find a, #map a, .map-country a)")
    boxes = [box for each in small.all() if each.is_visible() and (box := each.bounding_box())]
    assert len(boxes) > 50
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
