"""What the builder compiles: places with the names they go by."""

from dataclasses import dataclass, field

from geo.model.places import Match, Place


@dataclass(slots=True)
class Entry:
    """One place and its names.

    `weight`, where not 0, stands in for the population in the order of lookups: a sea has
    none, and a region is less meant than a city of its size.
    """

    place: Place
    names: list[tuple[str, Match]] = field(default_factory=list)
    weight: int = 0

    def add(self, match: Match, *names: str) -> None:
        """Let the place go by these names."""
        self.names.extend((name, match) for name in names if name)
