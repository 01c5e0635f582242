"""Every sentence of the interface exists in every language of the site, whole and with its gaps."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from knowledge import TESTS

import practicebook
from practicebook.language import LOCALE
from practicebook.project import Project

PACKAGE = Path(practicebook.__file__).parent
TOP = TESTS.parent
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
OPTIONS = {"**/templates/**.html": {"extensions": "jinja2.ext.i18n", "silent": "false"}}
# The names under which modules and templates translate; what is counted has two texts.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "words": None,
    "gettext": None,
    "said": None,
    "say": None,
    "told": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
    "n": (1, 2),
}
LANGUAGES = [code for code in Project(TOP).settings.languages if code != "en"]
Text = str | tuple[str, ...]


@cache
def texts() -> dict[Text, str]:
    """All English texts of the interface, each with the place of its first use."""
    found: dict[Text, str] = {}
    for file, line, text, _remarks, _context in extract_from_dir(
        PACKAGE, METHODS, OPTIONS, keywords=KEYWORDS
    ):
        found.setdefault(text, f"{file}:{line}")
    return found


@cache
def catalogue(code: str) -> Catalog:
    path = LOCALE / code / "LC_MESSAGES" / "practicebook.po"
    with path.open("rb") as file:
        return read_po(file, locale=code)


def forms(code: str, text: Text) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural form; none when there is none."""
    message = catalogue(code).get(text if isinstance(text, str) else text[0])
    if message is None or message.fuzzy:
        return ()
    found = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return tuple(found) if all(found) else ()


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_texts_are_found_in_modules_and_templates() -> None:
    found = texts()
    assert "The file is empty." in found
    assert ("{n} thing to fix", "{n} things to fix") in found
    assert any(place.split(":")[0].endswith(".html") for place in found.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated(code: str) -> None:
    missing = {text: place for text, place in texts().items() if not forms(code, text)}
    assert missing == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_the_gaps(code: str) -> None:
    for text in texts():
        is_counted = not isinstance(text, str)
        wanted = gaps(text[1] if is_counted else text)
        for translated in forms(code, text):
            # A form of a counted text may say "one" instead of the number.
            differing = gaps(translated) ^ wanted
            assert differing <= ({"n"} if is_counted else set()), (text, translated)


@pytest.mark.parametrize("code", LANGUAGES)
def test_counted_texts_have_every_plural_form_of_the_language(code: str) -> None:
    counted = [text for text in texts() if not isinstance(text, str)]
    assert counted
    number = catalogue(code).num_plurals
    assert {text: len(forms(code, text)) for text in counted} == dict.fromkeys(counted, number)


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_end_as_the_original_ends(code: str) -> None:
    ending = re.compile(r"[.?!:]?$")
    different = {
        text: translated
        for text in texts()
        if isinstance(text, str)
        for translated in forms(code, text)
        if ending.search(text).group() != ending.search(translated.rstrip("\u00a0")).group()  # type: ignore[union-attr]
    }
    assert different == {}


def other_names(module: Path) -> set[str]:
    """Names a module gives to the functions that translate."""
    named: set[str] = set()
    for part in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(part, ast.Assign):
            for target in part.targets:
                pairs = (
                    zip(target.elts, part.value.elts, strict=False)
                    if isinstance(target, ast.Tuple) and isinstance(part.value, ast.Tuple)
                    else [(target, part.value)]
                )
                named.update(
                    name.id
                    for name, value in pairs
                    if isinstance(name, ast.Name)
                    and isinstance(value, ast.Attribute)
                    and value.attr in ("gettext", "ngettext", "counted")
                )
    return named


def test_no_text_hides_behind_a_name_that_is_not_looked_for() -> None:
    named = set().union(*(other_names(module) for module in PACKAGE.rglob("*.py")))
    assert named <= set(KEYWORDS)


def test_translators_are_given_the_texts_that_are_looked_for_here() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    options = dict(re.findall(r" -k (\w+)(?::(\S+))?", makefile))
    assert {name: value or None for name, value in options.items()} == {
        name: ",".join(map(str, places)) if places else None for name, places in KEYWORDS.items()
    }
