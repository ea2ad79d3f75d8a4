"""Coverage: what very many articles name, counted by place, country, day and outlet."""

from geo.coverage.records import Bin, Counts, Coverage, Facet, PlaceCount, Search

__all__ = ["Bin", "Counts", "Coverage", "Facet", "PlaceCount", "Search"]
