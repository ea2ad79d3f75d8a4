"""How the page says things: kinds, places, explanations, counts."""

from collections.abc import Callable, Iterable

from dashboard.wording.certainty import approximate_km, likelihood
from geo.geocoding import is_online
from geo.model.atlas import Occurrence
from geo.model.places import Place, PlaceKind, Review, Status
from geo.text.cleaning import strip_invisible

PlaceOf = Callable[[str], Place | None]
"""From a country code or a place's id to its place."""

_KINDS = {
    PlaceKind.CONTINENT: "continent or part of the world",
    PlaceKind.COUNTRY: "country",
    PlaceKind.REGION: "region",
    PlaceKind.COUNTY: "county or district",
    PlaceKind.CITY: "city or town",
    PlaceKind.PHYSICAL: "natural feature",
    PlaceKind.FACILITY: "building or site",
}
_WHY_NOT = {
    Status.NOT_FOUND: "No known place has this name.",
    Status.NO_FIXED_PLACE: "This name stands for no fixed place.",
    Status.UNAVAILABLE: "Service unavailable, try again.",
    Status.RESOLVED: "It has no position.",
    Status.NOT_A_PLACE: "Somebody marked it as not a place.",
}


def sureness(probability: float, review: Review) -> str:
    """How sure a place is: in probability, and in what readers said of it."""
    if review == Review.VERIFIED:
        return "✓ verified"
    said = likelihood(probability)
    return f"⚑ flagged, {said}" if review == Review.FLAGGED else said


def sureness_term(review: Review) -> str:
    """The glossary's term for what `sureness` says."""
    return "likelihood" if review == Review.AUTOMATIC else review.value


def approximate(place: Place) -> str:
    """How far off a position may be: `approximate, within 3 km`; empty where it is exact."""
    radius = approximate_km(place)
    if radius is None:
        return ""
    return f"approximate, within {max(1, round(radius)):,} km"


def kind_name(kind: PlaceKind) -> str:
    """The name of one place of this kind, without an article."""
    return _KINDS[kind]


def where(place: Place, place_of: PlaceOf) -> str:
    """What lies around a place: `Heilongjiang, China`; empty for a country or a continent."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT}:
        return ""
    region = place_of(place.region_id) if place.region_id != place.id else None
    country = place_of(place.country_code)
    names = [strip_invisible(around.name) for around in (region, country) if around]
    return ", ".join(name for name in dict.fromkeys(names) if name != strip_invisible(place.name))


def in_full(place: Place, place_of: PlaceOf) -> str:
    """A place in one line: `Harbin, Heilongjiang, China (city or town)`."""
    parts = (strip_invisible(place.name), where(place, place_of))
    return f"{', '.join(part for part in parts if part)} ({kind_name(place.kind)})"


def why_not(occurrence: Occurrence) -> str:
    """Why a mention is not on the map."""
    reasons = occurrence.resolution.reasons
    if occurrence.resolution.status == Status.UNAVAILABLE:
        return _WHY_NOT[Status.UNAVAILABLE]
    return strip_invisible(reasons[0]) if reasons else _WHY_NOT[occurrence.resolution.status]


def found_by(occurrences: Iterable[Occurrence]) -> str:
    """The online services that gave a place: `found by nominatim`; empty where none did."""
    names = (strip_invisible(o.resolution.source) for o in occurrences if is_online(o.resolution))
    known = ", ".join(dict.fromkeys(names))
    return f"found by {known}" if known else ""
