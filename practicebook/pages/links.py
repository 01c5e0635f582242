"""Links inside the site that lead nowhere.

The renderers do not look into finished HTML, so this is looked at before them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

_LINK = re.compile(r'\shref="([^"]*)"')
_NAME = re.compile(r'\sid="([^"]*)"')


def broken(texts: Mapping[str, str], outside: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Path of a page and the link in it that leads to no page, or to no place on its page.

    Args:
        texts: pages of all languages by their path, for example "en/practices/pl-x/index.md",
            and the files that stand among them.
        outside: paths below the site that other steps make, for example "data/practices.json".
    """
    files = {path: text for path, text in texts.items() if path.endswith((".md", ".html"))}
    names = {_place(path): set(_NAME.findall(text)) for path, text in files.items()}
    known = {*outside, *(texts.keys() - files.keys())}
    for path, text in files.items():
        for link in dict.fromkeys(_LINK.findall(text)):
            if _is_broken(unescape(link), _place(path), names, known):
                yield path, link


def _is_broken(link: str, place: str, names: Mapping[str, set[str]], outside: set[str]) -> bool:
    if link.startswith(("http:", "https:")):
        return False
    path, _, name = link.partition("#")
    path = path.partition("?")[0]
    if not path:
        target = place
    else:
        target = posixpath.normpath(posixpath.join(place, path)).removeprefix("./")
        target += "/" if path.endswith(("/", "..", ".")) else ""
    if target in outside:
        return False
    return target not in names or (bool(name) and name not in names[target])


def _place(path: str) -> str:
    """Where a page stands below the top of the site: "en/practices/pl-x/"."""
    return f"{path.rpartition('/')[0]}/"
