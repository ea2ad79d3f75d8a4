"""Addresses that lead into the network behind, and servers that do not play by the rules.

No name is looked up: `numeric` knows addresses written as numbers, localhost and *.test.
"""

import socket
from collections.abc import Callable, Iterator

import pytest
from hostile.rows import Row
from hostile.rows.addresses import ANSWERS, HOSTS, URLS
from support.raw_server import RawServer, raw_server

from dashboard.engine.intake.intake import Failed, take
from dashboard.engine.intake.web_sources import feed_at, page_source
from geo.errors import FetchError
from geo.fetching import Network, fetch, is_public
from geo.settings import Settings

SETTINGS = Settings(max_article_bytes=1_000)


def numeric(host: str, port: int) -> list[str]:
    if host.endswith(".test"):
        return ["127.0.0.1"]
    if host.rstrip(".").lower() == "localhost":
        return ["127.0.0.1", "::1"]
    try:
        found = socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)
    except UnicodeError:
        raise OSError from None
    return [str(info[4][0]) for info in found]


def refusal(url: str, network: Network) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, SETTINGS, network=network)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 250
    return message


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as found:
        yield found


@pytest.fixture
def network() -> Network:
    """The server is reached by its name alone; everything else as in life."""
    names: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        names.append(host)
        return numeric(host, port)

    return Network(resolve, lambda ip: names[-1] == "news.test" or is_public(ip), timeout=60)


@pytest.mark.parametrize("row", HOSTS, ids=str)
@pytest.mark.parametrize("address", ["http://{}/latest/meta-data/", "https://{}:8443/"])
def test_a_host_inside(row: Row, address: str) -> None:
    answer = refusal(address.format(row.given), Network(resolve=numeric))
    # some systems know no name with a dot at its end, and none writes numbers so
    assert row.refused in answer or "No address is known" in answer


@pytest.mark.parametrize("row", URLS, ids=str)
def test_an_address(row: Row) -> None:
    assert row.refused in refusal(row.given, Network(resolve=numeric))


@pytest.mark.parametrize("row", ANSWERS, ids=str)
def test_an_answer(row: Row, server: RawServer, network: Network) -> None:
    server.answer = row.given
    url = f"http://news.test:{server.port}/"
    if row.refused:
        assert row.refused in refusal(url, network)
    else:
        assert row.holds in fetch(url, SETTINGS, network=network)[0]
    assert all(b"Cookie" not in asked for asked in server.asked)


DRIPS = {
    "a body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n", b"a"),
    "a chunk": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    "a header": (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    "a status": (b"HTTP/1.1 ", b"2"),
    "a trailer": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ", b"y"),
    "continue after continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("drip", DRIPS)
def test_a_drip_is_cut_off(drip: str, server: RawServer, network: Network) -> None:
    server.answer, server.drip = DRIPS[drip]
    hasty = Network(network.resolve, network.is_allowed, timeout=0.4)
    assert "within 0.4 seconds" in refusal(f"http://news.test:{server.port}/", hasty)


def test_a_chunk_of_length_minus_one_is_not_all_that_comes(
    server: RawServer, network: Network
) -> None:
    """http.client would read until the connection ends, whatever it was asked for."""
    server.answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"
    server.drip, server.pause = b"z" * 60_000, 0.0
    assert "could not be reached" in refusal(f"http://news.test:{server.port}/", network)


@pytest.mark.parametrize(
    "addresses",
    [
        ["93.184.215.14", "10.0.0.1"],
        ["2606:2800:21f:cb07::1", "127.0.0.1"],
        ["93.184.215.14", "::1"],
        ["93.184.215.14", "::ffff:169.254.169.254"],
        [],
    ],
    ids=["private A", "private A beside AAAA", "private AAAA", "mapped AAAA", "nothing"],
)
def test_a_name_with_one_address_inside(addresses: list[str]) -> None:
    answer = refusal("http://news.test/", Network(resolve=lambda *_: addresses))
    assert "news.test is not on the public internet" in answer


def test_a_name_that_changes_its_answer_between_check_and_connection(
    server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to the number that was checked; the name is not looked up again."""
    server.answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>"
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    seen: list[tuple[str, int]] = []
    connect = socket.create_connection

    def recorded(address: tuple[str, int], timeout: float) -> socket.socket:
        seen.append(address)
        return connect(address, timeout)

    monkeypatch.setattr(socket, "create_connection", recorded)
    rebinding = Network(lambda *_: next(answers), lambda ip: ip == "127.0.0.1")
    fetch(f"http://news.test:{server.port}/", SETTINGS, network=rebinding)
    assert seen == [("127.0.0.1", server.port)]
    assert next(answers) == ["10.0.0.1"]


def test_a_redirect_is_looked_up_and_checked_like_the_first(
    server: RawServer,
) -> None:
    """Also where the same name leads inside the second time."""
    server.answer = b"HTTP/1.1 302 Go\r\nLocation: /again\r\n\r\n"
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    rebinding = Network(lambda *_: next(answers), lambda ip: ip == "127.0.0.1")
    answer = refusal(f"http://news.test:{server.port}/", rebinding)
    assert "is not on the public internet" in answer
    assert len(server.asked) == 1


Fetch = Callable[[str], str]


def _page(address: str) -> str:
    outcome = next(take([page_source(address, SETTINGS)], lambda _: pytest.fail("it was read")))
    assert isinstance(outcome, Failed)
    return outcome.reason


def _feed(address: str) -> str:
    with pytest.raises(FetchError) as caught:
        feed_at(address, SETTINGS)
    return str(caught.value)


@pytest.mark.parametrize("way", [_page, _feed])
@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/"])
def test_both_ways_in_use_the_real_network(way: Fetch, url: str) -> None:
    assert "is not on the public internet" in way(url)
