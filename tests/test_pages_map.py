"""The map: where places lie on it, which share a circle, and that its list says the same."""

from __future__ import annotations

import json
import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from practicebook import vocabulary
from practicebook.catalogue import Catalogue
from practicebook.checks import check_all
from practicebook.language import Language
from practicebook.pages import Edition, broken, maps
from practicebook.project import Project

ROOT = Path(__file__).parents[1]
EXAMPLE = Path(__file__).parent / "example"


def edition_of(root: Path, code: str = "en") -> Edition:
    project = Project(root)
    words = vocabulary.load(project)
    catalogue = check_all(project, words).catalogue
    return Edition(catalogue, words, project.settings, Language.of(code))


@pytest.fixture(scope="module")
def real() -> Catalogue:
    project = Project(ROOT)
    return check_all(project, vocabulary.load(project)).catalogue


def spot(name: str, x: float, y: float, count: int = 1) -> maps.Place:
    """A place for which only the number of its practices matters."""
    practice = next(iter(edition_of(EXAMPLE).catalogue))
    return maps.Place(name, "IE", (x, y), (practice,) * count)


def names(circles: tuple[maps.Circle, ...]) -> list[list[str]]:
    return [[each.authority for each in circle.places] for circle in circles]


def test_the_projection_gives_the_numbers_of_its_source() -> None:
    # Snyder 1987, page 295: sphere of radius 1, parallels 33 and 45, origin 23 N 96 W.
    x, y = maps.Conic(33, 45, 23, -96).point(35, -75)
    assert (x, y) == pytest.approx((0.2966785, 0.2462112), abs=5e-8)


def test_north_is_up_and_east_is_right() -> None:
    warsaw, vilnius, lisbon = maps.place(52.2, 21), maps.place(54.7, 25.3), maps.place(38.7, -9.1)
    assert lisbon[0] < warsaw[0] < vilnius[0]
    assert vilnius[1] < warsaw[1] < lisbon[1]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(65.5, -24.4), (38.7, -9.5), (71.1, 25.8), (34.9, 24.1), (34.6, 33), (35.8, 14.4), (40.4, 50)],
)
def test_the_ends_of_europe_lie_on_the_map(lat: float, lon: float) -> None:
    x, y = maps.place(lat, lon)
    assert 0 < x < maps.WIDTH
    assert 0 < y < maps.HEIGHT


def inside(lat: float, lon: float, ring: list[int]) -> bool:
    x, y = maps.place(lat, lon)
    corners = list(zip(ring[::2], ring[1::2], strict=True))
    crossed = False
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def nearest_border(lat: float, lon: float) -> float:
    """Units from a point to the nearest point of a border that is drawn as a full line."""
    lines = json.loads(maps.OUTLINES.read_text(encoding="utf-8"))["borders"]
    here = maps.place(lat, lon)
    return min(
        dist(here, (x1 + (x2 - x1) * part / 20, y1 + (y2 - y1) * part / 20))
        for line in lines
        for x1, y1, x2, y2 in zip(line[:-2:2], line[1:-2:2], line[2::2], line[3::2], strict=True)
        for part in range(21)
    )


@pytest.mark.parametrize(
    ("lat", "lon"), [(50.08, 14.4), (41.9, 12.6), (45.0, 34.1), (35.0, 33.1), (64.8, -18.5)]
)
def test_a_point_on_land_lies_on_drawn_land(lat: float, lon: float) -> None:
    rings = json.loads(maps.OUTLINES.read_text(encoding="utf-8"))["land"]
    assert sum(inside(lat, lon, ring) for ring in rings) % 2 == 1


@pytest.mark.parametrize(
    "point",
    [
        pytest.param((46.1, 33.7), id="between Crimea and the rest of Ukraine"),
        pytest.param((35.15, 33.35), id="across Cyprus"),
        pytest.param((42.75, 41.6), id="along Abkhazia"),
        pytest.param((42.1, 44.0), id="along South Ossetia"),
        pytest.param((42.97, 20.9), id="between Kosovo and Serbia"),
    ],
)
def test_no_full_line_is_drawn_where_the_council_of_europe_has_no_border(
    point: tuple[float, float],
) -> None:
    assert nearest_border(*point) > 4


def test_the_outlines_say_where_they_come_from_and_are_small() -> None:
    told = json.loads(maps.OUTLINES.read_text(encoding="utf-8"))
    assert "Natural Earth" in told["origin"]
    assert "public domain" in told["licence"]
    assert maps.OUTLINES.stat().st_size < 60_000


def test_a_path_is_told_in_steps() -> None:
    assert maps.path([0, 5, 3, 5, 3, 1]) == "M0 5l3 0 0-4"


def test_places_near_each_other_share_a_circle_and_others_do_not() -> None:
    spots = [spot("a", 100, 100), spot("b", 119, 100, 3), spot("c", 121, 121), spot("d", 300, 90)]
    assert names(maps.circles(spots, 9)) == [["b"], ["a"], ["c"], ["d"]]
    assert names(maps.circles(spots, 10)) == [["b", "a"], ["c"], ["d"]]
    assert names(maps.circles(spots, 20)) == [["b", "a", "c"], ["d"]]


def test_circles_do_not_depend_on_the_order_of_the_places() -> None:
    spots = [spot(f"p{n}", 60 + n * 37 % 200, 60 + n * 53 % 150, n % 3 + 1) for n in range(40)]
    assert names(maps.circles(spots, 15)) == names(maps.circles(spots[::-1], 15))


def test_a_circle_at_the_edge_is_drawn_whole() -> None:
    (circle,) = maps.circles([spot("a", 2, 798)], 44)
    assert circle.point == (44, 756)


@pytest.mark.parametrize("radius", maps.RADII.values())
def test_circles_of_the_real_collection_hold_each_practice_once_and_never_overlap(
    radius: int, real: Catalogue
) -> None:
    drawn = maps.circles(maps.places(real), radius)
    assert sorted(id_ for circle in drawn for id_ in circle.ids) == list(real.practices)
    near = [dist(one.point, two.point) for one, two in combinations(drawn, 2)]
    assert min(near) >= 2 * radius


def test_the_list_beside_the_map_has_every_practice() -> None:
    edition = edition_of(EXAMPLE)
    text = maps.page_of(edition).text
    for practice in edition.catalogue:
        assert f'<a href="../practices/{practice.id}/"' in text


def test_each_circle_leads_to_a_place_on_the_page_and_has_a_name() -> None:
    text = maps.page_of(edition_of(ROOT)).text
    circle = r'<a href="#([^"]+)"><title>[^<]+: \d+ practices?</title>'
    targets = re.findall(circle, text)
    assert len(targets) == text.count("<title>") > 20
    assert [target for target in targets if text.count(f' id="{target}"') != 1] == []
    texts = {"en/map/index.md": text}
    inner = [link for _, link in broken(texts) if link.startswith("#")]
    assert inner == []


def test_a_circle_of_several_places_says_how_many() -> None:
    text = maps.page_of(edition_of(ROOT)).text
    assert re.search(r"<title>[^<]+ and \d+ more places: \d+ practices</title>", text)


def test_a_place_that_is_not_known_is_in_the_list_and_the_map_says_so(tmp_path: Path) -> None:
    for source in EXAMPLE.rglob("*"):
        if source.is_file():
            target = tmp_path / source.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = source.read_text(encoding="utf-8")
            target.write_text(re.sub(r"(?m)^(lat|lon): .*\n", "", text), encoding="utf-8")
    edition = edition_of(tmp_path)
    text = maps.page_of(edition).text
    assert "<circle" not in text
    assert f"{len(edition.catalogue.practices)} practices are only in the list" in text


@pytest.mark.parametrize("code", Project(ROOT).settings.languages)
def test_the_page_of_the_map_stays_within_its_budget(code: str) -> None:
    # 24 kB for the outlines and the frame, the rest for circles and list: 91 kB at 142 practices.
    edition = edition_of(ROOT, code)
    budget = 24_000 + 475 * len(edition.catalogue.practices)
    assert len(maps.page_of(edition).text.encode()) < budget
