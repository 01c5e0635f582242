"""The form of the engine: the staircase of modules, the doors to other packages, and its limits."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import practicebook

PACKAGE = Path(practicebook.__file__).parent
# The step of each module or package; a module imports only from lower steps.
STEPS = {
    "problems": 0,
    "project": 0,
    "language": 0,
    "plain_yaml": 0,
    "header": 1,
    "rules": 1,
    "vocabulary": 2,
    "models": 3,
    "drafts": 4,
    "markdown": 4,
    "catalogue": 4,
    "checks": 5,
    "history": 6,
    "new": 6,
    "search": 7,
    "pages": 7,
    "report": 7,
    "exports": 7,
    "site": 8,
    "serving": 8,
    "cli": 9,
}
# Modules of the lowest step may lean on each other, and inside a package siblings may.
# The one module or package that knows each other package.
DOORS = {
    "babel": {"language"},
    "click": {"cli"},
    "datasketch": {"search.duplicates"},
    "docx": {"intake"},
    "frontmatter": {"header"},
    "icalendar": {"pages.calendar"},
    "jinja2": {"pages.templates"},
    "markdown_it": {"markdown"},
    "markupsafe": {"pages.templates"},
    "nh3": {"pages.prose"},
    "numpy": {"search.likeness"},
    "openpyxl": {"intake"},
    "phonenumbers": {"checks.privacy"},
    # The models are written in pydantic; one other module knows its errors.
    "pydantic": {"models", "checks.fields"},
    "pydantic_core": {"models", "checks.fields"},
    "rapidfuzz": {"vocabulary"},
    "rjsmin": {"site.scripts"},
    "scipy": {"search.likeness"},
    "simplemma": {"search.keys"},
    "snowballstemmer": {"search.keys"},
    "stdnum": {"checks.privacy"},
    "whoosh": {"search.index"},
    "yaml": {"plain_yaml"},
}
# The recipe at the top, which the command line runs.
RECIPE = "build_index"
MOST_LINES, LONGEST_FUNCTION = 300, 40
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    """The name of a module below the package, for example "models.base"."""
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imports(module: Path) -> set[str]:
    """The full names of all that a module imports, also inside functions."""
    found: set[str] = set()
    for part in ast.walk(tree_of(module)):
        if isinstance(part, ast.Import):
            found.update(alias.name for alias in part.names)
        elif isinstance(part, ast.ImportFrom):
            assert part.level == 0, f"{module}: relative import"
            assert part.module
            found.update(f"{part.module}.{alias.name}" for alias in part.names)
    return found


def functions(module: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [part for part in ast.walk(tree_of(module)) if isinstance(part, kinds)]


def by_name(module: Path) -> str:
    return name_of(module) or "practicebook"


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_a_module_imports_only_from_lower_steps(module: Path) -> None:
    own = name_of(module).split(".")[0]
    inner = (name for name in imports(module) if name.startswith("practicebook."))
    ours = {name.split(".")[1] for name in inner} - {"__version__"}
    if not own:
        assert ours == set()
        return
    higher = {other for other in ours - {own} if STEPS[other] >= max(STEPS[own], 1)}
    assert higher == set()


def test_every_module_has_its_step() -> None:
    found = {name_of(module).split(".")[0] for module in MODULES} - {""}
    assert found <= set(STEPS)


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_a_package_of_others_is_known_behind_its_door_only(module: Path) -> None:
    known = name_of(module)
    others = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names
    for other in others - {"practicebook", RECIPE}:
        doors = DOORS[other]
        assert any(known == door or known.startswith(f"{door}.") for door in doors), other


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_a_module_is_short_and_says_what_it_is_for(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    if module.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(tree_of(module))


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_functions_are_short(module: Path) -> None:
    long = {
        part.name: length
        for part in functions(module)
        if (length := (part.end_lineno or 0) - part.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_what_is_public_says_what_it_does(module: Path) -> None:
    silent = [
        part.name
        for part in tree_of(module).body
        if isinstance(part, ast.FunctionDef | ast.ClassDef)
        and not part.name.startswith("_")
        and not ast.get_docstring(part)
    ]
    assert silent == []


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_names_say_what_a_thing_is(module: Path) -> None:
    kinds = ast.FunctionDef | ast.ClassDef
    names = [part.name for part in ast.walk(tree_of(module)) if isinstance(part, kinds)]
    words = {word for name in [*names, name_of(module)] for word in _words(name)}
    assert words & FORBIDDEN == set()


def _words(name: str) -> list[str]:
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name)
    return spaced.replace("_", " ").replace(".", " ").lower().split()


@pytest.mark.parametrize("module", MODULES, ids=by_name)
def test_only_the_command_line_prints_or_exits(module: Path) -> None:
    if name_of(module).split(".")[0] == "cli":
        return
    called = {
        part.func.id
        for part in ast.walk(tree_of(module))
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)
    }
    assert called & {"print", "exit", "quit", "input"} == set()
