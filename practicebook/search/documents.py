"""What of a practice is searched: its words with their weights, its lines, its facets.

Everything the index holds about a practice is told by one `Document`, so that its digest says
whether the index has to be changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from practicebook.catalogue import Catalogue, Text
from practicebook.language import Language, exists
from practicebook.models import Authority, Practice, PracticeTranslation, texts
from practicebook.search import keys, little
from practicebook.search.suffixes import TABLE
from practicebook.vocabulary import Term, Vocabulary

# Raise when an index made by an older program would give other answers.
FORMAT = 5

# How much more a word counts than one in the text. Titles and summaries say what a practice is
# about; search words stand nowhere else, but there are many; labels and synonyms are shared by many
# practices. Other words for what is said in these, or in the text, come from the dictionary. The
# numbers were fitted to the queries of `tests/relevance` that may be looked at, and are rounded:
# a third more or less of each makes little difference.
WEIGHT = {
    "title": 6.0,
    "keywords": 3.0,
    "place": 2.5,
    "main-theme": 2.5,
    "summary": 5.0,
    "term": 1.0,
    "surroundings": 2.5,
    "text": 1.0,
    "meaning": 2.0,
    "meaning-of-text": 1.5,
}

# Kinds in which two words next to each other are more than two words: "host families".
PHRASED = frozenset(WEIGHT) - {"text"}
# Kinds in which several words only mean something together: a "foster family" is not any family.
WHOLE = frozenset({"meaning", "meaning-of-text"})

FACETS = ("theme", "group", "country", "language", "kind", "evidence")

_MARKS = re.compile(r"\s*\[\d+\]|^\s*(?:[-*>#]+|\d+\.)\s+|[*_`]+", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True)
class Passage:
    """Words of one kind in one language; each word counts once, however often it stands there."""

    kind: str
    language: str
    weight: float
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """All that the index holds about one practice.

    Args:
        id: of the practice.
        passages: the words under which it is found.
        lines: what may be shown as the line that matched, by language; the summary is the first.
        facets: the values of each of `FACETS`.
    """

    id: str
    passages: tuple[Passage, ...]
    lines: Mapping[str, tuple[str, ...]]
    facets: Mapping[str, tuple[str, ...]]

    def with_more(self, passages: Iterable[Passage]) -> Document:
        """The same with passages that follow from its own."""
        return replace(self, passages=(*self.passages, *passages))

    def digest(self, besides: str = "") -> str:
        """What changes when the index has to change: 16 hexadecimal digits of SHA-256.

        Args:
            besides: what else the index is made from.
        """
        passages = [(p.language, p.weight, p.phrases) for p in self.passages]
        told = json.dumps([self.id, passages, self.lines, self.facets, besides], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Surroundings:
    """What all practices share: the vocabulary and the languages people search in."""

    vocabulary: Vocabulary
    languages: tuple[str, ...]

    def passages(self, kind: str, scheme: str, key: str) -> Iterator[Passage]:
        """Label and synonyms of a term in every language that has them."""
        term = self.vocabulary[scheme][key]
        for language in self.languages:
            if phrases := _words_of_term(term, language):
                yield Passage(kind, language, WEIGHT[kind], phrases)


def version() -> str:
    """What an index was made with; another version makes it anew."""
    tables = TABLE.read_bytes() + little.TABLE.read_bytes()
    table = hashlib.sha256(tables).hexdigest()[:8]
    return f"{FORMAT}, suffixes and little words {table}, {keys.VERSION}"


def languages_of(
    catalogue: Catalogue, vocabulary: Vocabulary, languages: Iterable[str]
) -> tuple[str, ...]:
    """Every language in which something can be found, those of the site first.

    The vocabulary may have synonyms in a language the site does not have, and a practice may be
    written in one.
    """
    terms = (term for scheme in vocabulary.schemes.values() for term in scheme)
    more = {language for term in terms for language in (*term.label, *term.synonyms)}
    more |= {practice.language for practice in catalogue}
    more |= {language for _id, language in catalogue.translations}
    first = tuple(dict.fromkeys(languages))
    return (*first, *sorted(more - set(first)))


def document(catalogue: Catalogue, practice: Practice, around: Surroundings) -> Document:
    """What the index holds about a practice."""
    told = list(_texts(catalogue, practice, around.languages))
    authority = catalogue.authority_of(practice)
    passages = [passage for text in told for passage in _passages_of_text(text)]
    passages += _passages_of_terms(practice, authority, around)
    for language in around.languages:
        places = dict.fromkeys(_names(authority, practice.country, language))
        passages.append(Passage("place", language, WEIGHT["place"], tuple(places)))
    lines = {text.language: tuple(_lines(text)) for text in told}
    return Document(practice.id, tuple(passages), lines, _facets(practice))


def _texts(
    catalogue: Catalogue, practice: Practice, languages: Iterable[str]
) -> Iterator[Text[Practice]]:
    for language in languages:
        text = catalogue.text(practice, language)
        if text.language == language:
            yield text


def _passages_of_text(text: Text[Practice]) -> Iterator[Passage]:
    yield Passage("title", text.language, WEIGHT["title"], (text.title,))
    yield Passage("keywords", text.language, WEIGHT["keywords"], text.keywords)
    yield Passage("summary", text.language, WEIGHT["summary"], (text.summary,))
    if text.header_language == text.language:
        yield Passage("text", text.language, WEIGHT["text"], tuple(_words_of_header(text.header)))
    if not text.is_card_only:
        for section in text.sections:
            yield Passage("text", text.body_language, WEIGHT["text"], (section.text,))


def _words_of_header(practice: Practice) -> Iterator[str]:
    yield from (tool.title for tool in practice.tools)
    yield from (word for _path, word in texts(practice, PracticeTranslation))


def _passages_of_terms(
    practice: Practice, authority: Authority, around: Surroundings
) -> Iterator[Passage]:
    for place, theme in enumerate(practice.themes):
        yield from around.passages("term" if place else "main-theme", "themes", theme)
    for group in practice.target_groups:
        yield from around.passages("term", "target-groups", group)
    for stage in practice.stages:
        yield from around.passages("surroundings", "stages", stage)
    for setting in authority.setting:
        yield from around.passages("surroundings", "settings", setting)
    yield from around.passages("surroundings", "authority-levels", authority.level)


def _words_of_term(term: Term, language: str) -> tuple[str, ...]:
    # `Term.words` shows English where a label is missing; as words of this language it would lie.
    label = term.label.get(language)
    return (*([label] if label else []), *term.synonyms.get(language, ()))


def _names(authority: Authority, country: str, language: str) -> Iterator[str]:
    yield authority.name_in(language)
    yield authority.name
    yield authority.place_in(language)
    yield authority.place
    yield from authority.also_in(language)
    if exists(language):  # a practice may be written in a language nobody has country names for
        yield Language.of(language).name_of_country(country)


def _lines(text: Text[Practice]) -> Iterator[str]:
    yield text.summary
    if not text.is_card_only:
        for section in text.sections:
            sentences = _SENTENCE.split(_MARKS.sub("", section.text))
            yield from (" ".join(line.split()) for line in sentences if line.strip())


def _facets(practice: Practice) -> dict[str, tuple[str, ...]]:
    return {
        "theme": practice.themes,
        "group": practice.target_groups,
        "country": (practice.country,),
        "language": (practice.language,),
        "kind": (practice.kind,),
        "evidence": (practice.evidence,),
    }
