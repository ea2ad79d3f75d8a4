"""How often Dateline by itself says what readers said: against exported corrections.

    python -m benchmarks.corrections FILE

FILE is what `dateline corrections export` wrote. Their articles are looked for among the seeds
and in the library (DATELINE_DATA_DIR, DATELINE_DATABASE_URL); those not there, in just the
version that was corrected, are counted as missing. Each article is parsed without corrections.
A place is right by its id or within 161 km; a name that is none is right where none is pinned.
Readers correct what is wrong, so these are the hard names: no figure for all names.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.distance import geodesic

from geo import Geoparser
from geo.corrections import ByName, Correction, Verdict, by_name, decide, read_lines
from geo.corrections.json_lines import LONGEST_LINE
from geo.library import Library
from geo.model.article import Article, content_hash
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, Resolution
from geo.reading.seeds import seed_articles
from geo.settings import Settings

NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention that readers said something of, and whether it came out so by itself."""

    mention: Mention
    correction: Correction
    right: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The judged mentions, and how many articles with corrections were not to be had."""

    judged: tuple[Judged, ...]
    missing: int

    def counts(self) -> dict[Verdict, tuple[int, int]]:
        """For each verdict, how many are right, of how many."""
        of, right = Counter[Verdict](), Counter[Verdict]()
        for one in self.judged:
            of[one.correction.verdict] += 1
            right[one.correction.verdict] += one.right
        return {verdict: (right[verdict], of[verdict]) for verdict in Verdict if of[verdict]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what is right of how many, and each that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    settings = Settings()
    found = list(read(given.file))
    report = score(found, articles(settings, found), Geoparser(settings))
    for verdict, (right, of) in report.counts().items():
        print(f"{verdict:12} {right}/{of} ({right / of:.3f})")
    print(f"{report.missing} corrected articles are not here")
    for one in report.judged:
        if not one.right:
            print(f"wrong: {one.mention.text!r} ({one.correction.verdict}) {_wanted(one)}")


def read(file: Path) -> Iterator[Correction]:
    """The corrections of a file; bad lines are told."""
    with file.open("rb") as lines:
        cut = iter(lambda: lines.readline(LONGEST_LINE), b"")
        for one in read_lines(cut):
            if isinstance(one, str):
                print(one)
            else:
                yield one


def articles(settings: Settings, corrections: Iterable[Correction]) -> dict[str, Article]:
    """The corrected articles that are to be had, by content hash."""
    wanted = {correction.anchor.article for correction in corrections}
    seeds, _ = seed_articles(settings)
    library = Library.open(settings)
    stored = (library.articles.get(known.id) for known in library.index.table().articles)
    found = {content_hash(a): a for a in (*seeds, *stored) if a is not None}
    return {key: article for key, article in found.items() if key in wanted}


def score(
    corrections: Sequence[Correction], known: dict[str, Article], parser: Geoparser
) -> Report:
    """Parse the known articles without corrections and compare with what readers said."""
    wanted = {correction.anchor.article for correction in corrections}
    judged = [
        one
        for parsed in parser.parse_many(known[key] for key in sorted(wanted & known.keys()))
        for one in judge(parsed, by_name(corrections))
    ]
    return Report(tuple(judged), len(wanted - known.keys()))


def judge(parsed: ParsedArticle, corrections: ByName) -> Iterator[Judged]:
    """Each mention that something is decided of; doubts say nothing of what is right."""
    for index, decision in decide(parsed.article, parsed.mentions, corrections).items():
        mention, resolution = parsed.mentions[index], parsed.resolutions[index]
        if decision.answer is not None:
            right = _is_right(resolution, decision.answer.place)
            yield Judged(mention, decision.answer, right)
        if decision.type is not None:
            yield Judged(mention, decision.type, mention.type == decision.type.type)


def _is_right(resolution: Resolution, place: Place | None) -> bool:
    found = resolution.place
    if found is None or place is None:
        return found is place
    near = geodesic((found.lat, found.lon), (place.lat, place.lon)).km <= NEAR_KM
    return found.id == place.id or bool(near)


def _wanted(one: Judged) -> str:
    place = one.correction.place
    return f"is {place.name}, {place.id}" if place else one.correction.verdict.value


if __name__ == "__main__":
    main()
