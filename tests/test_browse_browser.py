"""Finding one's way without a search: lists that lead on, and practices that lead to others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from test_collection import collection

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.usefixtures("site")]

TWO = pytest.mark.parametrize("code", ["ro", "uk"])
# Lists in which every practice has its place; years leave out what has no known beginning.
WAYS = ("themes", "groups", "stages", "countries", "authorities", "evidence")
LINKS = "[...document.querySelectorAll('a[href]')].map(each => each.href)"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def links(page: Page, address: str) -> set[str]:
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok, address
    # Playwright's own scripts run where those of the page do not.
    return {str(link).partition("#")[0] for link in page.evaluate(LINKS)}


@TWO
@pytest.mark.parametrize("way", WAYS)
def test_every_practice_is_three_links_from_home_without_javascript(
    code: str, way: str, plain: Page, server: str
) -> None:
    home = f"{server}/{code}/"
    assert f"{home}{way}/" in links(plain, home)
    values = {link for link in links(plain, f"{home}{way}/") if link.startswith(f"{home}{way}/")}
    found = {link for value in sorted(values) for link in links(plain, value)}
    wanted = {f"{home}practices/{practice.id}/" for practice in collection().catalogue}
    assert wanted - found == set()


@TWO
def test_practices_of_a_year_are_three_links_from_home(code: str, plain: Page, server: str) -> None:
    home = f"{server}/{code}/"
    assert f"{home}years/" in links(plain, home)
    years = {link for link in links(plain, f"{home}years/") if link.startswith(f"{home}years/")}
    found = {link for year in sorted(years) for link in links(plain, year)}
    known = [practice for practice in collection().catalogue if practice.start_is_known]
    assert {f"{home}practices/{each.id}/" for each in known} - found == set()


@TWO
def test_a_practice_leads_to_others_like_it_and_says_why(
    code: str, page: Page, server: str
) -> None:
    catalogue = collection().catalogue
    page.goto(f"{server}/{code}/practices/md-palanca-border-village/")
    cards = page.locator("#similar + .cards .card")
    reasons = cards.locator(".why").all_inner_texts()
    assert 2 <= len(reasons) == cards.count()
    assert all(reasons)
    addresses = [str(link.get_attribute("href")) for link in cards.locator("a").all()]
    ids = [address.rstrip("/").rpartition("/")[2] for address in addresses]
    authorities = [catalogue.practices[id_].authority for id_ in ids]
    assert len(set(authorities)) == len(authorities)
    before = page.url
    cards.locator("a").first.click()
    assert page.url != before
    assert page.locator("h1").inner_text()
