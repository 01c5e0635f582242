"""The pages that stand between the catalogue and the renderer."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from knowledge import TODAY

from practicebook import pages, vocabulary
from practicebook.checks import check_all
from practicebook.language import Language
from practicebook.pages import Page
from practicebook.pages.page import file_of, front_matter
from practicebook.plain_yaml import read
from practicebook.project import Project

EXAMPLE = Path(__file__).parent / "example"
DOCS = Path(__file__).parents[1] / "docs"
LENDING = "practices/ie-upper-mending-library-of-things/index.md"
REPAIR = "practices/ie-upper-mending-repair-evening/index.md"
SEWING = "practices/is-skrufvik-sewing-room/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(EXAMPLE, tmp_path / "example")
    docs = tmp_path / "example" / "docs" / "en"
    docs.mkdir(parents=True)
    (docs / "about.md").write_text("# About\n\nA [link](page:rules/).\n\n## Ask {#ask}\n\nUs.\n")
    (docs / "contribute.md").write_text("# Tell\n\nAll.\n\n## Corrections {#corrections}\n\nSay.\n")
    return Project(tmp_path / "example")


def made(project: Project) -> dict[str, Page]:
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    similar = {"en": {"is-skrufvik-sewing-room": [("lu-reparville-tool-bus", "same size")]}}
    dates = {"is-skrufvik-sewing-room": ("2024-05-01", "2024-06-02")}
    every = pages.render_all(project, catalogue, words, similar, dates, TODAY)
    return {page.path: page for page in every}


def test_every_language_has_the_same_pages(project: Project) -> None:
    paths = list(made(project))
    by_language = [
        {p[3:] for p in paths if p.startswith(f"{code}/")} for code in ("en", "fr", "pl")
    ]
    assert by_language[0] == by_language[1] == by_language[2]
    assert {"index.md", "find/index.md", "about/index.md", LENDING} <= by_language[0]


def test_pages_are_the_same_each_time_they_are_made(project: Project) -> None:
    assert list(made(project).items()) == list(made(project).items())


def test_no_link_inside_the_site_leads_nowhere(project: Project) -> None:
    texts = {path: page.text for path, page in made(project).items() if path[2:3] == "/"}
    assert list(pages.broken(texts)) == []


def test_a_link_to_a_page_or_place_that_is_not_there_is_found() -> None:
    texts = {
        "en/index.md": '<h2 id="here">x</h2> <a href="a/">1</a> <a href="b/">2</a>',
        "en/a/index.md": '<a href="../#here">1</a> <a href="../#there">2</a> <a href="../c/?q=1">',
        "en/practices/x/index.md": '<a href="../../../data/all.json">1</a> <a href="../../">2</a>',
    }
    assert list(pages.broken(texts, ["data/all.json"])) == [
        ("en/index.md", "b/"),
        ("en/a/index.md", "../#there"),
        ("en/a/index.md", "../c/?q=1"),
    ]


def test_a_practice_translated_in_full_is_read_in_that_language(project: Project) -> None:
    text = made(project)[f"fr/{LENDING}"].text
    assert "Une objethèque" in text
    assert "L’humidité." in text
    assert 'class="notice"' not in text
    assert '"robots": ""' in text


def test_a_card_translation_says_what_is_and_what_is_not_translated(project: Project) -> None:
    text = made(project)[f"pl/{LENDING}"].text
    assert "Wypożyczalnia rzeczy" in text
    polish = Language.of("pl")
    told = polish.gettext(
        "Only the title and the summary are translated. The text is in {language}."
    )
    assert told.format(language="angielski") in text
    assert polish.gettext("Machine translation, checked by a person.") in text
    assert '<div class="prose" lang="en">' in text


def test_a_practice_without_translation_has_a_page_that_points_to_the_original(
    project: Project,
) -> None:
    page = made(project)[f"fr/{SEWING}"]
    assert '<h1 lang="en">A sewing room' in page.text
    told = Language.of("fr").gettext(
        "This page is not yet translated. You are reading it in {language}."
    )
    assert told.format(language="anglais") in page.text
    assert '"robots": "noindex"' in page.text
    assert (
        '"canonical": "https://mending.example/en/practices/is-skrufvik-sewing-room/"' in page.text
    )
    assert '"languages": []' in page.text
    assert page.languages == ()


def test_a_compiled_practice_says_that_nobody_has_confirmed_it(project: Project) -> None:
    assert "Compiled from public sources. Not yet confirmed" in made(project)[f"en/{SEWING}"].text
    assert "Compiled from public sources" not in made(project)[f"en/{LENDING}"].text


def test_the_facts_of_a_practice_stand_on_its_page(project: Project) -> None:
    text = made(project)[f"en/{LENDING}"].text
    for fact in (
        "since April 2021",
        "4,200\u00a0EUR (2024)",
        "96.5",
        'id="source-1"',
        "CC0",
        "0.2",
    ):
        assert fact in text


def test_a_practice_of_one_year_names_the_year_once(project: Project) -> None:
    file = project.practices / "is" / "is-skrufvik-sewing-room.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("started: not-known", "started: 2022\nended: 2022"), "utf-8")
    every = made(project)
    page = every[f"en/{SEWING}"].text
    assert "<dt>When</dt><dd>2022</dd>" in page
    cards = every["en/countries/is/index.md"].text
    assert "Iceland · 2022</p>" in cards
    assert "2022–2022" not in cards


def test_a_citation_begins_with_who_tells_it(project: Project) -> None:
    every = made(project)
    compiled = every[f"en/{SEWING}"].text.split('<p class="citation">')[1]
    told = every[f"en/{LENDING}"].text.split('<p class="citation">')[1]
    assert compiled.startswith(
        "Mending Commons: <span>A sewing room where trousers get a second knee</span>, "
        "compiled from public sources, 2 June 2024. https://mending.example/"
    )
    assert told.startswith("Village of Upper Mending: <span>A library of things")


def test_a_source_in_another_language_is_marked_with_its_publisher(project: Project) -> None:
    text = made(project)["en/practices/lu-reparville-tool-bus/index.md"].text
    assert 'lang="fr">Le bus à outils fête son premier tour</a>' in text
    assert '<span lang="fr">La Gazette de Réparville</span> · 14 September 2023 · French' in text


def test_a_similar_practice_is_shown_with_the_reason(project: Project) -> None:
    text = made(project)[f"en/{SEWING}"].text
    assert '<p class="why">same size</p>' in text
    assert "Added: 1 May 2024" in text


def test_a_former_name_leads_to_the_present_page(project: Project) -> None:
    text = made(project)["pl/practices/ie-upper-mending-fix-it-night/index.html"].text
    assert 'content="0; url=../ie-upper-mending-repair-evening/"' in text
    assert '<a href="../ie-upper-mending-repair-evening/">' in text
    assert 'name="robots" content="noindex"' in text


def test_a_hand_written_page_missing_in_a_language_is_shown_in_the_default_one(
    project: Project,
) -> None:
    text = made(project)["fr/about/index.md"].text
    assert '<div class="prose" lang="en">' in text
    assert '<a href="../rules/">link</a>' in text
    assert '<h2 id="ask">Ask</h2>' in text


def test_a_hostile_title_reaches_no_page_unescaped(project: Project) -> None:
    file = project.root / "practices/ie/ie-upper-mending-repair-evening.md"
    text = file.read_text(encoding="utf-8")
    hostile = re.sub(r"(?m)^title: .*$", """title: 'Five "o clock" & more: a {tale}'""", text)
    file.write_text(hostile, encoding="utf-8")
    page = made(project)[f"en/{REPAIR}"].text
    assert '"title": "Five \\"o clock\\" & more: a {tale}"' in page
    assert "<h1>Five &#34;o clock&#34; &amp; more: a {tale}</h1>" in page


@pytest.mark.parametrize(
    "value", ['a: "b"', "# no", "{{ x }}", "back\\slash", "line\u2028two\x85", "---", "null", "🙂"]
)
def test_front_matter_reads_back_as_it_was(value: str) -> None:
    text = front_matter({"title": value, "languages": (value, "b")})
    header = text.split("---\n")[1] if value != "---" else text[4:-4]
    printable = "".join(letter for letter in value if letter.isprintable())
    assert read(header).value == {"title": printable, "languages": [printable, "b"]}


def test_each_page_stands_in_one_block_of_html(project: Project) -> None:
    for page in made(project).values():
        if page.path.endswith(".md"):
            body = page.text.split("\n---\n", 1)[1].strip()
            assert body.startswith('<div class="page">\n')
            assert body.endswith("\n</div>")
            assert body.count("<div") == body.count("</div>")


def test_the_list_for_search_engines_has_each_page_in_each_language_it_can_be_read_in(
    project: Project,
) -> None:
    text = made(project)["shared/sitemap.xml"].text
    assert (
        "<loc>https://mending.example/fr/practices/ie-upper-mending-library-of-things/</loc>"
        in text
    )
    assert "https://mending.example/fr/practices/is-skrufvik-sewing-room/" not in text
    assert (
        "<loc>https://mending.example/en/practices/is-skrufvik-sewing-room/</loc>"
        "<lastmod>2024-06-02</lastmod></url>" in text
    )


def test_only_pages_that_differ_are_written_and_old_ones_go(tmp_path: Path) -> None:
    first = [Page("en/a.md", "a"), Page("en/x/b.md", "b")]
    assert pages.write(tmp_path, first).changed == ("en/a.md", "en/x/b.md")
    before = (tmp_path / "en/a.md").stat().st_mtime_ns
    written = pages.write(tmp_path, [Page("en/a.md", "a"), Page("en/c.md", "c")])
    assert (written.changed, written.removed) == (("en/c.md",), ("en/x/b.md",))
    assert (tmp_path / "en/a.md").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "c.md", "en"]


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.md"), ("find/", "find/index.md"), ("practices/x/", "practices/x/index.md")],
)
def test_an_address_has_one_file(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    "file", sorted(DOCS.glob("*/*.md")), ids=lambda f: f"{f.parent.name}-{f.stem}"
)
def test_a_hand_written_page_has_the_same_parts_in_every_language(file: Path) -> None:
    parts = re.compile(r"\{#([a-z-]+)\}$|\]\(([^)]+)\)", re.MULTILINE)
    english = (DOCS / "en" / file.name).read_text(encoding="utf-8")
    assert sorted(parts.findall(file.read_text(encoding="utf-8"))) == sorted(parts.findall(english))
