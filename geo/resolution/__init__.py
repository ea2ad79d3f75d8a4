"""Resolution: which place on earth each name of an article means, how sure that is, and why."""

from geo.resolution.lookup import Gazetteer
from geo.resolution.resolver import resolve

__all__ = ["Gazetteer", "resolve"]
