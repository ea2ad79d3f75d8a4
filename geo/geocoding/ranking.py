"""How probable each answer of a service is."""

import re
import unicodedata
from collections.abc import Sequence

from geo.geocoding.services import Asking, Finding, Question, Reading
from geo.model.places import PlaceKind
from geo.resolution import is_site_word

SPREAD = 4.0
"""Nominatim's importance grows with the logarithm of the links to a place's Wikipedia article:
0.25 more is some ten times the readers, and so many times as likely to be meant."""
NEXT = 0.5
"""Where a service says nothing of importance, each answer weighs half of the one before it."""
SAME_NAME, SITE_NAME, MORE_NAME, UNSAID_NAME, OTHER_NAME = 1.0, 0.9, 0.6, 0.6, 0.25
"""What an answer keeps whose name is the one asked for, but for a word as "cathedral", has other
words more or less, cannot be compared (only one name is given), or is another."""
OTHER_KIND = 0.3
UNHINTED_SITE = 0.7
"""Where the recogniser saw no site in a name, a shop of that name is less likely meant."""
OUTSIDE = 0.3
"""What an answer keeps that lies outside the area or country in which the article says it lies."""
_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "de", "in", "la", "le", "of", "on", "the"})
_SAINT = {"st": "saint", "ste": "saint"}


def rank(readings: Sequence[Reading], question: Question, asking: Asking) -> tuple[Finding, ...]:
    """The places of one answer, the likeliest first; their probabilities add up to at most 1.

    Each place's share of the answers goes by its importance and by how well it fits the question
    (its name, its kind, its position); its probability is that share of the asking's trust,
    times the fit. So one poor answer is not made likely by being the only one.
    """
    fits = [_fit(reading, question) for reading in readings]
    weights = [w * fit for w, fit in zip(_weights(readings), fits, strict=True)]
    total = sum(weights) or 1.0
    findings = [
        Finding(
            reading.place,
            round(asking.trust * fit * weight / total, 4),
            asking.asked,
            _is_inside(reading, question) is True,
        )
        for reading, fit, weight in zip(readings, fits, weights, strict=True)
    ]
    return tuple(sorted(findings, key=lambda finding: -finding.probability))


def agreement(name: str, reading: Reading, parent: str = "") -> float:
    """How well a name fits a place's names, from 0 to 1.

    Small words, case, accents and the order of words say nothing: "Cathedral of St Sophia" is
    "Saint Sophia Cathedral". Words in common count where one is the name's own: any university
    of Harbin has both words of "Harbin University".
    """
    asked = _words(name)
    known = [_words(other) for other in (reading.place.name, *reading.names)]
    if not asked or asked in known:
        return SAME_NAME
    own = {word for word in asked - _words(parent) if not is_site_word(word)}
    similar = [other for other in known if (asked < other or other < asked) and own & other]
    if any(all(is_site_word(word) for word in asked ^ other) for other in similar):
        return SITE_NAME
    if similar:
        return MORE_NAME
    return OTHER_NAME if reading.names else UNSAID_NAME


def _fit(reading: Reading, question: Question) -> float:
    fit = agreement(question.name, reading, question.parent)
    if question.kind is None and reading.place.kind == PlaceKind.FACILITY:
        fit *= UNHINTED_SITE
    elif question.kind not in {None, reading.place.kind}:
        fit *= OTHER_KIND
    is_outside = _is_inside(reading, question) is False or _is_abroad(reading, question)
    return fit * OUTSIDE if is_outside else fit


def _is_abroad(reading: Reading, question: Question) -> bool:
    """Not every service can be told to stay in a country."""
    codes = {question.country_code, reading.place.country_code} - {""}
    return len(codes) == 2


def _is_inside(reading: Reading, question: Question) -> bool | None:
    """None where the question has no area, or the answer is one itself."""
    if question.area is None:
        return None
    if reading.place.kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT}:
        return None
    return question.area.holds(reading.place)


def _weights(readings: Sequence[Reading]) -> list[float]:
    known = [reading.importance for reading in readings if reading.importance is not None]
    if len(known) == len(readings):
        return [10.0 ** (SPREAD * importance) for importance in known]
    return [NEXT**place for place in range(len(readings))]


def _words(name: str) -> frozenset[str]:
    letters = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in letters if not unicodedata.combining(c)).replace("'s", "")
    words = (_SAINT.get(word, word) for word in _WORD.findall(letters))
    return frozenset(word for word in words if word not in _SMALL_WORDS)
