"""What practices are narrowed down by on the find page: filters, their values and their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from practicebook.catalogue import Catalogue
from practicebook.language import Language
from practicebook.language import words as _
from practicebook.models import REVIEW_STATES, Authority, Costs, Practice
from practicebook.vocabulary import Vocabulary, fold

# Name in the address, title, list of the vocabulary its values come from ("" has other labels).
FILTERS = (
    ("theme", _("Theme"), "themes"),
    ("group", _("Who it is for"), "target-groups"),
    ("country", _("Country"), ""),
    ("level", _("Type of authority"), "authority-levels"),
    ("size", _("Inhabitants"), ""),
    ("setting", _("Setting"), "settings"),
    ("stage", _("Stage"), "stages"),
    ("kind", _("Kind"), ""),
    ("evidence", _("Evidence"), "evidence-levels"),
    ("review", _("Review"), ""),
    ("cost", _("Cost per year, roughly, in euro"), ""),
    ("state", _("Running or ended"), ""),
    ("language", _("Language of the text"), ""),
    ("mentor", _("Help offered to others"), "mentor-offers"),
    ("place", _("Place"), ""),
)
# Of places there are too many to tick; a word that names one offers it.
NOT_LISTED = ("place",)
KINDS = {"practice": _("It worked or is under way"), "did-not-work": _("It did not work")}
STATES = {"running": _("Running, as far as is known"), "ended": _("Ended")}
FIXED = {"kind": KINDS, "state": STATES, "review": REVIEW_STATES}
NO_OFFER = "none"
# Where one band ends and the next begins: inhabitants, and euro per year.
SIZES = (5_000, 20_000, 100_000, 500_000)
COSTS = (10_000, 100_000, 1_000_000)
# What one unit was worth in euro around 2023 and 2024, by the reference rates of central banks.
# Good for bands a factor of ten wide and for nothing else.
EURO = {
    "EUR": 1.0, "BAM": 0.51, "BGN": 0.51, "CHF": 1.04, "CZK": 0.041, "DKK": 0.134, "GBP": 1.17,
    "GEL": 0.34, "HUF": 0.0026, "ISK": 0.0067, "MDL": 0.052, "NOK": 0.087, "PLN": 0.225,
    "RON": 0.201, "RSD": 0.0085, "SEK": 0.087, "TRY": 0.032, "UAH": 0.024, "USD": 0.924,
}  # fmt: skip
# The values of one practice by the name of the filter.
Facets = Mapping[str, tuple[str, ...]]
# Letters that stand for the values of a filter in a column; a space parts the practices.
FIRST_LETTER = ord("A")


@dataclass(frozen=True)
class Value:
    """One value of a filter: its key in addresses and its name for readers."""

    key: str
    label: str


@dataclass(frozen=True)
class Filter:
    """A filter with the values that practices have, in the order in which they are shown.

    Args:
        listed: whether it is shown; not one that tells no practices apart.
    """

    name: str
    title: str
    values: tuple[Value, ...]
    listed: bool


def facets(catalogue: Catalogue) -> dict[str, Facets]:
    """The values of every practice, by its id, for each of `FILTERS`; none where none is known."""
    readable: dict[str, set[str]] = {practice.id: {practice.language} for practice in catalogue}
    for (id_, language), translation in catalogue.translations.items():
        if translation.sections:
            readable[id_].add(language)
    return {
        p.id: {
            **_facets(p, catalogue.authority_of(p)),
            "language": tuple(sorted(readable[p.id])),
            "review": (catalogue.review_state(p.id),),
        }
        for p in catalogue
    }


def _facets(practice: Practice, authority: Authority) -> Facets:
    return {
        "theme": practice.themes,
        "group": practice.target_groups,
        "country": (practice.country,),
        "level": (authority.level,),
        "size": _size(authority),
        "setting": authority.setting,
        "stage": practice.stages,
        "kind": (practice.kind,),
        "evidence": (practice.evidence,),
        "cost": _cost(practice.costs),
        "state": ("ended" if practice.ended else "running",),
        "mentor": tuple(offer for offer in practice.mentor_offer if offer != NO_OFFER),
        "place": (place_key(authority),),
    }


def place_key(authority: Authority) -> str:
    """A place in addresses: its country and its own name, for example "de-koln"."""
    return f"{authority.country}-{fold(authority.place)}".lower().replace(" ", "-")


def filters(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    told: Collection[Facets],
    language: Language,
) -> tuple[Filter, ...]:
    """The filters some practice has a value for, each with the values that practices have.

    Args:
        told: the values of all practices.
    """
    parting = {name for name, _title, _scheme in FILTERS if len({each[name] for each in told}) > 1}
    used: dict[str, set[str]] = {name: set() for name, _title, _scheme in FILTERS}
    for each in told:
        for name, keys in each.items():
            used[name].update(keys)
    places = _places(catalogue, language.code)
    return tuple(
        Filter(name, language.gettext(title), values, name in parting and name not in NOT_LISTED)
        for name, title, scheme in FILTERS
        if (values := tuple(_values(name, scheme, used[name], vocabulary, language, places)))
    )


def column(name: str, values: Iterable[Value], told: Iterable[Facets]) -> str:
    """The values of every practice for one filter, a letter for each, practices parted by a space.

    >>> column("x", [Value("a", ""), Value("b", "")], [{"x": ("b",)}, {"x": ()}, {"x": ("a", "b")}])
    'B  AB'
    """
    letters = {value.key: chr(FIRST_LETTER + place) for place, value in enumerate(values)}
    return " ".join("".join(letters[key] for key in each[name]) for each in told)


def _values(
    name: str,
    scheme: str,
    used: set[str],
    vocabulary: Vocabulary,
    language: Language,
    places: Mapping[str, str],
) -> Iterator[Value]:
    """Values in use: those of a list and bands keep their order, others go by label."""
    if scheme:
        terms = (term for term in vocabulary[scheme] if term.key in used)
        yield from (Value(term.key, term.in_language(language.code)) for term in terms)
    elif bands := {"size": SIZES, "cost": COSTS}.get(name):
        numbers = sorted(int(key) for key in used)
        yield from (Value(str(band), _band(band, bands, language)) for band in numbers)
    elif fixed := FIXED.get(name):
        labels = ((key, label) for key, label in fixed.items() if key in used)
        yield from (Value(key, language.gettext(label)) for key, label in labels)
    else:
        named = [Value(key, _label(name, key, language, places)) for key in used]
        yield from sorted(named, key=lambda value: (fold(value.label), value.key))


def _label(name: str, key: str, language: Language, places: Mapping[str, str]) -> str:
    if name == "country":
        return language.name_of_country(key)
    if name == "language":
        return language.name_of_language(key)
    return places[key]


def _band(band: int, bands: tuple[int, ...], language: Language) -> str:
    """ "under 5,000", "5,000 to 20,000", "500,000 and more"; `band` is where it begins."""
    beginning = language.number(band)
    if band == 0:
        return language.gettext("under {number}").format(number=language.number(bands[0]))
    if band == bands[-1]:
        return language.gettext("{number} and more").format(number=beginning)
    following = language.number(bands[bands.index(band) + 1])
    return language.gettext("{number} to {other}").format(number=beginning, other=following)


def _places(catalogue: Catalogue, code: str) -> dict[str, str]:
    authorities = (catalogue.authority_of(practice) for practice in catalogue)
    return {place_key(each): each.place_in(code) for each in authorities}


def _size(authority: Authority) -> tuple[str, ...]:
    if authority.population is None:
        return ()
    return (_begins(authority.population.value, SIZES),)


def _cost(costs: Costs | None) -> tuple[str, ...]:
    if costs is None or costs.yearly is None or costs.currency not in EURO:
        return ()
    return (_begins(float(costs.yearly) * EURO[costs.currency], COSTS),)


def _begins(value: float, bands: tuple[int, ...]) -> str:
    """Where the band of a number begins."""
    return str(max((band for band in bands if band <= value), default=0))
