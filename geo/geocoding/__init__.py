"""Geocoding: names the gazetteer does not know, asked of an online service; off by default.

>>> parsed = Geoparser().parse(article)
>>> parsed = complete(parsed, services_from(settings))
"""

from geo.geocoding.chain import services_from
from geo.geocoding.completion import complete
from geo.geocoding.services import Finding, Question, Service

__all__ = ["Finding", "Question", "Service", "complete", "services_from"]
