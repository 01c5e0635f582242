"""Dates as the reader's language writes them."""

from __future__ import annotations

import pytest

from practicebook.language import Language


@pytest.mark.parametrize(
    ("code", "first", "last", "told"),
    [
        ("en", "2025-05-22", "2025-05-22", "22 May 2025"),
        ("en", "2024-11-12", "2024-11-13", "12–13 Nov 2024"),
        ("en", "2024-11-30", "2024-12-02", "30 Nov – 2 Dec 2024"),
        ("pl", "2024-11-12", "2024-11-13", "12–13 listopada 2024"),
        ("ro", "2024-11-12", "2024-11-13", "12–13 nov. 2024"),
        ("uk", "2024-11", "2024-12-02", "листопад 2024 р. – 2 грудня 2024 р."),
        ("en", "2023", "2024", "2023 – 2024"),
    ],
)
def test_a_period_tells_once_what_its_ends_have_in_common(
    code: str, first: str, last: str, told: str
) -> None:
    # Thin and no-break spaces are Babel's business.
    said = Language.of(code).period(first, last)
    assert " ".join(said.split()) == told
