"""Dateline's library: from an article to the places it mentions, with types and probabilities."""

from typing import TYPE_CHECKING

from geo.model.article import Article
from geo.model.mentions import Mention, MentionGroup, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution

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
