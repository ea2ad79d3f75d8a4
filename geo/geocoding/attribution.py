"""Whose data an online service's answers are: what has to be said where one is shown."""

from collections.abc import Iterable

from geo.geocoding.services import SHIPPED
from geo.model.places import Resolution

_OSM = "© OpenStreetMap contributors"
_OF_SERVICE = {
    "arcgis": "Powered by Esri",
    "bing": "© Microsoft",
    "geonames": "GeoNames",
    "googlev3": "© Google",
    "here": "© HERE",
    "mapbox": "© Mapbox © OpenStreetMap contributors",
    "nominatim": _OSM,
    "opencage": "OpenCage, © OpenStreetMap contributors",
    "pelias": _OSM,
    "photon": _OSM,
    "tomtom": "© TomTom",
}
_OWN = frozenset({"gazetteer", "inherited", "verified", SHIPPED})


def credits_of(resolutions: Iterable[Resolution]) -> tuple[str, ...]:
    """The credits that the services which placed these ask for, each once, in order.

    An answer that a reader verified keeps its credit: its id says whose it is.
    """
    said = (_credit(r) for r in resolutions)
    return tuple(dict.fromkeys(credit for credit in said if credit))


def is_online(resolution: Resolution) -> bool:
    """Whether an online service gave this place."""
    return resolution.place is not None and resolution.source not in _OWN


def _credit(resolution: Resolution) -> str:
    if resolution.place is not None and resolution.place.id.startswith("osm-"):
        return _OSM
    source = resolution.source
    return _OF_SERVICE.get(source, f"Places by {source}") if is_online(resolution) else ""
