"""What the commands read articles with: the geoparser, and the online services if there are any.

Both take a while to import and to make: call these once there is something to read.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from geo.library.reparsing import Reader
from geo.model.parsed_article import ParsedArticle
from geo.settings import Settings

if TYPE_CHECKING:
    from geo import Geoparser


def geoparser(settings: Settings) -> "Geoparser":
    """A geoparser that learns, in one run, where outlets are at home."""
    from geo import Geoparser
    from geo.resolution import Outlets

    return Geoparser(settings, outlets=Outlets())


def completer(settings: Settings) -> Callable[[ParsedArticle], ParsedArticle]:
    """What asks online services for what has no place yet; nothing is asked where none is set."""
    from geo.geocoding import complete, services_from

    services = services_from(settings)
    if not services:
        return lambda parsed: parsed
    return lambda parsed: complete(parsed, services)


def reader(settings: Settings) -> Reader:
    """What reads articles as the dashboard does: each for itself, whatever was read before."""
    from geo import Geoparser

    parser, completed = Geoparser(settings), completer(settings)
    return Reader(
        parser.fingerprint,
        lambda articles, corrections: map(
            completed, parser.parse_many(articles, corrections=corrections)
        ),
    )
