"""The words of a practice, counted when it is indexed, for comparing it with others later."""

from __future__ import annotations

from collections import Counter

from practicebook.catalogue import Catalogue
from practicebook.search.documents import Document
from practicebook.search.keys import reduced, words_of

# Passages that tell what a practice did, and not what lists it is on.
OWN_WORDS = frozenset({"title", "summary", "keywords", "text"})


def counts(document: Document, language: str) -> Counter[str]:
    """How many passages of a practice have each word, for the index to store.

    Args:
        language: in which practices are compared; one without words in it is counted in its own.
    """
    spoken = {passage.language for passage in document.passages if passage.kind == "title"}
    read_in = language if language in spoken else document.facets["language"][0]
    counted: Counter[str] = Counter()
    for passage in document.passages:
        if passage.kind in OWN_WORDS and passage.language == read_in:
            for phrase in passage.phrases:
                # Each word of a phrase or a section counts once.
                counted.update({_stem(word, read_in) for word in words_of(phrase)})
    return counted


def language_of_most(catalogue: Catalogue) -> str:
    """The language that most practices are written in."""
    languages = Counter(practice.language for practice in catalogue)
    return max(languages, key=lambda code: (languages[code], code), default="en")


def _stem(word: str, language: str) -> str:
    """The shortest key of a word; of equally short ones the same in every run."""
    return min(reduced(word, language), key=lambda key: (len(key), key))
