"""Views as links say them: each key of the query has a type.

Unknown keys are ignored, a bad value is dropped with a notice. A view is a frozen dataclass
whose fields have a reader and a writer here; of a view, only what differs from the default is
written.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Self, TypeVar
from urllib.parse import unquote

MAX_WORDS = 200
"""Longest search text kept, in characters."""
MAX_ID = 200
MOST_VALUES = 200
"""Most values of one key."""

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V", bound="Query")
Reader = Callable[[str], object]


class Query:
    """What every view can do; `READERS` names its fields, in the order of the query."""

    __slots__ = ()
    READERS: ClassVar[Mapping[str, Reader]] = {}

    def query(self) -> dict[str, str]:
        """The link's query: only what differs from the default view."""
        default = type(self)()
        values = {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]
        return {k: written(v) for k, v in values.items() if v != getattr(default, k)}

    @classmethod
    def known_keys(cls) -> frozenset[str]:
        """The keys of a query that a view of this kind reads."""
        return frozenset(cls.READERS)

    @classmethod
    def of(cls, query: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """The view a query describes, and a notice where values were dropped."""
        view, dropped = cls.read(query)
        return view, _notices([f"“{key}”" for key in dropped])

    @classmethod
    def read(cls, query: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """The view a query describes, and the keys whose values could not be read."""
        return read(cls, query)


def read(kind: type[V], query: Mapping[str, str]) -> tuple[V, tuple[str, ...]]:
    """The view of this kind that a query describes, and the keys whose values were dropped."""
    known: dict[str, Any] = {}
    dropped = []
    for key, reader in kind.READERS.items():
        if key in query:
            try:
                known[key] = reader(query[key])
            except ValueError:
                dropped.append(key)
    return kind(**known), tuple(dropped)


def patched(query: Mapping[str, str], patch: object) -> dict[str, str]:
    """A query after an event of a component: a mapping, whose None takes a key out."""
    changed = dict(query)
    if isinstance(patch, Mapping):
        for key, value in patch.items():
            if value is None:
                changed.pop(str(key), None)
            elif isinstance(value, str):
                changed[str(key)] = value
    return changed


def written(value: object) -> str:
    """A field's value as the query says it."""
    if isinstance(value, tuple) and value and all(isinstance(part, float) for part in value):
        return ",".join(f"{part:.5f}" for part in value)
    if isinstance(value, tuple):
        return ",".join(part.replace("%", "%25").replace(",", "%2C") for part in value)
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else str(value)


def ids(text: str) -> tuple[str, ...]:
    """Ids; a comma or a percent sign in one is written `%2C` or `%25`."""
    return tuple(identifier(unquote(part)) for part in text.split(",") if part)


def identifier(text: str) -> str:
    """One id, which is shown or looked up, never run."""
    if len(text) > MAX_ID or not text.isprintable():
        raise ValueError(text[:MAX_ID])
    return text


def names(text: str) -> tuple[str, ...]:
    """Names that may hold commas, which are written `%2C` in them."""
    found = tuple(dict.fromkeys(identifier(unquote(part)) for part in text.split(",")))
    if len(found) > MOST_VALUES:
        raise ValueError(text[:MAX_ID])
    return found


def words(text: str) -> str:
    """What is searched for."""
    if len(text) > MAX_WORDS:
        raise ValueError(text[:MAX_WORDS])
    return text


def countries(text: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes."""
    codes = ids(text)
    if not all(len(code) == 2 and code.isascii() and code.isupper() for code in codes):
        raise ValueError(text[:MAX_ID])
    return codes[:MOST_VALUES]


def members(kind: type[E]) -> Callable[[str], tuple[E, ...]]:
    """Members of an enum, in its own order."""

    def read(text: str) -> tuple[E, ...]:
        named = {kind(part) for part in text.split(",") if part}
        return tuple(member for member in kind if member in named)

    return read


def whole(text: str) -> int:
    """A number from 0 to a million."""
    number = int(text)
    if not 0 <= number < 1_000_000:
        raise ValueError(text)
    return number


def share(text: str) -> float:
    """A number from 0 to 1."""
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number


def switch(text: str) -> bool:
    """On or off: `1` or `0`."""
    if text not in {"0", "1"}:
        raise ValueError(text[:MAX_ID])
    return text == "1"


def center(text: str) -> tuple[float, float]:
    """Latitude and longitude, degrees WGS 84."""
    lat, lon = (float(part) for part in text.split(","))
    if not (-90 <= lat <= 90 and -540 <= lon <= 540):
        raise ValueError(text)
    return round(lat, 5), round(lon, 5)  # as many digits as a link says


def zoom(text: str) -> float:
    """Leaflet's zoom level."""
    level = float(text)
    if not 0 <= level <= 20:
        raise ValueError(text)
    return level


day = date.fromisoformat


def _notices(dropped: Iterable[str]) -> tuple[str, ...]:
    said = tuple(dropped)
    if not said:
        return ()
    were = "was" if len(said) == 1 else "were"
    return (f"The link's {', '.join(said)} could not be read and {were} left out.",)
