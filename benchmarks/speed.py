"""Words per second end to end, each step's share, and resident memory."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import psutil

from geo import Article, Geoparser
from geo.gazetteer import Gazetteer
from geo.model.atlas import gather
from geo.model.places import Candidate
from geo.reading.seeds import seed_articles
from geo.resolution import resolve
from geo.settings import Settings

ROUNDS = 20
"""Times each seed article is read; each copy is a document of its own."""


class _TimedGazetteer(Gazetteer):
    """A gazetteer that adds up the time its lookups take."""

    seconds = 0.0

    def lookup(self, name: str, *, limit: int = 50) -> tuple[Candidate, ...]:
        started = time.perf_counter()
        try:
            return super().lookup(name, limit=limit)
        finally:
            self.seconds += time.perf_counter() - started


class _Shares:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[step] = self.seconds.get(step, 0.0) + time.perf_counter() - started


def corpus() -> list[Article]:
    """The seed articles, ROUNDS times."""
    seeds, _ = seed_articles(Settings())
    return [replace(a, id=f"{a.id}-{n}") for n in range(ROUNDS) for a in seeds]


def run(say: Callable[[str], None] = print) -> None:
    settings = Settings()
    geoparser = Geoparser(settings)
    articles = corpus()
    words = sum(len(a.text.split()) + len(a.title.split()) for a in articles)
    list(geoparser.parse_many(articles[:8]))  # warm up
    shares = _measure(geoparser, articles)
    total = sum(shares.seconds.values())
    say(f"end to end: {words / total:,.0f} words/s ({words:,} words, {len(articles)} documents)")
    for step, seconds in shares.seconds.items():
        say(f"  {step:<12} {seconds / total:6.1%}")
    memory = psutil.Process().memory_info().rss / 2**20
    say(f"resident memory of the parsing process: {memory:,.0f} MB")


def _measure(geoparser: Geoparser, articles: list[Article]) -> _Shares:
    shares = _Shares()
    with shares.of("recognise"):
        mentions = list(geoparser.recogniser.recognise(articles))
    looked_up = 0.0
    each_once = len(articles) // ROUNDS
    for start in range(0, len(articles), each_once):
        # a new one each round: the names of an article read before would be remembered
        gazetteer = _TimedGazetteer.open(Settings())
        with shares.of("resolve"):
            for at in range(start, start + each_once):
                resolve(articles[at], mentions[at], gazetteer)
        looked_up += gazetteer.seconds
    shares.seconds["resolve"] -= looked_up
    shares.seconds["look up"] = looked_up
    parsed = list(geoparser.parse_many(articles[:each_once]))
    with shares.of("gather"):
        for _ in range(ROUNDS):
            gather(parsed)
    return shares
