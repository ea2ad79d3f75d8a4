"""One dashboard and one Chromium for all browser tests; each test gets a fresh context."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.chromium import Recorder
from support.many import Visit, visitor
from support.map_page import EAR, Harness, map_server
from support.map_page import PATIENCE as MAP_PATIENCE
from support.page import PATIENCE, drawn
from support.ports import free_port
from support.served import end, wait_for
from support.signing_in import signing_in
from support.stored import fill

from geo import Geoparser
from geo.gazetteer import Gazetteer
from geo.settings import Settings

ROOT = Path(__file__).parents[2]
Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a dashboard on the seeds, as `dateline serve` starts it."""
    with dashboard() as address:
        yield address


@pytest.fixture(scope="session")
def serve() -> Serve:
    """Starts another dashboard, with settings of its own."""
    return dashboard


@contextmanager
def dashboard(**environment: str) -> Iterator[str]:
    """A dashboard of one's own, with these settings; its address."""
    Gazetteer.open(Settings(), progress=False)
    port = free_port()
    path = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
    address = f"http://127.0.0.1:{port}/{path}".rstrip("/")
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        end(process)


@pytest.fixture(scope="session")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard where people bring articles in once signed in, and Ana alone corrects."""
    folder = tmp_path_factory.mktemp("sign-in")
    with signing_in(folder) as settings, dashboard(**settings) as address:
        yield address


STORED = 60
"""Articles in the library of `full_server`."""


@pytest.fixture(scope="session")
def full_server(tmp_path_factory: pytest.TempPathFactory, geoparser: Geoparser) -> Iterator[str]:
    """A dashboard with a library of generated articles, which tests may delete one by one."""
    folder = tmp_path_factory.mktemp("full")
    fill(folder, STORED, geoparser)
    with dashboard(DATELINE_DATA_DIR=str(folder)) as address:
        yield address


@pytest.fixture
def visit(full_server: str, browser: Browser, recorder: Recorder) -> Iterator[Visit]:
    """Opens a page about many articles in a fresh context and waits until it is drawn."""
    opened, close = visitor(browser, recorder, full_server)
    yield opened
    close()


@pytest.fixture
def recorder() -> Recorder:
    """What all pages of one test asked for and complained about."""
    return Recorder()


@pytest.fixture
def open_page(server: str, browser: Browser, recorder: Recorder) -> Iterator[Open]:
    """Opens an address of the dashboard in a fresh context and waits until it is drawn."""
    contexts = []

    def opened(path: str = "/", *, width: int = 1440, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(PATIENCE)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        recorder.watch(page)
        page.goto(path if path.startswith("http") else server + path)
        drawn(page)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def map_address() -> Iterator[str]:
    """The address of a page with nothing but the map."""
    with map_server() as found:
        yield found


@pytest.fixture
def open_map(
    browser: Browser, map_address: str, recorder: Recorder
) -> Iterator[Callable[..., Harness]]:
    """Opens the page with nothing but the map in a fresh context."""
    contexts = []

    def opened(query: str = "", *, width: int = 1100) -> Harness:
        context = browser.new_context(viewport={"width": width, "height": 860})
        context.set_default_timeout(MAP_PATIENCE)
        contexts.append(context)
        page = context.new_page()
        recorder.watch(page)
        page.add_init_script(EAR)
        page.goto(map_address + query)
        return Harness(page)

    yield opened
    for context in contexts:
        context.close()
