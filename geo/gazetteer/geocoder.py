"""The gazetteer as a geopy geocoder.

>>> from geo.settings import Settings
>>> geocoder = GazetteerGeocoder(Gazetteer.open(Settings()))
>>> geocoder.geocode("Kharkov").address
'Kharkiv, Kharkiv Oblast, Ukraine'
"""

from dataclasses import asdict

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer.lookup import Gazetteer
from geo.model.places import Place, PlaceKind

_MOST_NEAR = 10


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocodes and reverse-geocodes from the gazetteer on disk; asks no network."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(scheme="https", timeout=None)
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002
    ) -> Location | list[Location] | None:
        """The place `query` ("Kharkov", "Paris, Texas") most likely names, or several.

        `Location.raw` has the place's fields and how it matched. None where nothing is found.
        """
        found = self._gazetteer.lookup(query, limit=1 if exactly_one else limit or 50)
        return _answer([self._location(c.place, match=c.match.value) for c in found], exactly_one)

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002
    ) -> Location | list[Location] | None:
        """The city around `query`, else the nearest within 100 km; or the nearest, several.

        `Location.raw` has the place's fields; of one, also `distance_km` and `said`: "8 km
        north-east of Harbin". None where nothing known is near. Raises GeocoderQueryError
        where `query` is no point.
        """
        try:
            point = Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"Not a point: {query!r}") from error
        at = point.latitude, point.longitude
        if exactly_one:
            near = self._gazetteer.reverse(*at)
            return near and self._location(near.place, said=near.said, distance_km=near.km)
        places = self._gazetteer.nearest(*at, limit=limit or _MOST_NEAR)
        return _answer([self._location(place) for place in places], exactly_one)

    def _location(self, place: Place, **more: str | float) -> Location:
        raw = asdict(place) | {"kind": place.kind.value} | more
        return Location(self._address(place), (place.lat, place.lon), raw)

    def _address(self, place: Place) -> str:
        region = self._gazetteer.place(place.region_id) if place.region_id else None
        country = None
        if place.kind is not PlaceKind.COUNTRY and place.country_code:
            country = self._gazetteer.country_place(place.country_code)
        names = [place.name, *(p.name for p in (region, country) if p)]
        return ", ".join(dict.fromkeys(names))


def _answer(locations: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations
