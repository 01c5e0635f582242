"""Practices like one another, and why, in words.

The words come from the search index, which counts those of a practice when it is indexed; terms,
sizes and places, which the reasons name, come from the catalogue.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.models import Authority, Practice
from practicebook.search.documents import Document
from practicebook.search.keys import reduced, words_of
from practicebook.vocabulary import Vocabulary

# How much each thing in common counts when it is wholly so.
WORDS, THEMES, MAIN_THEME, GROUPS, SETTING, SIZE, COUNTRY = 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 0.5
# A place of at least half and at most twice as many people is of a similar size.
SIMILAR_SIZE = 0.5
# The words that tell a practice apart; more only repeat what its terms say.
MOST_WORDS = 60
# Passages that tell what a practice did, and not what lists it is on.
OWN_WORDS = frozenset({"title", "summary", "keywords", "text"})
# So many terms are named as a reason; more are not read.
MOST_NAMED = 2
# The rarity of a term that half of all practices have.
WIDESPREAD = log(1 + 2)
SCHEMES = {"theme": "themes", "group": "target-groups", "setting": "settings"}


@dataclass(frozen=True)
class Reason:
    """Something two practices have in common.

    Args:
        code: "theme", "group", "setting", "size" or "country".
        values: keys of terms, the number of inhabitants of the other place, or nothing.
    """

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Similar:
    """A practice like another one: its id, and why, the strongest reason first."""

    id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class _Profile:
    """What a practice is compared by; `words` is a vector of length 1."""

    practice: Practice
    authority: Authority
    words: Mapping[str, float]


def similar(
    catalogue: Catalogue, counted: Mapping[str, Mapping[str, int]], most: int = 4
) -> Mapping[str, tuple[Similar, ...]]:
    """For each practice the ones most like it, by id.

    Never the practice itself, never two from one authority, and none without a reason that can be
    told. Rare terms in common count more than frequent ones; sizes are compared as ratios.

    Args:
        counted: the words of each practice as the index counted them, by id.
        most: how many for each practice at most.
    """
    spread = Counter(word for words in counted.values() for word in words)
    profiles = [
        _Profile(p, catalogue.authority_of(p), _vector(counted[p.id], spread, len(counted)))
        for p in catalogue
    ]
    rarity = _rarity(profiles)
    found: dict[str, list[tuple[float, _Profile]]] = defaultdict(list)
    for place, one in enumerate(profiles):
        for other in profiles[place + 1 :]:
            score = _likeness(one, other, rarity)
            found[one.practice.id].append((score, other))
            found[other.practice.id].append((score, one))
    return {
        each.practice.id: _best(each, found[each.practice.id], rarity, most) for each in profiles
    }


def say(reason: Reason, language: str, vocabulary: Vocabulary) -> str:
    """A reason in words, for example "same theme: Housing" or "same country"."""
    reader = Language.of(language)
    if reason.code == "country":
        return reader.gettext("same country")
    if reason.code == "size":
        return reader.counted(
            "similar size: {n} inhabitant", "similar size: {n} inhabitants", int(reason.values[0])
        )
    scheme = vocabulary[SCHEMES[reason.code]]
    terms = reader.listing([scheme.label(key, language) for key in reason.values])
    sentence = {
        "theme": reader.ngettext("same theme: {terms}", "same themes: {terms}", len(reason.values)),
        "group": reader.gettext("for the same people: {terms}"),
        "setting": reader.gettext("a similar place: {terms}"),
    }
    return sentence[reason.code].format(terms=terms)


def told(
    alike: Mapping[str, Sequence[Similar]], language: str, vocabulary: Vocabulary
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """For each practice the ids of those like it, each with its reasons as one text."""
    return {
        id_: [
            (like.id, ", ".join(say(reason, language, vocabulary) for reason in like.reasons))
            for like in likes
        ]
        for id_, likes in alike.items()
    }


def _best(
    this: _Profile,
    found: Iterable[tuple[float, _Profile]],
    rarity: Mapping[str, float],
    most: int,
) -> tuple[Similar, ...]:
    by_authority: dict[str, Similar] = {}
    for _score, that in sorted(found, key=lambda each: (-each[0], each[1].practice.id)):
        if len(by_authority) == most:
            break
        if that.authority.id in by_authority:
            continue
        if reasons := _reasons(this, that, rarity):
            by_authority[that.authority.id] = Similar(that.practice.id, reasons)
    return tuple(by_authority.values())


# ---- likeness ------------------------------------------------------------------------------


def _likeness(one: _Profile, other: _Profile, rarity: Mapping[str, float]) -> float:
    mine, yours = one.practice, other.practice
    small, large = sorted((one.words, other.words), key=len)
    return (
        WORDS * sum(weight * large.get(word, 0.0) for word, weight in small.items())
        + THEMES * _shared(mine.themes, yours.themes, rarity)
        + MAIN_THEME * (mine.themes[0] == yours.themes[0])
        + GROUPS * _shared(mine.target_groups, yours.target_groups, rarity)
        + SETTING * _shared(one.authority.setting, other.authority.setting, rarity)
        + SIZE * _ratio(one.authority, other.authority)
        + COUNTRY * (mine.country == yours.country)
    )


def _shared(mine: Sequence[str], yours: Sequence[str], rarity: Mapping[str, float]) -> float:
    """Terms in common as a part of all terms of both (Jaccard), weighed by rarity; 0 to 1."""
    # fsum does not depend on the order, which a set does not keep from run to run.
    either = fsum(rarity[key] for key in {*mine, *yours})
    return fsum(rarity[key] for key in {*mine} & {*yours}) / either if either else 0.0


def _ratio(mine: Authority, yours: Authority) -> float:
    """The smaller number of inhabitants as a part of the larger; 0 where one is unknown."""
    if mine.population is None or yours.population is None:
        return 0.0
    small, large = sorted((mine.population.value, yours.population.value))
    return small / large


def _reasons(this: _Profile, that: _Profile, rarity: Mapping[str, float]) -> tuple[Reason, ...]:
    pairs = {
        "theme": (this.practice.themes, that.practice.themes),
        "group": (this.practice.target_groups, that.practice.target_groups),
        "setting": (this.authority.setting, that.authority.setting),
    }
    reasons: list[Reason] = []
    for code, (mine, yours) in pairs.items():
        common = [key for key in mine if key in yours]
        if code == "group":
            # That a practice is for those nearly all are for is no reason.
            common = [key for key in common if rarity[key] >= WIDESPREAD]
        if common:
            reasons.append(Reason(code, tuple(common[:MOST_NAMED])))
    if that.authority.population and _ratio(this.authority, that.authority) >= SIMILAR_SIZE:
        reasons.append(Reason("size", (str(that.authority.population.value),)))
    if this.practice.country == that.practice.country:
        reasons.append(Reason("country"))
    return tuple(reasons)


def _rarity(profiles: Sequence[_Profile]) -> Mapping[str, float]:
    """How much a term in common says: the logarithm of one over its part of all practices."""
    count = Counter(
        key
        for each in profiles
        for key in {*each.practice.themes, *each.practice.target_groups, *each.authority.setting}
    )
    return {key: log(1 + len(profiles) / times) for key, times in count.items()}


# ---- words ---------------------------------------------------------------------------------


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


def _vector(counted: Mapping[str, int], spread: Counter[str], total: int) -> Mapping[str, float]:
    weighed = {
        word: (1 + log(times)) * log(total / spread[word])
        for word, times in counted.items()
        if 1 < spread[word] < total / 2
    }
    kept = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:MOST_WORDS]
    length = sqrt(sum(weight * weight for _word, weight in kept))
    return {word: weight / length for word, weight in kept}
