"""Coverage as the map gets it: discs, classes of countries, what is in view."""

import json
from itertools import pairwise

import pytest

from dashboard.map.layers.coverage_features import (
    Camera,
    class_edges,
    discs,
    on_earth,
    on_plane,
    points_of,
    reach,
    shades,
)
from dashboard.map.widget.coverage_map import told
from geo.coverage import Cluster, Counts
from geo.model.places import Place, PlaceKind


def cluster(identifier: str, articles: int, mentions: int, name: str = "Lima") -> Cluster:
    place = Place(identifier, name, PlaceKind.CITY, 0, 0)
    return Cluster(place, 1, Counts(articles, mentions), (0.1, 0.1), (0.1, 0.1, 0.1, 0.1))


@pytest.mark.parametrize(("lat", "lon"), [(0, 0), (52.5, 13.4), (-33.9, 151.2), (70, 190)])
def test_plane_and_earth_are_each_others_way_back(lat: float, lon: float) -> None:
    assert on_earth(*on_plane(lat, lon)) == pytest.approx((lat, lon), abs=1e-9)


def test_the_view_holds_its_centre_and_what_is_just_outside() -> None:
    camera = Camera((52.5, 13.4), 5, (800, 600))
    west, south, east, north = camera.box
    x, y = on_plane(52.5, 13.4)
    assert west < x < east
    assert south < y < north
    assert (east - west) / camera.per_pixel == pytest.approx(800 * 1.4)


def test_the_reach_is_from_the_southernmost_to_the_northernmost_place() -> None:
    places = [Place(f"gn-{lat}", "Lima", PlaceKind.CITY, lat, 10) for lat in (12, -72, 60)]
    assert reach(points_of(places)) == [-72, 60]
    assert reach(points_of([])) == [0, 0]


def test_discs_are_sized_by_the_measure_largest_first() -> None:
    found = [cluster("gn-1", 9, 10), cluster("gn-2", 2, 90)]
    by_articles = discs(found, "articles")["features"]
    by_mentions = discs(found, "mentions")["features"]
    assert [f["id"] for f in by_articles] == ["gn-1", "gn-2"]  # type: ignore[index, attr-defined]
    assert [f["id"] for f in by_mentions] == ["gn-2", "gn-1"]  # type: ignore[index, attr-defined]
    first = by_articles[0]["properties"]  # type: ignore[index]
    assert first["r"] > by_articles[1]["properties"]["r"]  # type: ignore[index]


def test_a_hostile_name_passes_the_gate() -> None:
    made = json.dumps(discs([cluster("gn-1", 1, 1, "<b>{{7*7}}${x}`")], "articles"))
    assert not set("<>{}$`") & set(json.loads(made)["features"][0]["properties"]["name"])


@pytest.mark.parametrize("most", [0, 1, 3, 5, 6, 9, 40, 1204, 10_000, 250_000])
def test_classes_rise_and_every_count_has_one(most: int) -> None:
    edges = class_edges([1, most])
    assert all(a < b for a, b in pairwise(edges))
    assert len(edges) <= 5
    assert not edges or edges[0] == 1
    assert not edges or edges[-1] <= max(1, most)


def test_countries_are_shaded_by_the_measure() -> None:
    counts = {"FR": Counts(1, 500), "DE": Counts(1000, 1000), "IT": Counts(0, 0)}
    made = shades(counts, "articles")
    assert made["countries"]["FR"] == (1, 0)
    assert made["countries"]["DE"] == (1000, 4)
    assert "IT" not in made["countries"]
    assert shades(counts, "mentions")["countries"]["FR"][1] >= 3


@pytest.mark.parametrize(
    "message",
    [
        None, {}, {"center": [1], "zoom": 2, "size": [1, 1]},
        {"center": "ab", "zoom": 2, "size": "cd"},
        {"center": [95, 0], "zoom": 2, "size": [800, 600]},
        {"center": [0, 0], "zoom": "nan", "size": [800, 600]},
        {"center": [0, 0], "zoom": 2, "size": [0, 600]},
        {"center": [0, 0], "zoom": 10**400, "size": [800, 600]},
    ],
)  # fmt: skip
def test_a_camera_that_cannot_be_is_not_taken(message: object) -> None:
    assert told(message) is None


def test_a_camera_is_taken() -> None:
    said = {"center": [48.5, -200], "zoom": 3.25, "size": [800, 600]}
    assert told(said) == Camera((48.5, -200.0), 3.25, (800.0, 600.0))
