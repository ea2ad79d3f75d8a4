"""What a reader sees of many articles: the views of the library, the atlas and a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from dashboard.links import query as q
from geo.coverage import Order, Search
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind

SEARCH: dict[str, q.Reader] = {
    "words": q.words,
    "since": q.day,
    "until": q.day,
    "outlets": q.names,
    "countries": q.countries,
    "kinds": q.members(PlaceKind),
    "types": q.members(MentionType),
    "sure": q.share,
}
"""The keys of what is searched for: the same on every page, so that links carry them on."""


class Measure(StrEnum):
    """What the size of a place on the map says."""

    ARTICLES = "articles"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class SearchView(q.Query):
    """What is searched for; empty means all. See `geo.coverage.Search`."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kinds: tuple[PlaceKind, ...] = ()
    types: tuple[MentionType, ...] = ()
    sure: float = 0.0
    READERS: ClassVar[Mapping[str, q.Reader]] = SEARCH

    def search(self, place: str = "") -> Search:
        """What to count; of one place only, where its id is given."""
        return Search(
            words=self.words,
            since=self.since,
            until=self.until,
            outlets=frozenset(self.outlets) or None,
            countries=frozenset(self.countries) or None,
            kinds=frozenset(self.kinds) or None,
            types=frozenset(self.types) or None,
            sure=self.sure,
            place=place,
        )

    def searched(self) -> dict[str, str]:
        """The part of the query that says what is searched for."""
        return {key: value for key, value in self.query().items() if key in SEARCH}


@dataclass(frozen=True, slots=True)
class AtlasView(SearchView):
    """The atlas. `place`: the id of the selected one. `more`: rows of the list beyond the first.

    `center`: latitude and longitude, degrees WGS 84. `zoom`: Leaflet's zoom level.
    """

    size: Measure = Measure.ARTICLES
    place: str = ""
    more: int = 0
    center: tuple[float, float] | None = None
    zoom: float | None = None
    READERS: ClassVar[Mapping[str, q.Reader]] = {
        **SEARCH,
        "size": Measure,
        "place": q.identifier,
        "more": q.whole,
        "center": q.center,
        "zoom": q.zoom,
    }


@dataclass(frozen=True, slots=True)
class LibraryView(SearchView):
    """The library: how the table is sorted, and which of its pages is open, from 1."""

    order: Order = Order.PUBLISHED
    rising: bool = False
    page: int = 1
    READERS: ClassVar[Mapping[str, q.Reader]] = {
        **SEARCH,
        "order": Order,
        "rising": q.switch,
        "page": q.whole,
    }


@dataclass(frozen=True, slots=True)
class PlaceView(SearchView):
    """A place, by its id, and which page of its excerpts is open, from 1."""

    id: str = ""
    page: int = 1
    READERS: ClassVar[Mapping[str, q.Reader]] = {**SEARCH, "id": q.identifier, "page": q.whole}
