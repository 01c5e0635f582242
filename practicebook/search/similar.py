"""Practices like one another, and why, in words.

The words come from the search index, which counts those of a practice when it is indexed; terms,
sizes and places, which the reasons name, come from the catalogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.models import Authority, Practice
from practicebook.vocabulary import Vocabulary

# A place of at least half and at most twice as many people is of a similar size.
SIMILAR_SIZE = 0.5
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
class Profile:
    """What a practice is compared by; `words` as the index counted them."""

    practice: Practice
    authority: Authority
    words: Mapping[str, int]


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
    # Loading what compares them takes half a second, and most commands compare nothing.
    from practicebook.search.likeness import orders

    profiles = [Profile(p, catalogue.authority_of(p), counted[p.id]) for p in catalogue]
    rarity = _rarity(profiles)
    return {
        this.practice.id: _best(this, (profiles[place] for place in order), rarity, most)
        for this, order in zip(profiles, orders(profiles, rarity), strict=True)
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
    this: Profile, alike: Iterable[Profile], rarity: Mapping[str, float], most: int
) -> tuple[Similar, ...]:
    by_authority: dict[str, Similar] = {}
    for that in alike:
        if len(by_authority) == most:
            break
        if that is this or that.authority.id in by_authority:
            continue
        if reasons := _reasons(this, that, rarity):
            by_authority[that.authority.id] = Similar(that.practice.id, reasons)
    return tuple(by_authority.values())


def _ratio(mine: Authority, yours: Authority) -> float:
    """The smaller number of inhabitants as a part of the larger; 0 where one is unknown."""
    if mine.population is None or yours.population is None:
        return 0.0
    small, large = sorted((mine.population.value, yours.population.value))
    return small / large


def _reasons(this: Profile, that: Profile, rarity: Mapping[str, float]) -> tuple[Reason, ...]:
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


def _rarity(profiles: Sequence[Profile]) -> Mapping[str, float]:
    """How much a term in common says: the logarithm of one over its part of all practices."""
    count = Counter(
        key
        for each in profiles
        for key in {*each.practice.themes, *each.practice.target_groups, *each.authority.setting}
    )
    return {key: log(1 + len(profiles) / times) for key, times in count.items()}
