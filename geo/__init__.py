"""Dateline's library: from an article to the places it mentions, with types and probabilities."""

from typing import TYPE_CHECKING

from geo.articles import Article
from geo.mentions import Mention, MentionGroup, MentionType
from geo.parsed import ParsedArticle
from geo.places import Place, PlaceKind, Resolution

if TYPE_CHECKING:
    from geo.geoparser import Geoparser

__all__ = [
    "Article",
    "Geoparser",
    "Mention",
    "MentionGroup",
    "MentionType",
    "ParsedArticle",
    "Place",
    "PlaceKind",
    "Resolution",
]


def __getattr__(name: str) -> object:
    # spaCy takes a second to import: only those who parse pay for it.
    if name == "Geoparser":
        from geo.geoparser import Geoparser

        return Geoparser
    raise AttributeError(f"module 'geo' has no attribute {name!r}")
