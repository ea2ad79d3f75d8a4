"""How sure a place is, in words, and in the three ways map, text and list draw it."""

from enum import StrEnum

from geo.model.places import Place, PlaceKind


class Certainty(StrEnum):
    """How a place is drawn: filled, pale in a thin outline, or pale in a dashed one."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


LEAST = {Certainty.SURE: 0.8, Certainty.LIKELY: 0.6, Certainty.UNSURE: 0.0}
"""The probability from which each is drawn."""
_WORDS = (
    (0.95, "almost certain"),
    (LEAST[Certainty.SURE], "very likely"),
    (LEAST[Certainty.LIKELY], "likely"),
    (0.4, "uncertain"),
    (0.0, "doubtful"),
)


def certainty(probability: float) -> Certainty:
    """How a place or mention of this probability is drawn."""
    return next(one for one, least in LEAST.items() if probability >= least)


def in_words(probability: float) -> str:
    """A probability as a reader would say it: `very likely`."""
    return next(words for least, words in _WORDS if probability >= least)


def likelihood(probability: float) -> str:
    """A probability in words and as a number: `very likely (0.91)`."""
    return f"{in_words(probability)} ({probability:.2f})"


def approximate_km(place: Place) -> float | None:
    """How far the point may be off, where it is approximate.

    None for areas and seas: their extent is no doubt about where they are.
    """
    is_site = place.kind in {PlaceKind.CITY, PlaceKind.FACILITY}
    return place.radius_km if is_site else None
