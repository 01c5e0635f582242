"""Words reduced to keys, so that two forms of one word meet.

A word has several keys: without marks, without its ending (by two methods), and in its dictionary
form. Two words match when their sets meet. The only module that knows snowballstemmer and
simplemma.

Dictionary forms are looked up when a text is indexed: the Polish dictionary takes 1.2 seconds and
70 MB to open. The index remembers them, so that "mieście" finds "miasto" without it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Protocol, cast

import simplemma
import snowballstemmer  # type: ignore[import-untyped]
from simplemma.strategies import DefaultStrategy

from practicebook.language import Language
from practicebook.search.suffixes import cut
from practicebook.vocabulary import fold

# Changes when the packages may reduce a word otherwise; an index made by another is made anew.
VERSION = f"simplemma {version('simplemma')}, snowball {version('snowballstemmer')}"
# Nobody means a word longer than this; a pasted address or a row of letters is cut.
LONGEST_WORD = 60
APOSTROPHES = "'’ʼ`"
# Between Cyrillic letters an apostrophe is a letter (сім'я); between others it ends a word
# (l'accueil, the city's).
_WORD = re.compile(rf"[^\W_]+(?:(?<=[\u0400-\u04ff])[{APOSTROPHES}](?=[\u0400-\u04ff])[^\W_]+)*")
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the package's own name


def words_of(text: str) -> list[str]:
    """The words of a text as they are written, in their order; numbers are words.

    >>> words_of("L’accueil à Bielsko-Biała, сім'я: 17,000!")
    ['L', 'accueil', 'à', 'Bielsko', 'Biała', "сім'я", '17', '000']
    """
    plain = unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFC", text)))
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain)]


def keys(word: str, language: str, base: str | None = None) -> frozenset[str]:
    """All keys under which a word of a text is found.

    Args:
        word: one word as `words_of` gives it.
        language: ISO 639 code; one without a stemmer or a dictionary gives fewer keys.
        base: the dictionary form where it is known already; looked up otherwise.
    """
    found = lemma(word, language) if base is None else base
    return reduced(word, language) | reduced(found, language)


def keys_of_line(line: str, language: str) -> frozenset[str]:
    """The keys of all words of a line, without opening a dictionary."""
    return frozenset().union(*(reduced(word, language) for word in words_of(line)))


@lru_cache(maxsize=200_000)
def reduced(word: str, language: str) -> frozenset[str]:
    """The keys of a word that need no dictionary: folded, stemmed, without its ending.

    Stems are made with and without marks: people leave them out, and stemmers want them.
    """
    folded = fold(word)
    stemmer = _stemmer(language)
    stems = {stemmer.stemWord(folded), fold(stemmer.stemWord(word.lower()))} if stemmer else set()
    return frozenset({folded, cut(folded, language), *stems})


@lru_cache(maxsize=200_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word; the word itself where the dictionary does not have it."""
    if not _has_dictionary(language):
        return word
    return _lemmatizer().lemmatize(word.lower(), lang=language)


@cache
def _stemmer(language: str) -> _Stemmer | None:
    """The stemmer that is called like the language in English, for example "polish"."""
    name = Language.of("en").name_of_language(language).lower()
    if name not in snowballstemmer.algorithms():
        return None
    return cast("_Stemmer", snowballstemmer.stemmer(name))


@cache
def _lemmatizer() -> simplemma.Lemmatizer:
    return simplemma.Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))


@cache
def _has_dictionary(language: str) -> bool:
    try:
        _lemmatizer().lemmatize("a", lang=language)
    except ValueError:
        return False
    return True
