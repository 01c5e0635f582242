"""The find page in a browser, over the real collection: what people type, tick and come back to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, Manners
from knowledge import EXAMPLE
from playwright.sync_api import Browser, Page, Route

from practicebook.catalogue import Catalogue
from practicebook.checks import check_all
from practicebook.language import Language
from practicebook.project import Project
from practicebook.search.keys import words_of
from practicebook.search.suffixes import cut, tables
from practicebook.site import find, find_facets
from practicebook.vocabulary import fold, load

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("find")]

FORMS = json.loads((ROOT / "tests" / "search" / "forms.json").read_text(encoding="utf-8"))
SLIPS = json.loads((ROOT / "tests" / "search" / "slips.json").read_text(encoding="utf-8"))
HOUSING = [
    ("en", "refugee housing"),
    ("pl", "uchodzcy mieszkania"),
    ("ro", "locuinte refugiati"),
    ("uk", "житло для біженців"),
    ("fr", "logement"),
    ("uk", "жильё для беженцев"),
]
LANGUAGES = ("en", "pl", "ro", "uk", "fr")
LOOKS = [("light", 1200), ("dark", 1200), ("light", 320), ("dark", 320)]
HOSTILE = {
    "long": "?q=" + "x" * 5_000,
    "markup": "?q=" + quote("<img src=x onerror=alert(1)><script>alert(1)</script>"),
    "operators": "?q=" + quote('"unbalanced AND ( * ? : \\ ^'),
    "emoji": "?q=" + quote("🏠🏠🏠"),
    "bytes": "?q=%E0%A4%A",
    "many": "?q=" + "+".join(f"word{n}" for n in range(400)),
    "unknown": "?theme=no-such-theme&country=__proto__&level=constructor",
    "thousands": "?" + "&".join(f"theme=t{n}" for n in range(3_000)),
    "odd": "?sort=sideways&q=&q=&colour=red",
}
Open = Callable[[str, str], None]


@pytest.fixture
def opened(page: Page, server: str) -> Open:
    """Opens the find page of a language with an address and waits for its answer."""

    def open_page(code: str, query: str) -> None:
        page.goto(f"{server}/{code}/find/{query}")
        settled(page)

    return open_page


def settled(page: Page) -> None:
    """Waits until the page has answered what its address asks."""
    page.locator("#find-answer[aria-busy=false]").wait_for(state="attached")


def found(page: Page) -> list[str]:
    """Ids of the practices on the page, in their order."""
    links = page.locator("#find-results h3 a").evaluate_all("all => all.map(a => a.pathname)")
    return [link.rstrip("/").rsplit("/", 1)[1] for link in links]


def total(page: Page) -> int:
    return int(page.locator("#find-status").inner_text().split()[0])


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def tick(page: Page, name: str, value: str) -> None:
    box = page.locator(f'input[name="{name}"][value="{value}"]')
    details = page.locator("#find-filters details", has=box)
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    box.click()
    settled(page)


def count_beside(page: Page, name: str, value: str) -> int:
    box = page.locator(f'input[name="{name}"][value="{value}"]')
    label = page.locator("#find-filters label", has=box)
    text = label.locator("span").text_content() or ""
    assert box.count() == 1
    return int(text.strip(" ()"))


@pytest.mark.parametrize(("code", "words"), HOUSING)
def test_words_of_every_language_find_practices_on_housing(
    code: str, words: str, page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened(code, f"?q={quote(words)}")
    themes = [catalogue.practices[each].themes for each in found(page)[:10]]
    # A village that houses refugees in its empty homes is about reception, and a good answer too.
    assert sum("housing" in each for each in themes) >= 7


def test_the_first_twenty_are_shown_then_more_on_demand(page: Page, opened: Open) -> None:
    opened("en", "")
    assert len(found(page)) == 20
    page.locator("#find-more").click()
    page.locator("#find-results li:nth-child(21)").wait_for()
    assert len(set(found(page))) == 40
    assert page.evaluate("document.activeElement.closest('li').matches(':nth-child(21)')")


def test_without_words_the_newest_come_first(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("fr", "")
    started = [catalogue.practices[each].started for each in found(page)]
    months = [each.replace("-", "").ljust(6, "0") for each in started]
    assert months == sorted(months, reverse=True)
    assert total(page) == len(catalogue.practices)


def test_several_values_of_a_filter_mean_any_of_them(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("pl", "?theme=housing&theme=health&country=PL")
    wanted = [p.id for p in catalogue.by_country("PL") if {"housing", "health"} & set(p.themes)]
    assert total(page) == len(wanted)
    assert set(found(page)) <= set(wanted)


def test_counts_follow_the_other_choices(page: Page, opened: Open, catalogue: Catalogue) -> None:
    opened("en", "?theme=housing")
    housing = catalogue.with_term("themes", "housing")
    assert count_beside(page, "country", "PL") == sum(p.country == "PL" for p in housing)
    assert count_beside(page, "theme", "health") == len(catalogue.with_term("themes", "health"))


def test_the_address_follows_and_the_back_button_leads_back(page: Page, opened: Open) -> None:
    opened("en", "?q=housing")
    before = total(page)
    tick(page, "country", "PL")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"q": ["housing"], "country": ["PL"]}
    narrowed = total(page)
    page.go_back()
    settled(page)
    assert 0 < narrowed < before
    assert total(page) == before
    assert not page.locator('input[value="PL"]').is_checked()


def test_a_chip_removes_its_filter(page: Page, opened: Open, catalogue: Catalogue) -> None:
    opened("en", "?theme=housing")
    page.get_by_role("link", name="Remove the filter Theme: Housing").click()
    settled(page)
    assert total(page) == len(catalogue.practices)
    assert page.evaluate("document.activeElement.id") == "find-status"


def test_a_word_that_names_a_theme_offers_it(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("en", "?q=housing")
    count = len(catalogue.with_term("themes", "housing"))
    page.get_by_role("link", name=f"Theme: Housing, {count} practices").click()
    settled(page)
    assert urlsplit(page.url).query == "theme=housing"
    assert total(page) == count


def test_all_words_come_first_then_some_of_them(page: Page, opened: Open) -> None:
    opened("en", f"?q={quote('Lublin swimming zzqq')}")
    status = page.locator("#find-status").inner_text()
    assert "with some of them" in status
    assert "zzqq" in status
    assert page.locator("#find-results h2").inner_text() == "With some of your words"
    assert found(page)


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("en", "intrepreters", "interpreters"),
        ("pl", "mieszkanai", "mieszkania"),
        ("ro", "voluntati", "voluntari"),
        ("uk", "волонтрери", "волонтери"),
        ("fr", "bénévolse", "bénévoles"),
    ],
)
def test_a_slip_in_a_longer_word_still_finds_and_is_told(
    code: str, typed: str, meant: str, page: Page, opened: Open
) -> None:
    opened(code, f"?q={quote(meant)}")
    wanted = found(page)
    opened(code, f"?q={quote(typed)}")
    status = page.locator("#find-status").inner_text()
    assert typed in status
    assert len(set(found(page)) & set(wanted)) >= 0.8 * len(wanted) > 0


@pytest.mark.parametrize(
    ("code", "typed", "authority"),
    [
        ("en", "Warsaw", "pl-warsaw"),
        ("ro", "Varșovia", "pl-warsaw"),
        ("ro", "varsovia", "pl-warsaw"),
        ("uk", "Варшава", "pl-warsaw"),
        ("uk", "у Варшаві", "pl-warsaw"),
        ("pl", "Warszawa", "pl-warsaw"),
        ("fr", "Varsovie", "pl-warsaw"),
        ("fr", "Warszawa", "pl-warsaw"),
        ("pl", "Wiedeń", "at-vienna"),
        ("ro", "Viena", "at-vienna"),
        ("uk", "Відень", "at-vienna"),
    ],
)
def test_a_place_is_found_by_its_name_in_any_language_and_offered(
    code: str, typed: str, authority: str, page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened(code, f"?q={quote(typed)}")
    first = catalogue.practices[found(page)[0]]
    place = catalogue.authorities[authority].place
    assert catalogue.authority_of(first).place == place
    name = catalogue.authorities[authority].place_in(code)
    offer = page.locator("#find-offers a", has_text=name)
    assert offer.count() == 1
    offer.click()
    settled(page)
    places = [catalogue.authority_of(catalogue.practices[each]).place for each in found(page)]
    assert set(places) == {place}


@pytest.mark.parametrize(
    ("code", "typed", "why"),
    [
        ("en", "housing", "Theme: Housing"),
        ("uk", "Варшава", Language.of("uk").gettext("place")),
        ("ro", "locuințe", "Locuire"),
    ],
)
def test_each_result_says_why_it_was_found(
    code: str, typed: str, why: str, page: Page, opened: Open
) -> None:
    opened(code, f"?q={quote(typed)}")
    told = page.locator("#find-results .why").all_inner_texts()
    assert len(told) == len(found(page))
    assert any(why in each for each in told)


def test_a_search_word_that_no_page_shows_is_not_shown_here(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    hidden = next(
        (practice.id, word)
        for practice in catalogue
        for word in catalogue.text(practice, "en").keywords
        if " " not in word
        and all(word not in s.text for s in practice.sections)
        and word not in practice.title + practice.summary
    )
    opened("en", f"?q={quote(hidden[1])}")
    result = page.locator("#find-results li", has=page.locator(f"a[href*='{hidden[0]}']"))
    assert "search words" in result.inner_text()
    assert hidden[1] not in result.inner_text()


@pytest.mark.parametrize("code", ["en", "ro", "uk"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("size", "0"),
        ("setting", "border"),
        ("level", "city"),
        ("evidence", "monitored"),
        ("state", "ended"),
        ("language", "en"),
        ("cost", "100000"),
    ],
)
def test_every_filter_leaves_the_practices_that_have_its_value(
    code: str, name: str, value: str, page: Page, opened: Open, catalogue: Catalogue
) -> None:
    wanted = {id_ for id_, t in find_facets.facets(catalogue).items() if value in t[name]}
    opened(code, f"?{name}={value}")
    assert total(page) == len(wanted) > 0
    assert set(found(page)) <= wanted
    assert count_beside(page, name, value) == len(wanted)


def test_a_filter_that_tells_no_practices_apart_is_not_shown(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("pl", "")
    shown = page.locator("#find-filters input").evaluate_all("all => all.map((a) => a.name)")
    told = list(find_facets.facets(catalogue).values())
    parting = {name for name in told[0] if len({each[name] for each in told}) > 1}
    assert set(shown) == parting - set(find_facets.NOT_LISTED)


def test_what_was_taken_over_most_can_come_first(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("uk", "?sort=adopted")
    counts = [len(catalogue.adoptions_of(each)) for each in found(page)]
    assert counts[0] > 0
    assert counts == sorted(counts, reverse=True)


def test_who_keeps_an_authority_may_put_practices_of_ones_like_it_first(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("ro", "")
    assert page.locator("#find-sort [value=mine]").count() == 0
    mine = {"id": "", "country": "MD", "level": "village-commune", "setting": ["rural"]}
    page.evaluate("mine => localStorage.setItem('practicebook.mine', JSON.stringify(mine))", mine)
    page.reload()
    settled(page)
    page.locator("#find-sort").select_option("mine")
    page.wait_for_url("**sort=mine")
    settled(page)
    assert [catalogue.practices[each].country for each in found(page)[:3]] == ["MD"] * 3


def test_newest_first_is_kept_in_the_address(
    page: Page, opened: Open, catalogue: Catalogue
) -> None:
    opened("en", "?q=housing")
    page.get_by_label("Sort by").select_option("newest")
    settled(page)
    page.reload()
    settled(page)
    assert parse_qs(urlsplit(page.url).query)["sort"] == ["newest"]
    years = [catalogue.practices[each].started[:4] for each in found(page)]
    known = [year for year in years if year.isdigit()]
    assert known == sorted(known, reverse=True)


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_gets_a_sentence_and_a_way_on(
    query: str, page: Page, opened: Open
) -> None:
    opened("en", query)
    assert page.locator("#find-status").inner_text()
    assert page.locator("#find-missing").is_hidden()
    assert page.locator("main img, main #find-results script").count() == 0
    assert page.get_by_role("link", name="All practices").is_visible()


@pytest.mark.parametrize("lost", [r"/start\.find$", r"/[0-9a-f]{10}\.find$"])
def test_without_its_index_the_page_says_so(
    lost: str, page: Page, opened: Open, manners: Manners
) -> None:
    page.context.route(re.compile(lost), missing)
    opened("pl", "?q=mieszkania")
    assert page.locator("#find-missing").is_visible()
    assert page.locator("#find-missing a").count() == 4
    manners.complaints.clear()


def test_without_javascript_the_page_leads_to_the_lists(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/en/find/?q=housing")
    assert page.locator("noscript .notice").is_visible()
    page.locator("noscript .notice a").first.click()
    assert page.url == f"{server}/en/practices/"
    context.close()


def test_everything_can_be_done_with_the_keyboard(page: Page, opened: Open) -> None:
    opened("en", "")
    page.locator("#q").focus()
    page.keyboard.type("housing")
    page.keyboard.press("Enter")
    page.wait_for_url("**?q=housing")
    page.locator("#find-filters summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**theme=**")
    assert page.evaluate("document.activeElement.type") == "checkbox"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("colours", "width"), LOOKS)
def test_no_barrier_is_found(code: str, colours: str, width: int, page: Page, opened: Open) -> None:
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    opened(code, f"?q={quote(dict(HOUSING[:5])[code])}&theme=housing")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    result = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough(page: Page, opened: Open) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    opened("uk", "?theme=housing&theme=health")
    small = page.locator("main .find :is(button, select, input, summary, #find-chips a)")
    boxes = [box for each in small.all() if each.is_visible() and (box := each.bounding_box())]
    assert len(boxes) > 10
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []


@pytest.mark.parametrize("language", sorted(FORMS))
def test_the_browser_reduces_words_like_the_index(language: str, page: Page, opened: Open) -> None:
    words = sorted({word for pairs in FORMS[language].values() for pair in pairs for word in pair})
    words += ["L’accueil", "сім’я", "Łódź", "ş-ț Ţ", "Straße", "ΣΊΣΥΦΟΣ", "e\u0301cole", "за́мок"]
    table = tables()[language]
    suffixes = {"least": table.least, "endings": sorted(table.endings)}
    opened("en", "")
    reduced = page.evaluate(
        """async ([words, suffixes]) => {
            const all = document.querySelector('script[type=module]').src;
            const { cut, fold, wordsOf } = await import(new URL('words.js', all).href);
            suffixes.endings = new Set(suffixes.endings);
            return words.map((text) => wordsOf(text).map((word) => cut(fold(word), suffixes)));
        }""",
        [words, suffixes],
    )
    ours = [[cut(fold(word), language) for word in words_of(text)] for text in words]
    assert reduced == ours


@pytest.mark.parametrize("code", ["en", "uk"])
def test_the_same_practices_are_shown_on_the_map(code: str, page: Page, opened: Open) -> None:
    opened(code, f"?q={quote(dict(HOUSING[:5])[code])}&country=PL&sort=newest")
    query, count = urlsplit(page.url).query, total(page)
    link = page.get_by_role("link", name=Language.of(code).gettext("These on the map"))
    link.click()
    page.wait_for_url("**/map/**")
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == parse_qs(query)
    assert total(page) == count > 0
    page.get_by_role("link", name=Language.of(code).gettext("These as a list")).click()
    page.wait_for_url("**/find/**")
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == parse_qs(query)
    assert total(page) == count


def test_the_browser_mends_slips_like_the_command_line(page: Page, opened: Open) -> None:
    opened("en", "")
    endings = [{"least": t.least, "endings": sorted(t.endings)} for t in tables().values()]
    typed = [word for word, _meant in SLIPS["typed"]]
    found = page.evaluate(
        """async ([typed, written, endings]) => {
            const all = document.querySelector('script[type=module]').src;
            const { canMend, fold, meant, reduced } = await import(new URL('words.js', all).href);
            const suffixes = endings.map((each) => ({ ...each, endings: new Set(each.endings) }));
            return typed.map((text) => {
                const folded = fold(text);
                const word = { folded, keys: reduced(folded, suffixes) };
                return (canMend(word) && meant(word, written, suffixes)?.typed) || null;
            });
        }""",
        [typed, SLIPS["written"], endings],
    )
    assert found == [word for _typed, word in SLIPS["typed"]]


@pytest.mark.parametrize(
    ("code", "words", "id_"),
    [
        ("en", "Scotland", "gb-bute-island-resettlement"),
        ("pl", "Podkarpacie", "pl-rzeszow-first-contact-reception"),
        ("ro", "Găgăuzia", "md-congaz-regional-refugee-centre"),
        ("uk", "на Підкарпатті", "pl-rzeszow-first-contact-reception"),
        ("uk", "Буковина", "ro-suceava-siret-border-coordination"),
        ("fr", "Écosse", "gb-bute-island-resettlement"),
    ],
)
def test_a_region_finds_its_places(
    code: str, words: str, id_: str, page: Page, opened: Open
) -> None:
    opened(code, f"?q={quote(words)}")
    assert id_ in found(page)[:10]


# ---- reviews ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reviewed(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a collection as it may be one day: two practices reviewed, one begun."""
    project = Project(ROOT)
    example = check_all(Project(EXAMPLE), load(Project(EXAMPLE))).catalogue
    done = next(iter(example.reviews.values()))
    begun = done.model_copy(update={"reviews": done.reviews[:1]})
    each = dict(zip(catalogue.practices, (done, done, begun), strict=False))
    changed = replace(catalogue, reviews=each)
    settings = replace(project.settings, languages=("ro", "uk"))
    folder = tmp_path_factory.mktemp("reviewed")
    find.index(changed, load(project), settings, folder)
    return folder


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("ro", ["Încă neevaluată (139)", "Evaluare începută (1)", "Evaluată (2)"]),
        ("uk", ["Рецензії ще немає (139)", "Рецензування розпочато (1)", "Рецензовано (2)"]),
    ],
)
def test_practices_are_narrowed_down_by_how_far_their_review_is(
    code: str, labels: list[str], page: Page, opened: Open, catalogue: Catalogue, reviewed: Path
) -> None:
    def other(route: Route) -> None:
        route.fulfill(path=reviewed / urlsplit(route.request.url).path.lstrip("/"))

    page.context.route("**/find/index/*", other)
    opened(code, "")
    shown = page.locator("#find-filters label", has=page.locator('input[name="review"]'))
    assert [" ".join(text.split()) for text in shown.all_text_contents()] == labels
    tick(page, "review", "reviewed")
    assert set(found(page)) == set(list(catalogue.practices)[:2])
    assert "review=reviewed" in page.url
