import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from support.samples import HARBIN, sample

from dashboard.engine.online.background_worker import Worker
from dashboard.engine.online.completed_articles import CompletedArticles, Progress
from dashboard.engine.timing import NAMES_RETRY_S, NAMES_UNWANTED_S
from dashboard.page.article.online_progress import told
from geo.errors import ServiceUnavailable
from geo.geocoding import Finding, Question
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Review, Status

MOSCOW = Place("osm-relation-1", "Moscow", PlaceKind.CITY, 55.75, 37.62, "RU")

OWN = Place("dl-shipped-moscow-1", "Moscow", PlaceKind.CITY, 55.7, 37.6, "RU", radius_km=1.0)


class Slow:
    """Answers when it is let to; is down on demand, then with what ships where `ships`."""

    name = "fake"
    closed_for = 0.0

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.knows = "Moscow"
        self.down = self.ships = False
        self.open = threading.Event()
        self.open.set()
        self.before: Callable[[], None] = lambda: None

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question.name)
        assert self.open.wait(20)
        self.before()
        if self.down and self.ships:
            return (Finding(OWN, 0.6, question.name, shipped=True),)
        if self.down:
            raise ServiceUnavailable("The service is down.")
        return (Finding(MOSCOW, 0.6, question.name),) if question.name == self.knows else ()

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        raise NotImplementedError


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def service() -> Slow:
    return Slow()


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def completed(service: Slow, worker: Worker, clock: Clock) -> CompletedArticles:
    return CompletedArticles([service], worker, kept=10, clock=clock)


def moscow(parsed: ParsedArticle) -> Resolution:
    index = next(i for i, m in enumerate(parsed.mentions) if m.text == "Moscow")
    return parsed.resolutions[index]


def with_moscow(resolution: Resolution) -> ParsedArticle:
    parsed = sample()
    return replace(
        parsed,
        resolutions=tuple(
            resolution if mention.text == "Moscow" else found
            for mention, found in zip(parsed.mentions, parsed.resolutions, strict=True)
        ),
    )


def test_the_article_is_there_at_once_and_gains_the_place(
    completed: CompletedArticles, service: Slow, worker: Worker
) -> None:
    service.open.clear()
    parsed = sample()
    assert completed.of(parsed) == parsed
    progress = completed.progress([parsed.article])
    assert (progress.asking, progress.asked, progress.total) == (True, 0, 1)
    assert told(progress, completed.names) == "Asking fake about 1 of 1 name…"
    service.open.set()
    worker.join()
    assert moscow(completed.of(parsed)).place == MOSCOW
    after = completed.progress([parsed.article])
    assert not after.asking
    assert after.stamp != progress.stamp
    assert told(after, completed.names) == ""


def test_a_link_opened_twice_asks_once(
    completed: CompletedArticles, service: Slow, worker: Worker
) -> None:
    service.open.clear()
    for _ in range(5):
        completed.of(sample())
    service.open.set()
    worker.join()
    completed.of(sample())
    worker.join()
    assert service.asked == ["Moscow"]


def test_without_services_there_is_no_thread_and_no_progress(worker: Worker) -> None:
    completed = CompletedArticles([], worker, kept=10)
    parsed = sample()
    assert completed.of(parsed) is parsed
    assert completed.progress([parsed.article]) == Progress()


def test_what_could_not_be_asked_is_said_and_asked_again_on_request(
    completed: CompletedArticles, service: Slow, worker: Worker
) -> None:
    service.down = True
    parsed = sample()
    completed.of(parsed)
    worker.join()
    assert moscow(completed.of(parsed)).status == Status.UNAVAILABLE
    progress = completed.progress([parsed.article])
    assert (progress.unavailable, progress.asking, progress.waits) == (1, False, True)
    service.down = False
    completed.again([parsed.article])
    worker.join()
    assert moscow(completed.of(parsed)).place == MOSCOW
    assert service.asked == ["Moscow", "Moscow"]
    assert completed.progress([parsed.article]).unavailable == 0


def test_what_ships_with_dateline_stands_there_until_the_service_can_be_asked(
    completed: CompletedArticles, service: Slow, worker: Worker, clock: Clock
) -> None:
    service.down = service.ships = True
    parsed = sample()
    completed.of(parsed)
    worker.join()
    assert moscow(completed.of(parsed)).place == OWN
    progress = completed.progress([parsed.article])
    assert (progress.unavailable, progress.waits) == (1, True)
    service.down = False
    clock.now += NAMES_RETRY_S[0]
    completed.progress([parsed.article])
    worker.join()
    assert moscow(completed.of(parsed)).place == MOSCOW
    assert completed.progress([parsed.article]).unavailable == 0


def test_what_ships_with_dateline_goes_where_the_service_says_there_is_no_such_place(
    completed: CompletedArticles, service: Slow, worker: Worker, clock: Clock
) -> None:
    service.down = service.ships = True
    unknown = with_moscow(Resolution(None, 0.9, Status.NOT_FOUND, ("Not found.",)))
    completed.of(unknown)
    worker.join()
    service.down, service.knows = False, ""
    clock.now += NAMES_RETRY_S[0]
    completed.progress([unknown.article])
    worker.join()
    after = moscow(completed.of(unknown))
    assert (after.place, after.status) == (None, Status.NOT_FOUND)
    assert after.reasons == ("Not found.", "fake does not know it either.")


def test_a_service_that_is_left_alone_is_asked_when_it_opens(
    completed: CompletedArticles, service: Slow, worker: Worker, clock: Clock
) -> None:
    service.down = True
    parsed = sample()
    completed.of(parsed)
    worker.join()
    service.down, service.closed_for = False, 20.0
    completed.again([parsed.article])
    worker.join()
    progress = completed.progress([parsed.article])
    assert (len(service.asked), progress.requested, progress.unavailable) == (1, True, 1)
    assert "Dateline asks again soon" in told(progress, completed.names)
    clock.now += 20.0
    completed.progress([parsed.article])
    worker.join()
    assert moscow(completed.of(parsed)).place == MOSCOW
    assert not completed.progress([parsed.article]).requested


def test_it_is_asked_again_by_itself_a_few_times_and_then_no_more(
    completed: CompletedArticles, service: Slow, worker: Worker, clock: Clock
) -> None:
    service.down = True
    parsed = sample()
    completed.of(parsed)
    worker.join()
    completed.progress([parsed.article])
    worker.join()
    assert len(service.asked) == 1
    for _ in range(3 * len(NAMES_RETRY_S)):
        clock.now += max(NAMES_RETRY_S)
        completed.progress([parsed.article])
        worker.join()
    assert len(service.asked) == 1 + len(NAMES_RETRY_S)
    assert not completed.progress([parsed.article]).waits


def test_what_no_page_shows_any_more_is_not_asked_on(
    completed: CompletedArticles, service: Slow, worker: Worker, clock: Clock
) -> None:
    parsed = with_moscow(Resolution(None, 0.9, Status.NOT_FOUND))
    kharkov = next(i for i, m in enumerate(parsed.mentions) if m.text == "Kharkov")
    nowhere = Resolution(None, 0.9, Status.NOT_FOUND)
    both = replace(
        parsed,
        resolutions=(*parsed.resolutions[:kharkov], nowhere, *parsed.resolutions[kharkov + 1 :]),
    )

    def closed_meanwhile() -> None:
        clock.now += NAMES_UNWANTED_S + 1

    service.before = closed_meanwhile
    completed.of(both)
    worker.join()
    assert service.asked == ["Kharkov"]
    service.before = lambda: None
    completed.of(both)
    worker.join()
    assert moscow(completed.of(both)).place == MOSCOW


def test_corrections_stay_in_front_and_answers_stay_meanwhile(
    completed: CompletedArticles, service: Slow, worker: Worker
) -> None:
    completed.of(sample())
    worker.join()
    service.open.clear()
    other = with_moscow(Resolution(None, 0.8, Status.NOT_FOUND))
    assert moscow(completed.of(other)).place == MOSCOW
    verified = Resolution(HARBIN, 1.0, Status.RESOLVED, source="verified", review=Review.VERIFIED)
    assert moscow(completed.of(with_moscow(verified))) == verified
    service.open.set()
    worker.join()


def test_a_forgotten_article_is_asked_anew(
    completed: CompletedArticles, service: Slow, worker: Worker
) -> None:
    completed.of(sample())
    worker.join()
    completed.forget("sample")
    assert moscow(completed.of(sample())).place is None
    worker.join()
    assert len(service.asked) == 2
