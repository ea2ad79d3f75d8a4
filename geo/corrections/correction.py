"""Corrections: what somebody says of a name that resolution cannot know, or got wrong."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from geo.model.mentions import Field, MentionType
from geo.model.places import Place, PlaceKind, Review
from geo.resolution.gazetteer_access import plain

CONTEXT = 32
"""Characters kept on each side of a corrected name, to find it again in an edited article."""

_POINT = "point-"


class Scope(StrEnum):
    """How far a correction reaches; values are stable in exports."""

    MENTION = "mention"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


class Verdict(StrEnum):
    """What a correction says; values are stable in exports."""

    PLACE = "place"
    CONFIRMED = "confirmed"
    NOT_A_PLACE = "not a place"
    TYPE = "type"
    FLAGGED = "flagged"


ANSWERS = frozenset({Verdict.PLACE, Verdict.CONFIRMED, Verdict.NOT_A_PLACE})
"""The verdicts that settle where a name lies."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The name a correction was made at: as a text position and as a text quote.

    `article` is `geo.model.article.content_hash` of the article as it was, `article_id` and
    `source` its id and address. `start` is a code-point offset in `field`; `prefix` and
    `suffix` are up to CONTEXT characters around `quote`.
    """

    article: str
    article_id: str
    source: str
    field: Field
    start: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing said of one name.

    `place` goes with PLACE and CONFIRMED, `type` with TYPE. `when` is in UTC; `who` is ""
    where nobody is signed in. A later correction of the same reach takes an earlier's place.
    """

    id: str
    anchor: Anchor
    scope: Scope
    verdict: Verdict
    when: datetime
    place: Place | None = None
    type: MentionType | None = None
    who: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The corrected name, as names are compared."""
        return name_of(self.anchor.quote)

    @property
    def review(self) -> Review:
        """The state of a mention that this is the last word on."""
        return Review.FLAGGED if self.verdict == Verdict.FLAGGED else Review.VERIFIED


def dated_after(correction: Correction, known: Iterable[Correction]) -> Correction:
    """The correction, dated later than all known ones: the last word, whatever the clock says."""
    latest = max((one.when for one in known), default=correction.when)
    if correction.when > latest:
        return correction
    return replace(correction, when=max(latest, correction.when) + timedelta(microseconds=1))


def name_of(text: str) -> str:
    """A mention's text as corrections compare names: one line, no possessive, no capitals."""
    return plain(text).casefold()


def point(name: str, lat: float, lon: float, kind: PlaceKind = PlaceKind.CITY) -> Place:
    """A place of this name at a point somebody chose, in degrees WGS 84."""
    lat, lon = round(lat, 5), round(lon, 5)
    key = hashlib.sha256(f"{lat:.5f} {lon:.5f} {name}".encode(errors="replace")).hexdigest()
    return Place(f"{_POINT}{key[:12]}", name, kind, lat, lon)


def is_point(place: Place) -> bool:
    """Whether a place is a point that somebody chose, known to no gazetteer."""
    return place.id.startswith(_POINT)
