"""The view: what a reader sees of some articles, as a link says it.

`View.of(view.query())` gives the same view.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from dashboard.links import query as q
from geo.model.atlas import Filter
from geo.model.mentions import MentionType
from geo.model.places import PlaceKind

ALL_ARTICLES = ("*",)
"""The value of `articles` that means every article at hand."""

ONE_ARTICLE = "article"
"""Another key for `articles`: short links to a shared article say `?article=...`."""


class Tab(StrEnum):
    """What stands beside the map, under the selected place."""

    ARTICLE = "article"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class View(q.Query):
    """What is shown. None means all; `types` and `kinds` keep the enums' own order.

    `articles`: ids; none means the first article at hand, `ALL_ARTICLES` every one.
    `reading`: the article whose text is open, where several are shown.
    `sure`: the least probability of a mention's place to be shown, 0 to 1.
    `mention`: index of the selected mention in the article that is open, or None.
    `center`: latitude and longitude, degrees WGS 84. `zoom`: Leaflet's zoom level.
    """

    articles: tuple[str, ...] = ()
    types: tuple[MentionType, ...] | None = None
    kinds: tuple[PlaceKind, ...] | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    sure: float = 0.0
    place: str = ""
    mention: int | None = None
    reading: str = ""
    tab: Tab = Tab.ARTICLE
    center: tuple[float, float] | None = None
    zoom: float | None = None

    @property
    def only_article(self) -> str:
        """The id of the one article that the link names; "" where it names none, or several."""
        one = len(self.articles) == 1 and self.articles != ALL_ARTICLES
        return self.articles[0] if one else ""

    @property
    def filter(self) -> Filter:
        """What of the atlas is shown."""
        return Filter(
            types=None if self.types is None else frozenset(self.types),
            kinds=None if self.kinds is None else frozenset(self.kinds),
            articles=None if self.articles in {(), ALL_ARTICLES} else frozenset(self.articles),
            since=self.since,
            until=self.until,
            words=self.words,
            sure=self.sure,
        )

    READERS: ClassVar[Mapping[str, q.Reader]] = {
        "articles": q.ids,
        "types": q.members(MentionType),
        "kinds": q.members(PlaceKind),
        "since": q.day,
        "until": q.day,
        "words": q.words,
        "sure": q.share,
        "place": q.identifier,
        "mention": q.whole,
        "reading": q.identifier,
        "tab": Tab,
        "center": q.center,
        "zoom": q.zoom,
    }

    @classmethod
    def known_keys(cls) -> frozenset[str]:
        """The keys of a query that a view reads."""
        return frozenset({*cls.READERS, ONE_ARTICLE})

    @classmethod
    def read(cls, query: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """The view a query describes, and the keys whose values could not be read."""
        if ONE_ARTICLE in query and "articles" not in query:
            query = {**query, "articles": query[ONE_ARTICLE]}
        # Not super(): a dataclass with slots is another class than the one written here.
        return q.read(cls, query)
