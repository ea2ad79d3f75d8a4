"""Geocoding: names the gazetteer does not know, asked of an online service; off by default.

>>> from geo import Article, Geoparser
>>> from geo.settings import Settings
>>> parsed = Geoparser().parse(Article("a", "She flew to Harbin."))
>>> complete(parsed, services_from(Settings())) == parsed  # no service is named by default
True
"""

from geo.geocoding.attribution import credits_of, is_online
from geo.geocoding.chain import services_from
from geo.geocoding.completion import (
    complete,
    open_mentions,
    open_names,
    stepwise,
    unasked_names,
)
from geo.geocoding.services import Finding, Question, Service

__all__ = [
    "Finding",
    "Question",
    "Service",
    "complete",
    "credits_of",
    "is_online",
    "open_mentions",
    "open_names",
    "services_from",
    "stepwise",
    "unasked_names",
]
