"""The first draft of a practice or a translation, ready to be filled in."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicebook.catalogue import digest_of_words
from practicebook.drafts import Draft
from practicebook.models import Practice, PracticeTranslation, names_of, texts
from practicebook.models.base import LONGEST_NAME
from practicebook.project import Project
from practicebook.vocabulary import Vocabulary, fold

# The state of the original in a header, with or without quotation marks; a remark may follow it.
_STAMP = re.compile(r"""^(source_hash:[ ]+)(?:"[^"]+"|'[^']+'|[\w-]+)(?=[ ]*(?:#|$))""")


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
    """The text of a translation to be filled in: the words of the original's header as a start.

    The sections hold their questions, which checking recognises as long as they stand there.
    """
    lines = [
        f"title: {_value(original.title)}",
        f"summary: {_value(original.summary)}",
        "translation: human",
        f"source_hash: {_value(_stamp(original))}",
        *_words(original),
    ]
    return _file(lines, _sections(vocabulary, language))


def with_sections(card: Draft, text: str, original: Practice, vocabulary: Vocabulary) -> str:
    """The text of a card translation with the sections to be filled in below its header.

    The header stays as it was written, but for `source_hash`: the sections are translated from
    the original as it is now. Words of the original's header are added where it has none.

    Args:
        card: a translation without a body.
        text: what stands in its file.
    """
    header = text.split("\n")[1 : card.body_line - 2]
    stamp = _stamp(original)
    if "source_hash" in card.header:
        header = [re.sub(_STAMP, rf"\g<1>{stamp}", line) for line in header]
    else:
        header.append(f"source_hash: {_value(stamp)}")
    if card.header.keys().isdisjoint(names_of(PracticeTranslation)):
        header += _words(original)
    return _file(header, _sections(vocabulary, card.language))


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


def rewrite(path: Path, text: str) -> None:
    """Puts another text into a file; a stop half-way leaves the old one whole."""
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, encoding="utf-8")
    shutil.copymode(path, beside)
    beside.replace(path)


def _stamp(original: Practice) -> str:
    """The digest of an original of which everything is going to be translated."""
    parts = {name: getattr(original, name) for name in names_of(PracticeTranslation)}
    made = PracticeTranslation.model_construct(None, sections=original.sections, **parts)
    return digest_of_words(original, made)


def _words(original: Practice) -> list[str]:
    """The lines of a header with the words of the original's partners, results and so on."""
    lines: list[str] = []
    begun: set[tuple[str | int, ...]] = set()
    for path, text in texts(original, PracticeTranslation):
        *group, name = path
        listed = len(group) > 1
        if path[:1] not in begun:
            lines.append(f"{path[0]}:")
        indent = "  " if not listed else "    " if tuple(group) in begun else "  - "
        lines.append(f"{indent}{name}: {_value(text)}")
        begun |= {path[:1], tuple(group)}
    return lines


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
