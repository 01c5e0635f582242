"""The index of the find page: small files that a reader's browser loads as it needs them.

The index is made from the catalogue, not from the built pages: it holds words that no page shows
(search words, synonyms, forms without endings). For each language of the site there are: what every
search needs, the words in parts of some kilobytes, and what results show, a few to a file. Every
file is packed, so that what goes over the wire does not depend on the server, and is named by
its content, so that a browser never mixes two indexes.

Pagefind did this at first. On the held-out queries of `tests/relevance` it finds half of what it
should as it comes, seven tenths with our forms and labels in it; this index finds nine
tenths. It also moved three times as much over the wire for a filter, gave other bytes on every
build and needed WebAssembly. `benchmarks/RESULTS.md` has ours beside Pagefind and Material's own
search as they come.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.models import Practice
from practicebook.project import Settings
from practicebook.search import documents
from practicebook.search.documents import Document, Surroundings
from practicebook.search.meanings import meanings
from practicebook.search.question import NEARLY_ALL
from practicebook.site import find_facets, find_postings, find_words
from practicebook.vocabulary import Vocabulary

FOLDER = "find/index"
# The one file with a name that stays.
ENTRY = "start.find"
# Letters of unpacked JSON in one part of the words; packed it is about a third of that.
LONGEST_PART = 48_000
CARDS_IN_A_FILE = 8


def index(
    catalogue: Catalogue, vocabulary: Vocabulary, settings: Settings, folder: Path
) -> dict[str, int]:
    """Writes the index of the find page for every language of the site.

    Each lies in `<folder>/<language>/find/index/`; what lay there before is gone.

    Args:
        folder: of the built site.

    Returns:
        How many practices each language's index holds.
    """
    everywhere = documents.languages_of(catalogue, vocabulary, settings.languages)
    around = Surroundings(vocabulary, everywhere)
    practices = tuple(sorted(catalogue, key=_newest_first))
    dictionary = meanings(vocabulary.notions)
    written = [documents.document(catalogue, practice, around) for practice in practices]
    found = tuple(each.with_more(dictionary.passages(each)) for each in written)
    told = find_facets.facets(catalogue)
    facets = tuple(told[practice.id] for practice in practices)
    for code in settings.languages:
        spoken = find_words.languages_read_as(code, _languages(found), settings.languages)
        edition = _Edition(catalogue, vocabulary, practices, found, facets, code, spoken)
        target = folder / code / FOLDER
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        others = [other for other in settings.languages if other != code]
        _write(target, ENTRY, _entry(edition, target, others))
    return dict.fromkeys(settings.languages, len(practices))


@dataclass(frozen=True)
class _Edition:
    """What the index of one language is made of; a practice's number is its place in the list."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    practices: tuple[Practice, ...]
    found: tuple[Document, ...]
    facets: tuple[find_facets.Facets, ...]
    code: str
    spoken: frozenset[str]


def _newest_first(practice: Practice) -> tuple[int, str]:
    started = practice.started.replace("-", "").ljust(6, "0") if practice.start_is_known else "0"
    return -int(started), practice.id


def _languages(found: Sequence[Document]) -> frozenset[str]:
    """Every language in which some practice has words."""
    return frozenset(p.language for each in found for p in each.passages)


def _entry(edition: _Edition, target: Path, others: Sequence[str]) -> dict[str, object]:
    """What every search needs, and the names of the files that hold the rest."""
    catalogue, code, spoken = edition.catalogue, edition.code, edition.spoken
    facets = edition.facets
    filters = find_facets.filters(catalogue, edition.vocabulary, facets, Language.of(code))
    adopted = [len(catalogue.adoptions_of(practice.id)) for practice in edition.practices]
    ids = [practice.id for practice in edition.practices]
    return {
        "count": len(ids),
        "filters": [_as_json(each) for each in filters],
        "columns": {e.name: find_facets.column(e.name, e.values, facets) for e in filters},
        "adopted": {number: count for number, count in enumerate(adopted) if count},
        "concepts": find_words.concepts(catalogue, edition.vocabulary, facets, code, spoken),
        "kinds": find_postings.KINDS,
        "weights": find_postings.weights(),
        "languages": [{"code": each, "name": Language.of(each).name} for each in others],
        "spellings": _store(target, find_postings.spellings(edition.found, spoken)),
        "ids": _store(target, ids),
        "cards": list(_cards(edition, target)),
        "cardsInFile": CARDS_IN_A_FILE,
        **_words(edition, target),
        **find_words.texts(Language.of(code)),
        **find_words.rules(edition.found, code, spoken),
    }


def _as_json(each: find_facets.Filter) -> dict[str, object]:
    values = [{"key": value.key, "label": value.label} for value in each.values]
    return {"name": each.name, "title": each.title, "listed": each.listed, "values": values}


def _cards(edition: _Edition, target: Path) -> Iterator[str]:
    """Stores what results show; gives the names of the files."""
    told = [
        find_words.card(edition.catalogue, edition.vocabulary, practice, edition.code)
        for practice in edition.practices
    ]
    for start in range(0, len(told), CARDS_IN_A_FILE):
        yield _store(target, told[start : start + CARDS_IN_A_FILE])


def _words(edition: _Edition, target: Path) -> dict[str, object]:
    """Stores the words; gives the first word and the name of each file, in order.

    A word that nearly all practices have lies in a file of its own: it tells none apart, and is
    needed only when nothing else was typed.
    """
    originals = [practice.language for practice in edition.practices]
    postings = find_postings.postings(edition.found, originals, edition.code, edition.spoken)
    most = NEARLY_ALL * len(edition.found)
    ordered = sorted(postings.items())
    common = {word: where for word, where in ordered if len(where) > most}
    rest = {word: where for word, where in ordered if word not in common}
    return {
        "parts": [(min(part), _store(target, part)) for part in parts(rest, LONGEST_PART)],
        "common": {word: _store(target, {word: _gaps(where)}) for word, where in common.items()},
    }


def parts(postings: find_postings.Postings, longest: int) -> Iterator[dict[str, list[int]]]:
    """Words in the order in which they come, as many to a part as its length allows.

    >>> list(parts({"a": {0: 8}, "b": {1: 8}, "c": {3: 8}}, 25))
    [{'a': [0, 8], 'b': [1, 8]}, {'c': [3, 8]}]
    """
    part: dict[str, list[int]] = {}
    length = 0
    for word, where in postings.items():
        gaps = _gaps(where)
        more = len(_packed_text({word: gaps}))
        if part and length + more > longest:
            yield part
            part, length = {}, 0
        part[word] = gaps
        length += more
    if part:
        yield part


def _gaps(where: Mapping[int, int]) -> list[int]:
    """Numbers of practices as distances from the one before, each followed by where they have it.

    >>> _gaps({4: 8, 6: 1})
    [4, 8, 2, 1]
    """
    told: list[int] = []
    before = 0
    for number, value in sorted(where.items()):
        told += [number - before, value]
        before = number
    return told


def _store(target: Path, told: object) -> str:
    """Writes a file that is named by its content; gives the name."""
    name = f"{hashlib.sha256(_packed_text(told).encode()).hexdigest()[:10]}.find"
    _write(target, name, told)
    return name


def _write(target: Path, name: str, told: object) -> None:
    (target / name).write_bytes(gzip.compress(_packed_text(told).encode(), mtime=0))


def _packed_text(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
