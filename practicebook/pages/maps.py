"""The map: where the practices are, drawn when the site is made, and the same as a list.

The outlines in `outlines.json` were made once; the file says from what and how. Two sets of
circles are drawn, one for a wide window and one for a phone, because a circle must stay large
enough to be pressed (24 pixels) however small the map is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import cos, dist, log, pi, radians, sin, tan
from pathlib import Path

from practicebook.catalogue import Catalogue
from practicebook.models import Practice
from practicebook.pages import tool_words
from practicebook.pages.edition import Edition
from practicebook.pages.page import Page, top
from practicebook.pages.sheet import sheet
from practicebook.pages.templates import fill

ADDRESS = "map/"
OUTLINES = Path(__file__).parent / "outlines.json"
# The frame in the units of the drawing, from Iceland and Portugal to the Caucasus.
WIDTH, HEIGHT = 1000, 800
# Units of the drawing for one radius of the Earth, and the frame's corner in such radii.
_UNITS, _LEFT, _TOP = 1250, -0.342, 0.345
# Radius of a circle in units, by the name of its set. The map is at least 710 pixels wide where
# the first set shows and at least 275 where the second does: 24 pixels across in both.
RADII = {"wide": 17, "narrow": 44}


@dataclass(frozen=True)
class Conic:
    """A Lambert conformal conic projection of a sphere, with two standard parallels.

    J. P. Snyder, Map Projections: A Working Manual, U.S. Geological Survey Professional Paper
    1395 (1987), pages 104-108, formulas 14-1 to 14-4 and 15-1 to 15-3.

    Args:
        first, second: the standard parallels, in degrees.
        lat, lon: the point that becomes (0, 0), in degrees.
    """

    first: float
    second: float
    lat: float
    lon: float

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies, east and north of (0, 0), in radii of the sphere."""
        ratio = cos(radians(self.first)) / cos(radians(self.second))
        cone = log(ratio) / log(_half(self.second) / _half(self.first))
        scale = cos(radians(self.first)) * _half(self.first) ** cone / cone
        away, origin = (scale / _half(degrees) ** cone for degrees in (lat, self.lat))
        turn = cone * radians(lon - self.lon)
        return away * sin(turn), origin - away * cos(turn)


def _half(lat: float) -> float:
    return tan(pi / 4 + radians(lat) / 2)


# The standard parallels of the European Union's conformal maps (ETRS89-LCC, EPSG:3034); the
# middle is moved east by five degrees, so that the Caucasus leans no more than Iceland.
EUROPE = Conic(35, 65, 52, 15)


def place(lat: float, lon: float) -> tuple[float, float]:
    """Where a point of the Earth (degrees, WGS 84) lies on the drawing, from its top left corner.

    >>> [round(part) for part in place(52, 15)]
    [428, 431]
    """
    east, north = EUROPE.point(lat, lon)
    return (east - _LEFT) * _UNITS, (_TOP - north) * _UNITS


@dataclass(frozen=True)
class Place:
    """A place with its practices.

    Args:
        authority: id of one authority there, which names the place in every language.
        point: where it lies on the drawing; `None` when that is not known or is off the map.
        practices: all practices of the authorities there, in the order of ids.
    """

    authority: str
    country: str
    point: tuple[float, float] | None
    practices: tuple[Practice, ...]


@dataclass(frozen=True)
class Circle:
    """A circle of the map: places so near each other that they share it, the largest first."""

    point: tuple[float, float]
    places: tuple[Place, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its practices."""
        return tuple(practice.id for place in self.places for practice in place.practices)


def places(catalogue: Catalogue) -> tuple[Place, ...]:
    """Every place that practices come from; authorities in one place share it."""
    together: dict[tuple[str, str], list[Practice]] = {}
    for practice in catalogue:
        authority = catalogue.authority_of(practice)
        together.setdefault((authority.country, authority.place), []).append(practice)
    return tuple(
        _place(catalogue, country, practices) for (country, _), practices in together.items()
    )


def _place(catalogue: Catalogue, country: str, practices: Sequence[Practice]) -> Place:
    authorities = [catalogue.authority_of(practice) for practice in practices]
    known = (place(a.lat, a.lon) for a in authorities if a.lat is not None and a.lon is not None)
    seen = (point for point in known if 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT)
    return Place(authorities[0].id, country, next(seen, None), tuple(practices))


def circles(found: Iterable[Place], radius: float) -> tuple[Circle, ...]:
    """Circles for places, so that no two overlap.

    The place with most practices comes first and keeps its own circle; each next one joins the
    nearest circle that it would overlap, or gets its own. The same places give the same circles.

    Args:
        radius: of a circle, in units of the drawing.
    """
    made: dict[tuple[float, float], list[Place]] = {}
    for each in sorted(found, key=lambda each: (-len(each.practices), each.authority)):
        if each.point is not None:
            own = _inside(each.point, radius)
            near = min(made, key=partial(dist, own), default=own)
            made.setdefault(near if dist(near, own) < 2 * radius else own, []).append(each)
    return tuple(Circle(point, tuple(joined)) for point, joined in made.items())


def _inside(point: tuple[float, float], radius: float) -> tuple[float, float]:
    """The nearest point around which a whole circle fits into the frame."""
    x, y = point
    return min(max(x, radius), WIDTH - radius), min(max(y, radius), HEIGHT - radius)


@dataclass(frozen=True)
class Outlines:
    """The drawing under the circles, as the paths of an SVG.

    Args:
        land: all land; borders: lines between countries; dotted: lines that say nothing about
            the status of the territory behind them.
    """

    land: str
    borders: str
    dotted: str


@cache
def outlines() -> Outlines:
    """The outlines of Europe, the same in every language."""
    told = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return Outlines(
        "".join(f"{path(line)}z" for line in told["land"]),
        "".join(map(path, told["borders"])),
        "".join(map(path, told["dotted"])),
    )


def path(line: Sequence[int]) -> str:
    """The path of a line, every step told from the one before, which is shorter.

    Args:
        line: x and y of its points in turn, whole numbers.

    >>> path([10, 20, 15, 20, 12, 30])
    'M10 20l5 0-3 10'
    """
    steps = [now - before for before, now in zip(line[:-2], line[2:], strict=True)]
    # A minus sign parts two numbers as well as a space does.
    written = "".join(f" {step}" if step >= 0 else str(step) for step in steps)
    return f"M{line[0]} {line[1]}l{written.strip()}"


def page_of(edition: Edition) -> Page:
    """The page with the map and its list, in one language."""
    title = edition.language.gettext("Map of practices")
    found = places(edition.catalogue)
    html = fill(
        "map.html",
        edition.language,
        edition=edition,
        top=top(ADDRESS),
        frame=(WIDTH, HEIGHT),
        outlines=outlines(),
        sets=[
            (name, radius, list(_shown(edition, circles(found, radius), name)))
            for name, radius in RADII.items()
        ],
        countries=list(_by_country(edition, found)),
        missing=sum(len(each.practices) for each in found if each.point is None),
        words=_words_of_the_script(edition),
    )
    return sheet(
        edition, ADDRESS, title, html, menu=ADDRESS, stylesheets=("find/find.css", "map.css")
    )


def _words_of_the_script(edition: Edition) -> str:
    """What the page says of the practices that fit words and filters, as JSON."""
    language, count = edition.language, len(edition.catalogue.practices)
    total = language.ngettext("{n} of {all} practice", "{n} of {all} practices", count)
    return tool_words.as_json(
        {
            "circle": language.gettext("{place}: {practices}"),
            "places": language.plural_forms(
                "{place} and {n} more place", "{place} and {n} more places"
            ),
            "total": total.replace("{all}", language.number(count)),
        }
    )


@dataclass(frozen=True)
class Shown:
    """A circle with its words: where it leads to on the page, and what it is called."""

    circle: Circle
    target: str
    name: str
    places: tuple[tuple[str, Place], ...]


def _shown(edition: Edition, drawn: Iterable[Circle], name: str) -> Iterator[Shown]:
    """Circles from north to south, the way a reader goes through them with the keyboard."""
    in_order = sorted(drawn, key=lambda circle: (circle.point[1], circle.point[0]))
    for number, circle in enumerate(in_order, start=1):
        alone = len(circle.places) == 1
        target = f"at-{circle.places[0].authority}" if alone else f"{name}-{number}"
        named = tuple((_name(edition, each), each) for each in circle.places)
        yield Shown(circle, target, _words(edition, circle), named)


def _words(edition: Edition, circle: Circle) -> str:
    """ "Lublin: 3 practices", or "Lublin and 2 more places: 5 practices"."""
    language, others = edition.language, len(circle.places) - 1
    where = _name(edition, circle.places[0])
    if others:
        told = language.ngettext(
            "{place} and {n} more place", "{place} and {n} more places", others
        )
        where = told.format(place=where, n=language.number(others))
    practices = language.counted("{n} practice", "{n} practices", len(circle.ids))
    return language.gettext("{place}: {practices}").format(place=where, practices=practices)


def _by_country(
    edition: Edition, found: Sequence[Place]
) -> Iterator[tuple[str, list[tuple[str, Place]]]]:
    """Countries, and in each the names of its places with the places, in order of the alphabet."""
    for country, _ in edition.countries:
        named = [(_name(edition, each), each) for each in found if each.country == country]
        order = {name: rank for rank, name in enumerate(edition.in_order(n for n, _ in named))}
        yield country, sorted(named, key=lambda pair: (order[pair[0]], pair[1].authority))


def _name(edition: Edition, found: Place) -> str:
    return edition.catalogue.authorities[found.authority].place_in(edition.code)
