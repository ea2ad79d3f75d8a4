"""A geocoder that lies: its places are plain or unknown, and the rest of the article is whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.rows import Row
from hostile.rows.geocoder import ROWS
from support.asking import Clock, asking, settings_for
from support.nominatim_server import Server, serve
from support.raw_server import raw_server

from geo import Article, Geoparser
from geo.errors import ServiceUnavailable
from geo.geocoding import Question, complete, services_from
from geo.model.places import Status

TEXT = "In Harbin the bells of Zwrtqberg rang."
SPANS = [(3, 9), (23, 32)]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as found:
        yield found


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_an_answer(row: Row, server: Server, tmp_path: Path, geoparser: Geoparser) -> None:
    parsed = geoparser.parse(Article("a", TEXT), spans=SPANS)
    for question in ("Zwrtqberg, Harbin", "Zwrtqberg"):
        server.answers[question] = row.given
    services = services_from(settings_for(server.domain, tmp_path / "cache", rate=1000, timeout=60))
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
        (service,) = services_from(
            settings_for(server.domain, tmp_path / "cache", rate=1000, timeout=60)
        )
        with pytest.raises(ServiceUnavailable, match="sends elsewhere"):
            service.find(Question("Zwrtqberg"))
        assert inside.asked == []


@pytest.mark.parametrize("drip", [b"x", b"5\r\nhello\r\n"], ids=["plain", "chunked"])
def test_an_answer_that_drips_is_left(drip: bytes, tmp_path: Path) -> None:
    with raw_server() as server:
        chunked = b"Transfer-Encoding: chunked\r\n" if b"\r" in drip else b""
        server.answer, server.drip = b"HTTP/1.1 200 OK\r\n" + chunked + b"\r\n", drip
        service = asking(f"127.0.0.1:{server.port}", tmp_path, Clock(), timeout=0.3)
        with pytest.raises(ServiceUnavailable, match="did not answer in time"):
            service.find(Question("Zwrtqberg"))
