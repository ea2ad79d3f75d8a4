"""What a real Nominatim answers, through geopy's own class: the ground the service stands on."""

import pytest
from geopy.geocoders import Nominatim
from geopy.location import Location

HARBIN = [(45.6, 126.4), (45.9, 126.9)]


def asked(geocoder: Nominatim, query: object, **options: object) -> list[Location]:
    found = geocoder.geocode(query, exactly_one=False, limit=5, language="en", **options)
    return found or []


def addresses(geocoder: Nominatim, query: object, **options: object) -> list[str]:
    return [location.address for location in asked(geocoder, query, **options)]


@pytest.mark.parametrize(
    ("facility", "lat", "lon"),
    [
        ("Saint Sophia Cathedral, Harbin", 45.7686, 126.6275),
        ("Harbin Institute of Technology", 45.7465, 126.63),
        ("Great Hall of the People", 39.9035, 116.3876),
        ("Derzhprom, Kharkiv", 50.0063, 36.2274),
        ("Sendai Airport", 38.1397, 140.917),
        ("Fukushima Daiichi", 37.4214, 141.0326),
    ],
)
def test_facilities(geocoder: Nominatim, facility: str, lat: float, lon: float) -> None:
    (found,) = asked(geocoder, facility)
    assert (found.latitude, found.longitude) == pytest.approx((lat, lon), abs=1e-4)


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Kharkov", "Kharkiv"), ("Peking", "Beijing"), ("Kiev", "Kyiv"), ("Sungari", "Songhua"),
        ("Volchansk", "Vovchansk"), ("Pokrov Church, Harbin", "Church of the Intercession"),
        ("HRB", "Harbin Taiping International Airport"),
        ("Харбин", "Harbin"), ("哈尔滨市", "Harbin"),
    ],
)  # fmt: skip
def test_aliases(geocoder: Nominatim, alias: str, name: str) -> None:
    assert addresses(geocoder, alias)[0].startswith(name)


def test_structured_queries(geocoder: Nominatim) -> None:
    street = {"street": "Central Street", "city": "Harbin", "country": "China"}
    assert addresses(geocoder, street)[0].startswith("Central Street, Daoli District, Harbin")
    texan = {"city": "Paris", "state": "Texas"}
    assert addresses(geocoder, texan) == ["Paris, Lamar County, Texas, United States"]


def test_a_name_of_three_churches_bounded_by_a_box_and_by_a_country(geocoder: Nominatim) -> None:
    name = "Church of the Intercession"
    assert [a.split(", ")[-1] for a in addresses(geocoder, name)] == ["Russia", "Ukraine", "China"]
    (in_harbin,) = addresses(geocoder, name, viewbox=HARBIN, bounded=True)
    assert "Harbin" in in_harbin
    (in_ukraine,) = addresses(geocoder, name, country_codes="ua")
    assert "Kharkiv" in in_ukraine
    assert addresses(geocoder, "Kharkiv", viewbox=HARBIN, bounded=True) == []


def test_the_better_known_namesake_comes_first(geocoder: Nominatim) -> None:
    french, texan = asked(geocoder, "Paris")
    assert "France" in french.address
    assert "Texas" in texan.address
    assert french.raw["importance"] > texan.raw["importance"]


def test_reverse(geocoder: Nominatim) -> None:
    found = geocoder.reverse((45.763, 126.648), language="en")
    assert found.address.startswith("Church of the Intercession")
    assert found.raw["address"]["country_code"] == "cn"
    town = geocoder.reverse((50.29, 36.941), language="en", zoom=10)
    assert "Ukraine" in town.address


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Beijing"), ("de", "Peking"), ("zh", "北京市")]
)
def test_languages(geocoder: Nominatim, language: str, name: str) -> None:
    found = geocoder.geocode("Beijing", language=language)
    assert found.address.split(",")[0] == name


@pytest.mark.parametrize("unknown", ["Xyzzyville", "Kharkkiv"])
def test_what_it_does_not_know(geocoder: Nominatim, unknown: str) -> None:
    assert geocoder.geocode(unknown) is None  # nothing fuzzy about it
