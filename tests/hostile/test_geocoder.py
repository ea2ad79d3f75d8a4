"""A geocoder that lies: its places are plain or unknown, and the rest of the article is whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.rows import Row
from hostile.rows.geocoder import ROWS
from requests import Session
from requests.exceptions import ReadTimeout
from support.nominatim_server import Server, serve
from support.raw_server import raw_server

from geo import Article, Geoparser
from geo.errors import ServiceUnavailable
from geo.geocoding import Question, complete, services_from
from geo.geocoding.bounds import BoundedAdapter
from geo.places import Status
from geo.settings import Settings

TEXT = "In Harbin the bells of Zwrtqberg rang."
SPANS = [(3, 9), (23, 32)]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as found:
        yield found


def settings_for(domain: str, folder: Path) -> Settings:
    return Settings(
        cache_dir=folder, geocoding=True, nominatim_domain=domain, nominatim_scheme="http",
        nominatim_user_agent="Dateline tests (tests@example.org)", geocoding_rate=1000,
        geocoding_timeout=5,
    )  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_an_answer(row: Row, server: Server, tmp_path: Path, geoparser: Geoparser) -> None:
    parsed = geoparser.parse(Article("a", TEXT), spans=SPANS)
    for question in ("Zwrtqberg, Harbin", "Zwrtqberg"):
        server.answers[question] = row.given
    services = services_from(settings_for(server.domain, tmp_path / "cache"))
    harbin, found = complete(parsed, services).resolutions
    assert harbin == parsed.resolutions[0]
    assert server.asked
    if row.refused:
        assert found.status is Status.UNAVAILABLE
        assert any(row.refused in reason for reason in found.reasons)
        assert all(len(reason) < 400 for reason in found.reasons)
        assert "<script>" not in "".join(found.reasons)
        return
    assert found.place is not None
    assert found.place.name == row.holds
    assert found.place.country_code in {"", "CN"}


def test_a_redirect_is_not_followed(server: Server, tmp_path: Path) -> None:
    with raw_server() as inside:
        server.says("Zwrtqberg", 302, Location=f"http://127.0.0.1:{inside.port}/")
        (service,) = services_from(settings_for(server.domain, tmp_path / "cache"))
        with pytest.raises(ServiceUnavailable, match="redirects, which is not followed"):
            service.find(Question("Zwrtqberg"))
        assert inside.asked == []


@pytest.mark.parametrize("drip", [b"x", b"5\r\nhello\r\n"], ids=["plain", "chunked"])
def test_an_answer_that_drips_is_left(drip: bytes) -> None:
    with raw_server() as server, Session() as session:
        chunked = b"Transfer-Encoding: chunked\r\n" if b"\r" in drip else b""
        server.answer, server.drip = b"HTTP/1.1 200 OK\r\n" + chunked + b"\r\n", drip
        bounded = BoundedAdapter(session.adapters["http://"], seconds=0.3)
        session.mount("http://", bounded)
        with pytest.raises(ReadTimeout, match="no whole answer"):
            session.get(f"http://127.0.0.1:{server.port}/", timeout=5)
