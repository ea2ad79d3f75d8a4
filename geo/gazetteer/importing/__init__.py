"""GeoNames dumps into a copy of the compiled gazetteer."""

from geo.gazetteer.importing.importer import Report, import_dumps

__all__ = ["Report", "import_dumps"]
