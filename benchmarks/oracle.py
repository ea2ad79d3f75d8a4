"""How often the right place is among the gazetteer's candidates: the ceiling of resolution.

Every span that has coordinates is looked up by itself, without its article. The missing names
are printed for filling holes with general facts, not with these rows.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.figures import share
from geo.model.places import Place
from training.corpora import GoldDocument, GoldSpan
from training.gold_places import GoldKind, Judge, is_right

HEADING = """Gazetteer, spans looked up by themselves
                     spans   among @161  among areas   first @161  first areas"""


@dataclass(frozen=True, slots=True)
class Known:
    """The ranks, from 0, of a span's first right candidate, both ways; None where none is."""

    gold: GoldSpan
    kind: GoldKind
    near: int | None
    area: int | None


def look_up(documents: Sequence[GoldDocument], judge: Judge) -> Iterator[Known]:
    """Look every span with coordinates up as the resolver does."""
    for gold in (span for document in documents for span in document.located):
        places = [c.place for c in judge.candidates(gold)]
        yield Known(
            gold,
            judge.kind(gold),
            _first(places, gold, is_right),
            _first(places, gold, judge.is_right_area),
        )


def figures(found: Sequence[Known]) -> str:
    """Shares with the right place among the candidates, and first of them, both ways."""
    count = len(found)
    shares = (
        sum(k.near is not None for k in found), sum(k.area is not None for k in found),
        sum(k.near == 0 for k in found), sum(k.area == 0 for k in found),
    )  # fmt: skip
    return f"{count:6}" + "".join(f"{share(part, count):13.3f}" for part in shares)


def show(corpus: str, found: Sequence[Known], missing: int) -> None:
    """Print a corpus's line, one for each kind of gold, and the commonest missing names."""
    print(f"  {corpus:18}{figures(found)}")
    for kind in GoldKind:
        if own := [k for k in found if k.kind is kind]:
            print(f"    {kind:16}{figures(own)}")
    absent = Counter(k.gold.surface for k in found if k.area is None)
    for name, count in absent.most_common(missing):
        print(f"      {count:3} {name}")


def _first(
    places: Sequence[Place], gold: GoldSpan, right: Callable[[Place, GoldSpan], bool]
) -> int | None:
    return next((rank for rank, place in enumerate(places) if right(place, gold)), None)
