"""Questions, adoptions and events: what is checked across files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from knowledge import checked, copy_example, places, told

from practicebook.catalogue import digest_of_words
from practicebook.models import QuestionTranslation
from practicebook.project import Project

ROOT = Path(__file__).parent.parent
LISTS = ("question-kinds", "asker-types", "event-kinds", "question-sections", "community-roles")
SOURCE = "sources:\n  - title: The Daily Screwdriver\n    url: https://screwdriver.example.org/a\n"
ADOPTION = (
    "practice: is-skrufvik-bicycle-harbour\nauthority: ie-upper-mending\nstatus: running\n" + SOURCE
)
EVENT = (
    "title: A day of mending\nkind: training\nstart: 2024-05-02\nend: 2024-05-03\n"
    "organisers: [League of Mending]\n" + SOURCE
)
QUESTION = f"""---
title: Who pays for the glue
summary: A town asks who pays for the glue when all bring broken chairs to the repair evening.
language: en
kind: question
asked_by:
  type: authority
countries: [IE]
themes: [repair]
practices: [is-skrufvik-bicycle-harbour]
{SOURCE}---

## The question

Who pays for the glue [1]?
"""
TRANSLATION = """---
title: Kto płaci za klej
summary: Miasto pyta, kto płaci za klej, gdy wszyscy przynoszą połamane krzesła na wieczór napraw.
translation: machine
source_hash: {digest}
---
"""


def example(tmp_path: Path, **files: str) -> Project:
    """The example with files of the community: name with the folder, "__" for "/"."""
    project = copy_example(tmp_path)
    for name in LISTS:
        shutil.copy(ROOT / "vocabulary" / f"{name}.yml", project.vocabulary / f"{name}.yml")
    for name, text in files.items():
        folder, _, stem = name.partition("__")
        ending = ".md" if folder == "questions" else ".yml"
        path = project.community / folder / (stem.replace("__", ".").replace("_", "-") + ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def test_what_is_right_gives_no_finding(tmp_path: Path) -> None:
    project = example(
        tmp_path, adoptions__ie_bikes=ADOPTION, events__a_day=EVENT, questions__who_pays=QUESTION
    )
    assert places(project) == []


CASES = {
    "adoption of an unknown practice": (
        "adoptions__ie_bikes", ADOPTION.replace("harbour", "harbor"), ("practice-unknown", 1),
    ),
    "adoption by an unknown authority": (
        "adoptions__ie_bikes", ADOPTION.replace("ie-upper", "ie-uper"), ("authority-unknown", 2),
    ),
    "adoption of one's own practice": (
        "adoptions__ie_bikes", ADOPTION.replace("ie-upper-mending", "is-skrufvik"),
        ("adopted-from-itself", 2),
    ),
    "adoption without a source": (
        "adoptions__ie_bikes", ADOPTION.replace(SOURCE, ""), ("missing-field", 1),
    ),
    "event that ends before it starts": (
        "events__a_day", EVENT.replace("2024-05-03", "2024-05-01"), ("ends-before-start", 4),
    ),
    "event of an unknown kind": (
        "events__a_day", EVENT.replace("training", "trainig"), ("unknown-term", 2),
    ),
    "question about an unknown practice": (
        "questions__who_pays", QUESTION.replace("harbour", "harbor"), ("practice-unknown", 10),
    ),
    "question with an unknown term": (
        "questions__who_pays", QUESTION.replace("[repair]", "[repare]"), ("unknown-term", 9),
    ),
    "question whose text cites a source that is not there": (
        "questions__who_pays", QUESTION.replace("glue [1]", "glue [1] [2]"), ("source-unknown", 18),
    ),
    "question that links to an unknown practice": (
        "questions__who_pays", QUESTION + "\nSee [it](practice:is-nothing).\n",
        ("link-unknown", 20),
    ),
    "question without what is asked": (
        "questions__who_pays", QUESTION.replace("## The question", "## What others have done"),
        ("section-missing", 18),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_gets_one_finding_on_its_line(tmp_path: Path, case: str) -> None:
    name, text, expected = CASES[case]
    assert places(example(tmp_path, **{name: text})) == [expected]


def test_an_adoption_names_the_nearest_practice(tmp_path: Path) -> None:
    project = example(tmp_path, adoptions__ie_bikes=ADOPTION.replace("harbour", "harbor"))
    assert 'Did you mean "is-skrufvik-bicycle-harbour"?' in told(project)


def test_a_translation_of_an_unknown_question_is_told(tmp_path: Path) -> None:
    project = example(tmp_path, questions__who_pays__pl=TRANSLATION.format(digest="0"))
    assert places(project) == [("original-missing", 0)]


def question_translation(**parts: object) -> QuestionTranslation:
    return QuestionTranslation.model_construct(None, **parts)


def test_a_practice_that_is_listed_and_never_spoken_of_is_told(tmp_path: Path) -> None:
    other = QUESTION.replace(
        "[is-skrufvik-bicycle", "[is-skrufvik-sewing-room, is-skrufvik-bicycle"
    )
    assert places(example(tmp_path, questions__who_pays=other)) == []
    project = example(tmp_path / "again", questions__who_pays=other + REPLY)
    assert [code for code, _line in places(project)] == ["practice-unused"]


def test_a_reply_that_came_later_is_shown_as_it_was_written(tmp_path: Path) -> None:
    project = example(tmp_path, questions__who_pays=QUESTION + REPLY)
    path = project.community / "questions" / "who-pays.pl.md"
    path.write_text(TRANSLATION.format(digest="0") + ASKED, encoding="utf-8")
    catalogue = checked(project).catalogue
    text = catalogue.question_text(catalogue.questions["who-pays"], "pl")
    assert (text.language, text.body_language, text.older) == ("pl", "en", True)
    assert [section.key for section in text.sections] == ["question", "reply"]


HARBOUR = "(practice:is-skrufvik-bicycle-harbour)"
REPLY = f"\n## What others have done\n\n[Skrúfvík]{HARBOUR} counts the drops of glue [1].\n"
ASKED = "\n## Pytanie\n\nKto płaci za klej [1]?\n"
REPLIED = f"\n## Co zrobili inni\n\n[Skrúfvík]{HARBOUR} liczy krople kleju [1].\n"
TRANSLATIONS = {
    "what is asked alone": (ASKED, ["translation-incomplete"]),
    "what is asked and the reply": (ASKED + REPLIED, []),
    "the reply alone": (REPLIED, ["translation-incomplete"]),
    "a link to nothing": (
        ASKED + "\n[To](practice:is-nothing).\n" + REPLIED,
        ["translation-references", "link-unknown"],
    ),
    "a source that is not there": (
        ASKED + "\nKlej [2].\n" + REPLIED,
        ["translation-references", "source-unknown"],
    ),
    "a reply without its practice": (
        ASKED + REPLIED.replace("bicycle-harbour", "sewing-room"),
        ["translation-references"],
    ),
}


@pytest.mark.parametrize("what", TRANSLATIONS)
def test_the_translation_of_a_question_has_the_sections_of_questions(
    tmp_path: Path, what: str
) -> None:
    body, codes = TRANSLATIONS[what]
    project = example(tmp_path, questions__who_pays=QUESTION + REPLY)
    question = checked(project).catalogue.questions["who-pays"]
    path = project.community / "questions" / "who-pays.pl.md"
    whole = question_translation(sections=question.sections)
    text = TRANSLATION.format(digest=digest_of_words(question, whole)) + body
    path.write_text(text, encoding="utf-8")
    assert [code for code, _line in places(project)] == codes


def test_a_new_reply_does_not_make_a_translation_old_but_a_new_title_does(tmp_path: Path) -> None:
    project = example(tmp_path, questions__who_pays=QUESTION)
    catalogue = checked(project).catalogue
    digest = digest_of_words(catalogue.questions["who-pays"], question_translation())
    project = example(
        tmp_path / "again",
        questions__who_pays=QUESTION + REPLY,
        questions__who_pays__pl=TRANSLATION.format(digest=digest),
    )
    assert places(project) == []
    project = example(
        tmp_path / "third",
        questions__who_pays=QUESTION.replace("title: Who pays", "title: Who really pays"),
        questions__who_pays__pl=TRANSLATION.format(digest=digest),
    )
    assert [code for code, _line in places(project)] == ["translation-older"]


def test_a_fact_about_an_authority_names_one_of_its_sources(tmp_path: Path) -> None:
    project = example(tmp_path)
    path = project.authorities / "ie-upper-mending.yml"
    text = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{text}\nfacts:\n  - text: It mends\n    source: 3\n", encoding="utf-8")
    assert [code for code, _line in places(project)] == ["source-unknown"]
