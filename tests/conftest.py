"""What is slow to make is made once for all tests; which of them need what, and which share it."""

from collections import Counter
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


SERVERS = {"domain", "on_postgresql", "postgres_address", "redis"}
"""Fixtures of several files that start a server; other tests are marked where they stand."""
TOGETHER = {"nominatim"}
"""Folders whose tests share what takes long to start: one worker runs them all."""
APART = {"test_accessibility", "test_hostile_files", "test_faults"}
"""Files with long tests that share nothing: any worker runs any test function of theirs."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs a server; in a run in parallel, say which tests share what they make.

    xdist 3.8 writes its groups into ids that pytest 9 no longer reads, so that until it does any
    worker runs any test, and what tests share is made once a worker; the order holds.
    """
    for item in items:
        if SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker("server")
    if not hasattr(config, "workerinput"):
        return
    groups = {item: _group(item) for item in items}
    for item, group in groups.items():
        item.add_marker(pytest.mark.xdist_group(group))
    # What takes long comes first, so that no worker is alone at the end.
    slow = Counter(group for item, group in groups.items() if _is_slow(item))
    items.sort(key=lambda item: -slow[groups[item]])


def _group(item: pytest.Item) -> str:
    """Tests of one group share what their modules make."""
    folder, file = item.path.parent.name, item.path.stem
    if folder in TOGETHER:
        return folder
    name = f"{folder}/{file.removeprefix('test_')}"
    return f"{name}/{item.originalname}" if file in APART else name  # type: ignore[attr-defined]


def _is_slow(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "server"))


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
