"""The gazetteer: every place Dateline knows, compiled once from installed packages.

`geo.gazetteer.geocoder` has it as a geopy geocoder; geopy brings an HTTP client along, so it
is imported only by who wants that.
"""

from geo.gazetteer.lookup import Gazetteer
from geo.gazetteer.nearest_city import Surroundings

__all__ = ["Gazetteer", "Surroundings"]
