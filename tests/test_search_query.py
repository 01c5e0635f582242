"""What people type finds practices, whatever the language, the marks and the endings."""

from __future__ import annotations

import pytest
from search.commons import (
    AUTHORITIES,
    LANGUAGES,
    PRACTICES,
    authority,
    commons,
    practice,
    vocabulary,
)

from practicebook.search.index import SearchUnavailable, update
from practicebook.search.query import search

GARDENS = {"ie-brill-beds", "ie-brill-plots", "ie-corry-orchard"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("index")
    update(made, commons(), vocabulary(), LANGUAGES)
    return made


def found(folder, words, **filters):
    return [hit.id for hit in search(folder, words, filters).hits]


@pytest.mark.parametrize(
    "words",
    [
        "garden",
        "GARDENS",
        "allotments",
        "ogrodów",
        "ogrodow",
        "działki",
        "dzialka",
        "grădinile",
        "gradina",
        "grădinilor",
        "legumelor",
        "садів",
        "городи",
        "jardin",
        "potagers",
        "огороды",
    ],
)
def test_a_label_or_synonym_in_any_language_finds_practices_written_in_english(folder, words):
    assert set(found(folder, words)) == GARDENS


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("compost", "ie-brill-beds"),
        ("pays water", "ie-brill-beds"),
        ("ratusz", "ie-brill-beds"),
        ("sasiad fasola", "ie-brill-beds"),
        ("bunicilor", "ie-dunmore-choir"),
        ("dziecko", "ie-dunmore-choir"),
        ("пором", "ie-elk-ferry"),
        ("сусід", "ie-elk-ferry"),
        ("Елк", "ie-elk-ferry"),
        ("Ełk", "ie-elk-ferry"),
        ("elk", "ie-elk-ferry"),
        ("DJ", "ie-dunmore-choir"),
        ("piano", "ie-dunmore-choir"),
    ],
)
def test_words_of_texts_translations_search_words_and_places_find_their_practice(
    folder, words, name
):
    assert found(folder, words) == [name]


def test_practices_that_have_all_words_stand_before_those_that_have_any(folder):
    answer = search(folder, "vegetable beans piano apples")
    assert answer.any_word
    both = search(folder, "beans apples orchard piano rakes")
    assert both.any_word
    mixed = search(folder, "beans apples")
    assert mixed.any_word
    assert [hit.id for hit in mixed.hits] == ["ie-corry-orchard", "ie-brill-beds"]
    assert mixed.hits[0].matched == ("beans", "apples")
    assert mixed.hits[1].matched == ("beans",)


def test_a_form_that_sounds_otherwise_finds_every_form_of_its_word(tmp_path):
    names = {"ie-brill-town": "Mieście na rowery", "ie-brill-towns": "Miasto bez rowerów"}
    made = [practice(name, title, "Jest dobrze.", language="pl") for name, title in names.items()]
    update(tmp_path, commons(tuple(made), ()), vocabulary(), LANGUAGES)
    assert set(found(tmp_path, "mieście")) == set(found(tmp_path, "miasto")) == set(names)


def test_with_enough_practices_that_have_all_words_the_others_are_left_out(tmp_path):
    twins = [practice(f"ie-brill-{n}", f"Beans and peas {n}", "Both grow well.") for n in range(3)]
    single = practice("ie-brill-other", "Only beans, nothing else", "They grow well.")
    rest = [
        practice(f"ie-brill-rest-{n}", f"Something else {n}", "So it is here.") for n in range(6)
    ]
    update(tmp_path, commons((*twins, single, *rest), ()), vocabulary(), LANGUAGES)
    answer = search(tmp_path, "beans peas")
    assert not answer.any_word
    assert {hit.id for hit in answer.hits} == {twin.id for twin in twins}


def test_one_word_that_few_practices_have_does_not_bring_others(folder):
    answer = search(folder, "piano")
    assert (len(answer.hits), answer.any_word) == (1, False)


@pytest.mark.parametrize("words", ["the piano of it", "piano for a", "w piano", "for piano"])
def test_words_that_tell_nothing_apart_need_not_be_there(folder, words):
    answer = search(folder, words)
    assert ([hit.id for hit in answer.hits], answer.any_word) == (["ie-dunmore-choir"], False)


def test_when_nobody_wrote_the_telling_words_the_common_ones_are_looked_for(folder):
    answer = search(folder, "gardens in Atlantis")
    assert ({hit.id for hit in answer.hits}, answer.any_word) == (GARDENS, True)


@pytest.mark.parametrize(
    ("typed", "meant", "name"),
    [
        ("orchrad", "orchard", "ie-corry-orchard"),
        ("sasiezdi fasola", "sąsiedzi", "ie-brill-beds"),
        ("bunci", "bunici", "ie-dunmore-choir"),
        ("сусідюв", "сусідів", "ie-elk-ferry"),
    ],
)
def test_a_slip_still_finds_and_the_answer_says_what_was_looked_for(folder, typed, meant, name):
    answer = search(folder, typed)
    assert name in {hit.id for hit in answer.hits}
    assert answer.mended == {typed.split()[0]: meant}


def test_a_word_that_somebody_wrote_is_not_mended(folder):
    assert search(folder, "orchard").mended == {}
    assert search(folder, "zzzzqqqq").mended == {}


def test_a_sentence_also_finds_practices_that_have_most_of_it(folder):
    answer = search(folder, "neighbours grow beans together with rakes and tools")
    assert answer.hits[0].id == "ie-brill-beds"
    assert answer.any_word
    assert {hit.id for hit in answer.hits} > {"ie-brill-beds", "ie-corry-orchard"}


@pytest.mark.parametrize(
    "words",
    ["what about the piano?", "o pianie to jest", "де є піано або piano", "le piano est où"],
)
def test_little_words_of_the_language_that_was_typed_in_count_nothing(folder, words):
    assert {hit.id for hit in search(folder, words).hits} <= {"ie-dunmore-choir"}


def test_a_word_that_is_little_in_another_language_is_looked_for(tmp_path):
    care = practice("ie-brill-care", "Care at home", "Somebody comes along.")
    update(tmp_path, commons((*PRACTICES, care), ()), vocabulary(), LANGUAGES)
    assert [hit.id for hit in search(tmp_path, "care").hits] == ["ie-brill-care"]
    assert search(tmp_path, "home care").hits[0].id == "ie-brill-care"


@pytest.mark.parametrize("words", ["Lakeland", "kraina jezior", "Kraine Jezior", "Озерний край"])
def test_a_place_is_found_by_its_region_in_any_language(tmp_path, words):
    names = {
        "en": {"also": ["Lakeland"]},
        "pl": {"place": "Ełk", "also": ["Kraina Jezior"]},
        "uk": {"also": ["Озерний край"]},
    }
    elk = authority("ie-elk", "Ełk", None, names=names)
    kept = tuple(each for each in AUTHORITIES if each.id != "ie-elk")
    update(tmp_path, commons(authorities=(*kept, elk)), vocabulary(), LANGUAGES)
    assert [hit.id for hit in search(tmp_path, words).hits] == ["ie-elk-ferry"]


def test_the_title_counts_more_than_the_text(folder):
    assert found(folder, "orchard")[0] == "ie-corry-orchard"
    assert found(folder, "beans")[0] == "ie-brill-beds"


def test_the_line_that_has_the_words_is_shown_in_its_language(folder):
    shed = search(folder, "rake sheds").hits[0]
    assert (shed.line, shed.language) == ("A shed was built for rakes.", "en")
    lent = search(folder, "lent tools").hits[0]
    assert lent.line == "The village lent tools."
    beans = search(folder, "fasole sasiedzi").hits[0]
    assert (beans.line.startswith("Sąsiedzi sadzą fasolę."), beans.language) == (True, "pl")


def test_search_words_are_never_shown(folder):
    hit = search(folder, "compost").hits[0]
    assert "compost" not in hit.line.lower()
    assert hit.matched == ("compost",)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"theme": "gardens"}, GARDENS),
        ({"theme": "gardens", "group": "old"}, {"ie-brill-plots", "ie-corry-orchard"}),
        ({"evidence": "counted"}, {"ie-brill-beds"}),
        ({"kind": "did-not-work"}, {"ie-elk-ferry"}),
        ({"language": "pl"}, set()),
        ({"country": "IE"}, {each.id for each in PRACTICES}),
        ({"country": "no such"}, set()),
    ],
)
def test_filters_alone_list_what_passes_them(folder, filters, names):
    assert set(found(folder, "", **filters)) == names


def test_filters_narrow_what_words_find(folder):
    assert found(folder, "neighbours", theme="ferries") == ["ie-elk-ferry"]


def test_an_unknown_filter_is_told(folder):
    with pytest.raises(ValueError, match="theme, group, country"):
        search(folder, "garden", {"colour": "red"})


def test_no_more_than_the_limit_is_found(folder):
    assert len(search(folder, "garden", limit=2).hits) == 2


def test_without_words_and_filters_nothing_is_found(folder):
    assert search(folder, "  ").hits == ()


def test_where_no_index_is_a_sentence_says_so(tmp_path):
    with pytest.raises(SearchUnavailable, match="There is no search index"):
        search(tmp_path / "nothing", "garden")


@pytest.mark.parametrize(
    "words",
    [
        '"garden',
        "garden*",
        "*garden",
        "gard?n garden",
        "garden AND",
        "NOT garden",
        "(garden OR",
        "title:garden",
        "garden^1000000",
        "garden~9999",
        "[a TO z] garden",
        "garden' OR 1=1 --",
        "<script>garden</script>",
        "😀 garden 😀",
        "garden\x00\x1b[31m",
        "\u202egarden",
        "garden\ud800",
        "garden\\",
        "../../garden",
        "garden " * 5000,
        "garden " + "a" * 100_000,
        "garden " + " ".join(f"w{n}" for n in range(200)),
        "garden " + "*" * 200,
    ],
)
def test_nothing_that_is_typed_is_an_operator_or_stops_the_search(folder, words):
    assert set(found(folder, words)) >= GARDENS


@pytest.mark.parametrize("words", ["*", '"""', "AND", "((((", "😀", "\x00", "?" * 5000, "\ud800"])
def test_a_query_without_words_that_anybody_wrote_finds_nothing(folder, words):
    assert search(folder, words).hits == ()


def test_only_the_first_twenty_words_and_three_hundred_characters_count(folder):
    assert not found(folder, " ".join(f"q{n}" for n in range(20)) + " garden")
    assert not found(folder, "q" * 300 + " garden")
