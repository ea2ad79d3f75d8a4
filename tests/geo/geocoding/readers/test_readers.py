"""Answers in the documented formats of five services, written by hand, through geopy's classes."""

import copy
import json
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from support.replay import Replayed, answer
from support.samples import HARBIN

from geo.errors import ServiceUnavailable
from geo.geocoding.geopy_service import readings_of
from geo.geocoding.search_area import area_of
from geo.geocoding.services import Question
from geo.model.places import PlaceKind

SERVICES = ["photon", "geonames", "pelias", "opencage", "mapbox"]
ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+")
CATHEDRAL = Question("Saint Sophia Cathedral", "Harbin", "CN", PlaceKind.FACILITY, area_of(HARBIN))


def places(service: str, said: Any) -> list:
    """All places of an answer, in its order."""
    return list(Replayed(service, said).service.reverse(45.0, 126.0))


def rows(service: str, said: Any) -> list[Any]:
    return said[{"geonames": "geonames", "opencage": "results"}.get(service, "features")]


EXPECTED = {
    "photon": [
        ("osm-way-900101", "Saint Sophia Cathedral", PlaceKind.FACILITY),
        ("osm-relation-900102", "Harbin", PlaceKind.CITY),
        ("osm-relation-900103", "Heilongjiang", PlaceKind.REGION),
        ("osm-node-900104", "Sun Island", PlaceKind.PHYSICAL),
        ("osm-way-900105", "Central Street", PlaceKind.FACILITY),
    ],
    "geonames": [
        ("gn-2037013", "Harbin", PlaceKind.CITY),
        ("gn-900201", "Harbin Institute of Technology", PlaceKind.FACILITY),
        ("gn-2036965", "Heilongjiang", PlaceKind.REGION),
        ("gn-1814991", "China", PlaceKind.COUNTRY),
        ("gn-900202", "Songhua River", PlaceKind.PHYSICAL),
    ],
    "pelias": [
        ("osm-way-900101", "Saint Sophia Cathedral", PlaceKind.FACILITY),
        ("pelias-whosonfirst-locality-101900301", "Harbin", PlaceKind.CITY),
        ("gn-900201", "Harbin Institute of Technology", PlaceKind.FACILITY),
        ("pelias-whosonfirst-region-85900302", "Heilongjiang", PlaceKind.REGION),
        ("pelias-", "12 Central Street", PlaceKind.FACILITY),
    ],
    "opencage": [
        ("opencage-", "Saint Sophia Cathedral", PlaceKind.FACILITY),
        ("opencage-", "Harbin", PlaceKind.CITY),
        ("opencage-", "Heilongjiang", PlaceKind.REGION),
        ("opencage-", "Songhua River", PlaceKind.PHYSICAL),
    ],
    "mapbox": [
        ("mapbox-poi-687194900401", "Saint Sophia Cathedral", PlaceKind.FACILITY),
        ("mapbox-place-900402", "Harbin", PlaceKind.CITY),
        ("mapbox-region-900403", "Heilongjiang", PlaceKind.REGION),
        ("mapbox-country-9004", "China", PlaceKind.COUNTRY),
    ],
}


@pytest.mark.parametrize("service", SERVICES)
def test_places_kinds_and_countries(service: str) -> None:
    found = places(service, answer(service))
    assert [(place.name, place.kind) for place in found] == [
        (name, kind) for _, name, kind in EXPECTED[service]
    ]
    for place, (place_id, *_) in zip(found, EXPECTED[service], strict=True):
        assert place.id.startswith(place_id)
    assert {place.country_code for place in found} == {"CN"}
    assert all(20 < place.lat < 60 and 100 < place.lon < 140 for place in found)


@pytest.mark.parametrize("service", SERVICES)
def test_ids_are_unique_stable_and_fit_for_links(service: str) -> None:
    ids = [place.id for place in places(service, answer(service))]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(place_id) for place_id in ids)
    assert ids == [place.id for place in places(service, answer(service))]


@pytest.mark.parametrize("service", SERVICES)
def test_the_cathedral_comes_first_and_likely(service: str) -> None:
    said = answer(service)
    if service == "geonames":  # it knows no churches of Harbin
        rows(service, said)[1]["name"] = "Saint Sophia Cathedral"
    replayed = Replayed(service, said)
    first, *others = replayed.service.find(CATHEDRAL)
    assert first.place.name == "Saint Sophia Cathedral"
    assert first.probability > 0.3 > sum(other.probability for other in others)
    assert any("Saint Sophia Cathedral" in value for value in replayed.asked[0].values()) or (
        service == "mapbox"  # which has the question in its path
    )


def test_geonames_and_pelias_know_the_gazetteers_numbers() -> None:
    city = places("geonames", answer("geonames"))[0]
    assert (city.geonameid, city.population) == (2037013, 5_878_939)
    assert places("pelias", answer("pelias"))[2].geonameid == 900201


EMPTY = {
    "photon": {"type": "FeatureCollection", "features": []},
    "geonames": {"totalResultsCount": 0, "geonames": []},
    "pelias": {"type": "FeatureCollection", "features": []},
    "opencage": {"results": [], "status": {"code": 200, "message": "OK"}, "total_results": 0},
    "mapbox": {"type": "FeatureCollection", "features": []},
}


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_found_is_no_failure(service: str) -> None:
    assert Replayed(service, EMPTY[service]).service.find(CATHEDRAL) == ()


FAILED = {
    "geonames": {"status": {"message": "the daily limit of 20000 credits", "value": 18}},
    "opencage": {"results": [], "status": {"code": 402, "message": "quota exceeded"}},
}


@pytest.mark.parametrize("service", sorted(FAILED))
def test_a_failure_said_in_the_answer_is_unavailable(service: str) -> None:
    with pytest.raises(ServiceUnavailable):
        Replayed(service, FAILED[service]).service.find(CATHEDRAL)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("said", ["[]", "{}", "null", "3", '"text"', '{"features": 3}', "<html>"])
def test_another_format_is_unavailable_or_nothing(service: str, said: str) -> None:
    """geopy takes some of these for "nothing found"; none of them is ever a place."""
    replayed = Replayed(service, said)
    with suppress(ServiceUnavailable):
        assert replayed.service.find(CATHEDRAL) == ()


def _each_value(row: Any, change: Callable[[Any], Any]) -> list[Any]:
    """The row over and over, each time with one value of it changed or gone."""
    changed = []

    def walk(path: list[Any], value: Any) -> None:
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, below in list(steps):
            other = copy.deepcopy(row)
            at = other
            for part in path:
                at = at[part]
            at[step] = change(below)
            changed.append(other)
            if isinstance(below, dict | list):
                walk([*path, step], below)

    walk([], row)
    return changed


HOSTILE = [
    None, True, -1, 10**40, float("nan"), float("inf"), "", "x" * 100_000, "\u202e\x00\x1b[31m",
    "<script>alert(1)</script>", "{{7*7}}", "../../etc/passwd", [], {}, ["a"], {"a": "b"},
]  # fmt: skip


@pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")
@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda value: repr(value)[:24])
def test_whatever_stands_in_an_answer_the_place_is_sound_or_there_is_none(
    service: str, hostile: object
) -> None:
    said = answer(service)
    for row in _each_value(rows(service, said)[0], lambda _: hostile):
        other = copy.deepcopy(said)
        rows(service, other)[:] = [row]
        try:
            found = places(service, other)
        except ServiceUnavailable:
            continue
        for place in found:
            assert ID.fullmatch(place.id), place.id
            assert len(place.id) < 100
            assert 0 < len(place.name) <= 200
            assert place.name.isprintable()
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
            assert re.fullmatch("[A-Z]{2}|", place.country_code)


NEEDED = {
    "photon": ["properties.osm_type", "properties.osm_id", "geometry", "properties"],
    "geonames": ["geonameId", "name", "lat", "lng"],
    "pelias": ["geometry", "properties", "properties.name"],
    "opencage": ["geometry", "components", "geometry.lat"],
    "mapbox": ["id", "text", "geometry", "place_type", "place_name"],
}


@pytest.mark.parametrize(
    ("service", "path"), [(s, path) for s, paths in NEEDED.items() for path in paths]
)
def test_an_answer_that_lacks_what_makes_a_place_is_unreadable(service: str, path: str) -> None:
    said = answer(service)
    rows(service, said)[:] = rows(service, said)[:1]
    *above, last = path.split(".")
    at = rows(service, said)[0]
    for part in above:
        at = at[part]
    del at[last]
    with pytest.raises(ServiceUnavailable):
        Replayed(service, said).service.find(CATHEDRAL)


@pytest.mark.parametrize("service", SERVICES)
def test_numbers_as_text_are_numbers_and_markup_stays_text(service: str) -> None:
    text = json.dumps(answer(service)).replace("45.7686", '"45.7686"')
    text = text.replace("Saint Sophia Cathedral", "<b>Sophia</b> {{7*7}}")
    names = [place.name for place in places(service, text)]
    assert service == "geonames" or "<b>Sophia</b> {{7*7}}" in names


def test_a_service_without_a_reader_of_its_own_gives_points_with_names() -> None:
    class Found:
        raw, latitude, longitude, address = None, 45.7, 126.6, "St Sophia, Harbin"

    (reading,) = readings_of("somebody", [Found])
    assert (reading.place.name, reading.place.lat) == ("St Sophia", 45.7)
    assert ID.fullmatch(reading.place.id)
