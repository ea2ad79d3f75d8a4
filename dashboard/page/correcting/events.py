"""What a reader does in the panel, as typed events.

An event arrives as a mapping with "do", and the "article" and "mention" it is about. Nothing in it
is trusted: what it does not say rightly is dropped, as everywhere on the page.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.corrections import Scope, Verdict
from geo.model.mentions import MentionType
from geo.text.cleaning import one_line

LONGEST_NAME = 200
LONGEST_NOTE = 300
LONGEST_WORDS = 200
_DEGREES = r"([+-]?\d{1,3}(?:\.\d{1,12})?)"
_POINT = re.compile(rf"\s*+{_DEGREES}(?:\s*+[,;]|\s)\s*+{_DEGREES}\s*+")
Degrees = tuple[float, float]
"""Latitude and longitude, WGS 84."""


@dataclass(frozen=True, slots=True)
class Target:
    """The mention that an event is about: its article's id, its index in the article."""

    article: str
    mention: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the session's last change back; the mention stays selected, if one is."""

    target: Target | None


@dataclass(frozen=True, slots=True)
class Reset:
    """Take back all that was said of a mention."""

    target: Target


@dataclass(frozen=True, slots=True)
class Search:
    """Look for another place of a mention, by its name or by its degrees."""

    target: Target
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader says of a mention: a place by id or by degrees, a type, or a verdict alone."""

    target: Target
    verdict: Verdict
    scope: Scope = Scope.MENTION
    place: str | None = None
    at: Degrees | None = None
    type: MentionType | None = None
    note: str = ""


Event = Undo | Reset | Search | Judgement


def event_of(said: object) -> Event | None:
    """The event that the panel sent; None where it says nothing that can be done."""
    if not isinstance(said, Mapping):
        return None
    target = _target(said)
    if said.get("do") == "undo":
        return Undo(target)
    return _about(target, said) if target else None


def _about(target: Target, said: Mapping[str, object]) -> Event | None:
    if said.get("do") == "reset":
        return Reset(target)
    if said.get("do") == "search":
        return Search(target, _line(said.get("words"), LONGEST_WORDS))
    verdict = _verdict(said.get("do"))
    if verdict is None:
        return None
    return Judgement(
        target,
        verdict,
        _scope(said.get("scope")),
        _place(said.get("place")),
        _degrees(said.get("lat"), said.get("lon")),
        _type(said.get("type")),
        _line(said.get("note"), LONGEST_NOTE),
    )


def point_in(words: str) -> Degrees | None:
    """Latitude and longitude in degrees, where that is what was typed."""
    match = _POINT.fullmatch(words)
    return _degrees(float(match[1]), float(match[2])) if match else None


def _line(said: object, longest: int) -> str:
    return one_line(said, longest, ending="") if isinstance(said, str) else ""


def _target(said: Mapping[str, object]) -> Target | None:
    article, mention = said.get("article"), said.get("mention")
    if not isinstance(article, str) or not isinstance(mention, str):
        return None
    return Target(article, int(mention)) if re.fullmatch("[0-9]{1,6}", mention) else None


def _verdict(said: object) -> Verdict | None:
    return Verdict(said) if isinstance(said, str) and said in set(Verdict) else None


def _scope(said: object) -> Scope:
    return Scope(said) if isinstance(said, str) and said in set(Scope) else Scope.MENTION


def _type(said: object) -> MentionType | None:
    return MentionType(said) if isinstance(said, str) and said in set(MentionType) else None


def _place(said: object) -> str | None:
    return said if isinstance(said, str) and 2 < len(said) <= 100 else None


def _degrees(lat: object, lon: object) -> Degrees | None:
    if isinstance(lat, int | float) and isinstance(lon, int | float):
        inside = -90 <= lat <= 90 and -100_000 <= lon <= 100_000
        if inside and math.isfinite(lat) and math.isfinite(lon):
            return float(lat), round((float(lon) + 180) % 360 - 180, 6)
    return None
