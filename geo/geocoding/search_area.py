"""The area in which something named beside a place is looked for: a circle, and a box around it."""

from dataclasses import dataclass
from math import cos, pi, radians, sqrt

from geo.model.places import Place, PlaceKind
from geo.resolution.distances import NEAR_COUNTY_KM, NEAR_TOWN_KM, distance_km

Box = tuple[tuple[float, float], tuple[float, float]]
"""The south-west and the north-east corner, (lat, lon) in degrees: what geopy takes."""
SMALL_TOWN_KM = 15.0
"""The reach of a town of which no more is known; resolution draws sites in it as wide."""
INHABITANTS_PER_KM2 = 1500.0
"""Of a city with its outskirts and airport, about a third of what built-up areas alone have."""
NEAR_REGION_KM = 450.0
"""Half the length of a large province; Heilongjiang is some 900 km long."""
_KM_PER_DEGREE = 111.2
_LEAST_KM = 5.0
_MOST_LATITUDE = 85.0


@dataclass(frozen=True, slots=True)
class Area:
    """Everything within `radius_km` of a point; degrees WGS 84."""

    lat: float
    lon: float
    radius_km: float

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return distance_km(place, _point(self)) <= self.radius_km

    @property
    def box(self) -> Box | None:
        """The smallest box around it; None where it would cross the antimeridian or a pole."""
        north = self.radius_km / _KM_PER_DEGREE
        if abs(self.lat) + north > _MOST_LATITUDE:
            return None
        east = north / cos(radians(abs(self.lat) + north))
        if abs(self.lon) + east > 180:
            return None
        south_west = (round(self.lat - north, 4), round(self.lon - east, 4))
        return south_west, (round(self.lat + north, 4), round(self.lon + east, 4))


def area_of(place: Place) -> Area | None:
    """Where that lies which an article says to be in a place; None for countries and larger.

    A town reaches as far as its inhabitants need room, between a small town's 15 km and the
    60 km within which resolution takes places to be in it; counties and regions have one reach
    each. An approximate position reaches as far as it says itself.
    """
    if place.radius_km is not None:
        return Area(place.lat, place.lon, max(_LEAST_KM, place.radius_km))
    reach = {
        PlaceKind.CITY: _town_km(place.population),
        PlaceKind.COUNTY: NEAR_COUNTY_KM,
        PlaceKind.REGION: NEAR_REGION_KM,
    }.get(place.kind)
    return None if reach is None else Area(place.lat, place.lon, reach)


def _town_km(population: int) -> float:
    needed = sqrt(population / INHABITANTS_PER_KM2 / pi)
    return round(min(NEAR_TOWN_KM, max(SMALL_TOWN_KM, needed)), 1)


def _point(area: Area) -> Place:
    return Place("", "", PlaceKind.CITY, area.lat, area.lon)
