"""The gazetteer: every place Dateline knows, compiled once from installed packages."""

from geo.gazetteer.geocoder import GazetteerGeocoder
from geo.gazetteer.lookup import Gazetteer
from geo.gazetteer.surroundings import Surroundings

__all__ = ["Gazetteer", "GazetteerGeocoder", "Surroundings"]
