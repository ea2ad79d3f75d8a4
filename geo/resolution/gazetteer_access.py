"""What resolution asks of a gazetteer, and the answers kept for one article."""

from typing import Protocol

from geo.model.places import Candidate, Place

LIMIT = 60
"""Most candidates of a name that are scored; few names have more, and those are hamlets."""


class Gazetteer(Protocol):
    """The part of `geo.gazetteer.Gazetteer` that resolution uses."""

    def lookup(self, name: str, *, limit: int = ...) -> tuple[Candidate, ...]:
        """The places `name` may mean, the likeliest first."""
        ...

    def place(self, place_id: str, /) -> Place | None:
        """The place with this id."""
        ...

    def country_place(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code."""
        ...

    def no_fixed_place(self, name: str) -> str | None:
        """Why `name` means no fixed place, where it is known to mean none."""
        ...


LONGEST_NAME = 200
"""Characters; no place has a longer name, and none is looked up."""


class Names:
    """The gazetteer's answers for the names of one article, each asked once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places `name` may mean, one candidate a place."""
        if name not in self._known:
            found: dict[str, Candidate] = {}
            for candidate in self._lookup(name):
                found.setdefault(candidate.place.id, candidate)
            self._known[name] = tuple(found.values())
        return self._known[name]

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        if not name or len(name) > LONGEST_NAME:
            return ()
        return self.gazetteer.lookup(name, limit=LIMIT)


def plain(text: str) -> str:
    """A mention's text as a name: one line, no possessive, no quotation marks around it.

    >>> plain("China\u2019s")
    'China'
    """
    name = " ".join(text.split()).strip("\"'“”‘’«»,;:()[]")
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return name
