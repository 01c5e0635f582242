"""The index on disk: brought up to date, opened, asked for practices with certain keys.

The only module that knows Whoosh; SQLite's full-text search or tantivy could take its place behind
the same functions. One field per language holds the keys of a practice with their weights, so that
a word in the title and three in the text are weighed before BM25 flattens them, not after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf, log
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh import index as whoosh_index
from whoosh.analysis.filters import DelimitedAttributeFilter
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
from whoosh.formats import Frequency
from whoosh.query.compound import And, AndMaybe, DisjunctionMax, Or
from whoosh.query.qcore import Every, Query
from whoosh.query.terms import Term
from whoosh.scoring import BM25F

from practicebook.catalogue import Catalogue
from practicebook.search import counting, keys, meanings, seal
from practicebook.search.documents import (
    FACETS,
    Document,
    Surroundings,
    document,
    languages_of,
)
from practicebook.search.rows import ALONE, SPELLED, Found, field, found_in, remembering, row
from practicebook.vocabulary import Notion, Vocabulary, fold

# Another command may be writing the same index; one update takes seconds at most.
SECONDS_TO_WAIT = 30.0
# What an index made from nothing keeps in memory, as Whoosh counts it, before it writes to disk.
MEGABYTES = 512

# BM25 for keys that carry weights, hence a high K1; and a practice with many labels is not a
# long-winded one, hence no B. The find page counts in the same way.
WEIGHING = BM25F(K1=25.0, B=0.0)
# Who has a word at this weight has it fully; others make it less common by as much less. So words
# that only a few have are all equally rare: of two of them, one is not worth more by chance.
HELD = 30.0

# The keys of a word, by language.
Keys = Mapping[str, frozenset[str]]


class SearchUnavailable(Exception):  # noqa: N818 - a state of things, not a fault
    """There is no index that could be asked; says what to do."""


@dataclass(frozen=True)
class Update:
    """What bringing the index up to date changed: ids of practices, and how many there are."""

    indexed: tuple[str, ...]
    removed: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Index:
    """An index that can be asked.

    Args:
        folder: in which it lies.
        languages: in which something can be found, those of the site first.
        searcher: is closed by whoever opened the index.
    """

    folder: Path
    languages: tuple[str, ...]
    searcher: Any  # Whoosh's Searcher; its methods have no types

    @cached_property
    def _lemmas(self) -> seal.Lemmas:
        return seal.read_lemmas(self.folder)

    def keys_of(self, word: str) -> Keys:
        """The keys of a word by language, also of its dictionary form if some text has the word."""
        bases = {
            code: self._lemmas.get(code, {}).get(word.lower(), word) for code in self.languages
        }
        return {code: keys.keys(word, code, base) for code, base in bases.items()}

    def part_with(self, word: Keys) -> float:
        """The part of all practices, 0 to 1, that has a key of the word, where it is commonest."""
        reader = self.searcher.reader()
        # Frequencies still count what was deleted since the last merge, and so must the whole.
        most = max((reader.doc_frequency(*term) for term in _terms(word)), default=0)
        return float(most / max(1, reader.doc_count_all()))

    def knows(self, word: Keys) -> frozenset[str]:
        """The languages in which some practice has a key of the word."""
        reader = self.searcher.reader()
        return frozenset(
            code
            for code, found in word.items()
            if any(reader.doc_frequency(field(code), key) for key in found)
        )

    def spelled(self) -> list[str]:
        """Words of titles, search words, labels and places as they are written, commonest first."""
        reader = self.searcher.reader()
        words = [term.decode() for term in reader.lexicon(SPELLED)]
        counted = {word: reader.doc_frequency(SPELLED, word) for word in words}
        return sorted(counted, key=lambda word: (-counted[word], word))

    def rarity(self, word: Keys) -> float:
        """How much a word tells practices apart; 0 if all have it fully.

        Each key counts as if it were as common as the commonest: a word is not rare because it
        strays into another language or is inflected.
        """
        reader = self.searcher.reader()
        held = (min(reader.doc_frequency(*t), reader.frequency(*t) / HELD) for t in _terms(word))
        return log(1.01 * max(1, reader.doc_count_all()) / max([1.0, *held]))

    def _any_key(self, word: Keys, most: float = inf) -> Query:
        """A word by any of its keys in any language; only the best of them counts."""
        rarity = min(self.rarity(word), most)
        return DisjunctionMax(
            [
                Term(name, key, boost=rarity / float(self.searcher.idf(name, key)))
                for name, key in _terms(word)
            ]
        )

    def stands_alone(self, word: str) -> bool:
        """Whether a short word is by itself a search word, a label, a synonym or a place."""
        return int(self.searcher.reader().doc_frequency(ALONE, fold(word))) > 0

    def find(
        self,
        required: Sequence[Keys],
        optional: Sequence[Keys],
        pairs: Sequence[tuple[Keys, float]],
        filters: Mapping[str, str],
        *,
        every: bool,
        limit: int,
    ) -> list[Found]:
        """Practices that have one of the keys of every (or of any) required word, best first.

        Args:
            required: for each word its keys by language.
            optional: words that add to the score of what is found by the others.
            pairs: neighbours, which add to it as well, each with the rarity it has at most.
            filters: facet and the value it must have.
            every: whether all required words must be there.
            limit: how many practices at most.
        """
        if not self.searcher.reader().doc_count_all():
            return []
        wanted = [self._any_key(word) for word in required]
        asked: Query = (And if every else Or)(wanted) if wanted else Every()  # type: ignore[no-untyped-call]
        more = [self._any_key(word) for word in optional]
        more += [self._any_key(both, most) for both, most in pairs if self.knows(both)]
        if more:
            asked = AndMaybe(asked, Or(more))
        narrowed = And([Term(name, value) for name, value in filters.items()])
        results = self.searcher.search(
            asked, filter=narrowed if filters else None, limit=limit, terms=True
        )
        return [found_in(hit) for hit in results]


def update(
    folder: Path, catalogue: Catalogue, vocabulary: Vocabulary, languages: Iterable[str]
) -> Update:
    """Brings the index in a folder up to date, touching only the practices that changed.

    A practice changed when any word under which it is found did: its own, a translation's, its
    authority's, a label's or a synonym's. An index that is damaged, foreign, made by another
    version or for other languages is made anew.

    Args:
        folder: is created when missing.
        languages: of the site; what the vocabulary and the practices have besides is added.

    Raises:
        SearchUnavailable: another command is writing the index, or the folder cannot be written.
    """
    spoken = languages_of(catalogue, vocabulary, languages)
    around = Surroundings(vocabulary, spoken)
    documents = {practice.id: document(catalogue, practice, around) for practice in catalogue}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write(
            folder,
            documents,
            spoken,
            vocabulary.notions,
            counting.language_of_most(catalogue),
            anew=not seal.is_whole(folder, spoken),
        )
    except whoosh_index.LockError as error:
        raise SearchUnavailable(
            "Another command is writing the search index. Try again when it is done."
        ) from error
    except OSError as error:
        raise SearchUnavailable(f"The search index cannot be written: {error}.") from error


def word_counts(folder: Path) -> Mapping[str, Mapping[str, int]]:
    """The words of each practice and how many of its passages have them, by id.

    Raises:
        SearchUnavailable: as `open_index`.
    """
    with open_index(folder).searcher as searcher:
        stored = searcher.reader().all_stored_fields()
        return {each["id"]: each["counts"] for each in stored}


def open_index(folder: Path) -> Index:
    """The index in a folder, whole and of this version.

    Raises:
        SearchUnavailable: there is none, or it is damaged or made by another version.
    """
    languages = seal.sealed_languages(folder)
    if languages is None:
        raise SearchUnavailable(f"There is no search index in {folder} yet. Build it first.")
    if not seal.is_whole(folder, languages):
        raise SearchUnavailable(
            f"The search index in {folder} is damaged or from another version. Build it again."
        )
    return Index(folder, languages, whoosh_index.open_dir(str(folder)).searcher(weighting=WEIGHING))


# ---- writing -------------------------------------------------------------------------------


def _write(
    folder: Path,
    documents: Mapping[str, Document],
    languages: tuple[str, ...],
    notions: Sequence[Notion],
    compared_in: str,
    *,
    anew: bool,
) -> Update:
    if anew:
        seal.break_seal(folder)
        index = whoosh_index.create_in(str(folder), _schema(languages))
    else:
        index = whoosh_index.open_dir(str(folder))
    besides = f"{meanings.digest(notions)} {compared_in}"
    digests = {name: each.digest(besides) for name, each in documents.items()}
    with index.searcher() as searcher:
        known = {stored["id"]: stored["digest"] for stored in searcher.reader().all_stored_fields()}
    removed = tuple(sorted(known.keys() - documents.keys()))
    changed = tuple(name for name in documents if known.get(name) != digests[name])
    if removed or changed or anew:
        lemmas = seal.read_lemmas(folder)
        lemma = remembering(lemmas)
        more = meanings.meanings(notions, lemma)
        with index.writer(timeout=SECONDS_TO_WAIT, limitmb=MEGABYTES) as writer:
            for name in (*removed, *changed):
                writer.delete_by_term("id", name)
            for name in changed:
                each = documents[name].with_more(more.passages(documents[name]))
                counts = dict(counting.counts(documents[name], compared_in))
                writer.add_document(**row(each, digests[name], lemma), counts=counts)
        seal.write_lemmas(folder, lemmas)
        seal.set_seal(folder, languages)
    return Update(changed, removed, len(documents))


def _schema(languages: Iterable[str]) -> fields.Schema:
    schema = fields.Schema(
        id=fields.ID(unique=True, stored=True),
        digest=fields.STORED(),
        counts=fields.STORED(),
        lines=fields.STORED(),
        **{name: fields.KEYWORD() for name in (ALONE, SPELLED, *FACETS)},
    )
    for language in languages:
        weighed = SpaceSeparatedTokenizer() | DelimitedAttributeFilter()
        schema.add(field(language), fields.FieldType(Frequency(), weighed, scorable=True))
    return schema


# ---- asking --------------------------------------------------------------------------------


def _terms(word: Keys) -> list[tuple[str, str]]:
    return [(field(code), key) for code, found in word.items() for key in sorted(found)]
