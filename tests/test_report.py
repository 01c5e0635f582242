"""All ways of telling problems: for a person, for other programs, on the lines of a change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from knowledge import ENGLISH, EXAMPLE, SHOWN, checked, good, told, with_practice

from practicebook import vocabulary
from practicebook.problems import Problem, Word
from practicebook.project import Project
from practicebook.report import Told, counts, data, github, plain, tell

PROBLEM = Problem(
    "practices/ie/ie-a,b.md", 7, "themes", "unknown-term",
    {"given": "100 % sure\nor not", "nearest": "sewing", "label": (Word("Themes"), 1)},
)  # fmt: skip
ADVICE = Problem("practices/ie/ie-b.md", 0, "", "near-duplicate", {"given": "A", "other": "b.md"})


def both() -> list[Told]:
    return tell([PROBLEM, ADVICE], ENGLISH)


def test_a_person_reads_where_what_and_what_to_do() -> None:
    assert plain(both(), 4, ENGLISH) == (
        "practices/ie/ie-a,b.md\n"
        '  line 7    Themes, 1: "100 % sure\\nor not" is not in the list of words for this field.\n'
        '            Did you mean "sewing"?                                                      '
        "    unknown-term\n"
        "practices/ie/ie-b.md\n"
        '            Advice: This is very close to "A" (b.md).\n'
        "            If both tell of the same thing, extend the other one instead.               "
        "    near-duplicate\n"
        "1 thing to fix in 1 file. 3 other files are fine. 1 piece of advice.\n"
    )


def test_nothing_to_fix_is_said_too() -> None:
    assert plain([], 13, ENGLISH) == "Nothing to fix in 13 files.\n"
    assert plain([], 1, ENGLISH) == "Nothing to fix in 1 file.\n"


def test_no_line_of_words_is_wider_than_a_terminal(tmp_path: Path) -> None:
    text = told(with_practice(tmp_path, good("started: 2023-05", "started: about 2023 or later")))
    lines = [line.removesuffix("bad-month").rstrip() for line in text.split("\n")]
    assert max(map(len, lines)) <= 88


def test_other_programs_get_every_part() -> None:
    document = json.loads(data(both(), 4))
    assert document["files"] == 4
    assert document["problems"][0] == {
        "file": "practices/ie/ie-a,b.md",
        "line": 7,
        "field": "themes",
        "code": "unknown-term",
        "severity": "must-fix",
        "message": 'Themes, 1: "100 % sure\\nor not" is not in the list of words for this field.',
        "hint": 'Did you mean "sewing"?',
    }
    assert document["problems"][1]["severity"] == "advice"


def test_annotations_stay_on_one_line_and_cannot_begin_another_command() -> None:
    first, second, end = github(both()).split("\n")
    assert first.startswith(
        "::error file=practices/ie/ie-a%2Cb.md,line=7,title=unknown-term::Themes, 1: "
    )
    assert "100 %25 sure" in first
    assert second.startswith("::notice file=practices/ie/ie-b.md,line=1,title=near-duplicate::")
    assert end == ""


@pytest.mark.parametrize("sign", ["\u202e", "\x1b[31m", "\u200b", "\x07"])
def test_signs_that_change_a_terminal_are_written_out(sign: str) -> None:
    problem = Problem(SHOWN, 1, "", "unknown-field", {"given": f"a{sign}b"})
    for text in (plain(tell([problem], ENGLISH), 1, ENGLISH), github(tell([problem], ENGLISH))):
        assert sign not in text


def test_a_coordinator_sees_what_there_is_and_what_is_missing() -> None:
    project = Project(EXAMPLE)
    text = counts(checked(project).catalogue, vocabulary.load(project), ("en", "fr", "pl"), ENGLISH)
    assert text.startswith("6 practices · 3 countries · 4 authorities and organisations\n")
    assert "     2  Ireland\n" in text
    assert "     4  Repair\n" in text
    assert "     1  Did not work\n" in text
    assert "Polish: 0 written in it, 0 wholly translated, 1 with title and summary" in text


def test_the_address_of_a_file_cannot_draw_on_the_terminal() -> None:
    problem = Problem("practices/ie/a\x1b[31m.md", 0, "", "file-name", {"given": "a\x1b[31m.md"})
    assert "\x1b" not in plain(tell([problem], ENGLISH), 1, ENGLISH)
    assert "\x1b" not in github(tell([problem], ENGLISH))
