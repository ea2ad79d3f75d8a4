"""How long very many stored articles take to be counted: one month of news against a hundred.

The articles are made up here, of places of the real gazetteer; nothing is parsed, so that only
the library and the counting are measured.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import psutil

from geo.coverage import Mentions, Search, Table, coverage, listed
from geo.gazetteer import Gazetteer
from geo.library import Library
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Status
from geo.settings import Settings

MANY, FEW = 10_000, 100
PLACES, EACH = 20_000, 30
"""Distinct places of all articles together, and mentions of each article."""
OUTLETS, DAYS = 200, 365
RUNS, SEED, PAGE = 9, 7, 20
_SAID = ("the flood reached {}.", "voters of {} went home.", "a train left for {}.",
         "snow fell in {} all night.", "nobody in {} had heard of it.")  # fmt: skip


def run(say: Callable[[str], None] = print) -> None:
    gazetteer = Gazetteer.open(Settings())
    places = largest_places(gazetteer)
    with tempfile.TemporaryDirectory() as folder:
        few = _measured(made(places, FEW, Path(folder) / "few", say), say)
        many = _measured(made(places, MANY, Path(folder) / "many", say), say)
    say(f"{'median of ' + str(RUNS) + ', in ms':<34}{FEW:>9,}{MANY:>9,}{'ratio':>8}")
    for what, seconds in many.items():
        ratio = seconds / few[what]
        say(f"{what:<34}{1000 * few[what]:>9.1f}{1000 * seconds:>9.1f}{ratio:>8.1f}")


def largest_places(gazetteer: Gazetteer) -> list[Place]:
    """The largest places of every kind that has many."""
    found: list[Place] = []
    for kind in PlaceKind:
        found += gazetteer.largest(PLACES // 4, kind=kind)
    cities = gazetteer.largest(PLACES, kind=PlaceKind.CITY)
    known = {place.id for place in found}
    found += [city for city in cities if city.id not in known]
    return found[:PLACES]


def articles(places: list[Place], number: int) -> Iterator[ParsedArticle]:
    """Parsed articles of made-up sentences; together they name as many places as they can."""
    draw = random.Random(SEED)
    turn = places[:]
    draw.shuffle(turn)
    popular = sorted(places, key=lambda p: -p.population)[:500]
    at = 0
    for n in range(number):
        half = [turn[(at + i) % len(turn)] for i in range(EACH // 2)]
        at += EACH // 2
        yield _article(n, half + draw.choices(popular, k=EACH - len(half)), draw)


def _article(number: int, named: list[Place], draw: random.Random) -> ParsedArticle:
    text, mentions = f"Report {number} of the day.", []
    for place in named:
        start = len(text) + 1
        said = f"Then {draw.choice(_SAID).format(place.name)}"
        at = start + said.index(place.name)
        text = f"{text} {said}"
        span = (at, at + len(place.name), place.name)
        mentions.append(Mention("text", *span, draw.choice(list(MentionType)), (start, len(text))))
    article = Article(
        f"b{number}", text, f"Report {number}", f"Outlet {draw.randrange(OUTLETS)}",
        date(2025, 1, 1) + timedelta(days=draw.randrange(DAYS)),
    )  # fmt: skip
    resolutions = tuple(
        Resolution(place, 0.4 + 0.6 * draw.random(), Status.RESOLVED) for place in named
    )
    return ParsedArticle(article, tuple(mentions), resolutions)


def made(places: list[Place], number: int, folder: Path, say: Callable[[str], None]) -> Settings:
    """A library of this many articles."""
    settings = Settings(data_dir=folder, database_url="")
    library = Library.open(settings)
    started = time.perf_counter()
    for parsed in articles(places, number):
        token = library.articles.add(parsed.article).token
        library.index.add(token, parsed, parser="benchmark")
    each = (time.perf_counter() - started) / number
    library.close()
    size = sum(file.stat().st_size for file in folder.iterdir()) / number
    say(f"{number:,} articles stored: {1000 * each:.1f} ms and {size / 1024:.1f} kB each")
    return settings


def _measured(settings: Settings, say: Callable[[str], None]) -> dict[str, float]:
    """Median seconds of everything that a page asks of a library."""
    process, figures = psutil.Process(), {}
    figures["open, and the first table"] = statistics.median(
        _opening(settings) for _ in range(RUNS)
    )
    before = process.memory_info().rss
    library = Library.open(settings)
    table = library.index.table()
    answer = coverage(table, Search(), library.index.search)
    more = (process.memory_info().rss - before) / 2**20
    say(
        f"{len(table):,} articles, {len(table.article):,} mentions, {len(answer.places):,} places: "
        f"{more:,.0f} MB more memory"
    )
    for what, work in _work(library, table).items():
        figures[what] = _median(work)
    library.close()
    return figures


def _work(library: Library, table: Table) -> dict[str, Callable[[], object]]:
    search = library.index.search

    def counted(wanted: Search) -> Callable[[], object]:
        return lambda: coverage(table, wanted, search)

    country = frozenset({"CN", "UA", "GB"})
    place = coverage(table, Search(), search).places[0].place.id

    def place_page() -> object:
        found = Mentions(table, Search(place=place), search)
        return coverage(table, Search(place=place), search), library.index.excerpts(found[:PAGE])

    return {
        "table, nothing changed": library.index.table,
        "everything": counted(Search()),
        "by outlet": counted(Search(outlets=frozenset({"Outlet 1", "Outlet 2"}))),
        "by country": counted(Search(countries=country)),
        "by kind": counted(Search(kinds=frozenset({PlaceKind.CITY}))),
        "by type": counted(Search(types=frozenset({MentionType.LITERAL}))),
        "by certainty": counted(Search(sure=0.8)),
        "by dates": counted(Search(since=date(2025, 3, 1), until=date(2025, 3, 31))),
        "by words": counted(Search(words="flooded voter")),
        "the 1,000 places named most, made": lambda: coverage(table, Search(), search).places[
            :1000
        ],
        "place page": place_page,
        "library page": lambda: listed(table, Search(), search)[:PAGE],
        "library page, by words": lambda: listed(table, Search(words="report 77"), search)[:PAGE],
    }


def _opening(settings: Settings) -> float:
    started = time.perf_counter()
    library = Library.open(settings)
    library.index.table()
    seconds = time.perf_counter() - started
    library.close()
    return seconds


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)
