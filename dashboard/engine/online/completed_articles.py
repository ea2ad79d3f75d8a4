"""Articles completed behind the page: their map is there at once and gains what is found."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from dashboard.engine.online.background_worker import Worker
from dashboard.engine.timing import NAMES_RETRY_S, NAMES_UNWANTED_S
from geo.geocoding import Service, open_mentions, open_names, stepwise, unasked_names
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Resolution
from geo.system.latest_cache import LatestCache


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some articles are: names asked of all, those that could not be, what goes on.

    `stamp` changes when there is something new to draw; `waits` says that what could not be
    asked will be asked again by itself, `requested` that a reader wants it as soon as may be.
    """

    asked: int = 0
    total: int = 0
    unavailable: int = 0
    asking: bool = False
    waits: bool = False
    requested: bool = False
    stamp: int = 0


class CompletedArticles:
    """Parsed articles with what services know of their names. Safe to share between threads.

    Each article is asked about once however many pages show it. With other corrections it is
    asked about anew; until then it keeps the answers it had.
    """

    def __init__(
        self,
        services: Sequence[Service],
        worker: Worker,
        *,
        kept: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._services, self._worker = services, worker
        self._clock = clock
        self._known: LatestCache[Article, _Asked] = LatestCache(kept)
        self._lock = Lock()

    @property
    def names(self) -> str:
        """What the services are called."""
        return ", ".join(service.name for service in self._services)

    def of(self, parsed: ParsedArticle) -> ParsedArticle:
        """The article with all that is known by now; what is not known is asked behind it."""
        if not self._services:
            return parsed
        with self._lock:
            asked = self._known.get(parsed.article)
            if asked is None or asked.parsed != parsed:
                asked = self._begun(parsed, asked)
            self._go_on(asked)
            return asked.now

    def progress(self, articles: Iterable[Article]) -> Progress:
        """How far these articles are; asking goes on where it had stopped or failed."""
        with self._lock:
            here = [asked for article in articles if (asked := self._known.get(article))]
            for asked in here:
                self._go_on(asked)
            running = [asked for asked in here if asked.is_asking]
            return Progress(
                sum(asked.done for asked in running),
                sum(asked.total for asked in running),
                sum(len(unasked_names(asked.now)) for asked in here),
                bool(running),
                any(asked.retry_at is not None and asked.is_complete for asked in here),
                any(asked.is_requested for asked in here),
                sum(asked.stamp for asked in here),
            )

    def again(self, articles: Iterable[Article]) -> None:
        """Ask about the names that could not be asked about, and no others, as soon as may be:
        at once, or when a service that is left alone after failures opens again.
        """
        with self._lock:
            for article in articles:
                asked = self._known.get(article)
                if asked is not None and asked.is_complete and not asked.is_asking:
                    pause = min(service.closed_for for service in self._services)
                    asked.tries, asked.retry_at = 0, self._clock() + pause
                    asked.is_requested = True
                    self._go_on(asked)

    def forget(self, identifier: str) -> None:
        """Keep the article with this id no longer."""
        self._known.forget(lambda article: article.id == identifier)

    def _begun(self, parsed: ParsedArticle, before: "_Asked | None") -> "_Asked":
        answers = dict(before.answers) if before else {}
        asked = _Asked(parsed, _with_answers(parsed, answers), answers, self._clock())
        asked.stamp = before.stamp + 1 if before else 0
        asked.retry_at = self._clock()
        self._known.put(parsed.article, asked)
        return asked

    def _go_on(self, asked: "_Asked") -> None:
        """Note that a page shows the article, and start what is due of it."""
        asked.wanted = self._clock()
        if asked.is_asking or asked.retry_at is None or asked.retry_at > asked.wanted:
            return
        base, names = asked.parsed, open_names(asked.parsed)
        if asked.is_complete:
            names = unasked_names(asked.now)
            base = _reopened(asked, [index for name in names for index in name])
        steps = stepwise(base, self._services, names)
        if not names:
            asked.retry_at = None
        elif self._worker.add(self._asking(asked, base, steps)):
            asked.is_asking, asked.retry_at = True, None
            asked.total, asked.done = len(names), 0

    def _asking(
        self, asked: "_Asked", base: ParsedArticle, steps: Iterator[ParsedArticle]
    ) -> Iterator[None]:
        """The job: a name a step, as long as a page shows this state of the article."""
        dropped = True
        try:
            while self._is_wanted(asked):
                done = next(steps, None)
                if done is None:
                    dropped = False
                    return
                self._take(asked, base, done)
                yield
        except Exception:
            # A defect: asking again each second would only repeat it.
            dropped = False
            raise
        finally:
            self._end(asked, dropped=dropped)

    def _is_wanted(self, asked: "_Asked") -> bool:
        with self._lock:
            is_known = self._known.get(asked.parsed.article) is asked
            return is_known and self._clock() - asked.wanted < NAMES_UNWANTED_S

    def _take(self, asked: "_Asked", base: ParsedArticle, done: ParsedArticle) -> None:
        with self._lock:
            before = _places(asked.now)
            pairs = enumerate(zip(base.resolutions, done.resolutions, strict=True))
            asked.answers |= {index: now for index, (then, now) in pairs if now != then}
            asked.now = _with_answers(asked.parsed, asked.answers)
            asked.done += 1
            asked.stamp += _places(asked.now) != before

    def _end(self, asked: "_Asked", *, dropped: bool) -> None:
        with self._lock:
            asked.is_asking = asked.is_requested = False
            asked.stamp += 1
            if dropped:
                # The next page that shows the article takes it up again.
                asked.retry_at = self._clock()
                return
            asked.is_complete = True
            if unasked_names(asked.now) and asked.tries < len(NAMES_RETRY_S):
                asked.retry_at = self._clock() + NAMES_RETRY_S[asked.tries]
                asked.tries += 1


@dataclass(slots=True)
class _Asked:
    """One article: as it was parsed, as it is now with the `answers` by mention, and what goes on.

    `retry_at`: when to ask (again), None for not by itself. `is_complete`: each name was asked.
    """

    parsed: ParsedArticle
    now: ParsedArticle
    answers: dict[int, Resolution]
    wanted: float
    is_asking: bool = False
    is_requested: bool = False
    done: int = 0
    total: int = 0
    tries: int = 0
    retry_at: float | None = None
    is_complete: bool = False
    stamp: int = 0


def _with_answers(parsed: ParsedArticle, answers: Mapping[int, Resolution]) -> ParsedArticle:
    """The article with these answers where it has none of its own: corrections stay in front."""
    is_open = set(open_mentions(parsed))
    return replace(
        parsed,
        resolutions=tuple(
            answers.get(index, found) if index in is_open else found
            for index, found in enumerate(parsed.resolutions)
        ),
    )


def _reopened(asked: _Asked, indices: Sequence[int]) -> ParsedArticle:
    """The article as it is now, but with some mentions as they were before anybody was asked."""
    resolutions = list(asked.now.resolutions)
    for index in indices:
        resolutions[index] = asked.parsed.resolutions[index]
    return replace(asked.now, resolutions=tuple(resolutions))


def _places(parsed: ParsedArticle) -> list[str]:
    return [found.place.id if found.place else "" for found in parsed.resolutions]
