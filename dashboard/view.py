"""The view: what a reader sees, as a link says it.

Each key of the query has a type; unknown keys are ignored, a bad value is dropped with a
notice. `View.of(view.query())` gives the same view.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar

from geo.atlas import Filter
from geo.mentions import MentionType
from geo.places import PlaceKind

MAX_WORDS = 200
"""Longest search text kept, in characters."""
MAX_ID = 200

ALL_ARTICLES = ("*",)
"""The value of `articles` that means every article at hand."""

ONE_ARTICLE = "article"
"""Another key for `articles`: short links to a shared article say `?article=...`."""

E = TypeVar("E", bound=StrEnum)


class Tab(StrEnum):
    """What stands beside the map, under the selected place."""

    ARTICLE = "article"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class View:
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

    def query(self) -> dict[str, str]:
        """The link's query: only what differs from the default view."""
        written = {f.name: _WRITERS[f.name](getattr(self, f.name)) for f in fields(self)}
        default = View()
        return {k: v for k, v in written.items() if getattr(self, k) != getattr(default, k)}

    @classmethod
    def of(cls, query: Mapping[str, str]) -> tuple["View", tuple[str, ...]]:
        """The view a query describes, and a notice where values were dropped."""
        view, dropped = cls.read(query)
        return view, _notices([f"“{key}”" for key in dropped])

    @classmethod
    def read(cls, query: Mapping[str, str]) -> tuple["View", tuple[str, ...]]:
        """The view a query describes, and the keys whose values could not be read."""
        if ONE_ARTICLE in query and "articles" not in query:
            query = {**query, "articles": query[ONE_ARTICLE]}
        known: dict[str, object] = {}
        dropped = []
        for key, reader in _READERS.items():
            if key in query:
                try:
                    known[key] = reader(query[key])
                except ValueError:
                    dropped.append(key)
        return cls(**known), tuple(dropped)  # type: ignore[arg-type]


def _notices(dropped: list[str]) -> tuple[str, ...]:
    if not dropped:
        return ()
    were = "was" if len(dropped) == 1 else "were"
    return (f"The link's {', '.join(dropped)} could not be read and {were} left out.",)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(_id(part) for part in text.split(",") if part)


def _id(text: str) -> str:
    if len(text) > MAX_ID or not text.isprintable():
        raise ValueError(text[:MAX_ID])
    return text


def _words(text: str) -> str:
    if len(text) > MAX_WORDS:
        raise ValueError(text[:MAX_WORDS])
    return text


def _members(kind: type[E]) -> Callable[[str], tuple[E, ...]]:
    def read(text: str) -> tuple[E, ...]:
        named = {kind(part) for part in text.split(",") if part}
        return tuple(member for member in kind if member in named)

    return read


def _whole(text: str) -> int:
    number = int(text)
    if not 0 <= number < 1_000_000:
        raise ValueError(text)
    return number


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _center(text: str) -> tuple[float, float]:
    lat, lon = (float(part) for part in text.split(","))
    if not (-90 <= lat <= 90 and -540 <= lon <= 540):
        raise ValueError(text)
    return lat, lon


def _zoom(text: str) -> float:
    zoom = float(text)
    if not 0 <= zoom <= 20:
        raise ValueError(text)
    return zoom


def _joined(values: Iterable[str] | None) -> str:
    return ",".join(values or ())


_READERS: dict[str, Callable[[str], object]] = {
    "articles": _ids,
    "types": _members(MentionType),
    "kinds": _members(PlaceKind),
    "since": date.fromisoformat,
    "until": date.fromisoformat,
    "words": _words,
    "sure": _share,
    "place": _id,
    "mention": _whole,
    "reading": _id,
    "tab": Tab,
    "center": _center,
    "zoom": _zoom,
}
_WRITERS: dict[str, Callable[..., str]] = {
    "articles": _joined,
    "types": _joined,
    "kinds": _joined,
    "since": str,
    "until": str,
    "words": str,
    "sure": str,
    "place": str,
    "mention": str,
    "reading": str,
    "tab": str,
    "center": lambda c: "" if c is None else f"{c[0]:.5f},{c[1]:.5f}",
    "zoom": str,
}
