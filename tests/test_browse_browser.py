"""Finding one's way without a search: lists that lead on, and practices that lead to others."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from test_collection import collection

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.usefixtures("site")]

TWO = pytest.mark.parametrize("code", ["ro", "uk"])
# Lists in which every practice has its place; years leave out what has no known beginning.
WAYS = ("themes", "groups", "stages", "countries", "authorities", "evidence")


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, base: str, text: str) -> None:
        super().__init__()
        self.base, self.found = base, set[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (address := dict(attrs).get("href")):
            self.found.add(urljoin(self.base, address).partition("#")[0])


def links(address: str) -> set[str]:
    """Where a page leads without any script having run."""
    with urlopen(address) as answer:
        return Links(address, answer.read().decode()).found


@TWO
@pytest.mark.parametrize("way", WAYS)
def test_every_practice_is_three_links_from_home_without_javascript(
    code: str, way: str, server: str
) -> None:
    home = f"{server}/{code}/"
    assert f"{home}{way}/" in links(home)
    values = {link for link in links(f"{home}{way}/") if link.startswith(f"{home}{way}/")}
    found = {link for value in sorted(values) for link in links(value)}
    wanted = {f"{home}practices/{practice.id}/" for practice in collection().catalogue}
    assert wanted - found == set()


@TWO
def test_practices_of_a_year_are_three_links_from_home(code: str, server: str) -> None:
    home = f"{server}/{code}/"
    assert f"{home}years/" in links(home)
    years = {link for link in links(f"{home}years/") if link.startswith(f"{home}years/")}
    found = {link for year in sorted(years) for link in links(year)}
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
