"""One real Nominatim for all tests of this folder."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from geopy.geocoders import Nominatim
from support.asking import settings_for
from support.nominatim import missing, nominatim

from geo.geocoding import Service, services_from

USER_AGENT = "Dateline tests (me@example.org)"


@pytest.fixture(scope="session")
def domain() -> Iterator[str]:
    """Where it listens: 127.0.0.1:PORT."""
    if lacking := missing():
        said = f"Geocoding is NOT TESTED against a real Nominatim: {lacking} missing"
        assert "CI" not in os.environ, said
        warnings.warn(said, stacklevel=1)
        pytest.skip(said)
    with nominatim() as running:
        yield running


@pytest.fixture(scope="session")
def geocoder(domain: str) -> Nominatim:
    """It, through geopy as everybody uses it."""
    return Nominatim(user_agent=USER_AGENT, domain=domain, scheme="http", timeout=20)


@pytest.fixture
def service(domain: str, tmp_path: Path) -> Service:
    """It, as Dateline asks it."""
    (made,) = services_from(settings_for(domain, tmp_path, rate=1000, timeout=20))
    return made
