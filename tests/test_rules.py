"""The table of rules: what is said can be understood, is complete, and is shown by a file."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from arrangements import ARRANGEMENTS
from knowledge import BAD, ENGLISH, SHOWN, TESTS, checked, copy_example

from practicebook.problems import Problem, Severity, Word
from practicebook.rules import (
    RULES,
    bodies,
    files,
    headers,
    links,
    must_fix,
    privacy,
    relations,
    sentences,
    severity,
    values,
    visible,
)
from practicebook.rules.row import Rule

MODULES = (files, headers, values, bodies, links, privacy, relations)
BANNED = re.compile(
    r"\b(invalid|illegal|null|none|strings?|integers?|booleans?|schemas?|yaml|pars(e|ed|er|ing)"
    r"|exceptions?|expected)\b",
    re.IGNORECASE,
)
# Rules that no file in an example can show, and the test that shows each.
SHOWN_ELSEWHERE = {
    "file-unreadable": "test_a_file_that_is_gone_when_it_is_opened_cannot_be_read",
    "near-duplicate": "test_a_text_told_twice_is_advised_to_be_told_once",
}


@pytest.fixture(scope="module")
def every_problem(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Every problem of every fixture and arrangement."""
    problems: list[Problem] = []
    project = copy_example(tmp_path_factory.mktemp("fixtures"))
    for fixture in sorted(BAD.glob("*.md")):
        (project.root / SHOWN).write_bytes(fixture.read_bytes())
        problems.extend(checked(project).problems)
    for _code, arrange, _words in ARRANGEMENTS.values():
        project = copy_example(tmp_path_factory.mktemp("arranged"))
        arrange(project)
        problems.extend(checked(project).problems)
    return problems


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def texts(rule: Rule) -> tuple[str, ...]:
    return (rule.message, *rule.hints, rule.why)


def test_each_code_stands_for_one_rule() -> None:
    counts = Counter(rule.code for module in MODULES for rule in module.RULES)
    assert [code for code, count in counts.items() if count > 1] == []
    assert set(counts) == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_speaks_in_whole_sentences_without_words_of_programmers(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
    assert isinstance(rule.severity, Severity)
    for text in texts(rule):
        assert BANNED.search(text) is None, text
        assert text == text.strip()
        assert text[0].isupper() or text[0] in '"{'
    assert rule.message.endswith(".")
    assert rule.why.endswith(".")
    # What is to be copied stands last, without a full stop that would be copied too.
    assert all(hint.endswith((".", "?", "}")) for hint in rule.hints)
    assert gaps(rule.why) == set()


def test_every_rule_is_shown_by_a_file_or_a_test() -> None:
    fixtures = {path.stem.partition("--")[0] for path in BAD.glob("*.md")}
    arranged = {code for code, _arrange, _words in ARRANGEMENTS.values()}
    shown = fixtures | arranged
    assert shown | set(SHOWN_ELSEWHERE) == set(RULES)
    assert shown & set(SHOWN_ELSEWHERE) == set()


@pytest.mark.parametrize("name", SHOWN_ELSEWHERE.values())
def test_a_rule_shown_elsewhere_has_its_test(name: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in TESTS.glob("test_*.py")]
    assert any(f"\ndef {name}(" in source for source in sources)


def test_each_bad_file_has_its_report_and_each_report_its_file() -> None:
    def stems(ending: str) -> set[str]:
        return {path.stem for path in BAD.glob(f"*.{ending}")}

    assert stems("md") == stems("expected")


def test_every_gap_and_every_hint_is_used_by_some_file(every_problem: list[Problem]) -> None:
    used: dict[str, set[str]] = {}
    for problem in every_problem:
        given = set(problem.values)
        rule = RULES[problem.code]
        assert gaps(rule.message) <= given, problem
        hint = next((hint for hint in rule.hints if gaps(hint) <= given), None)
        assert hint is not None, problem
        used.setdefault(problem.code, set()).add(hint)
    unused = {
        (code, hint)
        for code, rule in RULES.items()
        if code not in SHOWN_ELSEWHERE
        for hint in rule.hints
        if hint not in used[code]
    }
    assert unused == set()


def test_a_rule_with_several_hints_ends_with_one_that_always_fits() -> None:
    several = [rule for rule in RULES.values() if len(rule.hints) > 1]
    assert several
    assert [
        rule.code for rule in several if gaps(rule.hints[-1]) - set(LAST.get(rule.code, ()))
    ] == []


# Gaps that every finding of a rule fills, so that its last hint may have them.
LAST = {
    "unknown-term": ("choices",),
    "not-one-of": ("choices",),
    "section-unknown": ("given",),
    "authority-unknown": ("better",),
    "translation-references": ("extra",),
}  # fmt: skip


def test_no_finding_is_told_without_its_words(every_problem: list[Problem]) -> None:
    for problem in every_problem:
        said = sentences(problem, ENGLISH)
        assert "{" not in said.message.replace("{{", "").replace("{: ", ""), said
        assert said.hint


def test_severity_comes_from_the_rule() -> None:
    problem = Problem("a.md", 1, "", "translation-older")
    assert severity(problem) is Severity.ADVICE
    assert not must_fix(problem)
    assert must_fix(Problem("a.md", 1, "", "file-empty"))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\u202eb", "a\\u202eb"),
        ("tab\there", "tab\\there"),
        ("bell\x07", "bell\\x07"),
        ("łódź ș", "łódź ș"),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_what_is_quoted_is_visible_and_short(given: str, shown: str) -> None:
    assert visible(given) == shown


def test_a_word_of_the_interface_is_not_a_quotation() -> None:
    problem = Problem("a.md", 0, "", "not-a-file", {"sort": Word("folder")})
    assert sentences(problem, ENGLISH).message.startswith("This is a folder")


def test_a_quotation_with_braces_is_told_as_it_is() -> None:
    problem = Problem("a.md", 1, "", "braces", {"given": "{{ given }} {0} {x!r}"})
    assert "{{ given }} {0} {x!r}" in sentences(problem, ENGLISH).message


def test_the_fixtures_have_no_windows_line_ends() -> None:
    assert [path.name for path in Path(BAD).glob("*") if b"\r" in path.read_bytes()] == []
