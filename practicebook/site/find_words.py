"""The words of the find page in one language: names of filters, sentences, words that name a term.

They go to the browser as one small file, so that the page's script has no language of its own.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.language import words as _
from practicebook.models import Practice
from practicebook.project import Settings
from practicebook.search import keys
from practicebook.search.documents import Document
from practicebook.search.index import SHORT
from practicebook.search.query import FEW, LONGEST_QUERY, MOST_WORDS, NEARLY_ALL
from practicebook.search.suffixes import cut, tables
from practicebook.vocabulary import Vocabulary, fold

# Name in the address, title, list of the vocabulary its values come from ("" has other labels).
FILTERS = (
    ("theme", _("Theme"), "themes"),
    ("group", _("Who it is for"), "target-groups"),
    ("country", _("Country"), ""),
    ("stage", _("Stage"), "stages"),
    ("level", _("Type of authority"), "authority-levels"),
    ("evidence", _("Evidence"), "evidence-levels"),
    ("kind", _("Kind"), ""),
)
# A word that every practice has, so that "all practices" is a search like any other: without a word
# Pagefind (1.5.2) loads its whole index first, 27 files of 30 kB here.
EVERY = "qxevery"
KINDS = {"practice": _("It worked or is under way"), "did-not-work": _("It did not work")}
TEXTS = {
    "narrow": _("Narrow down"),
    "sort": _("Sort by"),
    "relevance": _("Best match"),
    "newest": _("Newest first"),
    "chosen": _("Filters in use"),
    "remove": _("Remove the filter {name}"),
    "clear": _("Remove all filters"),
    "offers": _("Filters that fit your words"),
    "offer": _("{name}, {practices}"),
    "named": _("{filter}: {value}"),
    "more": _("Show more"),
    "loose": _("With some of your words"),
    "none": _("No practice was found."),
    "hint": _("Try fewer or other words, or remove a filter."),
    "missing": _("Nowhere found: {words}."),
    "elsewhere": _("Search for the same in:"),
    "unknown": _("Some filters in the address do not exist and were left out."),
    "long": _("Only the first part of your words was used; they were very many."),
    "some": _("{all} with all of your words; {loose} with some of them."),
    "loading": _("Searching …"),
}


def for_page(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    settings: Settings,
    found: Iterable[Document],
    code: str,
    spoken: frozenset[str],
) -> dict[str, object]:
    """All that the script of the find page has to know, as JSON writes it.

    Args:
        found: what is searched of each practice.
        spoken: languages whose words readers of this page may type.
    """
    language = Language.of(code)
    found = list(found)
    return {
        "filters": list(_filters(catalogue, vocabulary, language)),
        "every": EVERY,
        "concepts": _concepts(vocabulary, code, spoken),
        "short": sorted(_standing_alone(found, spoken)),
        "weak": sorted(_weak(found, code, spoken)),
        "suffixes": _suffixes(code),
        "limits": {"letters": LONGEST_QUERY, "words": MOST_WORDS, "few": FEW, "short": SHORT},
        "texts": {name: language.gettext(text) for name, text in TEXTS.items()},
        "practices": _practices(language),
        "languages": [
            {"code": other, "name": Language.of(other).name}
            for other in settings.languages
            if other != code
        ],
    }


def facets(catalogue: Catalogue, practice: Practice) -> dict[str, tuple[str, ...]]:
    """The values of a practice for each of `FILTERS`."""
    return {
        "theme": practice.themes,
        "group": practice.target_groups,
        "country": (practice.country,),
        "stage": practice.stages,
        "level": (catalogue.authority_of(practice).level,),
        "evidence": (practice.evidence,),
        "kind": (practice.kind,),
    }


def shown(
    catalogue: Catalogue, vocabulary: Vocabulary, practice: Practice, code: str
) -> dict[str, str]:
    """What a result shows, in the reader's language; `lang` is that of title and summary."""
    language, text = Language.of(code), catalogue.text(practice, code)
    authority = catalogue.authority_of(practice)
    country = language.name_of_country(practice.country)
    return {
        "title": text.title,
        "summary": text.summary,
        "lang": "" if text.language == code else text.language,
        "place": f"{authority.place_in(code)}, {country}",
        "years": _years(practice, language),
        "theme": vocabulary["themes"].label(practice.themes[0], code),
        "evidence": vocabulary["evidence-levels"].label(practice.evidence, code),
        "failed": language.gettext(KINDS["did-not-work"])
        if practice.kind == "did-not-work"
        else "",
    }


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


def _filters(
    catalogue: Catalogue, vocabulary: Vocabulary, language: Language
) -> Iterator[dict[str, object]]:
    """The filters with the values that practices have; lists keep their order, others by label."""
    for name, title, scheme in FILTERS:
        used = {value for p in catalogue for value in facets(catalogue, p)[name]}
        if scheme:
            values = [(t.key, t.in_language(language.code)) for t in vocabulary[scheme]]
        else:
            values = [(value, _label(name, value, language)) for value in used]
            values.sort(key=lambda pair: fold(pair[1]))
        listed = [{"key": key, "label": label} for key, label in values if key in used]
        yield {"name": name, "title": language.gettext(title), "values": listed}


def _label(name: str, value: str, language: Language) -> str:
    return language.name_of_country(value) if name == "country" else language.gettext(KINDS[value])


def _concepts(
    vocabulary: Vocabulary, code: str, spoken: frozenset[str]
) -> dict[str, list[tuple[str, str]]]:
    """Terms by the words that name them: labels and synonyms, folded and without endings."""
    named: dict[str, list[tuple[str, str]]] = {}
    for name, _title, scheme in FILTERS:
        for term in vocabulary[scheme] if scheme else ():
            synonyms = [word for language in spoken for word in term.synonyms.get(language, ())]
            for phrase in sorted({term.in_language(code), *synonyms}):
                reduced = " ".join(_reduced(word, code) for word in keys.words_of(phrase))
                terms = named.setdefault(reduced, [])
                if (name, term.key) not in terms:
                    terms.append((name, term.key))
    return named


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


def _weak(found: list[Document], code: str, spoken: frozenset[str]) -> set[str]:
    """Words without endings that so many practices have that they tell none apart."""
    counted: Counter[str] = Counter()
    for each in found:
        words = (
            word
            for passage in each.passages
            if passage.language in spoken
            for phrase in passage.phrases
            for word in keys.words_of(phrase)
        )
        counted.update({_reduced(word, code) for word in set(words)})
    return {word for word, count in counted.items() if count > NEARLY_ALL * len(found)}


@lru_cache(maxsize=200_000)
def _reduced(word: str, code: str) -> str:
    return cut(fold(word), code)


def _suffixes(code: str) -> Mapping[str, object] | None:
    table = tables().get(code)
    return {"least": table.least, "endings": sorted(table.endings)} if table else None


def _practices(language: Language) -> dict[str, str]:
    """ "{n} practices" in every plural form, by the name CLDR gives the form."""
    counted: Callable[[str, str], dict[str, str]] = language.plural_forms
    return counted("{n} practice", "{n} practices")
