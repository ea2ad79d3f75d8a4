"""How often the right place is among the gazetteer's candidates: the ceiling of resolution.

    python -m benchmarks.gazetteer [--missing 40] [CORPUS ...]

The right place is there when a candidate has the gold GeoNames id or lies within 161 km.
The missing names are printed for filling holes with general facts, not with these rows.
"""

import argparse
from collections import Counter

from geopy.distance import great_circle

from benchmarks.corpora import GoldSpan, read
from geo.gazetteer import Gazetteer
from geo.places import Place
from geo.settings import Settings

ACCEPTED_KM = 161.0
CORPORA = ("gwn", "lgl", "trnews")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=CORPORA)
    parser.add_argument("--missing", type=int, default=0, help="how many missing names to print")
    options = parser.parse_args()
    gazetteer = Gazetteer.open(Settings())
    for corpus in options.corpora:
        _report(corpus, gazetteer, options.missing)


def _report(corpus: str, gazetteer: Gazetteer, missing: int) -> None:
    spans = [s for d in read(corpus) for s in d.toponyms if s.lat is not None]
    found = {span: _rank(span, gazetteer) for span in spans}
    among = sum(found[span] is not None for span in spans)
    first = sum(found[span] == 0 for span in spans)
    print(
        f"{corpus}: right place among the candidates {among}/{len(spans)}"
        f" = {among / len(spans):.3f}, first {first}/{len(spans)} = {first / len(spans):.3f}"
    )
    absent = Counter(span.surface for span in spans if found[span] is None)
    for name, count in absent.most_common(missing):
        print(f"    {count:3} {name}")


def _rank(span: GoldSpan, gazetteer: Gazetteer) -> int | None:
    candidates = gazetteer.lookup(span.surface)
    ranks = (rank for rank, c in enumerate(candidates) if _is_right(c.place, span))
    return next(ranks, None)


def _is_right(place: Place, span: GoldSpan) -> bool:
    if span.geonameid is not None and place.geonameid == span.geonameid:
        return True
    return bool(great_circle((place.lat, place.lon), (span.lat, span.lon)).km <= ACCEPTED_KM)


if __name__ == "__main__":
    main()
