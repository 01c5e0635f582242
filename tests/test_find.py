"""The index of the find page holds what readers may type, and shows only what they may see."""

from __future__ import annotations

import doctest
import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from knowledge import checked, copy_example

from practicebook import vocabulary
from practicebook.catalogue import Catalogue
from practicebook.models import Costs
from practicebook.project import Project
from practicebook.search.documents import Document, Passage
from practicebook.search.keys import words_of
from practicebook.search.little import telling_words
from practicebook.site import find, find_facets, find_postings, find_words

LANGUAGES = ("en", "fr", "pl")
LIBRARY = "ie-upper-mending-library-of-things"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_example(tmp_path_factory.mktemp("find"))


@pytest.fixture(scope="module")
def counts(project: Project) -> dict[str, int]:
    return index(project)


def index(project: Project) -> dict[str, int]:
    words = vocabulary.load(project)
    return find.index(checked(project).catalogue, words, project.settings, project.site)


def read(project: Project, code: str, name: str = find.ENTRY) -> Any:
    path = project.site / code / find.FOLDER / name
    return json.loads(gzip.decompress(path.read_bytes()))


def cards(project: Project, code: str) -> list[dict[str, str]]:
    return [card for name in read(project, code)["cards"] for card in read(project, code, name)]


def files(project: Project) -> dict[str, bytes]:
    paths = [path for code in LANGUAGES for path in (project.site / code / find.FOLDER).iterdir()]
    return {path.relative_to(project.site).as_posix(): path.read_bytes() for path in paths}


def facets_of(catalogue: Catalogue, **changes: object) -> find_facets.Facets:
    """The values of the library of things after some changes of its header."""
    practice = catalogue.practices[LIBRARY].model_copy(update=changes)
    changed = replace(catalogue, practices={**catalogue.practices, LIBRARY: practice})
    return find_facets.facets(changed)[LIBRARY]


def practices_with(project: Project, code: str, word: str) -> set[str]:
    """Ids of the practices that have a word as the index writes it."""
    entry = read(project, code)
    ids = read(project, code, entry["ids"])
    names = [name for _first, name in entry["parts"]] + list(entry["common"].values())
    gaps = next((part[word] for name in names if word in (part := read(project, code, name))), [])
    numbers, number = set(), 0
    for gap in gaps[::2]:
        number += gap
        numbers.add(ids[number])
    return numbers


@pytest.mark.usefixtures("counts")
def test_every_language_has_every_practice(project: Project, counts: dict[str, int]) -> None:
    ids = set(checked(project).catalogue.practices)
    assert counts == dict.fromkeys(LANGUAGES, len(ids))
    for code in LANGUAGES:
        assert {card["id"] for card in cards(project, code)} == ids


@pytest.mark.usefixtures("counts")
def test_all_files_are_named_in_the_first_and_by_their_content(project: Project) -> None:
    for code in LANGUAGES:
        entry = read(project, code)
        named = {find.ENTRY, entry["spellings"], entry["ids"], *entry["cards"]}
        named |= {name for _first, name in entry["parts"]} | set(entry["common"].values())
        assert {path.name for path in (project.site / code / find.FOLDER).iterdir()} == named


def test_the_same_practices_give_the_same_files_in_every_process(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    originals = [path for path in project.practices.rglob("*.md") if "." not in path.stem]
    for path in originals:
        # Words that all practices have lie in files of their own.
        path.write_text(path.read_text("utf-8") + "\nHammer, kettle, ladder, teapot.\n", "utf-8")
    program = (
        "import sys; from pathlib import Path; from practicebook.project import Project;"
        "from test_find import index; index(Project(Path(sys.argv[1])))"
    )
    made = []
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(project.root)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
        made.append(files(project))
    assert made[0] == made[1]


@pytest.mark.usefixtures("counts")
def test_what_a_result_shows_is_title_summary_and_facts_in_the_readers_language(
    project: Project,
) -> None:
    catalogue = checked(project).catalogue
    shown = next(card for card in cards(project, "pl") if card["id"] == LIBRARY)
    text = catalogue.text(catalogue.practices[LIBRARY], "pl")
    assert (shown["title"], shown["summary"]) == (text.title, text.summary)
    assert shown["place"].endswith("Irlandia")
    assert "lang" not in shown


@pytest.mark.usefixtures("counts")
def test_a_result_in_the_authors_language_says_so(project: Project) -> None:
    shown = next(card for card in cards(project, "pl") if card["id"] == "lu-reparville-tool-bus")
    assert shown["lang"] == "fr"


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize("code", LANGUAGES)
def test_filters_list_only_values_that_practices_have(project: Project, code: str) -> None:
    catalogue = checked(project).catalogue
    rows = {row["name"]: row for row in read(project, code)["filters"]}
    for name, _title, _scheme in find_facets.FILTERS:
        told = find_facets.facets(catalogue).values()
        used = {value for each in told for value in each[name]}
        assert {value["key"] for value in rows.get(name, {"values": []})["values"]} == used
    assert all(row["values"] for row in rows.values())


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize("name", ["theme", "size", "setting", "state", "place"])
def test_a_column_tells_the_values_of_each_practice(project: Project, name: str) -> None:
    catalogue, entry = checked(project).catalogue, read(project, "pl")
    values = next(row["values"] for row in entry["filters"] if row["name"] == name)
    told = entry["columns"][name].split(" ")
    for id_, letters in zip(read(project, "pl", entry["ids"]), told, strict=True):
        keys = tuple(values[ord(letter) - find_facets.FIRST_LETTER]["key"] for letter in letters)
        assert keys == find_facets.facets(catalogue)[id_][name]


@pytest.mark.parametrize(
    ("yearly", "currency", "band"),
    [
        ("9000", "EUR", ("0",)),
        ("60000", "PLN", ("10000",)),
        ("600000", "MDL", ("10000",)),
        ("2500000", "EUR", ("1000000",)),
        ("100", "XAU", ()),
    ],
)
def test_costs_of_a_year_fall_into_bands_in_euro(
    project: Project, yearly: str, currency: str, band: tuple[str, ...]
) -> None:
    catalogue = checked(project).catalogue
    costs = Costs.model_validate({"yearly": yearly, "currency": currency})
    assert facets_of(catalogue, costs=costs)["cost"] == band


def test_an_ended_practice_without_any_costs_says_only_what_is_known(project: Project) -> None:
    catalogue = checked(project).catalogue
    told = facets_of(catalogue, costs=None, ended="2020")
    assert (told["state"], told["cost"]) == (("ended",), ())


@pytest.mark.usefixtures("counts")
def test_search_words_find_a_practice_but_are_not_shown(project: Project) -> None:
    catalogue = checked(project).catalogue
    shown = json.dumps(cards(project, "en"), ensure_ascii=False).casefold()
    words = [
        (practice.id, word)
        for practice in catalogue
        for phrase in catalogue.text(practice, "en").keywords
        for word in telling_words(phrase, "en")
        if practice.language == "en" and word.casefold() not in shown
    ]
    assert len(words) > 3
    for id_, word in words:
        key = min(find_postings.reduced(word, ["en"]))
        assert id_ in practices_with(project, "en", key)


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_place_is_found_by_its_names_in_every_language(project: Project, code: str) -> None:
    catalogue = checked(project).catalogue
    told = read(project, code)["concepts"]
    table = find_postings.tables_of(code, [code])
    for practice in catalogue:
        authority = catalogue.authority_of(practice)
        names = [authority.place, *(n.place for n in authority.names.values() if n.place)]
        for name in names:
            words = [min(find_postings.reduced(word, table)) for word in words_of(name)]
            assert ["place", find_facets.place_key(authority)] in told[" ".join(words)]
            assert practice.id in practices_with(project, code, words[0])


@pytest.mark.usefixtures("counts")
def test_neighbours_in_a_title_are_found_as_a_pair(project: Project) -> None:
    title = checked(project).catalogue.practices[LIBRARY].title
    one, other = (
        min(find_postings.reduced(word, ["en"])) for word in telling_words(title, "en")[:2]
    )
    assert LIBRARY in practices_with(project, "en", f"{one} {other}")


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("code", "word", "id_"),
    [
        ("fr", "bicyclette", "is-skrufvik-bicycle-harbour"),
        ("pl", "rower", "is-skrufvik-bicycle-harbour"),
        ("en", "bike", "is-skrufvik-bicycle-harbour"),
        ("pl", "maszyna szycia", "is-skrufvik-sewing-room"),
    ],
)
def test_a_practice_is_found_by_words_of_the_same_meaning(
    project: Project, code: str, word: str, id_: str
) -> None:
    key = " ".join(min(find_postings.reduced(each, [code])) for each in word.split())
    assert id_ in practices_with(project, code, key)


def test_a_phrase_of_the_dictionary_is_not_found_by_one_of_its_words() -> None:
    passage = Passage("meaning", "pl", 1.0, ("maszyna do szycia", "igła"))
    found = Document("ie-brill-knee", (passage,), {}, {})
    told = find_postings.postings([found], ["en"], "pl", frozenset({"pl"}))
    assert set(told) == {"maszyn szyc", "igl"}


def test_whoever_has_one_form_of_a_word_is_found_by_every_form_that_somebody_wrote() -> None:
    texts = ("rowery w mieście", "Miasto rowerów", "Ludzie miasta")
    found = [Document(f"ie-{n}", (_text(n),), {}, {}) for n in texts]
    told = find_postings.postings(found, ["en"] * 3, "pl", frozenset({"pl"}))
    for typed in ("mieście", "miasto", "miasta", "miast"):
        keys = find_postings.reduced(typed, ["pl"])
        assert {number for key in keys for number in told.get(key, ())} == {0, 1, 2}


def _text(words: str) -> Passage:
    return Passage("text", "pl", 1.0, (words,))


def test_a_place_is_found_and_offered_by_its_region_and_former_names(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    path = project.root / "community/authorities/ie-upper-mending.yml"
    text = path.read_text(encoding="utf-8")
    names = "names:\n  en: {also: [Ropeland]}\n"
    also = text.replace("names:\n", names).replace("Haut-Raccommodage}", "X, also: [Ficellie]}")
    path.write_text(also, encoding="utf-8")
    index(project)
    rows = [("en", "ropeland", True), ("fr", "ropeland", False), ("pl", "ficellie", False)]
    for code, typed, own in rows:
        key = min(find_postings.reduced(typed, [code]))
        assert LIBRARY in practices_with(project, code, key)
        assert (key in read(project, code)["concepts"]) == own
    shown = json.dumps([card for code in LANGUAGES for card in cards(project, code)])
    assert "Ropeland" not in shown
    assert "Ficellie" not in shown


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(("code", "little"), [("en", "the"), ("pl", "dla"), ("fr", "pour")])
def test_little_words_are_told_to_the_page_and_not_indexed(
    project: Project, code: str, little: str
) -> None:
    assert little in read(project, code)["little"]
    assert practices_with(project, code, little) == set()


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("code", "forms"),
    [("en", {"one", "other"}), ("pl", {"one", "few", "many"}), ("fr", {"one", "other"})],
)
def test_counted_texts_have_every_plural_form(project: Project, code: str, forms: set[str]) -> None:
    assert set(read(project, code)["practices"]) >= forms


def test_an_index_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    stale = project.site / "pl" / find.FOLDER / "old.find"
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
    assert title in [card["title"] for card in cards(project, "en")]


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(find).failed + doctest.testmod(find_facets).failed == 0


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
