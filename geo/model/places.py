"""Places of a gazetteer, candidates for a name, and what a mention was resolved to."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is; values are stable in links and exports."""

    CONTINENT = "continent"
    COUNTRY = "country"
    REGION = "region"
    COUNTY = "county"
    CITY = "city"
    PHYSICAL = "physical"
    FACILITY = "facility"

    @property
    def is_area(self) -> bool:
        return self in _AREAS

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_AREAS = frozenset({PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.COUNTY})
_KIND_LABELS = {
    PlaceKind.CONTINENT: "Continents",
    PlaceKind.COUNTRY: "Countries",
    PlaceKind.REGION: "Regions and provinces",
    PlaceKind.COUNTY: "Counties and districts",
    PlaceKind.CITY: "Cities and towns",
    PlaceKind.PHYSICAL: "Seas, rivers, mountains",
    PlaceKind.FACILITY: "Buildings and sites",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A point or area on earth with a name.

    `id` is unique and stable across builds: `gn-2037013` (GeoNames), `iso-CN-HL`
    (ISO 3166-2), `dl-middle-east` (Dateline's own tables), `osm-way-123`; letters, digits
    and hyphens only. `lat`, `lon`: degrees WGS 84. `country_code`: ISO 3166-1 alpha-2, or
    "" where a place lies in no single country. `region_id` is the id of the first-level
    division it lies in. `radius_km` is set where the position is approximate.
    `is_capital`: the capital of its country.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country_code: str = ""
    geonameid: int | None = None
    population: int = 0
    region_id: str = ""
    radius_km: float | None = None
    is_capital: bool = False


class Match(StrEnum):
    """How a name matched a place."""

    NAME = "name"
    ALTERNATE = "alternate name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    LANGUAGE = "language"
    NICKNAME = "nickname"
    NORMALISED = "normalised name"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a name may mean, and how it matched."""

    place: Place
    match: Match
    matched: str


class Status(StrEnum):
    """How a mention got its place, or why it has none."""

    RESOLVED = "resolved"
    NOT_FOUND = "not found"
    NO_FIXED_PLACE = "no fixed place"
    UNAVAILABLE = "unavailable"
    NOT_A_PLACE = "not a place"


class Review(StrEnum):
    """Whether somebody has looked at what a mention was resolved to."""

    AUTOMATIC = "automatic"
    VERIFIED = "verified"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place a mention may mean, and the probability that it does.

    `verified`: somebody gave this place to the same name before.
    """

    place: Place
    probability: float
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one mention was resolved to.

    `probability` is the probability that `place` is the right one; where `place` is None,
    that none of the known places is. `reasons` are sentences for a reader. `source` says
    who placed it: "gazetteer", "inherited" (from the place in or around its name),
    "verified" (a reader), or a geocoding service's name.
    """

    place: Place | None
    probability: float
    status: Status
    reasons: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    source: str = "gazetteer"
    review: Review = Review.AUTOMATIC


@dataclass(frozen=True, slots=True)
class Focus:
    """A place an article is about; scores of one article's foci of a level add up to at most 1."""

    place: Place
    score: float
