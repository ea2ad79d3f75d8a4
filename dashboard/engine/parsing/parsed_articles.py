"""Articles parsed once for all readers: kept, corrected, queued, completed."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import groupby
from typing import cast

from dashboard.engine.failures import for_readers
from dashboard.engine.measures import Measures
from dashboard.engine.online.background_worker import Worker
from dashboard.engine.online.completed_articles import CompletedArticles
from dashboard.engine.online.point_names import PointNames
from dashboard.engine.parsing.corrected_articles import CorrectedArticles
from dashboard.engine.parsing.fair_queue import NOBODY, FairQueue, Waiter
from dashboard.engine.parsing.long_articles import LONG, MANY, LongArticles
from dashboard.engine.parsing.waiting_readers import WaitingReaders
from dashboard.server_settings import ServerSettings
from geo import Article, Geoparser, ParsedArticle
from geo.corrections import Correction
from geo.errors import DatelineError
from geo.geocoding import Service, services_from
from geo.model.places import Place
from geo.system.latest_cache import LatestCache

KEPT = 256
"""Parsed articles kept in memory for all sessions."""
PLACES = 4096
"""Places kept in memory that others lie in: regions and countries."""

Reading = Generator[int, None, list[ParsedArticle]]
"""Articles on their way: it gives their place in the queue, and returns them parsed."""


def finished(reading: Reading) -> list[ParsedArticle]:
    """What comes of a reading, its places passed over."""
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return cast("list[ParsedArticle]", end.value)


class ParsedArticles:
    """Articles parsed once each, the latest `kept` of them. Safe to share between threads."""

    def __init__(
        self,
        parser: Geoparser,
        settings: ServerSettings,
        measures: Measures,
        *,
        kept: int = KEPT,
    ) -> None:
        self.parser, self._measures = parser, measures
        services, self.trouble = _services(settings)
        self.worker, self.indexer = Worker(), Worker()
        self.completed = CompletedArticles(services, self.worker, kept=kept)
        self.points = PointNames(services, self.worker)
        # a correction takes seconds: it does not wait for articles, which take minutes
        self._queue, self._corrections = FairQueue(settings.parses_at_once), FairQueue(1)
        self._long, self._wanted = LongArticles(settings), WaitingReaders()
        self._done: LatestCache[Article, ParsedArticle] = LatestCache(kept)
        self._corrected = CorrectedArticles(self._correct, kept=kept)
        self.place_of = lru_cache(maxsize=PLACES)(self._place_of)

    def parsed(
        self,
        articles: Sequence[Article],
        corrections: tuple[Correction, ...] = (),
        waiter: Waiter = NOBODY,
    ) -> list[ParsedArticle]:
        """These articles parsed, as `reading` does, for who need not know the place."""
        return finished(self.reading(articles, corrections, waiter))

    def reading(
        self,
        articles: Sequence[Article],
        corrections: tuple[Correction, ...] = (),
        waiter: Waiter = NOBODY,
    ) -> Reading:
        """Parse these articles, in order; those seen for the first time in one batch.

        Gives the place in the queue until it is the waiter's turn, then parses and returns the
        articles. What online services know is added as they answer: see `completed`. Raises
        Unwanted where the waiter leaves before they are read, and nobody else waits for them.
        """
        automatic = yield from self._automatic(articles, waiter)
        corrected = self._corrected.of(automatic, corrections)
        return [self.completed.of(parsed) for parsed in corrected]

    def read_again(
        self, articles: Sequence[Article], corrections: Sequence[Correction]
    ) -> Iterator[ParsedArticle]:
        """These articles with corrections, in order, for who goes through very many: no other is
        forgotten for them, and online services are not asked.
        """
        known = tuple(corrections)
        for is_long, some in groupby(articles, _is_long):
            if is_long:
                yield from self._corrected.of([self._long_again(a) for a in some], known)
            else:
                yield from self.parser.parse_many(some, corrections=known)

    def _automatic(self, articles: Sequence[Article], waiter: Waiter) -> Reading:
        found = self._kept_of(articles)
        self._measures.add("articles", "kept", len(found))
        if new := [article for article in articles if article not in found]:
            is_long = sum(len(article.text) for article in new) > LONG
            with (
                self._wanted.by(waiter.is_here, new),
                self._queue.place(waiter, is_long=is_long) as places,
            ):
                yield from places
                found |= self._read(new)
                self._keep(found)  # before the next turn: it may be somebody's who waits for these
        self._keep({article: found[article] for article in articles})
        return [found[article] for article in articles]

    def _keep(self, found: Mapping[Article, ParsedArticle]) -> None:
        for article, parsed in found.items():
            self._done.put(article, parsed)

    def _kept_of(self, articles: Iterable[Article]) -> dict[Article, ParsedArticle]:
        return {a: parsed for a in articles if (parsed := self._done.get(a))}

    def _read(self, articles: Sequence[Article]) -> dict[Article, ParsedArticle]:
        found = self._kept_of(articles)  # somebody before us may have read them
        new = [article for article in articles if article not in found]
        self._measures.add("articles", "parsed", len(new))
        with self._measures.timed("parse"):
            short = [article for article in new if not _is_long(article)]
            found |= {done.article: done for done in self.parser.parse_many(short)}
            for article in filter(_is_long, new):
                is_wanted = partial(self._wanted.is_wanted, article)
                found[article] = self._long.parse(article, is_wanted)
            return found

    def _long_again(self, article: Article) -> ParsedArticle:
        if kept := self._kept_of([article]):
            return kept[article]
        with self._queue.turn(is_long=True):
            return self._long.parse(article)

    def _correct(self, parsed: ParsedArticle, corrections: Sequence[Correction]) -> ParsedArticle:
        if len(parsed.mentions) <= MANY:
            return self.parser.correct(parsed, corrections)
        with self._corrections.turn():
            return self._long.correct(parsed, corrections)

    def remembered(self, identifiers: Iterable[str]) -> list[Article]:
        """Of the articles kept in memory those with these ids, the latest version of each."""
        wanted = set(identifiers)
        known = {article.id: article for article, _ in self._done.items() if article.id in wanted}
        return list(known.values())

    def know_as(self, article: Article, identifier: str) -> None:
        """An article that was parsed has another id too, under which it is not parsed again."""
        same = replace(article, id=identifier)
        for parsed in self._kept_of([article]).values():
            self._keep({same: replace(parsed, article=same)})

    def forget(self, identifier: str) -> None:
        """Keep the article with this id no longer."""
        self._done.forget(lambda article: article.id == identifier)
        self._corrected.forget(identifier)
        self.completed.forget(identifier)

    def _place_of(self, key: str) -> Place | None:
        """The place of a country code or of a place's id."""
        if not key:
            return None
        gazetteer = self.parser.gazetteer
        return gazetteer.country_place(key) if len(key) == 2 else gazetteer.place(key)


def _is_long(article: Article) -> bool:
    return len(article.text) > LONG


def _services(settings: ServerSettings) -> tuple[Sequence[Service], str]:
    """The online services, and a sentence where they cannot be had: the map needs none."""
    try:
        return services_from(settings), ""
    except DatelineError as error:
        return (), for_readers(error)
