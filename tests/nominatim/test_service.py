"""Dateline's service against a real Nominatim."""

import pytest

from geo.geocoding import Question, Service
from geo.geocoding.search_area import area_of
from geo.model.places import Place, PlaceKind

HARBIN = Place("gn-2037013", "Harbin", PlaceKind.CITY, 45.757, 126.642, "CN", population=5_878_939)
KHARKIV = Place("gn-706483", "Kharkiv", PlaceKind.CITY, 49.98, 36.25, "UA", population=1_421_125)


def inside(name: str, town: Place, kind: PlaceKind | None = PlaceKind.FACILITY) -> Question:
    return Question(name, town.name, town.country_code, kind, area_of(town))


@pytest.mark.parametrize(
    ("town", "lat", "lon"), [(HARBIN, 45.763, 126.648), (KHARKIV, 49.9905, 36.23)]
)
def test_a_church_of_a_common_name_is_the_one_inside_its_town(
    service: Service, town: Place, lat: float, lon: float
) -> None:
    first, *_ = service.find(inside("Church of the Intercession", town))
    assert (first.place.lat, first.place.lon) == (lat, lon)
    assert (first.inside, first.place.kind) == (True, PlaceKind.FACILITY)
    assert first.probability > 0.8


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("St Sophia", "Saint Sophia Cathedral"),
        ("cathedral of St Sophia", "Saint Sophia Cathedral"),
        ("Intercession Church", "Church of the Intercession"),
        ("Harbin Engineering University", "Harbin Engineering University"),
        ("Harbin's Central Street", "Central Street"),
        ("Taiping airport", "Harbin Taiping International Airport"),
    ],
)
def test_facilities_as_news_names_them(service: Service, said: str, name: str) -> None:
    first, *_ = service.find(inside(said, HARBIN))
    assert first.place.name == name
    assert first.inside


def test_words_in_common_do_not_make_a_university_of_harbin_harbin_university(
    service: Service,
) -> None:
    found = service.find(inside("Harbin University", HARBIN))
    assert "Harbin Engineering University" in {finding.place.name for finding in found}
    assert all(finding.probability < 0.25 for finding in found)


def test_a_site_that_is_not_in_its_town_is_found_elsewhere_and_hardly_trusted(
    service: Service,
) -> None:
    (only, *_) = service.find(inside("Zhongnanhai", HARBIN))
    assert not only.inside
    assert only.probability < 0.2


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("China", PlaceKind.COUNTRY, "CN"), ("Russia", PlaceKind.COUNTRY, "RU"),
        ("Heilongjiang", PlaceKind.REGION, "CN"), ("Lamar County", PlaceKind.COUNTY, "US"),
        ("Peking", PlaceKind.CITY, "CN"), ("Lyptsi", PlaceKind.CITY, "UA"),
        ("Songhua River", PlaceKind.PHYSICAL, "CN"), ("Eyjafjallajökull", PlaceKind.PHYSICAL, "IS"),
        ("Great Bitter Lake", PlaceKind.PHYSICAL, "EG"), ("Sun Island", PlaceKind.PHYSICAL, "CN"),
        ("Wivenhoe Dam", PlaceKind.FACILITY, "AU"), ("Heathrow", PlaceKind.FACILITY, "GB"),
        ("Zhongnanhai", PlaceKind.FACILITY, "CN"), ("Plaza Italia", PlaceKind.FACILITY, "CL"),
    ],
)  # fmt: skip
def test_kinds_and_countries(service: Service, name: str, kind: PlaceKind, code: str) -> None:
    place = service.find(Question(name))[0].place
    assert (place.kind, place.country_code) == (kind, code)
    assert place.id.startswith("osm-")


def test_the_better_known_paris_is_far_likelier_unless_the_country_is_said(
    service: Service,
) -> None:
    french, texan = service.find(Question("Paris"))
    assert french.place.country_code == "FR"
    assert french.probability > 10 * texan.probability
    assert service.find(Question("Paris", country_code="US"))[0].place.country_code == "US"


def test_an_alias_is_as_good_as_the_name(service: Service) -> None:
    assert (
        service.find(Question("Kharkov"))[0].probability
        == service.find(Question("Kharkiv"))[0].probability
    )


def test_reverse(service: Service) -> None:
    place = service.reverse(45.763, 126.648)[0]
    assert (place.id, place.name) == ("osm-node-3", "Church of the Intercession")


def test_what_it_does_not_know(service: Service) -> None:
    assert service.find(inside("Xyzzy Hall", HARBIN)) == ()
