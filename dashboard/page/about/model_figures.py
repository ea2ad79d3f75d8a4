"""How often Dateline is wrong: the figures of the model card, read from the card itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


def figures(card: str) -> Figures:
    """The figures of a model card. Raises ValueError or KeyError where it says none."""
    rows = {cells[0]: cells[1:] for cells in _rows(card)}

    def news(name: str, label: str, column: int) -> News:
        detected = next(c for key, c in rows.items() if re.match(rf"{label}, \d", key))
        placed = rows["recall of it"][column]
        return News(name, _share(detected[1]), _share(detected[0]), _share(placed))

    reading = re.search(r"Literal or associative: GeoWebNews (0\.\d+)", card)
    if reading is None:
        raise ValueError("The model card says nothing of literal and associative names.")
    return Figures(
        local=news("American small-town papers", "Local-Global Lexicon", 1),
        world=news("News sites of the whole world", "GeoWebNews", 0),
        mixed=news("Agencies and large papers", "TR-News", 2),
        reading=float(reading[1]),
        off=_share(rows["expected calibration error"][3]),
    )


def of_ten(share: float) -> str:
    """A share in words: `nine` of ten."""
    return _WORDS[round(10 * share)]


def of_hundred(share: float) -> str:
    """A share as a whole number of a hundred."""
    return str(round(100 * share))


def _rows(card: str) -> Iterator[list[str]]:
    for line in card.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) > 2:
            yield cells


def _share(cell: str) -> float:
    return float(cell.split(maxsplit=1)[0])
