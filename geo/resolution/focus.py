"""What an article is about: countries, regions and cities, each with its share of the names."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from geo.model.mentions import Mention
from geo.model.places import Focus, Place, PlaceKind, Resolution
from geo.resolution.gazetteer_access import Gazetteer
from geo.resolution.mention_groups import TITLE_WEIGHT

LEAST_SHARE = 0.1
MOST = 3
OPENING_CHARACTERS = 300
OPENING_WEIGHT = 1.5


def focus(
    mentions: Sequence[Mention], resolutions: Sequence[Resolution], gazetteer: Gazetteer
) -> tuple[Focus, ...]:
    """The foci of each level, countries first; a nested name counts with the longer one only."""
    placed = [
        (resolution.place, resolution.probability * _weight(mention))
        for mention, resolution in zip(mentions, resolutions, strict=True)
        if resolution.place is not None and mention.inside is None
    ]
    levels: tuple[Callable[[Place], Place | None], ...] = (
        lambda place: gazetteer.country_place(place.country_code) if place.country_code else None,
        lambda place: _region(place, gazetteer),
        lambda place: place if place.kind == PlaceKind.CITY else None,
    )
    return tuple(found for level in levels for found in _level(placed, level))


def _weight(mention: Mention) -> float:
    if mention.field == "title":
        return TITLE_WEIGHT
    return OPENING_WEIGHT if mention.start < OPENING_CHARACTERS else 1.0


def _region(place: Place, gazetteer: Gazetteer) -> Place | None:
    if place.kind == PlaceKind.REGION:
        return place
    return gazetteer.place(place.region_id) if place.region_id else None


def _level(
    placed: Sequence[tuple[Place, float]], level: Callable[[Place], Place | None]
) -> list[Focus]:
    total = sum(weight for _, weight in placed)
    weights: dict[str, float] = defaultdict(float)
    areas: dict[str, Place] = {}
    above: dict[str, Place | None] = {}
    for place, weight in placed:
        if place.id not in above:
            above[place.id] = level(place)
        if area := above[place.id]:
            areas[area.id] = area
            weights[area.id] += weight
    ranked = sorted(weights, key=lambda key: (-weights[key], key))[:MOST]
    return [
        Focus(areas[key], round(weights[key] / total, 4))
        for key in ranked
        if weights[key] / total >= LEAST_SHARE
    ]
