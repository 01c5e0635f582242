"""The words of the find page in one language: its sentences, what a result shows, words for terms.

They go to the browser with the index, so that the page's script has no language of its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.language import words as _
from practicebook.models import Practice
from practicebook.pages.practice import size
from practicebook.search import keys
from practicebook.search.documents import Document
from practicebook.search.little import little_words
from practicebook.search.query import FEW, SCREEN, SENTENCE
from practicebook.search.question import LONGEST_QUERY, MOST_WORDS
from practicebook.search.rows import SHORT
from practicebook.search.suffixes import tables
from practicebook.site.find_facets import FILTERS, KINDS, Facets, place_key
from practicebook.site.find_postings import reduced, tables_of
from practicebook.vocabulary import Vocabulary, fold

TEXTS = {
    "remove": _("Remove the filter {name}"),
    "clear": _("Remove all filters"),
    "offer": _("{name}, {practices}"),
    "named": _("{filter}: {value}"),
    "loose": _("With some of your words"),
    "none": _("No practice was found."),
    "hint": _("Try fewer or other words, or remove a filter."),
    "missing": _("Nowhere found: {words}."),
    "mended": _("Searched for {word} instead of {typed}."),
    "unknown": _("Some filters in the address do not exist and were left out."),
    "long": _("Only the first part of your words was used; they were very many."),
    "some": _("{all} with all of your words; {loose} with some of them."),
    "why": _("Found by: {reasons}"),
}
# Where the words of a query stand, as a result tells it; search words themselves are never shown.
REASONS = {
    "title": _("title"),
    "place": _("place"),
    "summary": _("summary"),
    "text": _("text"),
    "keywords": _("search words"),
    "elsewhere": _("text in another language"),
    "meaning": _("words of the same meaning"),
}


def texts(language: Language) -> dict[str, object]:
    """The sentences of the page, and "{n} practices" in every plural form CLDR names."""
    return {
        "texts": {name: language.gettext(text) for name, text in TEXTS.items()},
        "reasons": {name: language.gettext(text) for name, text in REASONS.items()},
        "practices": language.plural_forms("{n} practice", "{n} practices"),
    }


def rules(found: Iterable[Document], code: str, spoken: frozenset[str]) -> dict[str, object]:
    """How the page reads what is typed: endings, limits, short words that mean something."""
    return {
        "suffixes": [
            {"least": table.least, "endings": sorted(table.endings)}
            for name in tables_of(code, spoken)
            if (table := tables().get(name))
        ],
        "little": sorted(frozenset().union(*(little_words(name) for name in spoken))),
        "short": sorted(_standing_alone(found, spoken)),
        "limits": {
            "letters": LONGEST_QUERY,
            "words": MOST_WORDS,
            "short": SHORT,
            "few": FEW,
            "sentence": SENTENCE,
            "screen": SCREEN,
        },
    }


def card(
    catalogue: Catalogue, vocabulary: Vocabulary, practice: Practice, code: str
) -> dict[str, str]:
    """What a result shows, in the reader's language; `lang` is that of title and summary."""
    language, text = Language.of(code), catalogue.text(practice, code)
    authority = catalogue.authority_of(practice)
    country = language.name_of_country(practice.country)
    told = {
        "id": practice.id,
        "title": text.title,
        "summary": text.summary,
        "lang": "" if text.language == code else text.language,
        "place": f"{authority.place_in(code)}, {country}",
        "size": size(authority, language),
        "years": _years(practice, language),
        "theme": vocabulary["themes"].label(practice.themes[0], code),
        "evidence": vocabulary["evidence-levels"].label(practice.evidence, code),
    }
    if practice.kind == "did-not-work":
        told["failed"] = language.gettext(KINDS["did-not-work"])
    return {name: value for name, value in told.items() if value}


def concepts(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    told: Iterable[Facets],
    code: str,
    spoken: frozenset[str],
) -> dict[str, list[tuple[str, str]]]:
    """Values that practices have by the words that name them: label, synonym, place, country."""
    named: dict[str, list[tuple[str, str]]] = {}
    typed = tables_of(code, spoken)
    used = {(n, value) for each in told for n, values in each.items() for value in values}
    phrases = _named(catalogue, vocabulary, code, spoken)
    for phrase, value in ((phrase, value) for phrase, value in phrases if value in used):
        for table in typed:
            words = [next(iter(reduced(word, [table]))) for word in keys.words_of(phrase)]
            values = named.setdefault(" ".join(words), [])
            if value not in values:
                values.append(value)
    named.pop("", None)
    return named


def languages_read_as(
    code: str, languages: Iterable[str], of_the_site: Iterable[str]
) -> frozenset[str]:
    """Languages whose words belong to the page of one language of the site.

    Its own, and every language in the same script that has no page of its own: a reader of
    Russian types on the Ukrainian page where there is no Russian one.
    """
    known = frozenset(of_the_site)
    same = (other for other in languages if other not in known and _script(other) == _script(code))
    return frozenset({code, *same})


def _script(code: str) -> str:
    """The script in which a language writes its own name, for example "CYRILLIC"."""
    return unicodedata.name(Language.of(code).name[0]).split()[0]


def _years(practice: Practice, language: Language) -> str:
    start, end = practice.started[:4], (practice.ended or "")[:4]
    if practice.start_is_known:
        since = language.gettext("since {date}").format(date=start)
        if end == start:
            return start
        return f"{start}–{end}" if end else since
    return language.gettext("until {date}").format(date=end) if end else ""


def _named(
    catalogue: Catalogue, vocabulary: Vocabulary, code: str, spoken: frozenset[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Phrases and the value of a filter each names."""
    for name, _title, scheme in FILTERS:
        for term in vocabulary[scheme] if scheme else ():
            synonyms = [word for language in spoken for word in term.synonyms.get(language, ())]
            for phrase in sorted({term.in_language(code), *synonyms}):
                yield phrase, (name, term.key)
    for country in catalogue.countries:
        for language in sorted(spoken):
            yield Language.of(language).name_of_country(country), ("country", country)
    for practice in catalogue:
        authority = catalogue.authority_of(practice)
        local = (names.place for names in authority.names.values())
        also = (name for language in sorted(spoken) for name in authority.also_in(language))
        for place in sorted({authority.place, *filter(None, local), *also}):
            yield place, ("place", place_key(authority))


def _standing_alone(found: Iterable[Document], spoken: frozenset[str]) -> set[str]:
    """Short words that are by themselves a search word, a label, a synonym or a place."""
    phrases = (
        phrase
        for each in found
        for passage in each.passages
        if passage.language in spoken
        for phrase in passage.phrases
    )
    return {fold(phrase) for phrase in phrases if len(phrase) <= SHORT}
