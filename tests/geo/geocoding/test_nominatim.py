"""The Nominatim service against a small server that speaks its JSON."""

import socket
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from support.asking import Clock, asking
from support.nominatim_server import Server, result, serve

from geo.errors import ServiceUnavailable
from geo.geocoding import Question
from geo.model.places import PlaceKind


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


CATHEDRAL = Question("St Sophia", "Harbin", "CN")


def test_a_name_is_asked_with_its_parent_and_country(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("St Sophia, Harbin", result("Saint Sophia Cathedral", 45.77, 126.62))
    (finding,) = asking(server.domain, tmp_path, clock).find(CATHEDRAL)
    place = finding.place
    assert (place.id, place.name, place.kind) == (
        "osm-way-123", "Saint Sophia Cathedral", PlaceKind.FACILITY,
    )  # fmt: skip
    assert (place.lat, place.lon, place.country_code) == (45.77, 126.62, "CN")
    assert server.asked[0]["countrycodes"] == "cn"
    assert server.user_agents == {f"dateline/{version('dateline')} (me@example.org)"}


def test_with_its_parent_unknown_the_name_is_asked_alone_and_trusted_less(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("St Sophia, Harbin", result("St Sophia", 45.77, 126.62))
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    service = asking(server.domain, tmp_path, clock)
    (sure,) = service.find(CATHEDRAL)
    (unsure,) = service.find(Question("Daoli", "Harbin", "CN"))
    assert unsure.probability < sure.probability
    assert server.questions == ["St Sophia, Harbin", "Daoli, Harbin", "Daoli"]


def test_the_kind_asked_for_comes_first(server: Server, clock: Clock, tmp_path: Path) -> None:
    village = result("Heathrow", 1.0, 1.0, osm_id=1, **{"class": "place", "type": "village"})
    airport = result("Heathrow", 51.5, -0.5, osm_id=2, **{"class": "aeroway", "type": "aerodrome"})
    server.knows("Heathrow", village, airport)
    found = asking(server.domain, tmp_path, clock).find(
        Question("Heathrow", kind=PlaceKind.FACILITY)
    )
    assert [f.place.kind for f in found] == [PlaceKind.FACILITY, PlaceKind.CITY]
    assert sum(f.probability for f in found) <= 1


def test_a_name_nobody_knows_has_no_findings(server: Server, clock: Clock, tmp_path: Path) -> None:
    assert asking(server.domain, tmp_path, clock).find(Question("Xyzzyville")) == ()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, b""),
        (500, b"oops"),
        (503, b""),
        (200, b"<html>not json</html>"),
        (200, b'{"error": "query"}'),
        (200, b'[{"lat": "north"}]'),
        (200, b'[{"lat": "1", "lon": "2", "display_name": "no id"}]'),
        (200, b"[1, 2]"),
        (200, b'[{"lat": "95", "lon": "0", "osm_type": "way", "osm_id": 1}]'),
    ],
)
def test_trouble_is_unavailable_and_not_kept(
    server: Server, clock: Clock, tmp_path: Path, status: int, body: bytes
) -> None:
    service = asking(server.domain, tmp_path, clock)
    server.says("Daoli", status, body)
    with pytest.raises(ServiceUnavailable, match="could not be asked about 'Daoli'"):
        service.find(Question("Daoli"))
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    clock.now += 60
    assert service.find(Question("Daoli"))[0].place.name == "Daoli"


def test_a_late_answer_is_unavailable(server: Server, clock: Clock, tmp_path: Path) -> None:
    server.delay = 0.5
    service = asking(server.domain, tmp_path, clock, timeout=0.1)
    with pytest.raises(ServiceUnavailable):
        service.find(Question("Daoli"))


def test_a_dead_port_is_unavailable(clock: Clock, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServiceUnavailable):
        asking(f"127.0.0.1:{port}", tmp_path, clock).find(Question("Daoli"))


def test_an_answer_is_asked_for_once_and_outlives_the_process(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    first = asking(server.domain, tmp_path, clock).find(Question("Daoli"))
    assert asking(server.domain, tmp_path, clock).find(Question("Daoli")) == first
    assert asking(server.domain, tmp_path, clock).find(Question("Nowhere")) == ()
    assert asking(server.domain, tmp_path, clock).find(Question("Nowhere")) == ()
    assert server.questions == ["Daoli", "Nowhere"]


def test_an_answer_that_is_no_place_does_not_spoil_the_others(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    postcode = {"lat": "1", "lon": "2", "display_name": "150001"}
    server.knows("Daoli", postcode, result("Daoli", 45.75, 126.6))
    found = asking(server.domain, tmp_path, clock).find(Question("Daoli"))
    assert [finding.place.name for finding in found] == ["Daoli"]
