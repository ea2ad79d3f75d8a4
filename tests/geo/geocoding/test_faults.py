"""What becomes of an article's map while a service is ill, and after it has recovered."""

import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrate_limiter import InMemoryBucket
from support import faulty_proxy as faults
from support.asking import Clock, age, asking, settings_for
from support.faulty_proxy import Exchange, Fault, Proxy, faulty
from support.nominatim_server import Server, result, serve
from support.samples import sample
from support.turns import given, nearest

from geo.errors import ServiceUnavailable
from geo.geocoding import Question, complete, services_from
from geo.geocoding.geopy_service import GeopyService
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Status

GONE = Question("Gone")
DAOLI = Question("Daoli")


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.knows("Daoli", result("Daoli", 45.75, 126.6))
        running.knows("Moscow", result("Moscow", 55.75, 37.62, osm_id=7))
        yield running


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    with faulty(server.domain) as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(proxy: Proxy, clock: Clock, tmp_path: Path) -> GeopyService:
    return asking(proxy.domain, tmp_path, clock, timeout=20)


LATE: dict[str, Fault] = {"slow": faults.slow(6.0), "dripping": faults.dripping(6.0)}
ILL: dict[str, Fault] = {
    "down": faults.hang_up,
    "429": faults.status(429),
    "429 with a time": faults.status(429, Retry_After="20"),
    "429 with a date": faults.status(429, Retry_After="Wed, 21 Oct 2065 07:28:00 GMT"),
    "429 with nonsense": faults.status(429, Retry_After="soon"),
    "500": faults.status(500),
    "503": faults.status(503, Retry_After="20"),
    "key refused": faults.status(403),
    "broken off": faults.truncated,
    "cut short": faults.cut_short,
    "garbage": faults.garbage(b"\x00\xff{{{"),
    "not what was asked": faults.garbage(b'{"error": "query"}'),
    "deep": faults.garbage(b"[" * 100_000),
    "no places": faults.garbage(b'[{"lat": "north"}, 7]'),
    "huge": faults.garbage(b"[" + b"1," * 2_000_000 + b"1]"),
    "a number": faults.garbage(b"7"),
    "a web page": faults.web_page,
    "sent in circles": faults.redirecting(),
    "sent elsewhere": faults.redirecting("http://example.invalid/search"),
}


@pytest.mark.parametrize("ill", ILL)
def test_a_service_that_is_ill_is_unavailable_nothing_of_it_is_kept_and_it_recovers(
    proxy: Proxy, service: GeopyService, clock: Clock, ill: str
) -> None:
    fails_and_recovers(proxy, service, clock, ILL[ill])


@pytest.mark.parametrize("ill", LATE)
def test_and_so_is_one_that_takes_longer_than_is_waited_for(
    proxy: Proxy, clock: Clock, tmp_path: Path, ill: str
) -> None:
    service = asking(proxy.domain, tmp_path, clock, timeout=2)
    fails_and_recovers(proxy, service, clock, LATE[ill])


def fails_and_recovers(proxy: Proxy, service: GeopyService, clock: Clock, fault: Fault) -> None:
    proxy.fault = fault
    with pytest.raises(ServiceUnavailable, match="could not be asked about 'Daoli'"):
        service.find(DAOLI)
    with pytest.raises(ServiceUnavailable):
        service.find(GONE)
    proxy.fault = Exchange.pass_on
    clock.now += 2 * 3600
    assert [finding.place.name for finding in service.find(DAOLI)] == ["Daoli"]
    assert service.find(GONE) == ()


@pytest.mark.parametrize("ill", ["down", "500", "garbage", "429", "not what was asked"])
def test_what_was_answered_before_is_used_past_its_time(
    proxy: Proxy, clock: Clock, tmp_path: Path, ill: str
) -> None:
    service = asking(proxy.domain, tmp_path, clock)
    days = [datetime.now(UTC).date()]
    before = service.find(DAOLI)
    days.append(datetime.now(UTC).date())
    age(tmp_path)
    proxy.fault = ILL[ill]
    (since,) = {finding.kept for finding in service.find(DAOLI)}
    assert since in days, "the day it was kept"
    assert service.find(DAOLI) == tuple(replace(finding, kept=since) for finding in before)
    assert len(proxy.paths) >= 2
    clock.now += 2 * 3600
    proxy.fault = Exchange.pass_on
    assert service.find(DAOLI) == before


@pytest.mark.parametrize("ill", ["down", "garbage"])
def test_what_was_not_known_long_ago_is_unavailable_and_says_since_when(
    proxy: Proxy, clock: Clock, tmp_path: Path, ill: str
) -> None:
    service = asking(proxy.domain, tmp_path, clock)
    assert service.find(GONE) == ()
    age(tmp_path)
    proxy.fault = ILL[ill]
    with pytest.raises(
        ServiceUnavailable, match=r"did not know 'Gone' on .* cannot be asked again"
    ):
        service.find(GONE)
    clock.now += 2 * 3600
    proxy.fault = Exchange.pass_on
    assert service.find(GONE) == ()


def test_a_hiccup_is_not_noticed(proxy: Proxy, service: GeopyService) -> None:
    proxy.fault = faults.in_turn(faults.status(502), Exchange.pass_on)
    assert service.find(DAOLI)
    proxy.fault = faults.in_turn(faults.hang_up, Exchange.pass_on)
    assert service.find(GONE) == ()


def test_it_is_left_alone_after_failures_in_a_row_and_tried_with_one_question(
    proxy: Proxy, service: GeopyService, clock: Clock
) -> None:
    proxy.fault = faults.status(500)
    for number in range(20):
        with pytest.raises(ServiceUnavailable):
            service.find(Question(f"Place {number}"))
    assert len(proxy.paths) == 3
    clock.now += 60
    with pytest.raises(ServiceUnavailable):
        service.find(DAOLI)
    assert len(proxy.paths) == 4


@pytest.mark.parametrize("named", [7, 90])
def test_it_is_left_alone_for_as_long_as_it_says(
    proxy: Proxy, service: GeopyService, clock: Clock, named: int
) -> None:
    proxy.fault = faults.status(429, Retry_After=str(named))
    for _ in range(3):
        with pytest.raises(ServiceUnavailable):
            service.find(DAOLI)
    assert len(proxy.paths) == 1
    proxy.fault = Exchange.pass_on
    clock.now += named - 1
    with pytest.raises(ServiceUnavailable, match="left alone for another 1 s"):
        service.find(DAOLI)
    clock.now += 2
    assert service.find(DAOLI)


def test_nobody_is_left_alone_for_ever(proxy: Proxy, service: GeopyService, clock: Clock) -> None:
    proxy.fault = faults.status(429, Retry_After="99999999")
    with pytest.raises(ServiceUnavailable):
        service.find(DAOLI)
    proxy.fault = Exchange.pass_on
    clock.now += 3700
    assert service.find(DAOLI)


def test_answers_from_the_cache_neither_wait_nor_care(
    proxy: Proxy, service: GeopyService, clock: Clock
) -> None:
    service.find(DAOLI)
    clock.slept.clear()
    proxy.fault = faults.status(429, Retry_After="600")
    with pytest.raises(ServiceUnavailable):
        service.find(GONE)
    clock.slept.clear()
    for _ in range(5):
        assert service.find(DAOLI)
    assert clock.slept == []


def test_a_certificate_nobody_vouches_for_is_refused(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    certificate = _self_signed(tmp_path)
    with faulty(server.domain, certificate) as proxy:
        service = asking(proxy.domain, tmp_path, clock, scheme="https")
        with pytest.raises(ServiceUnavailable, match="certificate is not trusted"):
            service.find(DAOLI)
        assert proxy.paths == []


def _self_signed(folder: Path) -> tuple[str, str]:
    made, key = str(folder / "certificate.pem"), str(folder / "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


# Whole articles


def _open(parsed: ParsedArticle, *names: str) -> ParsedArticle:
    """The article with these names unknown, one mention each, after all it has."""
    index = next(i for i, m in enumerate(parsed.mentions) if m.text == "Moscow")
    mention, unknown = parsed.mentions[index], parsed.resolutions[index]
    return replace(
        parsed,
        mentions=(*parsed.mentions, *(replace(mention, text=name) for name in names)),
        resolutions=(*parsed.resolutions, *(unknown for _ in names)),
    )


def test_a_service_that_dies_in_the_middle_of_an_article(
    server: Server, proxy: Proxy, service: GeopyService, clock: Clock
) -> None:
    article = _open(sample(), "Daoli", "Gone")
    fine = [count < 1 for count in range(100)]
    proxy.fault = lambda exchange: exchange.pass_on() if fine.pop(0) else exchange.hang_up()
    after = complete(article, [service])
    moscow = next(i for i, m in enumerate(article.mentions) if m.text == "Moscow")
    assert after.resolutions[moscow].status == Status.RESOLVED
    assert [r.status for r in after.resolutions[-2:]] == [Status.UNAVAILABLE] * 2
    kept = [i for i in range(len(sample().mentions)) if i != moscow]
    assert [after.resolutions[i] for i in kept] == [sample().resolutions[i] for i in kept]

    proxy.fault = Exchange.pass_on
    clock.now += 3600
    healed = complete(after, [service])
    assert [r.status for r in healed.resolutions[-2:]] == [Status.RESOLVED, Status.NOT_FOUND]
    assert server.questions.count("Moscow") == 1


RATE = 10


def test_a_hundred_articles_on_eight_threads_while_the_service_flaps(
    server: Server, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = given(monkeypatch, InMemoryBucket)
    names = [f"Place {number}" for number in range(15)]
    for number, name in enumerate(names):
        server.knows(name, result(name, number, number, osm_id=1000 + number))
    settings = settings_for(proxy.domain, tmp_path, rate=RATE, timeout=20)
    services = services_from(settings)
    down = threading.Event()
    proxy.fault = lambda exchange: (
        exchange.answer(503, Retry_After="1") if down.is_set() else exchange.pass_on()
    )
    articles = [_open(sample(), *(names[(n + i) % 15] for i in range(5))) for n in range(100)]
    flapping = _flapping(down)
    try:
        with ThreadPoolExecutor(8) as pool:
            done = list(pool.map(lambda article: _persistently(article, services), articles))
    finally:
        flapping.set()
    assert nearest(turns) >= 1000 / RATE
    assert len(names) <= len(proxy.paths) <= len(turns), "nobody asks out of turn"
    for article, parsed in zip(articles, done, strict=True):
        assert [m.text for m in parsed.mentions] == [m.text for m in article.mentions]
        assert [_name(r) for r in parsed.resolutions[-5:]] == [
            m.text for m in article.mentions[-5:]
        ]
    answered = [q for q in server.questions if q in names]
    assert set(answered) == set(names)


def _name(resolution: object) -> str | None:
    place = getattr(resolution, "place", None)
    return place.name if place else None


def _persistently(article: ParsedArticle, services: object) -> ParsedArticle:
    """As a page does that asks again while something was unavailable."""
    for _ in range(500):
        article = complete(article, services)  # type: ignore[arg-type]
        if not any(r.status == Status.UNAVAILABLE for r in article.resolutions):
            return article
        threading.Event().wait(0.2)
    raise AssertionError("the service did not come back")


def _flapping(down: threading.Event) -> threading.Event:
    """Down and up again, until the event that is returned is set."""
    over = threading.Event()

    def flap() -> None:
        while not over.wait(0.4):
            down.clear() if down.is_set() else down.set()
        down.clear()

    threading.Thread(target=flap, daemon=True).start()
    return over
