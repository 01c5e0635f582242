"""What the tools of readers are made from: facts of practices, authorities, worksheets, words."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from knowledge import EXAMPLE, TODAY, checked, copy_example

from practicebook import vocabulary
from practicebook.language import Language
from practicebook.models import Authority, Costs, Population
from practicebook.pages import Edition, Page, render_all
from practicebook.pages.facts import page_of, plain, share
from practicebook.pages.tool_words import REASONS, TEXTS
from practicebook.pages.tools import QUESTIONS, pages_of_tools
from practicebook.project import Project

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "practicebook" / "site" / "theme" / "assets" / "tools"
LANGUAGES = Project(ROOT).settings.languages
BUS = "lu-reparville-tool-bus"
REPAIR = "ie-upper-mending-repair-evening"
TOASTER = "lu-reparville-toaster-passport"
# The script of each page, by the page whose words it says.
SCRIPT_OF = {
    "practice": "practice",
    "compare": "compare",
    "my-list": "my-list",
    "worksheet": "worksheet",
    "mine": "choose",
}


def edition_of(project: Project, code: str = "en") -> Edition:
    words = vocabulary.load(project)
    return Edition(checked(project).catalogue, words, project.settings, Language.of(code))


def made(project: Project, code: str = "en") -> dict[str, Page]:
    return {page.path: page for page in pages_of_tools(edition_of(project, code))}


def facts(id_: str, code: str = "en") -> dict[str, Any]:
    edition = edition_of(Project(EXAMPLE), code)
    found: dict[str, Any] = json.loads(page_of(edition, edition.catalogue.practices[id_]).text)
    return found


def row(id_: str, key: str, code: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in facts(id_, code)["rows"] if row["key"] == key)
    return found


@pytest.mark.parametrize("code", ["en", "fr", "pl"])
def test_all_practices_have_the_same_rows_in_the_same_order(code: str) -> None:
    edition = edition_of(Project(EXAMPLE), code)
    written = [json.loads(page_of(edition, practice).text) for practice in edition.catalogue]
    orders = {tuple(row["key"] for row in each["rows"]) for each in written}
    assert len(written) == 6
    assert len(orders) == 1


def test_what_nobody_has_told_is_a_row_without_lines() -> None:
    assert row(TOASTER, "yearly")["lines"] == []
    assert row(TOASTER, "staff")["lines"] == []


def test_facts_are_in_the_words_of_the_reader() -> None:
    assert row(BUS, "setup", "fr")["lines"] == [["58\u202f000\xa0EUR (2022)"]]
    assert row(BUS, "setup", "en")["lines"] == [["58,000\xa0EUR (2022)"]]


def test_words_of_the_author_say_their_language_and_years_are_the_readers() -> None:
    results = row(BUS, "results", "pl")
    assert results["lang"] == "fr"
    assert results["lines"] == [["Vélos réparés: 430", "2023"]]
    assert "lang" not in row(BUS, "results", "fr")


def test_words_of_the_header_are_told_in_the_translation_where_there_is_one() -> None:
    results = row(BUS, "results", "en")
    assert results["lines"] == [["Bicycles mended: 430", "2023"]]
    assert "lang" not in results


def test_what_was_difficult_is_told_without_marks_and_numbers_of_sources() -> None:
    difficult = row(BUS, "difficult", "fr")["lines"]
    said = "Le bus est trop haut pour la rue du Marteau ; il a fallu déplacer un arrêt."
    assert difficult == [[said]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One **big**\nbus [1].\n\nTwo.", ["One big bus.", "Two."]),
        ("- `a` [b](https://c.example/)\n- d", ["a b", "d"]),
        ("<b>bold</b> & 1 < 2", ["<b>bold</b> & 1 < 2"]),
        ("", []),
    ],
)
def test_a_section_is_told_as_plain_lines(text: str, lines: list[str]) -> None:
    assert list(plain(text)) == lines


@pytest.mark.parametrize(
    ("yearly", "people", "expected"),
    [
        ("40000", 8_000, 5_000),
        ("1000", 3_000, 333),
        ("100", 60_000, 1.67),
        (None, 8_000, None),
        ("40000", None, None),
    ],
)
def test_costs_of_a_year_are_shared_by_a_thousand_inhabitants(
    yearly: str | None, people: int | None, expected: float | None
) -> None:
    costs = Costs.model_construct(yearly=yearly and Decimal(yearly))
    population = people and Population.model_construct(value=people)
    assert share(costs, Authority.model_construct(population=population or None)) == expected


def test_a_former_name_leads_to_the_same_facts(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.root / "practices" / "lu" / f"{TOASTER}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: did", "aliases: [toasters]\nkind: did"), encoding="utf-8")
    pages = made(project)
    former = pages["en/practices/toasters/facts.json"].text
    assert former == pages[f"en/practices/{TOASTER}/facts.json"].text


def test_authorities_tell_what_is_known_and_leave_out_the_rest() -> None:
    written = json.loads(made(Project(EXAMPLE), "pl")["pl/authorities/mine.json"].text)
    by_id = {each["id"]: each for each in written["authorities"]}
    assert by_id["ie-upper-mending"] == {
        "id": "ie-upper-mending",
        "name": "Wieś Górne Naprawy",
        "country": "IE",
        "level": "village",
        "population": 1240,
        "setting": ["rural", "hilly"],
        "practices": ["ie-upper-mending-library-of-things", REPAIR],
    }
    assert set(by_id["ie-league-of-mending"]) == {"id", "name", "country", "level"}
    assert written["reasons"].keys() == {*REASONS, "size"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_files_of_the_real_collection_stay_small(code: str) -> None:
    sizes = {path: len(page.text.encode()) for path, page in made(Project(ROOT), code).items()}
    files = {path: size for path, size in sizes.items() if path.endswith(".json")}
    chosen = files.pop(f"{code}/authorities/mine.json")
    assert chosen < 40_000
    assert len(files) > 100
    # Now that results and partners are told in Cyrillic, a letter of two bytes, some are longer.
    assert {path: size for path, size in files.items() if size >= 7_000} == {}


def test_a_worksheet_asks_everything_and_tells_what_is_known_there() -> None:
    text = made(Project(EXAMPLE))[f"en/practices/{BUS}/worksheet/index.md"].text
    assert re.findall(r'<textarea name="(\w+)"', text) == [key for key, _, _ in QUESTIONS]
    assert "8,600 inhabitants (2023)" in text
    assert '<span lang="fr">Un permis de conduire poids lourd' in text


def test_a_worksheet_names_what_is_not_known() -> None:
    text = made(Project(EXAMPLE))[f"en/practices/{BUS}/worksheet/index.md"].text
    assert "Not known: What has to be there first, Costs per year, About the costs and Staff" in (
        text
    )
    assert '<span class="missing">Not known</span>' in text


def test_worksheets_are_not_listed_for_search_engines(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    catalogue, words = checked(project).catalogue, vocabulary.load(project)
    pages = {page.path: page for page in render_all(project, catalogue, words, {}, {}, TODAY)}
    assert "worksheet" not in pages["shared/sitemap.xml"].text
    assert "/compare/" in pages["shared/sitemap.xml"].text


def test_markup_in_a_title_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.root / "practices" / "lu" / f"{TOASTER}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("after one year", "if 1 < 2 & 'so'"), encoding="utf-8")
    pages = made(project)
    assert "if 1 &lt; 2 &amp; " in pages[f"en/practices/{TOASTER}/worksheet/index.md"].text
    title = json.loads(pages[f"en/practices/{TOASTER}/facts.json"].text)["title"]
    assert title == "A passport for every toaster, given up if 1 < 2 & 'so'"


@pytest.mark.parametrize("page", TEXTS)
def test_a_script_says_only_words_that_its_page_has(page: str) -> None:
    own = (SCRIPTS / f"{SCRIPT_OF[page]}.js").read_text(encoding="utf-8")
    said = set(re.findall(r"\bwords\.(\w+)", own))
    assert said <= set(TEXTS[page])
    everywhere = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))
    assert set(TEXTS[page]) <= set(re.findall(r"\bwords\.(\w+)", everywhere))
