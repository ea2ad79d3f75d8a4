"""What is slow to make is made once for all tests."""

from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, expect
from support.chromium import chromium
from support.page import PATIENCE

from geo import Geoparser
from geo.gazetteer import Gazetteer
from geo.settings import Settings

# How long an example takes, and how long it takes to make one, depend on the machine: that is for
# benchmarks. What is found by chance is for `make fuzz`, not for whoever wants to change something.
hypothesis.settings.register_profile(
    "untimed",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[
        hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture,
    ],
)  # fmt: skip
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def own_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the library of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        patch.delenv("DATELINE_DATABASE_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The real gazetteer, compiled into the user's cache where it is not there yet."""
    return Gazetteer.open(Settings())


@pytest.fixture(scope="session")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    """The real geoparser, with the pipeline that ships."""
    return Geoparser(gazetteer=gazetteer)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium; Playwright's loop can only run once in a session."""
    expect.set_options(timeout=PATIENCE)
    with chromium() as found:
        yield found
