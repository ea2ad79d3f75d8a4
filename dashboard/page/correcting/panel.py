"""Correcting a mention: what the panel offers, and what a reader's judgement makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.page.correcting.events import LONGEST_NAME, Judgement, Target
from dashboard.records.page_data import Offer, Review
from dashboard.wording.place_words import PlaceOf, in_full, where
from geo.corrections import Correction, Scope, Verdict, anchor, is_point, point
from geo.library import new_token
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution
from geo.text.cleaning import one_line, strip_invisible

FOUND = 8
"""Most places shown of a search."""
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
) -> Review:
    """What the panel needs beside the selected excerpt to have it reviewed."""
    return {
        "editing": editing,
        "scopes": [(scope.value, label) for scope, label in _SCOPES.items()],
        "types": [(kind.value, kind.label) for kind in MentionType],
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


def _offer(place: Place, place_of: PlaceOf) -> Offer:
    if is_point(place):
        around = where(place, place_of)
        at = f"{place.lat:.4f}, {place.lon:.4f}"
        name = f"{place.name}, {around} ({at})" if around else f"{place.name} ({at})"
        return {"name": name, "lat": place.lat, "lon": place.lon}
    return {"name": in_full(place, place_of), "place": place.id}


def subject(target: Target, parsed: Sequence[ParsedArticle]) -> ParsedArticle | None:
    """The article that an event is about; None where it is not here, or has no such mention."""
    article = next((p for p in parsed if p.article.id == target.article), None)
    return article if article and target.mention < len(article.mentions) else None


def correction_of(
    said: Judgement, parsed: ParsedArticle, place_of: PlaceOf, who: str
) -> Correction | None:
    """The correction that a judgement of an article's mention makes, None where it makes none."""
    mention = parsed.mentions[said.target.mention]
    resolution = parsed.resolutions[said.target.mention]
    place = _place(said, mention.text, mention.kind_hint, resolution, place_of)
    wanted = {Verdict.PLACE: place, Verdict.CONFIRMED: place, Verdict.TYPE: said.type}
    if wanted.get(said.verdict, True) is None:
        return None
    has_place = said.verdict in {Verdict.PLACE, Verdict.CONFIRMED}
    return Correction(
        new_token(),
        anchor(parsed.article, mention),
        said.scope,
        said.verdict,
        datetime.now(UTC),
        place if has_place else None,
        said.type if said.verdict == Verdict.TYPE else None,
        who,
        said.note,
    )


def change_of(correction: Correction) -> Change:
    """What a correction is called where it can be undone."""
    name = f"“{strip_invisible(correction.anchor.quote)}”"
    place = strip_invisible(correction.place.name) if correction.place else ""
    did = {
        Verdict.PLACE: f"{name} is {place}",
        Verdict.CONFIRMED: f"{name} is confirmed as {place}",
        Verdict.NOT_A_PLACE: f"{name} is not a place",
        Verdict.TYPE: f"{name}: {correction.type.label.lower() if correction.type else ''}",
        Verdict.FLAGGED: f"{name} is flagged",
    }[correction.verdict]
    return Change(correction.id, f"{did} ({_SCOPES[correction.scope]})")


def _place(
    said: Judgement, name: str, hint: PlaceKind | None, resolution: Resolution, place_of: PlaceOf
) -> Place | None:
    """The place that is meant: the present one, another one offered or known, or a point."""
    if said.verdict == Verdict.CONFIRMED:
        return resolution.place
    if said.place is not None:
        offered = {a.place.id: a.place for a in resolution.alternatives}
        return offered.get(said.place) or place_of(said.place)
    kind = PlaceKind.FACILITY if hint == PlaceKind.FACILITY else PlaceKind.CITY
    label = one_line(name, LONGEST_NAME, ending="") or "Point on the map"
    return point(label, *said.at, kind) if said.at else None
