"""Whether a place is the one a corpus says, and what kind of place the corpus means.

An answer is right when its geonameid is the gold's or it lies within 161 km of it. Two
gazetteers put the middle of one area in different spots, so the second way of counting also
takes the same country within 1,500 km and the same first-level division within 600 km. What is
an area is read from the gold, never from the answer.
"""

from enum import StrEnum

from geopy.distance import great_circle

from geo.gazetteer import Gazetteer
from geo.model.places import Candidate, Match, Place, PlaceKind
from geo.resolution.gazetteer_access import LIMIT, plain
from training.corpora import GoldSpan

NEAR_KM, COUNTRY_KM, REGION_KM = 161.0, 1500.0, 600.0
_ALL = 100_000


class GoldKind(StrEnum):
    """What a corpus means, by GeoNames' feature code; UNKNOWN where neither tells."""

    COUNTRY = "country"
    DIVISION = "ADM1"
    LOWER = "ADM2+"
    CITY = "populated place"
    PHYSICAL = "physical, region"
    FACILITY = "facility"
    UNKNOWN = "none"


_BY_CLASS = {
    "A": GoldKind.LOWER, "P": GoldKind.CITY, "S": GoldKind.FACILITY, "R": GoldKind.FACILITY,
    "H": GoldKind.PHYSICAL, "L": GoldKind.PHYSICAL, "T": GoldKind.PHYSICAL,
    "U": GoldKind.PHYSICAL, "V": GoldKind.PHYSICAL,
}  # fmt: skip


class Judge:
    """Judges answers by the gold; the gazetteer says which country or division a gold id is."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._countries = _by_id(gazetteer, PlaceKind.COUNTRY)
        self._divisions = _by_id(gazetteer, PlaceKind.REGION)

    def candidates(self, gold: GoldSpan) -> tuple[Candidate, ...]:
        """What the gazetteer has for a span by itself, as many as the resolver scores."""
        return self._gazetteer.lookup(plain(gold.surface), limit=LIMIT)

    def kind(self, gold: GoldSpan) -> GoldKind:
        """The kind of a gold place: by its feature code, or by its id where it has no code."""
        if gold.feature.startswith("PCL") or gold.geonameid in self._countries:
            return GoldKind.COUNTRY
        if gold.feature == "ADM1":
            return GoldKind.DIVISION
        if gold.feature_class:
            return _BY_CLASS.get(gold.feature_class, GoldKind.UNKNOWN)
        if gold.geonameid is None:
            return GoldKind.UNKNOWN
        if self._gazetteer.place(f"gn-{gold.geonameid}"):
            return GoldKind.CITY
        return GoldKind.DIVISION if self._division(gold) else GoldKind.UNKNOWN

    def is_right_area(self, place: Place, gold: GoldSpan) -> bool:
        """Whether it is right, or lies in the country or division that is meant, and near."""
        if is_right(place, gold):
            return True
        kind, away = self.kind(gold), kilometres(place, gold)
        if kind is GoldKind.COUNTRY and gold.geonameid in self._countries:
            return place.country_code == self._countries[gold.geonameid].country_code and (
                away <= COUNTRY_KM
            )
        if kind is GoldKind.DIVISION and away <= REGION_KM:
            division = self._division(gold)
            own = place.id if place.kind is PlaceKind.REGION else place.region_id
            return division is not None and division.id == own
        return False

    def _division(self, gold: GoldSpan) -> Place | None:
        """The gazetteer's place for a gold division: by id, or by name and position."""
        if gold.geonameid in self._divisions:
            return self._divisions[gold.geonameid]
        found = [
            candidate.place
            for name in dict.fromkeys((gold.name, plain(gold.surface)))
            for candidate in self._gazetteer.lookup(name)
            if candidate.place.kind is PlaceKind.REGION
            and candidate.match is not Match.NORMALISED
            and candidate.place.country_code
            and kilometres(candidate.place, gold) <= REGION_KM
        ]
        return min(found, key=lambda place: kilometres(place, gold), default=None)


def is_right(place: Place, gold: GoldSpan) -> bool:
    """Whether it is the same place by its id, or lies within 161 km."""
    return is_same(place, gold) or kilometres(place, gold) <= NEAR_KM


def is_same(place: Place, gold: GoldSpan) -> bool:
    """Whether it is the same place by its id."""
    return gold.geonameid is not None and place.geonameid == gold.geonameid


def kilometres(place: Place, gold: GoldSpan) -> float:
    """How far a place lies from the gold; infinite where the gold has no coordinates."""
    if gold.lat is None or gold.lon is None:
        return float("inf")
    return float(great_circle((place.lat, place.lon), (gold.lat, gold.lon)).km)


def _by_id(gazetteer: Gazetteer, kind: PlaceKind) -> dict[int | None, Place]:
    """Places of a kind by GeoNames id."""
    places = gazetteer.largest(_ALL, kind=kind)
    return {place.geonameid: place for place in places if place.geonameid is not None}
