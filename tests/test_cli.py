"""The commands as a contributor, an officer and an editor meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from knowledge import copy_example

import build_index
from practicebook.cli import main
from practicebook.cli.desk import offer
from practicebook.language import Language
from practicebook.project import Project

BROKEN = "practices/ie/ie-upper-mending-repair-evening.md"


@pytest.fixture
def example(tmp_path: Path) -> Project:
    return copy_example(tmp_path)


def run(project: Project, *arguments: str, said: str = "", lang: str = "en") -> Result:
    command = ["--project", str(project.root), "--lang", lang, *arguments]
    return CliRunner(catch_exceptions=False).invoke(main, command, input=said)


def break_one(project: Project) -> Path:
    path = project.root / BROKEN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("evidence:", "evidenc:"), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command", ["check", "new", "search", "similar", "build", "serve", "report"]
)
def test_every_command_explains_itself(example: Project, command: str) -> None:
    told = run(example, command, "--help")
    assert told.exit_code == 0
    assert len(told.output.split("\n\n")[1].strip()) > 30, "a sentence a non-programmer understands"


def test_check_ends_with_0_when_all_is_well(example: Project) -> None:
    told = run(example, "check")
    assert (told.exit_code, told.output.startswith("Nothing to fix")) == (0, True)


def test_check_ends_with_1_and_names_the_nearest_field(example: Project) -> None:
    break_one(example)
    told = run(example, "check")
    assert told.exit_code == 1
    assert 'There is no field "evidenc".' in told.output
    assert 'Did you mean "evidence"?' in told.output


def test_check_of_one_file_tells_only_about_that_file(example: Project) -> None:
    path = break_one(example)
    other = example.root / "practices/lu/lu-reparville-toaster-passport.md"
    assert run(example, "check", str(path)).exit_code == 1
    assert run(example, "check", str(other)).exit_code == 0


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("practices/ie/nothing.md", "There is no file"),
        ("practicebook.toml", "is not content that can be checked"),
    ],
)
def test_check_of_what_is_no_content_ends_with_2_and_a_sentence(
    example: Project, file: str, sentence: str
) -> None:
    told = run(example, "check", str(example.root / file))
    assert (told.exit_code, sentence in told.output) == (2, True)


def test_check_for_programs_is_json(example: Project) -> None:
    break_one(example)
    problems = json.loads(run(example, "check", "--format", "json").output)["problems"]
    assert {"unknown-field", "missing-field"} <= {problem["code"] for problem in problems}
    assert all(problem["line"] > 0 for problem in problems if problem["file"] == BROKEN)


def test_check_for_a_pull_request_points_at_the_contributors_line(example: Project) -> None:
    break_one(example)
    first = run(example, "check", "--format", "github").output.split("\n")[0]
    assert first.startswith(f"::error file={BROKEN},line=")


def test_messages_come_in_the_asked_language(example: Project) -> None:
    break_one(example)
    told = run(example, "check", lang="pl").output
    assert "There is no field" not in told
    assert "evidenc" in told


def test_an_unknown_language_is_told_in_a_sentence(example: Project) -> None:
    told = run(example, "check", lang="xx")
    assert (told.exit_code, 'There is no language "xx" here.' in told.output) == (2, True)


def test_a_folder_without_settings_is_told_in_a_sentence(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["--project", str(tmp_path), "check"])
    assert (told.exit_code, "There is no practicebook.toml" in told.output) == (2, True)


def test_new_asks_and_writes_a_draft_that_check_can_read(example: Project) -> None:
    first = "\n".join(
        [
            "en", "A shed full of ladders", "Neighbours lend each other ladders and learn to mend "
            "them on the first Sunday of each month.", "upper", "1", "practice", "1", "1",
            "1", "2024-03", "described", "1", "ladders, neighbours",
        ]
    )  # fmt: skip
    told = run(example, "new", said=first + "\n")
    assert told.exit_code == 0, told.output
    path = example.root / "practices/ie/ie-upper-mending-a-shed-full-of-ladders.md"
    assert path.is_file()
    problems = json.loads(run(example, "check", "--format", "json", str(path)).output)["problems"]
    assert {problem["code"] for problem in problems} == {"template-text"}


def options(**changed: str) -> list[str]:
    given = {
        "language": "en",
        "title": "A shed full of ladders",
        "summary": "Neighbours lend each other ladders and mend them together on Sundays.",
        "authority": "ie-upper-mending",
        "kind": "practice",
        "theme": "lending",
        "group": "neighbours",
        "stage": "running",
        "started": "2024",
        "evidence": "described",
        "origin": "submitted",
        "keywords": "ladders",
    }
    return [part for name, value in (given | changed).items() for part in (f"--{name}", value)]


def test_new_takes_everything_as_options_and_never_overwrites(example: Project) -> None:
    words = example_words(example)
    first = run(example, "new", *options(**words))
    path = example.root / "practices/ie/ie-upper-mending-a-shed-full-of-ladders.md"
    assert first.exit_code == 0, first.output
    path.write_text("mine", encoding="utf-8")
    second = run(example, "new", *options(**words))
    assert (second.exit_code, "is there already" in second.output) == (2, True)
    assert path.read_text(encoding="utf-8") == "mine"


def example_words(project: Project) -> dict[str, str]:
    """The first word of each list of the example."""
    from practicebook import vocabulary

    words = vocabulary.load(project)
    lists = {"theme": "themes", "group": "target-groups", "stage": "stages"}
    return {name: next(iter(words[scheme].terms)) for name, scheme in lists.items()} | {
        "evidence": next(iter(words["evidence-levels"].terms))
    }


def test_new_offers_the_nearest_word(example: Project) -> None:
    words = example_words(example)
    told = run(example, "new", *options(**{**words, "authority": "ie-uper-mending"}))
    assert told.exit_code == 2
    assert 'Did you mean "ie-upper-mending"?' in told.output


def test_a_title_with_signs_survives_the_header(example: Project) -> None:
    title = 'Ladders: "up" & down #1'
    told = run(example, "new", *options(**example_words(example), title=title))
    assert told.exit_code == 0, told.output
    path = next((example.root / "practices/ie").glob("*ladders-up*"))
    problems = json.loads(run(example, "check", "--format", "json", str(path)).output)["problems"]
    assert {problem["code"] for problem in problems} == {"template-text"}


def test_words_of_lists_may_be_typed_as_readers_see_them(example: Project) -> None:
    given = example_words(example)
    for name in ("theme", "evidence"):
        del given[name]
    asked = options(**given)
    for name in ("--theme", "--evidence", "--origin", "--keywords"):
        place = asked.index(name)
        del asked[place : place + 2]
    first = ["1 2", "nonsense", "described", "Told by the authority", "ladders"]
    told = run(example, "new", *asked, said="\n".join(first) + "\n")
    assert told.exit_code == 0, told.output
    assert "Choose from: " in told.output
    path = example.root / "practices/ie/ie-upper-mending-a-shed-full-of-ladders.md"
    assert "origin: submitted\n" in path.read_text(encoding="utf-8")


def test_an_authority_that_is_missing_is_to_be_added_first(example: Project) -> None:
    asked = options(**example_words(example))
    del asked[asked.index("--authority") : asked.index("--authority") + 2]
    told = run(example, "new", *asked, said="qqqq\nReparvile\n1\n")
    assert told.exit_code == 0, told.output
    assert "Add community/authorities/<name>.yml first; ie-league-of-mending.yml" in told.output
    assert list((example.root / "practices/lu").glob("lu-reparville-a-shed*"))


TOASTER = ["--translate", "lu-reparville-toaster-passport", "--language"]


def codes(project: Project, path: Path) -> list[str]:
    told = run(project, "check", "--format", "json", str(path)).output
    return [problem["code"] for problem in json.loads(told)["problems"]]


def test_a_new_translation_holds_questions_that_check_refuses(example: Project) -> None:
    told = run(example, "new", *TOASTER, "pl")
    assert told.exit_code == 0, told.output
    path = example.root / "practices/lu/lu-reparville-toaster-passport.pl.md"
    assert codes(example, path) == ["template-text"] * 7


CARD = """---
# A remark of the translator.
title: 'Paszport tostera: naprawy z pieczątką'
summary: Każdy naprawiony toster dostaje książeczkę, w której widać, kto go naprawiał.
{stamp}translation: machine-checked
keywords: [toster, książeczka]
---
"""


@pytest.mark.parametrize(
    ("stamp", "kept"),
    [
        ("", ""),
        ("source_hash: abcdefabcdef\n", ""),
        ('source_hash: "000000000000" # of spring\n', " # of spring"),
    ],
)
def test_a_card_translation_gets_the_sections_and_keeps_its_words(
    example: Project, stamp: str, kept: str
) -> None:
    path = example.root / "practices/lu/lu-reparville-toaster-passport.pl.md"
    card = CARD.format(stamp=stamp)
    path.write_text(card, encoding="utf-8")
    told = run(example, "new", *TOASTER, "pl")
    assert told.exit_code == 0, told.output
    text = path.read_text(encoding="utf-8")
    for line in card.splitlines():
        assert line in text.splitlines() or line.startswith("source_hash:")
    assert kept in text
    assert text.count("\n## ") == 7
    assert "## Wyzwanie\n\nJaka była sytuacja i dla kogo była trudna?\n" in text
    assert codes(example, path) == ["template-text"] * 7


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (CARD.format(stamp="") + "\n## Wyzwanie\n\nMoje.\n", "has a text already"),
        ("no header, but somebody's words", "has mistakes. Mend them first"),
    ],
)
def test_a_translation_that_somebody_wrote_is_left_alone(
    example: Project, text: str, sentence: str
) -> None:
    path = example.root / "practices/lu/lu-reparville-toaster-passport.pl.md"
    path.write_text(text, encoding="utf-8")
    told = run(example, "new", *TOASTER, "pl")
    assert (told.exit_code, sentence in told.output) == (2, True)
    assert path.read_text(encoding="utf-8") == text


def test_a_practice_is_not_translated_into_its_own_language(example: Project) -> None:
    told = run(example, "new", *TOASTER, "en")
    assert (told.exit_code, "already written in this language" in told.output) == (2, True)


def test_search_finds_and_shows_the_line_that_matched(example: Project) -> None:
    told = run(example, "search", "bicycle")
    assert told.exit_code == 0
    assert told.output.startswith("is-skrufvik-bicycle-harbour\n")


def test_a_country_may_be_typed_in_small_letters(example: Project) -> None:
    told = run(example, "search", "bicycle", "--country", "is")
    assert told.output.startswith("is-skrufvik-bicycle-harbour\n")


@pytest.mark.parametrize(
    ("filter_", "sentence"),
    [
        (["--theme", "lendin"], 'Did you mean "lending"?'),
        (["--group", "familie"], 'Did you mean "families"?'),
        (["--kind", "did-not-wrok"], 'Did you mean "did-not-work"?'),
        (["--country", "xx"], "Choose from: IE, IS, LU."),
        (["--language", "xx"], "Choose from: en, fr, pl."),
    ],
)
def test_a_filter_that_does_not_exist_is_told_with_what_does(
    example: Project, filter_: list[str], sentence: str
) -> None:
    told = run(example, "search", "bicycle", *filter_)
    assert (told.exit_code, sentence in told.output) == (2, True)


def test_search_without_an_answer_says_so(example: Project) -> None:
    told = run(example, "search", "zzzzqqq")
    assert (told.exit_code, "No practice matches" in told.output) == (0, True)


def test_similar_gives_practices_with_reasons(example: Project) -> None:
    told = run(example, "similar", "is-skrufvik-bicycle-harbour")
    assert told.exit_code == 0
    assert len(told.output.strip().split("\n")) >= 3


def test_similar_to_an_unknown_practice_offers_the_nearest(example: Project) -> None:
    told = run(example, "similar", "is-skrufvik-bicycle-harbor")
    assert told.exit_code == 2
    assert 'Did you mean "is-skrufvik-bicycle-harbour"?' in told.output


def test_report_counts_and_shows_gaps(example: Project) -> None:
    for path in (example.root / "practices/lu").iterdir():
        path.unlink()
    told = run(example, "report")
    assert told.exit_code == 0
    assert told.output.startswith("4 practices · 2 countries · 4 authorities")
    assert "   0  " in told.output, "a word that nobody has used yet is a gap, shown with 0"


@pytest.mark.parametrize("command", ["build", "serve", "search"])
def test_words_that_cannot_be_used_are_told_in_a_sentence(example: Project, command: str) -> None:
    (example.vocabulary / "sections.yml").unlink()
    told = run(example, command, *(["word"] if command == "search" else []))
    assert (told.exit_code, "sections.yml is missing." in told.output) == (2, True)


def test_the_step_alone_tells_in_a_sentence_what_it_cannot_use(
    example: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example.vocabulary / "sections.yml").unlink()
    monkeypatch.chdir(example.root)
    assert build_index.main() == 2
    assert "sections.yml is missing." in capsys.readouterr().err


def test_of_many_names_only_those_that_begin_alike_are_offered() -> None:
    names = [f"at-town-{number}" for number in range(40)] + ["pl-alpha-one", "pl-beta-two"]
    english = Language.of("en")
    assert offer("pl-gamma", names, english) == "Choose from: pl-alpha-one, pl-beta-two."
    assert offer("at-x", names, english).count("at-town-") == 10
    assert offer("zzz", names, english) == ""
