"""Resolution: which place on earth each name of an article means, how sure that is, and why."""

from geo.resolution.inheritance import inherit, is_approximate, is_site, is_site_word
from geo.resolution.lookup import Gazetteer
from geo.resolution.outlets import Outlets
from geo.resolution.resolver import begin, finish, resolve
from geo.resolution.scoring import coefficients

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
