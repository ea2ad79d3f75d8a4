"""Coverage: what very many articles name, counted by place, country, day and outlet."""

from geo.coverage.counting import Texts, coverage
from geo.coverage.records import Bin, Counts, Coverage, Facet, PlaceCount, Search
from geo.coverage.table import Named, Table

__all__ = [
    "Bin",
    "Counts",
    "Coverage",
    "Facet",
    "Named",
    "PlaceCount",
    "Search",
    "Table",
    "Texts",
    "coverage",
]
