"""Taking results away: one file a format, each a function from what was found to text."""

from geo.exports.geojson import to_geojson
from geo.exports.kml import to_kml
from geo.exports.record import result_record, to_json
from geo.exports.spreadsheet import to_csv

__all__ = ["result_record", "to_csv", "to_geojson", "to_json", "to_kml"]
