"""The other places a mention may mean, for the list and as ghosts on the map."""

from dashboard.map.layers.place_features import outline_code, point_of
from dashboard.records.page_data import Alternative as AlternativeRow
from dashboard.wording.place_words import PlaceOf, kind_name, where
from geo.model.places import Alternative, Place, Resolution
from geo.text.cleaning import strip_invisible


def alternatives(resolution: Resolution, place_of: PlaceOf) -> list[AlternativeRow]:
    """A row for each alternative: those verified before, then the likeliest, come first.

    `lat` and `lon` are degrees on the map.
    """
    ranked = sorted(
        resolution.alternatives, key=lambda other: (not other.verified, -other.probability)
    )
    return [_row(other, place_of) for other in ranked]


def with_surroundings(place: Place, place_of: PlaceOf) -> str:
    """A place's name with what lies around it: `Paris, Texas, United States`."""
    parts = (strip_invisible(place.name), where(place, place_of))
    return ", ".join(part for part in parts if part)


def _row(other: Alternative, place_of: PlaceOf) -> AlternativeRow:
    place = other.place
    lat, lon = point_of(place)
    name = with_surroundings(place, place_of)
    return {
        "id": place.id,
        "name": name,
        "kind": kind_name(place.kind),
        "likelihood": _chance(other),
        "share": round(other.probability, 3),
        "lat": lat,
        "lon": lon,
        "outline": outline_code(place),
    }


def _chance(other: Alternative) -> str:
    if other.verified:
        return "verified before for this name"
    return f"{other.probability:.2f}" if other.probability else ""
