"""One real Nominatim for all tests of this folder."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from geo.geocoding.nominatim import NominatimService
from geopy.geocoders import Nominatim
from support.nominatim import missing, nominatim

from geo.geocoding.limits import Gate
from geo.settings import Settings

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
def service(domain: str, tmp_path: Path) -> NominatimService:
    """It, as Dateline asks it."""
    settings = Settings(
        geocoding=True, nominatim_domain=domain, nominatim_scheme="http", cache_dir=tmp_path,
        nominatim_user_agent=USER_AGENT, geocoding_timeout=20.0,
    )  # fmt: skip
    return NominatimService(settings, Gate(1000.0))
