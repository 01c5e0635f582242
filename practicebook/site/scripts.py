"""Scripts as they are delivered: without comments and blanks that only their authors need.

The only module that knows rJSmin. It shortens no names and parts no statement, so a script that is
delivered reads like its source; what stands in quotes stays as it is, but a template text inside
another template text would not, so there are none.
"""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]


def shorten(folder: Path) -> None:
    """Shortens every script in a folder, and in the folders in it, where it lies."""
    for path in folder.rglob("*.js"):
        path.write_text(jsmin(path.read_text(encoding="utf-8")), encoding="utf-8")
