"""Over the real collection: what officers type finds what they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicebook.checks import check_all
from practicebook.project import Project
from practicebook.search.index import update
from practicebook.search.query import search
from practicebook.vocabulary import load

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    project = Project.find(Path(__file__).parent)
    vocabulary = load(project)
    catalogue = check_all(project, vocabulary).catalogue
    folder = tmp_path_factory.mktemp("collection")
    update(folder, catalogue, vocabulary, project.settings.languages)
    return folder, catalogue


@pytest.mark.parametrize(
    "words",
    [
        "uchodzcy mieszkania",
        "mieszkanie dla uchodźców",
        "locuinte refugiati",
        "locuințe pentru refugiați",
        "житло для біженців",
        "жилье для беженцев",
        "logement",
        "logements pour les réfugiés",
        "housing for refugees",
    ],
)
def test_housing_in_any_language_finds_mainly_housing(collection, words):
    folder, catalogue = collection
    hits = search(folder, words, limit=10).hits
    themes = [catalogue.practices[hit.id].themes for hit in hits]
    # A village that houses refugees in its castle is about reception, and a good answer too.
    assert sum("housing" in each for each in themes) >= 7
