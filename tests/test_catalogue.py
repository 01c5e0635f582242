"""All that is valid, by name and by relation, and the words a reader gets."""

from __future__ import annotations

from pathlib import Path

from arrangements import CARD, changed
from knowledge import EXAMPLE, checked, copy_example, good, with_practice

from practicebook.catalogue import digest_of_words, told_in
from practicebook.models import Practice, Result
from practicebook.project import Project

CATALOGUE = checked(Project(EXAMPLE)).catalogue
THINGS = CATALOGUE.practices["ie-upper-mending-library-of-things"]


def test_practices_stand_in_the_order_of_their_names() -> None:
    assert [practice.id for practice in CATALOGUE] == sorted(CATALOGUE.practices)


def test_a_practice_is_found_by_term_country_authority_and_former_name() -> None:
    repair = [practice.id for practice in CATALOGUE.with_term("themes", "bicycles")]
    assert repair == ["is-skrufvik-bicycle-harbour", "lu-reparville-tool-bus"]
    assert len(CATALOGUE.with_term("kind", "did-not-work")) == 1
    assert len(CATALOGUE.by_country("LU")) == 2
    assert len(CATALOGUE.by_authority("ie-upper-mending")) == 2
    assert CATALOGUE.countries == ("IE", "IS", "LU")
    assert dict(CATALOGUE.moved) == {
        "ie-upper-mending-fix-it-night": "ie-upper-mending-repair-evening"
    }
    assert CATALOGUE.authority_of(THINGS).place == "Upper Mending"


def test_a_reader_gets_the_original_a_whole_translation_or_a_card() -> None:
    english, french, polish = (CATALOGUE.text(THINGS, code) for code in ("en", "fr", "pl"))
    assert (english.is_original, english.is_card_only, english.origin) == (True, False, "original")
    assert (french.is_original, french.is_card_only, french.body_language) == (False, False, "fr")
    assert french.sections[0].text.startswith("Chaque maison")
    assert (polish.is_original, polish.is_card_only, polish.body_language) == (False, True, "en")
    assert polish.title == "Wypożyczalnia rzeczy w starej pompowni"
    assert polish.sections == THINGS.sections


def test_a_reader_of_a_language_without_translation_gets_the_original() -> None:
    text = CATALOGUE.text(THINGS, "uk")
    assert text.is_original
    assert text.language == "en"


def test_a_translation_of_an_older_text_says_so(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    changed(CARD, "source_hash: 09e198a5b1f7", "source_hash: 0123456789ab")(project)
    catalogue = checked(project).catalogue
    assert catalogue.text(THINGS, "pl").older
    assert not catalogue.text(THINGS, "fr").older


def test_the_digest_follows_the_words_and_not_the_facts() -> None:
    whole = CATALOGUE.translations[THINGS.id, "fr"]
    digest = digest_of_words(THINGS, whole)
    assert digest == "87fe577f7a6f"

    def after(**changes: object) -> str:
        return digest_of_words(THINGS.model_copy(update=changes), whole)

    assert after(staff=None, keywords=(), results=_results(THINGS, value=1)) == digest
    assert after(summary="Other words.") != digest
    assert after(results=_results(THINGS, what="Spoons")) != digest
    assert after(sections=THINGS.sections[1:]) != digest


def test_the_digest_of_a_card_leaves_out_what_is_not_translated() -> None:
    card = CATALOGUE.translations[THINGS.id, "pl"]
    digest = digest_of_words(THINGS, card)
    shorter = {"sections": (), "results": _results(THINGS, what="Spoons")}
    assert digest_of_words(THINGS.model_copy(update=shorter), card) == digest


def _results(practice: Practice, **changes: object) -> tuple[Result, ...]:
    return tuple(result.model_copy(update=changes) for result in practice.results)


def test_the_facts_of_a_header_stay_and_their_words_are_those_of_the_translation() -> None:
    french = CATALOGUE.text(THINGS, "fr")
    assert french.header_language == "fr"
    (things, loans), (club, _shop) = french.header.results, french.header.partners
    assert (things.what, things.value, things.unit, things.year) == (
        "Choses sur les étagères", 312, "choses", 2024,
    )  # fmt: skip
    assert (loans.unit, loans.source) == ("%", 1)
    assert (club.name, club.type) == ("Les Cyclistes raccommodeurs", "club")
    assert THINGS.costs
    assert french.header.costs == THINGS.costs.model_copy(
        update={"note": "Surtout les heures de la bibliothécaire"}
    )
    assert CATALOGUE.text(THINGS, "pl").header == THINGS
    assert CATALOGUE.text(THINGS, "pl").header_language == "en"


def test_events_adoptions_and_facts_of_authorities_are_told_in_other_languages() -> None:
    (event,), (adoption,) = CATALOGUE.events.values(), CATALOGUE.adoptions.values()
    harbour = CATALOGUE.authorities["is-skrufvik"]
    polish, french = told_in(event, "pl", "en"), told_in(adoption, "fr", "en")
    assert (polish.language, polish.origin, polish.older) == ("pl", "machine", False)
    assert (polish.content.title, polish.content.start) == ("Dzień śrubokrętu", "2025-05-10")
    assert french.content.changed == "La soirée est devenue un samedi, et les chaises des vélos."
    assert told_in(harbour, "pl", "en").content.facts[0].text.startswith("Port w piątki")
    assert told_in(event, "fr", "en") == told_in(event, "en", "en")
    assert told_in(event, "fr", "en").language == "en"


def test_a_practice_with_something_to_fix_is_not_published_and_advice_does_not_matter(
    tmp_path: Path,
) -> None:
    wrong = with_practice(tmp_path / "wrong", good("Salt eats", "<b>Salt</b> eats"))
    advised = with_practice(tmp_path / "advised", good("Heating.", "Ask jan.kowalski@example.org."))
    assert "ie-shown" not in checked(wrong).catalogue.practices
    assert "ie-shown" in checked(advised).catalogue.practices


def test_what_belongs_to_a_broken_file_waits_without_a_word(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    original = project.practices / "ie/ie-upper-mending-library-of-things.md"
    original.write_text("---\nnothing closes this\n", encoding="utf-8")
    found = checked(project)
    assert {problem.file for problem in found.problems} == {project.relative(original)}
    assert THINGS.id not in found.catalogue.practices
    assert {id_ for id_, _language in found.catalogue.translations} == {"lu-reparville-tool-bus"}


def test_practices_of_a_broken_authority_wait_without_a_word(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    changed("community/authorities/lu-reparville.yml", "country: LU", "country: Luxembourg")(
        project
    )
    found = checked(project)
    assert [problem.code for problem in found.problems] == ["not-a-country"]
    assert found.catalogue.by_country("LU") == ()
