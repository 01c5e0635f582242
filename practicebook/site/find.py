"""The index of the find page: one Pagefind index for each language of the site.

The index is made from the catalogue, not from the built pages: it holds words that no page shows
(search words, synonyms, forms without endings). What a reader sees of a result is its `meta`.
The only module that knows Pagefind.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from practicebook.catalogue import Catalogue
from practicebook.models import Practice
from practicebook.project import Settings
from practicebook.search import documents, keys
from practicebook.search.documents import Document, Surroundings
from practicebook.search.suffixes import cut, tables
from practicebook.site import find_words
from practicebook.site.renderer import SiteError
from practicebook.vocabulary import Vocabulary, fold

FOLDER = "pagefind"
# Where readers write their language otherwise than the author, the author's words count little.
WEIGHT_OF_OTHER_LANGUAGE = 0.5
# A sort key that not every practice has would leave out the others.
NOT_KNOWN = "0"
# What Pagefind writes for its own search box, which the site does not use.
UNUSED = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)


def index(
    catalogue: Catalogue, vocabulary: Vocabulary, settings: Settings, folder: Path
) -> dict[str, int]:
    """Writes the index and the words of the find page for every language of the site.

    Each lies in `<folder>/<language>/pagefind/`, the words in `find.<language>.json` there. What
    lay in that folder before is gone.

    Args:
        folder: of the built site.

    Returns:
        How many practices each language's index holds.

    Raises:
        SiteError: Pagefind is not installed or failed; the message has what it said.
    """
    everywhere = documents.languages_of(catalogue, vocabulary, settings.languages)
    around = Surroundings(vocabulary, everywhere)
    found = {p.id: documents.document(catalogue, p, around) for p in catalogue}
    return {
        code: _index_language(catalogue, vocabulary, settings, found, code, folder)
        for code in settings.languages
    }


def _index_language(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    settings: Settings,
    found: Mapping[str, Document],
    code: str,
    folder: Path,
) -> int:
    spoken = find_words.languages_read_as(code, _languages(found), settings.languages)
    pages = {
        f"{code}/practices/{practice.id}": _html(
            catalogue, vocabulary, practice, found[practice.id], code, spoken
        )
        for practice in catalogue
    }
    target = folder / code / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    _write(pages, code, target)
    for name in UNUSED:
        (target / name).unlink(missing_ok=True)
    words = find_words.for_page(catalogue, vocabulary, settings, found.values(), code, spoken)
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (target / f"find.{code}.json").write_text(text, encoding="utf-8")
    return len(pages)


def _languages(found: Mapping[str, Document]) -> frozenset[str]:
    """Every language in which some practice has words."""
    return frozenset(p.language for each in found.values() for p in each.passages)


def _write(pages: Mapping[str, str], code: str, target: Path) -> None:
    """Runs Pagefind over the pages.

    As a command, not through its Python interface: that one (1.5.2) may end Pagefind before the
    last files are on the disk, so that now and then one is cut short (seen here; issue 1271 of
    Pagefind), and it takes a tenth of a second for each page.
    """
    with TemporaryDirectory() as folder:
        for address, html in pages.items():
            path = Path(folder) / address / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(html, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder]
        command += ["--output-path", str(target), "--force-language", code]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip()
        raise SiteError(f"Pagefind could not make the index for {code!r}:\n{said[-2_000:]}")


def _html(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    practice: Practice,
    found: Document,
    code: str,
    spoken: frozenset[str],
) -> str:
    """What Pagefind reads: shown facts that are not searched, then searched words never shown."""
    shown = find_words.shown(catalogue, vocabulary, practice, code)
    facts = [_fact("meta", name, value) for name, value in shown.items() if value]
    facts += [
        _fact("filter", name, value)
        for name, values in find_words.facets(catalogue, practice).items()
        for value in values
    ]
    started = practice.started.replace("-", "").ljust(6, "0") if practice.start_is_known else ""
    facts.append(_fact("sort", "started", started or NOT_KNOWN))
    words = (
        f'<p data-pagefind-weight="{_strength(weight):g}">{escape(text)}</p>'
        for weight, text in _weighed(found, code, spoken, practice.language)
    )
    return (
        f'<html lang="{code}"><body data-pagefind-body>'
        f"<div data-pagefind-ignore>{''.join(facts)}</div>{''.join(words)}"
        f"<p>{find_words.EVERY}</p></body></html>"
    )


def _strength(weight: float) -> float:
    """A weight of the search on Pagefind's scale, 0 to 10.

    There many mentions in a long text soon outweigh a title; with squares, the first ten of 14
    questions had 70 practices whose main theme was asked for, with the weights as they are 64.
    """
    return min(10.0, 0.4 * weight**2)


def _fact(kind: str, name: str, value: str) -> str:
    return f'<p data-pagefind-{kind}="{name}">{escape(value)}</p>'


def _weighed(
    found: Document, code: str, spoken: frozenset[str], original: str
) -> Iterator[tuple[float, str]]:
    """The words of a practice with their weights, as a reader of one language may type them."""
    for passage in found.passages:
        words = [word for phrase in passage.phrases for word in keys.words_of(phrase)]
        if passage.language in spoken:
            yield passage.weight, " ".join(words)
            if code in tables():
                yield passage.weight, " ".join(_reduced(words, passage.language, code))
        elif passage.language == original:
            yield WEIGHT_OF_OTHER_LANGUAGE, " ".join(words)


def _reduced(words: Iterable[str], language: str, code: str) -> Iterator[str]:
    """Words and their dictionary forms without endings, where that differs from the word."""
    for word in words:
        yield from _forms(word, language, code)


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str, code: str) -> tuple[str, ...]:
    forms = {cut(fold(form), code) for form in (word, keys.lemma(word, language))}
    return tuple(sorted(forms - {fold(word)}))
