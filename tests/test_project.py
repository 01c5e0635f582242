"""The settings of a knowledge base: what may stand there, and what is said when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from knowledge import copy_example

from practicebook.project import Project, ProjectError, Settings
from practicebook.site.settings import Folders, settings_of

WRONG = {
    "no part for the site": ("[site]", "[place]", "languages is missing."),
    "no name": ("[site.name]", "[site.names]", "name is missing."),
    "no address": ('url = "https://mending.example/"', "", "url is missing."),
    "a slip": ("repository =", "repositry =", 'there is no setting "repositry".'),
    "languages in words": ('["en", "fr", "pl"]', '"en"', "languages must be a list of codes."),
    "no languages": ('["en", "fr", "pl"]', "[]", "languages must be a list of codes."),
    "an unknown language": ('"pl"]', '"xx"]', 'languages: "xx" is not the code'),
    "a language that is a number": ('"pl"]', "7]", 'languages: "7" is not the code'),
    "another default": (
        'default_language = "en"',
        'default_language = "uk"',
        'default_language: "uk" is not in languages.',
    ),
    "no name in the default language": (
        'en = "Mending Commons"',
        "",
        'name is missing in the default language, "en".',
    ),
    "an address without its beginning": (
        "https://mending.example/",
        "mending.example",
        'url must begin with "https://".',
    ),
    "another renderer": ('"mkdocs"', '"hugo"', "renderer must be one of: mkdocs, zensical."),
}


def changed(project: Project, old: str, new: str) -> Project:
    path = project.root / "practicebook.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Project(project.root)


@pytest.mark.parametrize("what", WRONG)
def test_settings_that_cannot_be_used_say_why(what: str, tmp_path: Path) -> None:
    old, new, sentence = WRONG[what]
    project = changed(copy_example(tmp_path), old, new)
    with pytest.raises(ProjectError, match=r"^practicebook\.toml: ") as error:
        project.settings  # noqa: B018 - reading it is what is tested
    assert sentence in str(error.value)


def test_an_empty_file_of_settings_says_what_is_missing(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.root / "practicebook.toml").write_text("", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"the part \[site\] is missing\."):
        project.settings  # noqa: B018 - reading it is what is tested


def test_settings_in_an_old_encoding_say_so(tmp_path: Path) -> None:
    project = copy_example(tmp_path)
    (project.root / "practicebook.toml").write_bytes("# łódź".encode("cp1250"))
    with pytest.raises(ProjectError, match="is not stored as UTF-8"):
        project.settings  # noqa: B018 - reading it is what is tested


def test_a_site_without_english_has_its_own_name() -> None:
    settings = Settings({"pl": "Nazwa"}, {"pl": "Opis."}, ("pl", "ro"), "pl", "https://x.example/")
    told = settings_of(settings, "ro", Folders("", "", ""), ())
    assert (told["site_name"], told["site_description"]) == ("Nazwa", "Opis.")
