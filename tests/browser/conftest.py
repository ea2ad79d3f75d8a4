"""One dashboard and one Chromium for all browser tests; each test makes a first visit."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.chromium import Recorder, WarmPages
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
LOG = Path(os.environ.get("DATELINE_TEST_LOG", os.devnull))
"""Where servers of the tests write what goes wrong in them: name a file to see it."""
Serve = Callable[..., AbstractContextManager[str]]
NewPage = Callable[..., Page]


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
    with LOG.open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stderr=log)
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


@pytest.fixture(scope="session")
def warm_pages(browser: Browser) -> WarmPages:
    return WarmPages(browser)


@pytest.fixture
def new_page(
    browser: Browser, warm_pages: WarmPages, request: pytest.FixtureRequest
) -> Iterator[NewPage]:
    """Makes pages that are about to open an address, each for a reader of its own.

    A test's first page is a warm one, all others are in fresh contexts; so are all pages of tests
    that are marked `fresh_context`. `same_reader`: of the reader who has the first page.
    """
    contexts = []
    is_fresh = request.node.get_closest_marker("fresh_context") is not None

    def made(
        address: str, *, width: int = 1440, height: int = 900, dark: bool = False,
        patience: int = PATIENCE, same_reader: bool = False,
    ) -> Page:  # fmt: skip
        if not is_fresh and (same_reader or warm_pages.is_free()):
            return warm_pages.page(address, patience, width=width, height=height, dark=dark)
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        context.set_default_timeout(patience)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        return context.new_page()

    yield made
    warm_pages.forget()
    for context in contexts:
        context.close()


@pytest.fixture
def visit(full_server: str, new_page: NewPage, recorder: Recorder) -> Visit:
    """Opens a page about many articles and waits until it is drawn."""
    return visitor(new_page, recorder, full_server)


@pytest.fixture
def recorder() -> Recorder:
    """What all pages of one test asked for and complained about."""
    return Recorder()


@pytest.fixture
def open_page(server: str, new_page: NewPage, recorder: Recorder) -> Open:
    """Opens an address of the dashboard and waits until it is drawn."""

    def opened(path: str = "/", *, width: int = 1440, height: int = 900) -> Page:
        address = path if path.startswith("http") else server + path
        page = new_page(address, width=width, height=height)
        recorder.watch(page)
        page.goto(address)
        drawn(page)
        return page

    return opened


@pytest.fixture(scope="session")
def map_address() -> Iterator[str]:
    """The address of a page with nothing but the map."""
    with map_server() as found:
        yield found


@pytest.fixture
def open_map(new_page: NewPage, map_address: str, recorder: Recorder) -> Callable[..., Harness]:
    """Opens the page with nothing but the map."""

    def opened(query: str = "", *, width: int = 1100) -> Harness:
        page = new_page(map_address, width=width, height=860, patience=MAP_PATIENCE)
        recorder.watch(page)
        page.add_init_script(EAR)
        page.goto(map_address + query)
        return Harness(page)

    return opened
