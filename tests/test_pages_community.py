"""The pages of questions, adoptions, authorities, the community and events."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest
from knowledge import TODAY, checked, copy_example

from practicebook import pages, vocabulary
from practicebook.language import Language
from practicebook.pages.events import last_day
from practicebook.project import Project

DAMP = "questions/does-damp-undo-the-mending/index.md"
PARTS = "questions/who-pays-for-spare-parts/index.md"
REPAIR = "practices/ie-upper-mending-repair-evening/index.md"
EVENT = "community/events/day-of-the-screwdriver.yml"
VILLAGE = "community/authorities/ie-upper-mending.yml"


ASKED = """---
title: Does the damp undo the mending
summary: Menders of two places worry that things glued in a cold hall come apart within the year.
language: en
kind: concern
asked_by:
  type: ngo
countries: [IE, IS]
themes: [repair, waste]
addressed_to: [League of Mending Towns]
sources:
  - title: Letter of the damp hall
    url: https://league.example.org/damp
---

## The question

Menders of two places worry that things glued in a cold hall come apart within the year [1].
"""
ASKED_IN_POLISH = """---
title: Czy wilgoć psuje to, co naprawione
summary: Naprawiający z dwóch miejsc boją się, że rzeczy klejone w chłodzie zaraz się rozpadną.
translation: machine
source_hash: 7aa6efc4b8b8
---
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The example with one question more, which nobody has answered and somebody has translated."""
    copied = copy_example(tmp_path)
    folder = copied.community / "questions"
    (folder / "does-damp-undo-the-mending.md").write_text(ASKED, encoding="utf-8")
    (folder / "does-damp-undo-the-mending.pl.md").write_text(ASKED_IN_POLISH, encoding="utf-8")
    return copied


def made(project: Project, today: date = TODAY) -> dict[str, str]:
    """The text of every page and file by its path."""
    catalogue, words = checked(project).catalogue, vocabulary.load(project)
    every = pages.render_all(project, catalogue, words, {}, {}, today)
    return {page.path: page.text for page in every}


def change(project: Project, file: str, old: str, new: str) -> None:
    path = project.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def after(text: str, heading: str) -> str:
    """What stands on a page from a heading up to the next of its rank."""
    return text.split(f"{heading}</h2>", 1)[1].split("<h2", 1)[0]


# ---- questions --------------------------------------------------------------------------------


def test_a_question_without_a_reply_says_so_and_how_to_answer(project: Project) -> None:
    text = made(project)[f"en/{DAMP}"]
    assert "Nobody has answered this yet." in after(text, "What others have done")
    assert "It is not an answer of those" not in text


def test_a_reply_stands_below_the_question_with_its_practices(project: Project) -> None:
    text = made(project)[f"en/{PARTS}"]
    reply = after(text, "What others have done")
    assert '<a href="../../practices/ie-upper-mending-repair-evening/">the repair evening</a>' in (
        reply
    )
    assert "It is not an answer of those the question is addressed to." in reply
    assert 'class="card"' in after(text, "Practices that help with it")
    assert "Nobody has answered" not in text


def test_a_translated_question_is_not_told_again_in_the_words_of_the_original(
    project: Project,
) -> None:
    text = made(project)[f"pl/{DAMP}"]
    assert "<h1>Czy wilgoć psuje to, co naprawione</h1>" in text
    assert '<p class="lead"><span>Naprawiający z dwóch' in text
    assert "Menders of two places worry" not in text.split('<div class="page">')[1]
    only = "Only the title and the summary are translated. The text is in {language}."
    assert Language.of("pl").gettext(only).format(language="angielski") not in text
    assert '<h2 id="question">' not in text
    assert Language.of("pl").gettext("Machine translation, not yet checked by a person.") in text
    assert '"languages": ["en", "pl"]' in text


def test_a_question_in_its_own_words_does_not_say_them_twice(project: Project) -> None:
    text = made(project)[f"en/{DAMP}"].split('<div class="page">')[1]
    assert text.count("Menders of two places worry") == 1
    lead = text.split('<p class="lead">')[1].split("</p>")[0]
    assert lead.endswith(
        'within the year.</span> <a class="cite" href="#source-1">'
        '[<span class="said">source </span>1]</a>'
    )


def test_a_question_longer_than_its_summary_is_told_below_it(project: Project) -> None:
    text = made(project)[f"en/{PARTS}"]
    assert "The town wants to know" in after(text, "The question")
    assert "A town asks who pays" in text.split('<p class="lead">')[1].split("</p>")[0]


def test_a_reply_nobody_has_translated_is_shown_in_its_own_language(project: Project) -> None:
    asked = project.community / "questions" / "does-damp-undo-the-mending.md"
    asked.write_text(ASKED + "\n## What others have done\n\nThey heat the hall.\n", "utf-8")
    text = made(project)[f"pl/{DAMP}"]
    assert '<h2 id="question">' not in text
    assert '<div class="prose" lang="en">\n<p>They heat the hall.</p>' in text
    told = Language.of("pl").gettext(
        "Only the title and the summary are translated. The text is in {language}."
    )
    assert told.format(language="angielski") in text


def test_a_question_without_a_translation_leads_search_engines_to_the_original(
    project: Project,
) -> None:
    text = made(project)[f"fr/{PARTS}"]
    assert '"robots": "noindex"' in text
    assert '"canonical": "https://mending.example/en/questions/who-pays-for-spare-parts/"' in text


@pytest.mark.parametrize(
    ("page", "waiting", "answered"),
    [
        ("questions/index.md", True, True),
        ("questions/kinds/question/index.md", False, True),
        ("questions/kinds/concern/index.md", True, False),
        ("questions/countries/ie/index.md", True, False),
        ("questions/countries/lu/index.md", False, True),
        ("themes/repair/index.md", True, True),
        ("themes/waste/index.md", True, False),
    ],
)
def test_a_list_tells_what_waits_for_an_answer_from_what_has_one(
    page: str, waiting: bool, answered: bool, project: Project
) -> None:
    text = made(project)[f"en/{page}"]
    damp, parts = "questions/does-damp-undo", "questions/who-pays-for"
    first, _, second = text.partition("Asked, with what others have done</h2>")
    assert (damp in first.partition("not yet answered</h2>")[2]) is waiting
    assert (parts in second) is answered
    assert damp not in second


def test_a_theme_nobody_asked_about_has_no_empty_list(project: Project) -> None:
    assert "Asked and not yet answered" not in made(project)["en/themes/sewing/index.md"]


def test_a_hostile_question_is_shown_and_not_obeyed(project: Project) -> None:
    file = f"community/{DAMP.removesuffix('/index.md')}.md"
    change(project, file, "[League of Mending Towns]", """['"Us" & {them} onclick=x']""")
    change(project, file, "title: Does the damp", 'title: "The \\"damp\\" & {{x}}, does it')
    change(project, file, "undo the mending\nsummary", 'undo the mending"\nsummary')
    change(project, file, "{{x}}", "{x}")
    text = made(project)[f"en/{DAMP}"]
    assert "<li>&#34;Us&#34; &amp; {them} onclick=x</li>" in text
    assert "<h1>The &#34;damp&#34; &amp; {x}, does it undo the mending</h1>" in text


# ---- adoptions and authorities ----------------------------------------------------------------


def test_a_practice_tells_who_took_it_over_and_what_it_helps_to_answer(project: Project) -> None:
    text = made(project)[f"fr/{REPAIR}"]
    adopted = after(text, Language.of("fr").gettext("Who took it over"))
    assert '<a href="../../authorities/is-skrufvik/">Skrúfvík</a>' in adopted
    changed = "<dd>La soirée est devenue un samedi, et les chaises des vélos.</dd>"
    assert changed in adopted
    polish = made(project)[f"pl/{REPAIR}"]
    assert '<dd lang="en">The evening became a Saturday, and chairs became bicycles.</dd>' in polish
    assert "How a harbour learnt from a hill" in adopted
    assert "questions/who-pays-for-spare-parts/" in after(
        text, Language.of("fr").gettext("Questions it helps to answer")
    )
    assert '<a href="#taken-over">' in text


def test_both_authorities_tell_of_an_adoption(project: Project) -> None:
    every = made(project)
    taker = after(every["en/authorities/is-skrufvik/index.md"], "What it took over from others")
    giver = after(every["en/authorities/ie-upper-mending/index.md"], "Who took over its practices")
    assert '<a href="../../authorities/ie-upper-mending/">' in taker
    assert '<a href="../../authorities/is-skrufvik/">' in giver
    assert "practices/ie-upper-mending-repair-evening/" in taker
    assert "practices/ie-upper-mending-repair-evening/" in giver


def test_the_facts_of_an_authority_lead_to_their_sources(project: Project) -> None:
    change(
        project, VILLAGE, "level: village\n",
        "level: village\nrole: member\nfacts:\n  - {text: It has a hill, source: 1}\nsources:\n"
        "  - {title: The hill, url: 'https://hill.example.org/', language: fr}\n",
    )  # fmt: skip
    text = made(project)["pl/authorities/ie-upper-mending/index.md"]
    assert '<span lang="en">It has a hill</span> <a class="cite" href="#source-1">' in text
    assert '<li id="source-1"><a href="https://hill.example.org/"' in text
    role = '<span lang="en">A place in the League of Mending Towns.</span>'
    assert f'<a href="../../community/#member">{role}</a>' in text


def test_the_community_is_told_by_role_with_what_each_has_here(project: Project) -> None:
    change(project, VILLAGE, "level: village\n", "level: village\nrole: member\n")
    text = made(project)["en/community/index.md"]
    assert '<h2 id="member">Member' in text
    assert "member since 2019" in text
    assert "practices/ie-upper-mending-library-of-things/" in text
    assert "Skrúfvík" not in text


def test_without_questions_roles_and_events_there_are_no_pages_of_them(project: Project) -> None:
    for name in ("questions", "adoptions", "events"):
        for file in (project.community / name).iterdir():
            file.unlink()
    every = made(project)
    folders = ("questions", "community", "events")
    assert [path for path in every if path.split("/")[1] in folders] == []
    texts = {path: text for path, text in every.items() if path[2:3] == "/"}
    assert list(pages.broken(texts)) == []


# ---- events -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "is_coming"),
    [("2025-05-09", True), ("2025-05-11", True), ("2025-05-12", False)],
)
def test_an_event_is_coming_up_to_its_last_day(
    today: str, is_coming: bool, project: Project
) -> None:
    every = made(project, date.fromisoformat(today))
    text = every["en/events/index.md"]
    assert ("Day of the screwdriver" in after(text, "Coming")) is is_coming
    assert ("No coming event is known here." in text) is not is_coming
    assert ("en/events/day-of-the-screwdriver.ics" in every) is is_coming
    assert ('href="day-of-the-screwdriver.ics"' in text) is is_coming
    assert "en/events/calendar.ics" in every


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3)),
    ],
)
def test_an_event_of_which_little_is_known_may_be_at_the_end(
    start: str, last: date, project: Project
) -> None:
    change(project, EVENT, "start: 2025-05-10\nend: 2025-05-11", f"start: {start}")
    (event,) = checked(project).catalogue.events.values()
    assert last_day(event) == last


def test_an_event_of_one_day_names_the_day_once(project: Project) -> None:
    change(project, EVENT, "end: 2025-05-11", "end: 2025-05-10")
    assert made(project)["en/events/index.md"].count("10 May 2025") == 1


@pytest.mark.parametrize("start", ["2026", "2026-02"])
def test_an_event_without_a_day_is_told_in_words_and_is_in_no_calendar(
    start: str, project: Project
) -> None:
    change(project, EVENT, "start: 2025-05-10\nend: 2025-05-11", f"start: {start}")
    every = made(project)
    assert "2026" in after(every["en/events/index.md"], "Coming")
    assert [path for path in every if path.endswith(".ics")] == []
    assert ".ics" not in every["en/events/index.md"]


def test_a_calendar_holds_whole_days_and_is_the_same_on_every_day(project: Project) -> None:
    text = made(project)["pl/events/day-of-the-screwdriver.ics"]
    assert made(project, date(2025, 1, 1))["pl/events/day-of-the-screwdriver.ics"] == text
    for line in (
        "DTSTART;VALUE=DATE:20250510",
        "DTEND;VALUE=DATE:20250512",
        "DTSTAMP:20250510T000000Z",
        "UID:day-of-the-screwdriver@mending.example",
        "LOCATION:Dolne Naprawy\\, Irlandia",
        "SUMMARY;LANGUAGE=pl:Dzień śrubokrętu",
    ):
        assert f"\r\n{line}\r\n" in text
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_what_could_end_a_line_of_a_calendar_is_written_safely(project: Project) -> None:
    title = "Źrebię; kleić, \\ łatać BEGIN:VALARM " + "ż" * 40
    change(project, EVENT, "title: Day of the screwdriver", f"title: '{title}'")
    text = made(project)["en/events/calendar.ics"]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event["summary"] == title
    assert icalendar.Calendar.from_ical(text).walk("VALARM") == []


def test_a_calendar_among_the_pages_can_be_led_to_and_hides_none() -> None:
    texts = {
        "en/events/a.ics": "BEGIN:VCALENDAR",
        "en/events/index.md": '<p id="here"><a href="#here">1</a> <a href="a.ics">2</a></p>',
        "en/events/z.ics": 'X <a href="nowhere/">',
    }
    assert list(pages.broken(texts)) == []
