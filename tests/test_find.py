"""The index of the find page holds what readers may type, and shows only what they may see."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from knowledge import checked, copy_example

from practicebook import vocabulary
from practicebook.project import Project
from practicebook.site import find, find_words
from practicebook.site.renderer import SiteError

LANGUAGES = ("en", "fr", "pl")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_example(tmp_path_factory.mktemp("find"))


@pytest.fixture(scope="module")
def counts(project: Project) -> dict[str, int]:
    return index(project)


def index(project: Project) -> dict[str, int]:
    words = vocabulary.load(project)
    return find.index(checked(project).catalogue, words, project.settings, project.site)


def words_of(project: Project, code: str) -> Any:
    path = project.site / code / "pagefind" / f"find.{code}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def results(project: Project, code: str) -> list[Any]:
    """What Pagefind stores for each result, from its compressed files."""
    files = sorted((project.site / code / "pagefind" / "fragment").iterdir())
    texts = [gzip.decompress(path.read_bytes()).decode() for path in files]
    return [json.loads(text[text.index("{") :]) for text in texts]


def test_every_language_has_every_practice(project: Project, counts: dict[str, int]) -> None:
    practices = len(checked(project).catalogue.practices)
    assert counts == dict.fromkeys(LANGUAGES, practices)
    assert [len(results(project, code)) for code in LANGUAGES] == [practices] * 3


@pytest.mark.usefixtures("counts")
def test_addresses_of_results_name_their_language(project: Project) -> None:
    for code in LANGUAGES:
        assert {each["url"].split("/practices/")[0] for each in results(project, code)} == {
            f"/{code}"
        }


@pytest.mark.usefixtures("counts")
def test_no_file_of_the_index_is_cut_short(project: Project) -> None:
    kinds = {".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"}
    files = [path for path in project.site.rglob("*") if path.suffix in kinds]
    assert {path.suffix for path in files} == kinds
    assert all(gzip.decompress(path.read_bytes()) for path in files)


@pytest.mark.usefixtures("counts")
def test_pagefinds_own_search_box_is_not_published(project: Project) -> None:
    scripts = {path.name for path in project.site.rglob("*.js")}
    assert scripts == {"pagefind.js", "pagefind-worker.js"}


@pytest.mark.usefixtures("counts")
def test_what_a_result_shows_is_title_summary_and_facts_in_the_readers_language(
    project: Project,
) -> None:
    catalogue = checked(project).catalogue
    id_ = "ie-upper-mending-library-of-things"
    shown = next(each["meta"] for each in results(project, "pl") if id_ in each["url"])
    text = catalogue.text(catalogue.practices[id_], "pl")
    assert (shown["title"], shown["summary"]) == (text.title, text.summary)
    assert shown["place"].endswith("Irlandia")
    assert "lang" not in shown


@pytest.mark.usefixtures("counts")
def test_a_result_in_the_authors_language_says_so(project: Project) -> None:
    shown = next(each for each in results(project, "pl") if "lu-reparville-tool-bus" in each["url"])
    assert shown["meta"]["lang"] == "fr"


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize("code", LANGUAGES)
def test_filters_list_only_values_that_practices_have(project: Project, code: str) -> None:
    catalogue = checked(project).catalogue
    for row in words_of(project, code)["filters"]:
        used = {v for p in catalogue for v in find_words.facets(catalogue, p)[row["name"]]}
        assert {value["key"] for value in row["values"]} == used


@pytest.mark.usefixtures("counts")
def test_search_words_are_hidden_from_what_is_shown(project: Project) -> None:
    catalogue = checked(project).catalogue
    keywords = {word for p in catalogue for word in catalogue.text(p, "en").keywords}
    shown = json.dumps([each["meta"] for each in results(project, "en")], ensure_ascii=False)
    told = {word for p in catalogue for word in keywords if word in catalogue.text(p, "en").summary}
    assert keywords
    assert not [word for word in keywords - told if re.search(rf'"{re.escape(word)}"', shown)]


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("code", "forms"),
    [("en", {"one", "other"}), ("pl", {"one", "few", "many"}), ("fr", {"one", "other"})],
)
def test_counted_texts_have_every_plural_form(project: Project, code: str, forms: set[str]) -> None:
    assert set(words_of(project, code)["practices"]) >= forms


def test_an_index_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    stale = project.site / "pl" / "pagefind" / "fragment" / "old.pf_fragment"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"old")
    index(project)
    assert not stale.exists()


def test_markup_in_a_title_stays_text(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = next(project.practices.rglob("ie-upper-mending-repair-evening.md"))
    text = path.read_text(encoding="utf-8")
    title = 'Lend & mend: 3 < 4 "evenings"'
    path.write_text(re.sub(r"(?m)^title:.*$", f"title: '{title}'", text), encoding="utf-8")
    index(project)
    shown = [each["meta"]["title"] for each in results(project, "en")]
    assert title in shown


@pytest.mark.parametrize(
    ("code", "languages", "site", "read"),
    [
        ("uk", ("uk", "ru", "en", "el"), ("uk", "en"), {"uk", "ru"}),
        ("en", ("uk", "ru", "en", "el"), ("uk", "en"), {"en"}),
        ("uk", ("uk", "ru"), ("uk", "ru"), {"uk"}),
    ],
)
def test_a_language_without_pages_is_read_where_its_script_is(
    code: str, languages: tuple[str, ...], site: tuple[str, ...], read: set[str]
) -> None:
    assert find_words.languages_read_as(code, languages, site) == read


def test_a_failure_of_pagefind_is_told_in_a_sentence(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.site / "en").mkdir(parents=True)
    (project.site / "en" / "pagefind").write_text("a file where a folder has to be")
    with pytest.raises(SiteError, match="index for 'en'"):
        index(project)
