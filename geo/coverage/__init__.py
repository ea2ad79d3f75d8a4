"""Coverage: what very many articles name, counted by place, country, day and outlet."""

from geo.coverage.clusters import Box, Cluster, Ground, Points, clusters
from geo.coverage.counting import Texts, coverage
from geo.coverage.listing import Mentions, Order, excerpts, listed
from geo.coverage.records import (
    Bin,
    Counts,
    Coverage,
    Excerpt,
    Facet,
    Found,
    Headline,
    Listed,
    PlaceCount,
    Ranking,
    Search,
)
from geo.coverage.table import Table
from geo.coverage.words import saying

__all__ = [
    "Bin",
    "Box",
    "Cluster",
    "Counts",
    "Coverage",
    "Excerpt",
    "Facet",
    "Found",
    "Ground",
    "Headline",
    "Listed",
    "Mentions",
    "Order",
    "PlaceCount",
    "Points",
    "Ranking",
    "Search",
    "Table",
    "Texts",
    "clusters",
    "coverage",
    "excerpts",
    "listed",
    "saying",
]
