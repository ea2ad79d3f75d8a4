"""What a point that a reader chose is called: by the known place around it, or nearest to it."""

from dataclasses import replace

from geo.corrections import point
from geo.gazetteer import Surroundings
from geo.model.places import Place

LONGEST = 200
"""Characters of the name that a correction keeps."""
NOWHERE = "near no known place"


def named_point(place: Place, near: Surroundings | None) -> Place:
    """The point with what it is called in its name: `Saint Sophia Cathedral, in Harbin`.

    It lies in the region and country of the place that names it.
    """
    if near is None:
        return place
    name = f"{place.name[: LONGEST - len(near.said) - 2]}, {near.said}"
    around = near.place
    return replace(place, name=name, country_code=around.country_code, region_id=around.region_id)


def offered_point(lat: float, lon: float, near: Surroundings | None) -> tuple[Place, ...]:
    """What is offered for a point in degrees: itself, and the known place that names it."""
    here = point("This point", lat, lon)
    if near is None:
        return (replace(here, name=f"{here.name}, {NOWHERE}"),)
    return (named_point(here, near), near.place)
