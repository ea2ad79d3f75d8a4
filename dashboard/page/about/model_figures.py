"""How often Dateline is wrong: figures that were measured, as the About page says them.

They are read from `training/figures.json`; a test holds the model card to the same.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class News:
    """Shares, 0 to 1, on one kind of news: `found` and `placed` of all annotated names,
    `rightly` of all names that Dateline marks."""

    name: str
    found: float
    rightly: float
    placed: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What the About page says in words.

    `reading`: share of names whose literal or associative reading is right. `off`: how far
    stated probabilities are from the share that is right, on average.
    """

    local: News
    world: News
    mixed: News
    reading: float
    off: float

    @property
    def news(self) -> tuple[News, ...]:
        """All kinds of news."""
        return (self.local, self.world, self.mixed)


def figures(measured: str) -> Figures:
    """The figures of a file of JSON. Raises ValueError or KeyError where it lacks one."""
    known: Mapping[str, Mapping[str, Any]] = json.loads(measured)

    def news(name: str, corpus: str) -> News:
        detection, end_to_end = known["detection"][corpus], known["end_to_end"][corpus]
        return News(name, detection["recall"], detection["precision"], end_to_end["recall"])

    return Figures(
        local=news("American small-town papers", "Local-Global Lexicon"),
        world=news("News sites of the whole world", "GeoWebNews"),
        mixed=news("Agencies and large papers", "TR-News"),
        reading=known["literal_or_associative"]["GeoWebNews"],
        off=known["calibration_error"]["all three"],
    )


def of_ten(share: float) -> str:
    """A share in words: `nine` of ten."""
    return _WORDS[round(10 * share)]


def of_hundred(share: float) -> str:
    """A share as a whole number of a hundred."""
    return str(round(100 * share))
