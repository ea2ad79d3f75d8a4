"""What a service is asked last, where all that the article says of a name led to nothing."""

from typing import Any

import pytest
from geopy.location import Location
from support.nominatim_server import result

from geo.geocoding import Question
from geo.geocoding.geopy_service import LEAST_ELSEWHERE, GeopyService
from geo.geocoding.services import Taste
from geo.model.places import PlaceKind

VILLAGE = {"class": "place", "type": "village", "address": {"country_code": "se"}}


class Abroad:
    """A geopy geocoder that knows places outside of China alone."""

    def __init__(self, *places: dict[str, Any]) -> None:
        self.asked: list[tuple[str, bool]] = []
        self._places = places

    def geocode(self, query: str, **options: Any) -> list[Location]:
        is_limited = "country_codes" in options
        self.asked.append((query, is_limited))
        if is_limited:
            return []
        return [Location(p["display_name"], (p["lat"], p["lon"], 0), p) for p in self._places]


def service(geocoder: Abroad) -> GeopyService:
    return GeopyService("nominatim", geocoder, "here", Taste())


def test_a_name_that_is_nowhere_in_its_country_is_asked_for_in_any_with_low_trust() -> None:
    geocoder = Abroad(result("Ostrandholm", 60.1, 15.2, **VILLAGE))
    (found,) = service(geocoder).find(Question("Ostrandholm", "Harbin", "CN"))
    assert (found.place.name, found.place.country_code) == ("Ostrandholm", "SE")
    assert LEAST_ELSEWHERE <= found.probability < 0.2
    assert found.asked == "Ostrandholm, in any country"
    assert geocoder.asked == [
        ("Ostrandholm, Harbin", True), ("Ostrandholm", True), ("Ostrandholm", False),
    ]  # fmt: skip


def test_only_a_place_of_that_name_counts_there() -> None:
    geocoder = Abroad(result("Ostrand", 60.1, 15.2, namedetails={"name": "Ostrand"}, **VILLAGE))
    assert service(geocoder).find(Question("Ostrandholm", "Harbin", "CN")) == ()
    assert geocoder.asked[-1] == ("Ostrandholm", False)


@pytest.mark.parametrize(
    "question",
    [
        Question("Central Hospital", "Harbin", "CN", PlaceKind.FACILITY),
        Question("Central Hospital", "", "CN", PlaceKind.FACILITY),
    ],
)
def test_a_site_is_not_looked_for_in_other_countries(question: Question) -> None:
    geocoder = Abroad(result("Central Hospital", 60.1, 15.2))
    assert service(geocoder).find(question) == ()
    assert all(is_limited for _, is_limited in geocoder.asked)
