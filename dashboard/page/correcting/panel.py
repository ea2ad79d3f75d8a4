"""Reviewing a mention: what the panel offers, and what a reader's event makes of it.

An event is a mapping with "do", and the "article" and "mention" it is about. Nothing in it
is trusted: what it does not say rightly is dropped, as everywhere on the page.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.wording.place_words import PlaceOf, in_full, where
from geo.corrections import Correction, Scope, Verdict, anchor, is_point, point
from geo.library import new_token
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution
from geo.text.cleaning import one_line, strip_invisible

LONGEST_NOTE = 300
LONGEST_WORDS = 200
FOUND = 8
"""Most places shown of a search."""
Event = Mapping[str, object]
_POINT = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*")
_SCOPES = {
    Scope.MENTION: "this mention",
    Scope.ARTICLE: "all of this name in the article",
    Scope.EVERYWHERE: "this name everywhere",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was searched in the gazetteer for a mention, and what came of it."""

    article: str
    mention: int
    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that was made in this session, and how it is called."""

    correction: str
    said: str


def panel_review(
    *, editing: bool, found: Found | None, last: Change | None, said: str, place_of: PlaceOf
) -> dict[str, object]:
    """What the panel needs beside the selected excerpt to have it reviewed."""
    return {
        "editing": editing,
        "scopes": [[scope.value, label] for scope, label in _SCOPES.items()],
        "types": [[kind.value, kind.label] for kind in MentionType],
        "last": last.said if last else "",
        "said": strip_invisible(said),
        "found": None
        if found is None
        else {
            "article": found.article,
            "mention": str(found.mention),
            "words": found.words,
            "places": [_offer(place, place_of) for place in found.places],
        },
    }


def _offer(place: Place, place_of: PlaceOf) -> dict[str, object]:
    if is_point(place):
        around = where(place, place_of)
        at = f"{place.lat:.4f}, {place.lon:.4f}"
        name = f"{place.name}, {around} ({at})" if around else f"{place.name} ({at})"
        return {"name": name, "lat": place.lat, "lon": place.lon}
    return {"name": in_full(place, place_of), "place": place.id}


def subject(event: object, parsed: Sequence[ParsedArticle]) -> tuple[ParsedArticle, int] | None:
    """The article and the mention's index that an event is about."""
    if not isinstance(event, Mapping):
        return None
    article = next((p for p in parsed if p.article.id == event.get("article")), None)
    said = event.get("mention")
    if article is None or not isinstance(said, str) or not re.fullmatch("[0-9]{1,6}", said):
        return None
    return (article, int(said)) if int(said) < len(article.mentions) else None


def correction_of(
    event: Event, parsed: ParsedArticle, index: int, place_of: PlaceOf, who: str
) -> Correction | None:
    """The correction an event makes, None where it makes none."""
    mention, resolution = parsed.mentions[index], parsed.resolutions[index]
    verdict = _verdict(event.get("do"))
    place = _place(event, mention.text, mention.kind_hint, resolution, place_of)
    kind = _type(event.get("type"))
    wanted = {Verdict.PLACE: place, Verdict.CONFIRMED: place, Verdict.TYPE: kind}
    if verdict is None or wanted.get(verdict, True) is None:
        return None
    has_place = verdict in {Verdict.PLACE, Verdict.CONFIRMED}
    return Correction(
        new_token(),
        anchor(parsed.article, mention),
        _scope(event.get("scope")),
        verdict,
        datetime.now(UTC),
        place if has_place else None,
        kind if verdict == Verdict.TYPE else None,
        who,
        _line(event.get("note"), LONGEST_NOTE),
    )


def change_of(correction: Correction) -> Change:
    """What a correction is called where it can be undone."""
    name = f"“{strip_invisible(correction.anchor.quote)}”"
    place = strip_invisible(correction.place.name) if correction.place else ""
    did = {
        Verdict.PLACE: f"{name} is {place}",
        Verdict.CONFIRMED: f"{name} is rightly {place}",
        Verdict.NOT_A_PLACE: f"{name} is not a place",
        Verdict.TYPE: f"{name}: {correction.type.label.lower() if correction.type else ''}",
        Verdict.FLAGGED: f"{name} is flagged",
    }[correction.verdict]
    return Change(correction.id, f"{did} ({_SCOPES[correction.scope]})")


def point_in(words: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, where that is what was typed."""
    match = _POINT.fullmatch(words)
    return _degrees(float(match[1]), float(match[2])) if match else None


def words_of(event: Event) -> str:
    """What an event searches for."""
    return _line(event.get("words"), LONGEST_WORDS)


def _verdict(said: object) -> Verdict | None:
    return Verdict(said) if isinstance(said, str) and said in set(Verdict) else None


def _scope(said: object) -> Scope:
    return Scope(said) if isinstance(said, str) and said in set(Scope) else Scope.MENTION


def _type(said: object) -> MentionType | None:
    return MentionType(said) if isinstance(said, str) and said in set(MentionType) else None


def _place(
    event: Event, name: str, hint: PlaceKind | None, resolution: Resolution, place_of: PlaceOf
) -> Place | None:
    """The place an event names: the present one, another one offered or known, or a point."""
    if event.get("do") == Verdict.CONFIRMED:
        return resolution.place
    said = event.get("place")
    if isinstance(said, str) and 2 < len(said) <= 100:
        offered = {a.place.id: a.place for a in resolution.alternatives}
        return offered.get(said) or place_of(said)
    at = _degrees(event.get("lat"), event.get("lon"))
    is_site = hint == PlaceKind.FACILITY
    kind = PlaceKind.FACILITY if is_site else PlaceKind.CITY
    label = _line(name, 200) or "Point on the map"
    return point(label, *at, kind) if at else None


def _degrees(lat: object, lon: object) -> tuple[float, float] | None:
    if isinstance(lat, int | float) and isinstance(lon, int | float):
        inside = -90 <= lat <= 90 and -100_000 <= lon <= 100_000
        if inside and math.isfinite(lat) and math.isfinite(lon):
            return float(lat), round((float(lon) + 180) % 360 - 180, 6)
    return None


def _line(said: object, longest: int) -> str:
    return one_line(said, longest, ending="") if isinstance(said, str) else ""
