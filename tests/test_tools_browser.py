"""The tools of readers in a browser: my authority, comparing, my list, doing it here."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Manners
from playwright.sync_api import Browser, Download, Page, Route

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("tools"),
    # The site comes before the browser: they cannot share one running event loop.
    pytest.mark.usefixtures("site"),
]

LANGUAGES = ("en", "pl", "ro", "uk", "fr")
TWO = pytest.mark.parametrize("code", ["en", "uk"])
LOOKS = (
    ("en", "light", 320),
    ("en", "dark", 1280),
    *((code, "light", 1280) for code in LANGUAGES),
    *((code, "dark", 320) for code in LANGUAGES),
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LUBLIN = "pl-lublin-for-all-integration-support-group"
BRASOV = "ro-brasov-cattia-welcome-centre"
BERGEN = "no-bergen-second-chance"
CHELM = "pl-chelm-host-utility-voucher"
PRZEMYSL = "pl-przemysl-humanitarian-centre"
TILOS = "gr-tilos-island-welcome"
THREE = (LUBLIN, BRASOV, BERGEN)
MINE = {
    "id": "",
    "country": "PL",
    "level": "city",
    "population": 60_000,
    "setting": ["border"],
}
# The browser refuses to keep anything: forbidden altogether, or no room.
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() {throw new Error('no')}})"
NO_ROOM = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
Open = Callable[[str], None]


@pytest.fixture
def opened(page: Page, server: str) -> Open:
    """Opens an address of the site and waits until its script has done its work."""

    def open_page(address: str) -> None:
        page.goto(f"{server}/{address}")
        page.wait_for_load_state("networkidle")

    return open_page


@pytest.fixture
def kept(page: Page, server: str) -> Callable[..., None]:
    """Puts something into the browser, as the site keeps it."""

    def keep(**values: object) -> None:
        page.goto(f"{server}/")
        for key, value in values.items():
            page.evaluate(
                "([key, text]) => localStorage.setItem(`practicebook.${key}`, text)",
                [key, value if isinstance(value, str) else json.dumps(value)],
            )

    return keep


def stored(page: Page, key: str) -> object:
    return json.loads(page.evaluate(f"localStorage.getItem('practicebook.{key}')") or "null")


def press(page: Page, act: str, nth: int = 0) -> None:
    page.locator(f"[data-do={act}]:visible").nth(nth).click()


def said(page: Page) -> str:
    return page.locator("#tool-status").inner_text()


def listed(page: Page) -> list[str]:
    return page.locator("#entries > li").evaluate_all("all => all.map(each => each.id)")


def words(page: Page, name: str) -> str:
    """What the page's script says on an occasion, up to its first gap."""
    told: dict[str, str] = json.loads(page.locator("#tool").get_attribute("data-words") or "")
    return told[name].split("{")[0].strip()


def facts_of(server: str, page: Page, id_: str, code: str) -> dict[str, dict[str, object]]:
    found = page.request.get(f"{server}/{code}/practices/{id_}/facts.json").json()
    return {row["key"]: row for row in found["rows"]}


def saved(page: Page, act: str) -> Download:
    with page.expect_download() as waiting:
        press(page, act)
    return waiting.value


def table_in(download: Download, mark: str = ";") -> list[list[str]]:
    data = Path(download.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") > 1
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=mark))


def text_in(download: Download) -> docx.document.Document:
    assert zipfile.ZipFile(download.path()).testzip() is None
    return docx.Document(str(download.path()))


def three_of(ids: tuple[str, ...]) -> str:
    return "?" + "&".join(f"p={each}" for each in ids)


# ---- My authority ----------------------------------------------------------------------------


@TWO
def test_an_authority_is_chosen_from_the_list_and_kept_in_the_browser(
    code: str, page: Page, opened: Open
) -> None:
    opened(f"{code}/mine/")
    page.locator("#mine-id").select_option("pl-hrubieszow")
    assert page.locator("#mine-country").input_value() == "PL"
    page.locator("#mine [type=submit]").click()
    page.locator("#mine-list li").first.wait_for()
    assert said(page) == words(page, "kept")
    mine = stored(page, "mine")
    assert isinstance(mine, dict)
    assert mine["id"] == "pl-hrubieszow"
    assert "border" in mine["setting"]


@TWO
def test_a_few_facts_are_enough_and_the_nearest_come_first(
    code: str, page: Page, opened: Open
) -> None:
    opened(f"{code}/mine/")
    page.locator("#mine-country").select_option("PL")
    page.locator("#mine-population").fill("60 000")
    page.locator("#mine [value=border]").check()
    page.locator("#mine [type=submit]").click()
    page.locator("#mine-list li").first.wait_for()
    first = page.locator("#mine-list li.card").first
    assert first.locator("a").first.get_attribute("href") == "../authorities/pl-chelm/"
    assert len(first.locator(".why").inner_text().split(";")) == 3
    assert first.locator('a[href$="pl-chelm-host-utility-voucher/"]').count() == 1


@TWO
def test_a_practice_says_why_it_fits_and_one_click_forgets_my_authority(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(mine=MINE)
    opened(f"{code}/practices/{PRZEMYSL}/")
    why = page.locator("#fits .why")
    assert why.inner_text().startswith(words(page, "fits"))
    people = why.inner_text().replace("\xa0", " ")
    assert re.search(r"60[ ,]000", people)
    assert page.locator("#similar + .cards .why", has_text=words(page, "fits")).count() >= 1
    press(page, "forget")
    assert stored(page, "mine") is None
    assert not page.locator("#fits").is_visible()
    assert page.locator("#similar + .cards .why", has_text=words(page, "fits")).count() == 0
    assert said(page) == words(page, "forgotten")
    assert page.evaluate("document.activeElement.id") == "tool-status"


def test_sizes_are_compared_as_ratios(page: Page, opened: Open) -> None:
    opened(f"en/practices/{CHELM}/")
    near = page.evaluate(
        """async () => {
            const way = document.querySelector("script[type=module]").src;
            const { closeness } = await import(new URL("mine.js", way).href);
            const mine = { population: 20000, setting: [], country: "", level: "" };
            return [10000, 40000, 20000, 0].map((population) => closeness(mine, { population }));
        }"""
    )
    assert near == [0.5, 0.5, 1, 0]


@pytest.mark.parametrize("people", ["many", "12,5 tys.", "-3", "9999999999"])
def test_a_number_of_inhabitants_that_cannot_be_read_gets_a_sentence(
    people: str, page: Page, opened: Open
) -> None:
    opened("ro/mine/")
    page.locator("#mine-population").fill(people)
    page.locator("#mine [type=submit]").click()
    assert said(page) == words(page, "number")
    assert stored(page, "mine") is None


def test_without_the_list_of_authorities_the_page_says_so(
    page: Page, opened: Open, manners: Manners
) -> None:
    page.context.route("**/mine.json", lambda route: route.fulfill(status=404, body=""))
    opened("en/mine/")
    assert said(page) == words(page, "failed")
    assert not page.locator("#mine").is_visible()
    manners.complaints.clear()


# ---- Comparing -------------------------------------------------------------------------------


@TWO
def test_practices_are_chosen_on_their_pages_and_compared(
    code: str, page: Page, opened: Open
) -> None:
    for each in THREE:
        opened(f"{code}/practices/{each}/")
        press(page, "compare")
        assert said(page) == words(page, "together")
    page.locator("#tool-compare").click()
    page.locator("td").first.wait_for()
    assert parse_qs(urlsplit(page.url).query)["p"] == list(THREE)
    assert page.locator(".compared thead th").count() == 4


@TWO
def test_a_missing_fact_is_shown_as_missing(
    code: str, page: Page, opened: Open, server: str
) -> None:
    opened(f"{code}/compare/{three_of(THREE)}")
    known = facts_of(server, page, BERGEN, code)
    for key in ("place", "staff", "yearly", "per-thousand", "difficult", "results"):
        line = page.locator(".compared tbody tr").nth(list(known).index(key)).locator("td").nth(2)
        lines = known[key]["lines"]
        assert isinstance(lines, list)
        told = lines[0][0] if lines else words(page, "missing")
        assert line.inner_text().startswith(told)
    assert page.locator(".compared .missing").count() > 3


@TWO
def test_a_comparison_is_downloaded_as_a_table(
    code: str, page: Page, opened: Open, server: str
) -> None:
    opened(f"{code}/compare/{three_of(THREE)}")
    rows = table_in(saved(page, "csv"), "," if code == "en" else ";")
    assert [len(row) for row in rows] == [len(rows[0])] * 4
    assert rows[1][-1] == f"{server}/{code}/practices/{LUBLIN}/"
    assert rows[3].count(words(page, "missing")) > 3


def test_a_comparison_is_shared_by_its_address(page: Page, opened: Open) -> None:
    opened(f"ro/compare/{three_of(THREE)}")
    assert page.locator("#share").input_value() == page.url
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "copy")
    page.locator("#tool-status", has_text=words(page, "copied")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_one_is_taken_out_of_the_comparison(
    page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(compare=THREE)
    opened("uk/compare/")
    page.locator("#chosen-list li").nth(1).locator("a").nth(1).click()
    page.wait_for_load_state("networkidle")
    assert parse_qs(urlsplit(page.url).query)["p"] == [LUBLIN, BERGEN]
    assert stored(page, "compare") == [LUBLIN, BERGEN]
    assert page.locator(".compared thead th").count() == 3


def test_a_fifth_practice_is_not_taken_in(
    page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(compare=[*THREE, CHELM])
    opened(f"en/practices/{TILOS}/")
    press(page, "compare")
    assert said(page) == words(page, "enough")
    assert stored(page, "compare") == [*THREE, CHELM]


def test_on_paper_the_comparison_is_all_there_is(page: Page, opened: Open) -> None:
    opened(f"uk/compare/{three_of(THREE)}")
    page.emulate_media(media="print")
    assert page.locator(".compared").is_visible()
    assert page.locator("main button:visible, main input:visible").count() == 0


# ---- My list ---------------------------------------------------------------------------------


@TWO
def test_a_practice_is_kept_from_its_page_and_dropped_again(
    code: str, page: Page, opened: Open
) -> None:
    opened(f"{code}/practices/{CHELM}/")
    press(page, "keep")
    assert said(page) == words(page, "added")
    assert page.locator("[data-do=keep]").inner_text() == words(page, "drop")
    opened(f"{code}/my-list/")
    assert listed(page) == [CHELM]
    opened(f"{code}/practices/{CHELM}/")
    press(page, "keep")
    opened(f"{code}/my-list/")
    assert listed(page) == []
    assert said(page) == words(page, "empty")


@TWO
def test_the_order_is_changed_with_the_keyboard_and_the_focus_stays(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": each} for each in THREE])
    opened(f"{code}/my-list/")
    down = page.locator("#entries > li").first.locator("[data-do=down]")
    name = down.get_attribute("aria-label")
    down.focus()
    page.keyboard.press("Enter")
    assert listed(page) == [BRASOV, LUBLIN, BERGEN]
    assert "2" in said(page)
    assert page.evaluate("document.activeElement.ariaLabel") == name
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert said(page) == words(page, "edge")
    assert page.evaluate("document.activeElement.ariaLabel") == name
    opened(f"{code}/my-list/")
    assert listed(page) == [BRASOV, BERGEN, LUBLIN]


@TWO
def test_after_removing_the_focus_is_on_the_next_and_at_last_on_what_happened(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": each} for each in THREE[:2]])
    opened(f"{code}/my-list/")
    press(page, "remove")
    assert page.evaluate("document.activeElement.closest('li').id") == BRASOV
    assert said(page).startswith(words(page, "removed"))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tool-status"
    assert words(page, "empty") in said(page)
    assert stored(page, "list") == []


@TWO
def test_a_note_is_kept_as_written_and_is_never_html(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": CHELM}])
    note = '<img src=x onerror="alert(1)"> & «нотатка» ' + "x" * 500
    opened(f"{code}/my-list/")
    page.locator("#entries textarea").fill(note)
    opened(f"{code}/my-list/")
    assert page.locator("#entries textarea").input_value() == note
    assert page.locator("main img").count() == 0
    page.emulate_media(media="print")
    assert page.locator("#entries .note").inner_text() == note
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@TWO
def test_on_paper_the_list_is_a_booklet_with_all_facts(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": each} for each in THREE])
    opened(f"{code}/my-list/")
    assert not page.locator(".booklet").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".booklet:visible").count() == 3
    assert page.locator("main button:visible, main textarea:visible").count() == 0
    # One page at least for each practice.
    assert page.pdf().count(b"/Type /Page\n") >= 3


@TWO
def test_the_list_is_downloaded_as_text_with_notes(
    code: str, page: Page, opened: Open, kept: Callable[..., None], server: str
) -> None:
    note = "Ask <Anna> & \U0001f3e0 \x0b\ud800 = naïve"
    kept(list=[{"id": LUBLIN, "note": note}, {"id": BRASOV, "note": ""}])
    opened(f"{code}/my-list/")
    document = text_in(saved(page, "docx"))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == page.locator("#entries h2").all_inner_texts()
    told = "\n".join(p.text for p in document.paragraphs)
    assert "Ask <Anna> & \U0001f3e0 " in told
    assert "= naïve" in told
    assert f"{server}/{code}/practices/{BRASOV}/" in told
    known = facts_of(server, page, BRASOV, code)
    assert [row.cells[0].text for row in document.tables[1].rows] == [
        row["name"] for row in known.values()
    ]


@pytest.mark.parametrize("note", ["=1+1", "+48", "-1", "@SUM(A1)", " =1", '"a", b\nc'])
def test_no_cell_of_the_table_is_a_formula(
    note: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": LUBLIN, "note": note}])
    opened("ro/my-list/")
    cell = table_in(saved(page, "csv"))[1][-2]
    assert cell == (note if note.startswith('"') else f"'{note}")


@TWO
def test_a_shared_list_is_shown_and_taken_over_without_touching_my_notes(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": LUBLIN, "note": "mine"}])
    opened(f"{code}/my-list/{three_of(THREE)}")
    assert words(page, "shared") in said(page)
    assert listed(page) == list(THREE)
    assert page.locator("#entries textarea:visible").count() == 0
    press(page, "keep")
    assert said(page) == words(page, "kept")
    assert stored(page, "list") == [
        {"id": LUBLIN, "note": "mine"},
        {"id": BRASOV, "note": ""},
        {"id": BERGEN, "note": ""},
    ]


def test_ticked_practices_are_compared(page: Page, opened: Open, kept: Callable[..., None]) -> None:
    kept(list=[{"id": each} for each in THREE])
    opened("uk/my-list/")
    press(page, "compare")
    assert said(page) == words(page, "few")
    for box in page.locator("#entries [type=checkbox]").all()[1:]:
        box.check()
    press(page, "compare")
    page.locator("td").first.wait_for()
    assert parse_qs(urlsplit(page.url).query)["p"] == [BRASOV, BERGEN]


# ---- Doing it here ---------------------------------------------------------------------------


@TWO
def test_a_worksheet_is_filled_from_my_authority(
    code: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(mine={**MINE, "id": "pl-chelm"})
    opened(f"{code}/practices/{BRASOV}/worksheet/")
    people = page.locator("[name=population]").input_value()
    assert re.sub(r"\D", "", people) == "60000"
    assert page.locator("[name=surroundings]").input_value().count(",") == 3
    assert page.locator("[name=core]").input_value() == ""


@TWO
def test_a_worksheet_keeps_what_i_write_and_takes_it_away_as_text(
    code: str, page: Page, opened: Open
) -> None:
    opened(f"{code}/practices/{BRASOV}/worksheet/")
    page.locator("[name=steps]").fill("Перший крок <1>\nдругий")
    assert said(page) == words(page, "stays")
    opened(f"{code}/practices/{BRASOV}/worksheet/")
    document = text_in(saved(page, "docx"))
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert len(cells) == 9
    assert cells[7][2] == "Перший крок <1>\nдругий"
    assert "238" in cells[1][1]
    press(page, "clear")
    assert page.locator("[name=steps]").input_value() == ""
    assert stored(page, f"here.{BRASOV}") is None


@TWO
def test_without_javascript_a_worksheet_is_complete(
    code: str, browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{code}/practices/{BRASOV}/")
    assert page.locator("main button:visible").count() == 0
    page.locator('a[href="worksheet/"]').click()
    assert page.locator("textarea").count() == 8
    assert page.locator("main button:visible").count() == 0
    page.locator("[name=core]").fill("ours")
    page.emulate_media(media="print")
    assert page.locator("textarea:visible").count() == 8
    context.close()


# ---- When something is wrong -----------------------------------------------------------------


@TWO
@pytest.mark.parametrize("place", ["compare", "my-list", "mine"])
def test_without_javascript_a_sentence_leads_on(
    place: str, code: str, browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/{code}/{place}/{three_of(THREE)}")
    notice = page.locator("#tool-waiting")
    assert "JavaScript" in notice.inner_text()
    notice.locator("a").first.click()
    assert page.url == f"{server}/{code}/practices/"
    context.close()


def test_where_the_script_is_missing_a_sentence_leads_on(
    page: Page, server: str, manners: Manners
) -> None:
    page.context.route("**/store.js", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{server}/en/my-list/")
    page.locator("#tool-waiting").wait_for(state="visible")
    assert page.locator("#tool-waiting a").count() == 4
    manners.complaints.clear()


@pytest.mark.parametrize("place", ["compare", "my-list"])
@pytest.mark.parametrize(
    "query",
    [
        "?p=no-such-practice",
        "?p=__proto__&p=constructor&p=../../../etc&p=",
        "?p=<script>alert(1)</script>&p=%E0%A4%A",
        "?p=" + "x" * 5_000,
        "?" + "&".join(f"p=a{n}" for n in range(1_500)),
        "?p=tool&p=share&p=entry&p=shown",
    ],
    ids=["unknown", "odd", "markup", "long", "thousands", "names of parts"],
)
def test_a_hostile_address_gets_a_sentence_and_a_way_on(
    place: str, query: str, page: Page, opened: Open, manners: Manners
) -> None:
    opened(f"uk/{place}/{query}")
    assert words(page, "unknown") in said(page)
    assert page.locator("main table:visible, #entries > li, main script:not([src])").count() == 0
    assert page.locator('main a[href="../find/"]').is_visible()
    # That something does not exist is told by the answers to what was asked for.
    assert all("404" in each for each in manners.complaints)
    manners.complaints.clear()


@pytest.mark.parametrize("place", ["compare", "my-list"])
def test_what_exists_is_shown_beside_what_does_not(
    place: str, page: Page, opened: Open, manners: Manners
) -> None:
    opened(f"en/{place}/?p={LUBLIN}&p=no-such-practice&p={BRASOV}&p={LUBLIN}")
    shown = page.locator("#chosen-list li" if place == "compare" else "#entries > li")
    assert shown.count() == 2
    assert words(page, "unknown") in said(page)
    manners.complaints.clear()


@pytest.mark.parametrize("place", ["compare", "my-list"])
def test_more_than_fit_are_left_out_with_a_sentence(
    place: str, page: Page, opened: Open, server: str
) -> None:
    practices = page.request.get(f"{server}/data/practices.json").json()["practices"]
    ids = [each["id"] for each in practices][:60]
    opened(f"en/{place}/{three_of(tuple(ids))}")
    assert words(page, "many") in said(page)
    shown = page.locator("#chosen-list li" if place == "compare" else "#entries > li")
    assert shown.count() == (4 if place == "compare" else 50)


@TWO
@pytest.mark.parametrize("answer", ["", "{}", "[]", '{"id":"a","title":"t","rows":[1]}', "500"])
def test_facts_that_are_missing_or_old_get_a_sentence(
    answer: str, code: str, page: Page, opened: Open, manners: Manners
) -> None:
    def stale(route: Route) -> None:
        route.fulfill(status=500 if answer == "500" else 200, body=answer)

    page.context.route(f"**/{BRASOV}/facts.json", stale)
    opened(f"{code}/compare/{three_of(THREE)}")
    assert words(page, "failed") in said(page)
    assert page.locator("#chosen-list li").count() == 2
    manners.complaints.clear()


def test_an_entry_of_mine_that_cannot_be_loaded_stays_and_can_be_removed(
    page: Page, opened: Open, kept: Callable[..., None], manners: Manners
) -> None:
    kept(list=[{"id": "gone-away", "note": "dear"}, {"id": CHELM, "note": ""}])
    opened("uk/my-list/")
    assert listed(page) == ["gone-away", CHELM]
    assert "gone-away" in page.locator("#entries > li").first.inner_text()
    assert page.locator("#entries textarea").first.input_value() == "dear"
    press(page, "remove")
    assert stored(page, "list") == [{"id": CHELM, "note": ""}]
    manners.complaints.clear()


@TWO
@pytest.mark.parametrize("broken", [FORBIDDEN, NO_ROOM], ids=["forbidden", "no room"])
def test_a_browser_that_keeps_nothing_still_has_a_way(
    broken: str, code: str, page: Page, opened: Open
) -> None:
    page.add_init_script(broken)
    opened(f"{code}/practices/{CHELM}/")
    press(page, "keep")
    assert said(page) == words(page, "refused")
    page.locator("#tool-list").click()
    page.locator("#entries > li").wait_for()
    assert listed(page) == [CHELM]
    press(page, "keep")
    assert said(page) == words(page, "refused")
    opened(f"{code}/practices/{CHELM}/")
    press(page, "compare")
    page.locator("#tool-compare").click()
    page.locator("td").first.wait_for()
    opened(f"{code}/practices/{CHELM}/worksheet/")
    page.locator("[name=core]").fill("ours")
    assert said(page) == words(page, "refused")
    opened(f"{code}/mine/")
    page.locator("#mine-country").select_option("PL")
    page.locator("#mine [type=submit]").click()
    page.locator("#mine-list li").first.wait_for()
    assert said(page) == words(page, "refused")


@pytest.mark.parametrize(
    "broken",
    ["{", "null", "7", '"text"', "[[]]", '{"a":1}', '[null,7,{"id":7},{"id":"<b>"}]', "[{}]"],
)
def test_what_was_kept_and_is_broken_does_no_harm(
    broken: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=broken, compare=broken, mine=broken, **{f"here.{CHELM}": broken})
    opened("en/my-list/")
    assert said(page) == words(page, "empty")
    opened("en/compare/")
    assert said(page) == words(page, "few")
    opened(f"en/practices/{CHELM}/")
    assert page.locator("[data-do=keep]").is_visible()
    opened(f"en/practices/{CHELM}/worksheet/")
    assert page.locator("[data-do=clear]").is_visible()
    opened("en/mine/")
    assert page.locator("#mine").is_visible()


# ---- For everybody ---------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "colours", "width"), LOOKS)
def test_no_barrier_is_found(
    code: str, colours: str, width: int, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    long = "x" * 400
    kept(list=[{"id": each, "note": long} for each in THREE], compare=THREE, mine=MINE)
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    found: list[str] = []
    for place in (
        *(f"compare/{three_of(THREE)}", "my-list/", f"my-list/{three_of(THREE)}", "mine/"),
        *(f"practices/{CHELM}/", f"practices/{BRASOV}/worksheet/"),
    ):
        opened(f"{code}/{place}")
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [f"{place} {rule['id']}: {rule['nodes'][0]['html']}" for rule in violations]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{place} is too wide: {wide}"] * (wide > width)
    assert found == []


@pytest.mark.parametrize("place", ["compare/", "my-list/", "mine/", f"practices/{CHELM}/"])
def test_targets_are_large_enough(
    place: str, page: Page, opened: Open, kept: Callable[..., None]
) -> None:
    kept(list=[{"id": each} for each in THREE], compare=THREE, mine=MINE)
    page.set_viewport_size({"width": 320, "height": 800})
    opened(f"uk/{place}")
    targets = page.locator("main :is(button, input, select, textarea, .buttons a, ol.cards a)")
    boxes = [box for each in targets.all() if each.is_visible() and (box := each.bounding_box())]
    assert len(boxes) > 3
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
