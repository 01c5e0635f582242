"""The first draft of a practice or a translation, ready to be filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicebook.catalogue import digest_of_words
from practicebook.models import Practice
from practicebook.models.base import LONGEST_NAME
from practicebook.project import Project
from practicebook.vocabulary import Vocabulary, fold


class ExistsError(Exception):
    """There is a file of that name already; nothing was written."""


@dataclass(frozen=True)
class Answers:
    """What the person said about the core fields, as it will stand in the header."""

    title: str
    summary: str
    language: str
    kind: str
    authority: str
    themes: Sequence[str]
    target_groups: Sequence[str]
    stages: Sequence[str]
    started: str
    evidence: str
    origin: str
    keywords: Sequence[str]
    source_title: str = ""
    source_url: str = ""


def name_for(title: str, authority: str) -> str:
    """A file name from the authority and the title: a to z, digits, hyphens, at most 80.

    >>> name_for("Flats for families", "pl-lublin")
    'pl-lublin-flats-for-families'
    """
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")
    return f"{authority}-{words}"[:LONGEST_NAME].rstrip("-") if words else authority


def practice(answers: Answers, vocabulary: Vocabulary) -> str:
    """The text of a new file: the header with the answers, the sections with their questions."""
    header = {
        name: value
        for name, value in vars(answers).items()
        if value and not name.startswith("source_")
    }
    lines = [f"{name}: {_value(value)}" for name, value in header.items()]
    if answers.source_url:
        lines += ["sources:", f"  - title: {_value(answers.source_title or answers.source_url)}"]
        lines += [f"    url: {_value(answers.source_url)}"]
    return _file(lines, _sections(vocabulary, answers.language))


def translation(original: Practice, language: str, vocabulary: Vocabulary) -> str:
    """The text of a translation to be filled in: the original's words as a start."""
    lines = [
        f"title: {_value(original.title)}",
        f"summary: {_value(original.summary)}",
        "translation: human",
        f"source_hash: {_value(digest_of_words(original))}",
    ]
    texts = {section.key: section.text for section in original.sections}
    return _file(
        lines, [(term.in_language(language), texts[term.key]) for term in vocabulary["sections"]]
    )


def write(project: Project, folder: Path, name: str, text: str) -> Path:
    """Writes a new file.

    Raises:
        ExistsError: there is one already; it is left as it is.
    """
    path = folder / f"{name}.md"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ExistsError(project.relative(path)) from None
    return path


def _sections(vocabulary: Vocabulary, language: str) -> list[tuple[str, str]]:
    return [
        (term.in_language(language), term.meaning(language) or term.meaning("en"))
        for term in vocabulary["sections"]
    ]


def _file(header: Sequence[str], sections: Sequence[tuple[str, str]]) -> str:
    body = "\n".join(f"\n## {heading}\n\n{text}" for heading, text in sections)
    return "\n".join(["---", *header, "---"]) + "\n" + body + "\n"


def _value(value: str | Sequence[str] | Mapping[str, str]) -> str:
    """A value as a header writes it; quoted whenever a sign in it could mean something else."""
    if not isinstance(value, str):
        return "[" + ", ".join(_value(entry) for entry in value) + "]"
    plain = re.fullmatch(r"[\w(][\w .()/+’–-]*", value) and value.strip() == value
    return value if plain else json.dumps(value, ensure_ascii=False)
