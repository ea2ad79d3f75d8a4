"""How the page says things: kinds, places, explanations, counts."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import count
from textwrap import shorten

from dashboard.map.layers.place_features import approximate_km
from dashboard.wording.certainty import likelihood
from geo.geocoding import is_online
from geo.model.atlas import Occurrence
from geo.model.places import Place, PlaceKind, Review, Status
from geo.reading.article_reader import Article

PlaceOf = Callable[[str], Place | None]
"""From a country code or a place's id to its place."""

_INVISIBLE = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e"
                        "\u2060-\u206f\ufeff]")  # fmt: skip
_KINDS = {
    PlaceKind.CONTINENT: "continent or part of the world",
    PlaceKind.COUNTRY: "country",
    PlaceKind.REGION: "region",
    PlaceKind.COUNTY: "county or district",
    PlaceKind.CITY: "city or town",
    PlaceKind.PHYSICAL: "natural feature",
    PlaceKind.FACILITY: "building or site",
}
_WHY_NOT = {
    Status.NOT_FOUND: "No known place has this name.",
    Status.NO_FIXED_PLACE: "This name stands for no fixed place.",
    Status.UNAVAILABLE: "Service unavailable, try again.",
    Status.RESOLVED: "It has no position.",
    Status.NOT_A_PLACE: "Somebody marked it as not a place.",
}
_LANGUAGES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


OPENING = 70
"""Characters of its text by which an article without a title is named."""


def visible(text: str) -> str:
    """A name without control, zero-width and text-direction characters."""
    return _INVISIBLE.sub("", text)


def name_of(article: Article) -> str:
    """The article's title; where it has none, its first words."""
    first_words = shorten(visible(article.text[:400]), OPENING, placeholder="…")
    return visible(article.title) or first_words or "Untitled"


def told_apart(names: Iterable[tuple[str, str]]) -> list[str]:
    """Names, each different from the others: those that are alike get the detail beside them,
    and where that is alike too a number.

    Streamlit knows a choice by its words, so that of two alike only one could be chosen.
    """
    pairs = list(names)
    often = Counter(name for name, _ in pairs)
    found: dict[str, None] = {}
    for name, detail in pairs:
        label = f"{name} · {detail}" if often[name] > 1 and detail else name
        numbered = (f"{label} ({n})" for n in count(2))
        found[label if label not in found else next(n for n in numbered if n not in found)] = None
    return list(found)


def language_name(code: str) -> str:
    """A language by its ISO 639-1 code."""
    return _LANGUAGES.get(code, f"another language ({visible(code)[:8]})")


def sureness(probability: float, review: Review) -> str:
    """How sure a place is: in probability, and in what readers said of it."""
    if review == Review.VERIFIED:
        return "✓ verified"
    said = likelihood(probability)
    return f"⚑ flagged, {said}" if review == Review.FLAGGED else said


def sureness_term(review: Review) -> str:
    """The glossary's term for what `sureness` says."""
    return "likelihood" if review == Review.AUTOMATIC else review.value


def approximate(place: Place) -> str:
    """How far off a position may be: `approximate, within 3 km`; empty where it is exact."""
    radius = approximate_km(place)
    if radius is None:
        return ""
    return f"approximate, within {max(1, round(radius)):,} km"


def kind_name(kind: PlaceKind) -> str:
    """The name of one place of this kind, without an article."""
    return _KINDS[kind]


def where(place: Place, place_of: PlaceOf) -> str:
    """What lies around a place: `Heilongjiang, China`; empty for a country or a continent."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT}:
        return ""
    region = place_of(place.region_id) if place.region_id != place.id else None
    country = place_of(place.country_code)
    names = [visible(around.name) for around in (region, country) if around]
    return ", ".join(name for name in dict.fromkeys(names) if name != visible(place.name))


def in_full(place: Place, place_of: PlaceOf) -> str:
    """A place in one line: `Harbin, Heilongjiang, China (city or town)`."""
    parts = (visible(place.name), where(place, place_of))
    return f"{', '.join(part for part in parts if part)} ({kind_name(place.kind)})"


def why_not(occurrence: Occurrence) -> str:
    """Why a mention is not on the map."""
    reasons = occurrence.resolution.reasons
    if occurrence.resolution.status == Status.UNAVAILABLE:
        return _WHY_NOT[Status.UNAVAILABLE]
    return visible(reasons[0]) if reasons else _WHY_NOT[occurrence.resolution.status]


def count_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 place`, `3 places`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def found_by(occurrences: Iterable[Occurrence]) -> str:
    """The online services that gave a place: `found by nominatim`; empty where none did."""
    names = (visible(o.resolution.source) for o in occurrences if is_online(o.resolution))
    known = ", ".join(dict.fromkeys(names))
    return f"found by {known}" if known else ""


def long_date(day: date) -> str:
    """A date as a citation writes it: `17 May 2024`."""
    return f"{day.day} {day:%B %Y}"
