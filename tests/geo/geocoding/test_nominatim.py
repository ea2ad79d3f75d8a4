"""The Nominatim service against a small server that speaks its JSON."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.nominatim_server import Server, result, serve

from geo.errors import ServiceUnavailable
from geo.geocoding import Question, services_from
from geo.geocoding.limits import Gate
from geo.geocoding.nominatim import NominatimService
from geo.places import PlaceKind
from geo.settings import Settings


class Clock:
    """Time that passes only when someone sleeps or a test says so."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def service(domain: str, folder: Path, clock: Clock, **more: float) -> NominatimService:
    settings = Settings(
        geocoding=True, nominatim_domain=domain, nominatim_scheme="http", cache_dir=folder,
        nominatim_user_agent="Dateline tests (me@example.org)", **more,
    )  # fmt: skip
    return NominatimService(settings, Gate(1.0, clock, clock.sleep))


CATHEDRAL = Question("St Sophia", "Harbin", "CN")


def test_a_name_is_asked_with_its_parent_and_country(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("St Sophia, Harbin", result("Saint Sophia Cathedral", 45.77, 126.62))
    (finding,) = service(server.domain, tmp_path, clock).find(CATHEDRAL)
    place = finding.place
    assert (place.id, place.name, place.kind) == (
        "osm-way-123", "Saint Sophia Cathedral", PlaceKind.FACILITY,
    )  # fmt: skip
    assert (place.lat, place.lon, place.country_code) == (45.77, 126.62, "CN")
    assert server.asked[0]["countrycodes"] == "cn"
    assert server.user_agents == {"Dateline tests (me@example.org)"}


def test_with_its_parent_unknown_the_name_is_asked_alone_and_trusted_less(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("St Sophia, Harbin", result("St Sophia", 45.77, 126.62))
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    asking = service(server.domain, tmp_path, clock)
    (sure,) = asking.find(CATHEDRAL)
    (unsure,) = asking.find(Question("Daoli", "Harbin", "CN"))
    assert unsure.probability < sure.probability
    assert server.questions == ["St Sophia, Harbin", "Daoli, Harbin", "Daoli"]


def test_the_kind_asked_for_comes_first(server: Server, clock: Clock, tmp_path: Path) -> None:
    village = result("Heathrow", 1.0, 1.0, osm_id=1, **{"class": "place", "type": "village"})
    airport = result("Heathrow", 51.5, -0.5, osm_id=2, **{"class": "aeroway", "type": "aerodrome"})
    server.knows("Heathrow", village, airport)
    found = service(server.domain, tmp_path, clock).find(
        Question("Heathrow", kind=PlaceKind.FACILITY)
    )
    assert [f.place.kind for f in found] == [PlaceKind.FACILITY, PlaceKind.CITY]
    assert sum(f.probability for f in found) <= 1


def test_a_name_nobody_knows_has_no_findings(server: Server, clock: Clock, tmp_path: Path) -> None:
    assert service(server.domain, tmp_path, clock).find(Question("Xyzzyville")) == ()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, b""),
        (500, b"oops"),
        (503, b""),
        (200, b"<html>not json</html>"),
        (200, b'{"error": "query"}'),
        (200, b'[{"lat": "north"}]'),
        (200, b"[1, 2]"),
        (200, b'[{"lat": "95", "lon": "0", "osm_type": "way", "osm_id": 1}]'),
    ],
)
def test_trouble_is_unavailable_and_not_kept(
    server: Server, clock: Clock, tmp_path: Path, status: int, body: bytes
) -> None:
    asking = service(server.domain, tmp_path, clock)
    server.says("Daoli", status, body)
    with pytest.raises(ServiceUnavailable, match="could not be asked about 'Daoli'"):
        asking.find(Question("Daoli"))
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    clock.now += 60
    assert asking.find(Question("Daoli"))[0].place.name == "Daoli"


def test_a_late_answer_is_unavailable(server: Server, clock: Clock, tmp_path: Path) -> None:
    server.delay = 0.5
    asking = service(server.domain, tmp_path, clock, geocoding_timeout=0.1)
    with pytest.raises(ServiceUnavailable):
        asking.find(Question("Daoli"))


def test_a_dead_port_is_unavailable(clock: Clock, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ServiceUnavailable):
        service(f"127.0.0.1:{port}", tmp_path, clock).find(Question("Daoli"))


def test_a_service_that_cannot_be_reached_is_left_alone_for_a_while(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.delay = 0.5
    asking = service(server.domain, tmp_path, clock, geocoding_timeout=0.1)
    for _ in range(3):
        with pytest.raises(ServiceUnavailable):
            asking.find(Question("Daoli"))
    assert len(server.questions) <= 1


def test_an_answer_is_asked_for_once_and_outlives_the_process(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.knows("Daoli", result("Daoli", 45.75, 126.6))
    first = service(server.domain, tmp_path, clock).find(Question("Daoli"))
    assert service(server.domain, tmp_path, clock).find(Question("Daoli")) == first
    assert service(server.domain, tmp_path, clock).find(Question("Nowhere")) == ()
    assert service(server.domain, tmp_path, clock).find(Question("Nowhere")) == ()
    assert server.questions == ["Daoli", "Nowhere"]


def test_answers_from_the_cache_never_wait(server: Server, clock: Clock, tmp_path: Path) -> None:
    asking = service(server.domain, tmp_path, clock)
    for name in ("A", "A", "B", "A", "B"):
        asking.find(Question(name))
    assert clock.slept == [1.0]


def test_after_a_failure_it_is_left_alone_for_as_long_as_it_says(
    server: Server, clock: Clock, tmp_path: Path
) -> None:
    asking = service(server.domain, tmp_path, clock)
    server.knows("Known", result("Known", 1.0, 1.0))
    asking.find(Question("Known"))
    server.says("Daoli", 429, b"", Retry_After="7")
    for _ in range(3):
        with pytest.raises(ServiceUnavailable):
            asking.find(Question("Daoli"))
    assert asking.find(Question("Known"))
    assert server.questions == ["Known", "Daoli"]
    clock.now += 8
    with pytest.raises(ServiceUnavailable, match="too often"):
        asking.find(Question("Daoli"))
    assert server.questions == ["Known", "Daoli", "Daoli"]


def test_no_service_is_made_unless_geocoding_is_on(tmp_path: Path) -> None:
    assert services_from(Settings(cache_dir=tmp_path)) == ()


def test_who_asks_must_be_said(tmp_path: Path) -> None:
    settings = Settings(geocoding=True, cache_dir=tmp_path, nominatim_user_agent=" ")
    with pytest.raises(ServiceUnavailable, match="DATELINE_NOMINATIM_USER_AGENT"):
        services_from(settings)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "requests_cache", None)
    monkeypatch.delitem(sys.modules, "geo.geocoding.transport", raising=False)
    settings = Settings(geocoding=True, cache_dir=tmp_path, nominatim_user_agent="x")
    with pytest.raises(ServiceUnavailable, match=r"dateline\[online\]"):
        services_from(settings)


def test_a_cache_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(geocoding=True, cache_dir=tmp_path / "file", nominatim_user_agent="x")
    with pytest.raises(ServiceUnavailable, match=r"geocoding\.sqlite"):
        services_from(settings)
