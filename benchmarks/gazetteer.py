"""How often the right place is among the gazetteer's candidates: the ceiling of resolution.

    python -m benchmarks.gazetteer [--missing 40] [--features] [--limit 60] [CORPUS ...]

The right place is there when a candidate has the gold GeoNames id or lies within 161 km;
"areas" also takes a country or division whose middle lies elsewhere, as in
`benchmarks.resolution`. The missing names are printed with a cause, for filling holes with
general facts, not with these rows.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.corpora import GWN_TYPES, GoldSpan, read
from benchmarks.resolution import is_right, is_right_area, kilometres
from geo.gazetteer import Gazetteer
from geo.mentions import Mention, MentionType
from geo.places import Place, PlaceKind
from geo.resolution.inheritance import is_site
from geo.resolution.lookup import LIMIT
from geo.settings import Settings

CORPORA = ("gwn", "lgl", "trnews")
ELSEWHERE_KM = 2000.0
"""An area or river this near that is not right is taken for the same area with another middle."""


@dataclass(frozen=True, slots=True)
class Found:
    """A gold span, the rank of the right place among its candidates, and why there is none."""

    gold: GoldSpan
    rank: int | None
    in_areas: bool
    cause: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=CORPORA)
    parser.add_argument("--missing", type=int, default=0, help="how many missing names to print")
    parser.add_argument("--features", action="store_true", help="a line for each gold feature")
    parser.add_argument("--limit", type=int, default=LIMIT, help="most candidates of a name")
    options = parser.parse_args()
    gazetteer = Gazetteer.open(Settings())
    for corpus in options.corpora:
        spans = (s for d in read(corpus) for s in d.toponyms if s.lat is not None)
        found = list(look_up(spans, gazetteer, options.limit))
        print(f"{corpus}: {_rates(found)}")
        if options.features:
            _print_parts(found, lambda f: f.gold.feature or f.gold.type)
        if options.missing:
            _print_missing(found, options.missing)


def look_up(spans: Iterable[GoldSpan], gazetteer: Gazetteer, limit: int) -> Iterable[Found]:
    """Each span with how the gazetteer answers for it."""
    countries = {
        place.geonameid: place.country_code
        for place in gazetteer.largest(1000, kind=PlaceKind.COUNTRY)
        if place.geonameid is not None
    }
    for span in spans:
        places = [c.place for c in gazetteer.lookup(span.surface, limit=limit)]
        rank = next((rank for rank, place in enumerate(places) if is_right(place, span)), None)
        in_areas = any(is_right_area(place, span, countries) for place in places)
        nearest = min(places, key=lambda place: kilometres(place, span), default=None)
        yield Found(span, rank, in_areas, "" if in_areas else _cause(span, nearest))


def _cause(span: GoldSpan, nearest: Place | None) -> str:
    meant = GWN_TYPES.get(span.type, MentionType.LITERAL)
    end = len(span.surface)
    mention = Mention("text", 0, end, span.surface, meant, (0, end))
    if is_site(mention):
        return "site or street"
    if span.type in {"Embedded_Non_Lit", "Coercion"}:
        return "institution or event"
    if nearest is None:
        return "no place of this name"
    wide = nearest.kind.is_area or nearest.kind is PlaceKind.PHYSICAL
    if wide and kilometres(nearest, span) <= ELSEWHERE_KM:
        return "middle of an area elsewhere"
    return "only namesakes"


def _rates(found: list[Found]) -> str:
    count = len(found)
    among = sum(f.rank is not None for f in found)
    areas, first = sum(f.in_areas for f in found), sum(f.rank == 0 for f in found)
    return (
        f"right place among the candidates {among}/{count} = {among / count:.3f}, "
        f"areas {areas}/{count} = {areas / count:.3f}, first {first}/{count} = {first / count:.3f}"
    )


def _print_parts(found: list[Found], part: Callable[[Found], str]) -> None:
    parts: dict[str, list[Found]] = {}
    for each in found:
        parts.setdefault(part(each), []).append(each)
    for name, inside in sorted(parts.items(), key=lambda item: -len(item[1])):
        print(f"    {name:20} {_rates(inside)}")


def _print_missing(found: list[Found], most: int) -> None:
    absent = [f for f in found if not f.in_areas]
    for cause, count in Counter(f.cause for f in absent).most_common():
        print(f"    {count:3} {cause}")
    names = Counter((f.gold.surface, f.cause) for f in absent)
    for (name, cause), count in names.most_common(most):
        print(f"        {count:3} {name} ({cause})")


if __name__ == "__main__":
    main()
