"""Where things are: the folders of a knowledge base and its settings.

The only module that knows folder names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from practicebook.language import exists

SETTINGS = "practicebook.toml"
RENDERERS = ("mkdocs", "zensical")
PRACTICES, COMMUNITY = "practices", "community"
AUTHORITIES, ADOPTIONS, REVIEWS = "authorities", "adoptions", "reviews"
QUESTIONS, EVENTS = "questions", "events"


class ProjectError(Exception):
    """The folder is not a knowledge base, or its settings cannot be used; says why."""


@dataclass(frozen=True)
class Settings:
    """What `practicebook.toml` says about the site.

    Args:
        name: title of the site in each language.
        description: one sentence about the site in each language.
        languages: codes of the languages the site has, the order of the language choice.
        default_language: language of the root `mkdocs.yml`, of messages when none is asked for,
            and of the name and description where they are not translated.
        url: public address of the site, ending with "/".
        repository: address of the source repository, or "" when there is none to show.
        renderer: "mkdocs" or "zensical".
    """

    name: Mapping[str, str]
    description: Mapping[str, str]
    languages: tuple[str, ...]
    default_language: str
    url: str
    repository: str = ""
    renderer: str = "mkdocs"


def _faults(site: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the settings, each as a sentence; those further on rely on the first."""
    known = fields(Settings)
    for each in known:
        if each.default is MISSING and each.name not in site:
            yield f"{each.name} is missing."
    names = {each.name for each in known}
    yield from (f'there is no setting "{name}".' for name in site if name not in names)
    languages = site["languages"]
    if not isinstance(languages, list) or not languages:
        yield "languages must be a list of codes."
    for code in languages:
        if not isinstance(code, str) or not exists(code):
            yield f'languages: "{code}" is not the code of a language that can be shown.'
    default = site["default_language"]
    if default not in languages:
        yield f'default_language: "{default}" is not in languages.'
    for name in ("name", "description"):
        texts = site[name]
        if not isinstance(texts, dict) or not texts.get(default):
            yield f'{name} is missing in the default language, "{default}".'
    if not str(site["url"]).startswith(("https://", "http://")):
        yield 'url must begin with "https://".'
    if site.get("renderer", RENDERERS[0]) not in RENDERERS:
        yield f"renderer must be one of: {', '.join(RENDERERS)}."


class _Placed(Protocol):
    """What has a name and a country: a practice."""

    @property
    def id(self) -> str: ...

    @property
    def country(self) -> str: ...


@dataclass(frozen=True)
class Project:
    """A knowledge base on disk."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Project:
        """The knowledge base that `start` lies in: the nearest folder above with settings.

        Raises:
            ProjectError: no folder from `start` upwards has a `practicebook.toml`.
        """
        for folder in (start, *start.parents):
            if (folder / SETTINGS).is_file():
                return cls(folder)
        raise ProjectError(
            f"There is no {SETTINGS} in {start} or above it. Go to the folder of your "
            "knowledge base, or name it with --project."
        )

    @cached_property
    def settings(self) -> Settings:
        """The settings, read once.

        Raises:
            ProjectError: the file is not TOML, lacks something, or says what cannot be.
        """
        try:
            table = tomllib.loads((self.root / SETTINGS).read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise ProjectError(f"{SETTINGS} is not stored as UTF-8.") from error
        except (tomllib.TOMLDecodeError, OSError) as error:
            raise ProjectError(f"{SETTINGS} cannot be used: {error}") from error
        site = table.get("site")
        if not isinstance(site, dict):
            raise ProjectError(f"{SETTINGS}: the part [site] is missing.")
        for fault in _faults(site):
            raise ProjectError(f"{SETTINGS}: {fault}")
        return Settings(**{**site, "languages": tuple(site["languages"])})

    @property
    def practices(self) -> Path:
        return self.root / PRACTICES

    def practice_file(self, practice: _Placed) -> str:
        """The file of a practice, from the top of the project."""
        return self.relative(self.practices / practice.country.lower() / f"{practice.id}.md")

    @property
    def authorities(self) -> Path:
        return self.community / AUTHORITIES

    @property
    def community(self) -> Path:
        return self.root / COMMUNITY

    @property
    def vocabulary(self) -> Path:
        return self.root / "vocabulary"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def schema(self) -> Path:
        return self.root / "schema"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def pages(self) -> Path:
        return self.build / "pages"

    @property
    def index(self) -> Path:
        return self.build / "index"

    @property
    def data(self) -> Path:
        return self.build / "data"

    @property
    def site(self) -> Path:
        return self.build / "site"

    @property
    def cache(self) -> Path:
        return self.build / "cache"

    def relative(self, path: Path) -> str:
        """`path` as people read it in messages: from the top of the project, forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()
