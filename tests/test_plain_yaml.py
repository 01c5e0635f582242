"""The small part of YAML that headers may use: every value stays text, specials are refused."""

from __future__ import annotations

import pytest

from practicebook import plain_yaml
from practicebook.plain_yaml import NotPlainError


@pytest.mark.parametrize(
    "word", ["NO", "yes", "on", "1.10", "0123", "12:30", "1e3", "~", "null", "2024-01-01", ".nan"]
)
def test_words_that_yaml_changes_stay_as_written(word: str) -> None:
    assert plain_yaml.read(f"a: {word}\nb: [{word}]").value == {"a": word, "b": [word]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ""),
        ("# only a remark", ""),
        ("a:", {"a": ""}),
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "b: c"', {"a": "b: c"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("a: >\n  b\n  c\n", {"a": "b c\n"}),
        ("- a\n- [b, c]\n- {d: e}", ["a", ["b", "c"], {"d": "e"}]),
        ("one text", "one text"),
        ("1: one\ntrue: two", {"1": "one", "true": "two"}),
    ],
)
def test_texts_lists_and_groups_are_read(text: str, value: object) -> None:
    assert plain_yaml.read(text).value == value


def test_each_value_has_its_line() -> None:
    lines = plain_yaml.read("a: b\nc:\n  - d\n  - e: f\n    g:\n      h\n", first_line=2).lines
    assert lines[("a",)] == 2
    assert lines[("c",)] == 3
    assert lines[("c", 0)] == 4
    assert lines[("c", 1, "e")] == 5
    assert lines[("c", 1, "g")] == 6


def test_a_repeated_key_keeps_the_first_value_and_names_both_lines() -> None:
    reading = plain_yaml.read("a: b\nc: d\na: e\n")
    assert reading.value == {"a": "b", "c": "d"}
    (finding,) = reading.findings
    assert (finding.code, finding.line, finding.field) == ("repeated-field", 3, "a")
    assert finding.values == {"given": "a", "first": 1, "second": 3}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &b c", "header-special", 1),
        ("a: b\nc: *b", "header-special", 2),
        ("<<: {a: b}", "header-special", 1),
        ("a: !!binary b", "header-special", 1),
        ("a: !own b", "header-special", 1),
        ("a: b\n---\nc: d", "header-special", 2),
        ("{a: b}: c", "header-special", 1),
        ("a:\n\t- b", "header-tab", 2),
        ("a: b: c", "header-colon", 1),
        ('a: b\nc: "d\ne: f', "header-quote", 2),
        ("a: b\nc: 'd\ne: f", "header-quote", 2),
        ("a: b\nc: [d\ne: f", "header-bracket", 2),
        ("a: b\nc: {d: e\nf: g", "header-bracket", 2),
        ("a: @b", "header-unreadable", 1),
        ("a: [b] c", "header-unreadable", 1),
        ("a: " + "[" * 9 + "]" * 9, "header-too-large", 1),
        ("".join(f"a{n}: b\n" for n in range(5_001)), "header-too-large", 5_000),
    ],
)
def test_what_cannot_be_read_is_one_finding_in_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(NotPlainError) as caught:
        plain_yaml.read(text)
    assert (caught.value.finding.code, caught.value.finding.line) == (code, line)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("title: Flats: a first step", 'title: "Flats: a first step"'),
        ('title: Say "flats": a step', 'title: "Say \\"flats\\": a step"'),
    ],
)
def test_a_second_colon_gets_the_line_in_quotes_which_can_be_read(text: str, better: str) -> None:
    with pytest.raises(NotPlainError) as caught:
        plain_yaml.read(text)
    assert caught.value.finding.values["better"] == better
    assert plain_yaml.read(better).value == {"title": text.partition(": ")[2]}
