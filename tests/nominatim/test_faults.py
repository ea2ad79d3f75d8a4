"""A real Nominatim behind a proxy that breaks what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support import faulty_proxy as faults
from support.asking import Clock, asking
from support.faulty_proxy import Exchange, Fault, Proxy, faulty

from geo.errors import ServiceUnavailable
from geo.geocoding import Question

KHARKOV = Question("Kharkov")
NOWHERE = Question("Xyzzyville")


@pytest.fixture
def proxy(domain: str) -> Iterator[Proxy]:
    with faulty(domain) as running:
        yield running


@pytest.mark.parametrize(
    "fault",
    [faults.hang_up, faults.status(500), faults.status(429), faults.truncated, faults.cut_short,
     faults.web_page, faults.redirecting()],
)  # fmt: skip
def test_what_is_broken_is_unavailable_and_what_is_mended_is_found(
    proxy: Proxy, tmp_path: Path, fault: Fault
) -> None:
    clock = Clock()
    service = asking(proxy.domain, tmp_path, clock, timeout=20)
    proxy.fault = fault
    for question in (KHARKOV, NOWHERE):
        with pytest.raises(ServiceUnavailable):
            service.find(question)
    proxy.fault = Exchange.pass_on
    clock.now += 3600
    assert service.find(KHARKOV)[0].place.name == "Kharkiv"
    assert service.find(NOWHERE) == ()
    asked = len(proxy.paths)
    proxy.fault = fault
    assert service.find(KHARKOV)[0].place.name == "Kharkiv"
    assert service.find(NOWHERE) == ()
    assert len(proxy.paths) == asked
