"""The page of results: each measurement has a section of its own and leaves the others alone."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def put(heading: str, text: str) -> None:
    """Puts a section in the place of the one with the same heading, or at the end.

    Args:
        heading: the line it begins with, "# " included; `text` repeats it.
        text: the whole section.
    """
    known = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    section = re.compile(rf"^{re.escape(heading)}$.*?(?=^# |\Z)", re.MULTILINE | re.DOTALL)
    rest = section.sub("", known).rstrip()
    RESULTS.write_text(f"{rest}\n\n{text.strip()}\n".lstrip(), encoding="utf-8")
