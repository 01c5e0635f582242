"""Where things are: the folders of a knowledge base and its settings.

The only module that knows folder names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

SETTINGS = "practicebook.toml"
PRACTICES, COMMUNITY = "practices", "community"
AUTHORITIES, ADOPTIONS, QUESTIONS, EVENTS = "authorities", "adoptions", "questions", "events"


class ProjectError(Exception):
    """The folder is not a knowledge base, or its settings cannot be used; says why."""


@dataclass(frozen=True)
class Settings:
    """What `practicebook.toml` says about the site.

    Args:
        name: title of the site in each language.
        description: one sentence about the site in each language.
        languages: codes of the languages the site has, the order of the language choice.
        default_language: language of the root `mkdocs.yml` and of messages when none is asked for.
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
            ProjectError: the file is not TOML or lacks something.
        """
        try:
            table = tomllib.loads((self.root / SETTINGS).read_text(encoding="utf-8"))["site"]
            languages = tuple(table["languages"])
            settings = Settings(**{**table, "languages": languages})
        except (tomllib.TOMLDecodeError, KeyError, TypeError, OSError) as error:
            raise ProjectError(f"{SETTINGS} cannot be used: {error}") from error
        if settings.default_language not in languages:
            raise ProjectError(
                f"{SETTINGS}: default_language {settings.default_language!r} is not in languages."
            )
        return settings

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
