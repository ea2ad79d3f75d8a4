"""Coverage: what very many articles name, counted by place, country, day and outlet."""

from geo.coverage.clusters import Box, Cluster, Ground, Points, clusters
from geo.coverage.counts import Texts, coverage
from geo.coverage.queries import (
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
from geo.coverage.results import Mentions, Order, excerpts, listed
from geo.coverage.search_words import saying
from geo.coverage.table import Table

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
