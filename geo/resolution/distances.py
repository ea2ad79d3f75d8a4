"""Distances on the globe, and which place lies in which."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model.places import Place, PlaceKind

EARTH_RADIUS_KM = 6371.0088
NEAR_TOWN_KM = 60.0
"""How far from a town the places lie that are said to be in it."""
NEAR_COUNTY_KM = 120.0

Floats = NDArray[np.float64]


def unit_vectors(places: Sequence[Place]) -> Floats:
    """Points on the unit sphere, shape (len(places), 3)."""
    degrees = np.array([(p.lat, p.lon) for p in places], dtype=np.float64).reshape(-1, 2)
    lat, lon = np.radians(degrees).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def distances_km(first: Floats, second: Floats) -> Floats:
    """Great-circle distances between two sets of unit vectors, shape (n, m), in km."""
    cosines = np.clip(first @ second.T, -1.0, 1.0)
    return np.asarray(np.arccos(cosines) * EARTH_RADIUS_KM, dtype=np.float64)


def distance_km(first: Place, second: Place) -> float:
    """The great-circle distance between two places, in km."""
    return float(distances_km(unit_vectors([first]), unit_vectors([second]))[0, 0])


def lies_in(place: Place, area: Place) -> bool:
    """Whether `place` lies in `area`, as far as the gazetteer knows; no place lies in itself."""
    if place.id == area.id:
        return False
    if area.kind == PlaceKind.COUNTRY:
        return place.country_code == area.country_code and place.kind != PlaceKind.COUNTRY
    if area.kind == PlaceKind.REGION:
        return place.region_id == area.id
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CONTINENT}:
        return False
    reach = NEAR_COUNTY_KM if area.kind == PlaceKind.COUNTY else NEAR_TOWN_KM
    return place.country_code == area.country_code and distance_km(place, area) <= reach
