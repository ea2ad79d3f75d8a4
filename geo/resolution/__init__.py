"""Resolution: which place on earth each name of an article means, how sure that is, and why."""

from geo.resolution.gazetteer_access import Gazetteer
from geo.resolution.inheritance import inherit, is_approximate, is_site, is_site_word
from geo.resolution.outlets import Outlets
from geo.resolution.ranker import coefficients
from geo.resolution.resolver import begin, finish, resolve

__all__ = [
    "Gazetteer",
    "Outlets",
    "begin",
    "coefficients",
    "finish",
    "inherit",
    "is_approximate",
    "is_site",
    "is_site_word",
    "resolve",
]
