"""Taking results away: one file a format, each a function from what was found to text or bytes."""

from geo.exports.annotations import to_jsonld
from geo.exports.docbin import to_docbin
from geo.exports.geojson import to_geojson
from geo.exports.kml import to_kml
from geo.exports.parse_result import result_record, to_json
from geo.exports.spreadsheet import to_csv

__all__ = [
    "result_record", "to_csv", "to_docbin", "to_geojson", "to_json", "to_jsonld", "to_kml",
]  # fmt: skip
