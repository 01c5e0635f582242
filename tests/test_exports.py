"""The collection as open data: one document, one table, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from knowledge import EXAMPLE, checked, good, with_practice

from practicebook import exports
from practicebook.project import Project

CATALOGUE = checked(Project(EXAMPLE)).catalogue


def test_the_document_has_every_practice_authority_and_translation() -> None:
    document = json.loads(exports.as_json(CATALOGUE))
    assert [row["id"] for row in document["practices"]] == sorted(CATALOGUE.practices)
    assert len(document["authorities"]) == 4
    things = document["practices"][0]
    assert things["sections"]["results"].startswith("In 2024 there were 312 things")
    assert set(things["translations"]) == {"fr", "pl"}
    assert things["translations"]["pl"]["sections"] == {}
    assert "emprunter une perceuse" in things["translations"]["fr"]["keywords"]


def test_the_table_has_one_row_a_practice() -> None:
    rows = list(csv.DictReader(io.StringIO(exports.as_csv(CATALOGUE))))
    assert [row["id"] for row in rows] == sorted(CATALOGUE.practices)
    assert rows[0]["themes"] == "lending; waste"
    assert rows[0]["place"] == "Upper Mending"
    assert rows[0]["ended"] == ""


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(sign: str, tmp_path: Path) -> None:
    content = good("Bicycle harbour: mending", f"{sign}1+1 mending")
    catalogue = checked(with_practice(tmp_path, content)).catalogue
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(exports.as_csv(catalogue)))}
    assert rows["ie-shown"]["title"].startswith(f"'{sign}1+1 mending")


def test_files_are_written_once_and_the_same(tmp_path: Path) -> None:
    names = exports.write(CATALOGUE, tmp_path / "data")
    before = {name: (tmp_path / "data" / name).stat().st_mtime_ns for name in names}
    first = {name: (tmp_path / "data" / name).read_bytes() for name in names}
    again = checked(Project(EXAMPLE)).catalogue
    assert exports.write(again, tmp_path / "data") == names
    assert {name: (tmp_path / "data" / name).stat().st_mtime_ns for name in names} == before
    assert {name: (tmp_path / "data" / name).read_bytes() for name in names} == first
