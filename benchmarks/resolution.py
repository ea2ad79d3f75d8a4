"""How often names that are given get the right place: gold spans of news corpora.

    python -m benchmarks.resolution [--corpora FOLDER] [--half test|tune|all] [--errors 20]

Every annotated span with coordinates counts, found or not. An answer is right when its
geonameid is the gold's or it lies within 161 km of it; "areas" also takes the same country
within 1,500 km and a first-level division of it within 600 km where the gold is one, since two
gazetteers put the middle of one area in different spots. What is an area is read from the gold.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.distance import great_circle

from benchmarks.corpora import GWN_TYPES, GoldDocument, GoldSpan, corpora_folder, read
from geo.articles import Article
from geo.gazetteer import Gazetteer
from geo.mentions import Mention, MentionType
from geo.places import Place, PlaceKind, Resolution
from geo.resolution import resolve
from geo.settings import Settings

CORPORA = ("gwn", "lgl", "trnews")
NEAR_KM, COUNTRY_KM, REGION_KM = 161.0, 1500.0, 600.0
SEED = 7
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold span and what it was resolved to."""

    document: GoldDocument
    gold: GoldSpan
    resolution: Resolution
    right: bool
    right_area: bool


def half_of(document: GoldDocument) -> str:
    """ "tune" or "test": which half a document belongs to, by a seeded draw of its own."""
    draw = random.Random(f"{SEED}:{document.id}").random()
    return "tune" if draw < 0.5 else "test"


def documents(corpus: str, half: str, folder: Path) -> Iterator[GoldDocument]:
    """The documents of one half of a corpus, or of "all" of it."""
    return (d for d in read(corpus, folder) if half in {"all", half_of(d)})


def gold_mentions(document: GoldDocument) -> tuple[tuple[GoldSpan, ...], tuple[Mention, ...]]:
    """The spans that have coordinates, and a mention for each."""
    spans = tuple(t for t in document.toponyms if t.lat is not None)
    sentences = [m.span() for m in _SENTENCE.finditer(document.text)]

    def mention(span: GoldSpan) -> Mention:
        sentence = next((s for s in sentences if s[0] <= span.start < s[1]), (span.start, span.end))
        meant = GWN_TYPES.get(span.type, MentionType.LITERAL)
        return Mention("text", span.start, span.end, span.surface, meant, sentence)

    return spans, tuple(mention(span) for span in spans)


def is_right(place: Place, gold: GoldSpan) -> bool:
    """Whether it is the same place by its id, or lies within 161 km."""
    if gold.geonameid is not None and place.geonameid == gold.geonameid:
        return True
    return kilometres(place, gold) <= NEAR_KM


def is_right_area(place: Place, gold: GoldSpan, countries: dict[int, str]) -> bool:
    """Whether it is right, or the gold's country or division with its middle elsewhere."""
    if is_right(place, gold):
        return True
    away = kilometres(place, gold)
    if gold.geonameid in countries:
        return place.country_code == countries[gold.geonameid] and away <= COUNTRY_KM
    return gold.feature == "ADM1" and place.kind == PlaceKind.REGION and away <= REGION_KM


def kilometres(place: Place, gold: GoldSpan) -> float:
    """How far a place lies from the gold."""
    if gold.lat is None or gold.lon is None:
        return float("inf")
    return float(great_circle((place.lat, place.lon), (gold.lat, gold.lon)).km)


def answers(corpus: str, half: str, folder: Path, gazetteer: Gazetteer) -> Iterator[Answer]:
    """Resolve one half of a corpus with its spans given."""
    countries = {
        place.geonameid: place.country_code
        for place in gazetteer.largest(1000, kind=PlaceKind.COUNTRY)
        if place.geonameid is not None
    }
    for document in documents(corpus, half, folder):
        spans, mentions = gold_mentions(document)
        article = Article(document.id, document.text, outlet=document.outlet)
        resolutions, _ = resolve(article, mentions, gazetteer)
        for gold, resolution in zip(spans, resolutions, strict=True):
            place = resolution.place
            right = place is not None and is_right(place, gold)
            area = place is not None and is_right_area(place, gold, countries)
            yield Answer(document, gold, resolution, right, area)


def calibration_error(found: Sequence[Answer], bins: int = 10) -> float:
    """Expected calibration error of the answers that have a place, by equal bins."""
    placed = [a for a in found if a.resolution.place is not None]
    total = 0.0
    for index in range(bins):
        low, high = index / bins, (index + 1) / bins
        inside = [a for a in placed if low < a.resolution.probability <= high]
        sure = sum(a.resolution.probability for a in inside)
        total += abs(sure - sum(a.right_area for a in inside))
    return total / max(1, len(placed))


def table_row(corpus: str, found: Sequence[Answer], gazetteer: Gazetteer) -> str:
    """One line of the table: the figures of one corpus."""
    count = len(found)
    placed = sum(a.resolution.place is not None for a in found)
    right, area = sum(a.right for a in found), sum(a.right_area for a in found)
    known = sum(
        any(is_right(c.place, a.gold) for c in gazetteer.lookup(a.gold.surface)) for a in found
    )
    return (
        f"{corpus:8} {count:6} {placed:7} {right / count:9.3f} {area / count:9.3f} "
        f"{right / placed:10.3f} {area / placed:10.3f} {known / count:8.3f} "
        f"{calibration_error(found):6.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and the commonest errors if asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--half", choices=("test", "tune", "all"), default="test")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    gazetteer = Gazetteer.open(Settings())
    print("corpus    spans  placed  @161/all areas/all @161/placed areas/pl.  in gaz.    ECE")
    for corpus in CORPORA:
        found = list(answers(corpus, options.half, options.corpora, gazetteer))
        print(table_row(corpus, found, gazetteer))
        wrong = Counter(_error(a) for a in found if not a.right_area)
        for error, count in wrong.most_common(options.errors):
            print(f"    {count:3} {error}")


def _error(answer: Answer) -> str:
    place = answer.resolution.place
    said = f"{place.name} ({place.kind.value}, {place.country_code})" if place else "nothing"
    return f"{answer.gold.surface} -> {said}; gold {answer.gold.lat}, {answer.gold.lon}"


if __name__ == "__main__":
    main()
