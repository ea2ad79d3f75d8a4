"""From page load to drawn map, and from click to change, in one run.

The load is measured against an empty Streamlit + Folium page.

The empty page asks four outside hosts for scripts and styles. They are answered at once,
Leaflet from the installed package and the rest empty, so the comparison is kind to it.
"""

import os
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Route, sync_playwright
from xstatic.pkg import leaflet

from benchmarks import clicks

RUNS = 5
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
EMPTY = [sys.executable, "-m", "streamlit", "run", str(Path(__file__).parent / "empty_app.py"),
         "--server.headless=true", "--browser.gatherUsageStats=false", "--server.port"]  # fmt: skip
OURS = [sys.executable, "-m", "dashboard.cli", "serve", "--port"]


def run(say: Callable[[str], None] = print) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with serving(EMPTY) as (empty_url, _), serving(OURS) as (url, server):
            pairs = [
                (_seconds(browser, empty_url, ".leaflet-container .leaflet-map-pane"),
                 _seconds(browser, url, ".leaflet-container .dl-place"))
                for _ in range(RUNS + 1)
            ][1:]  # fmt: skip
            clicks.run(browser, url, say)
            memory = psutil.Process(server.pid).memory_info().rss / 2**20
        browser.close()
    empty = statistics.median(e for e, _ in pairs)
    ours = statistics.median(o for _, o in pairs)
    say(f"page load to drawn map: {ours:.2f} s, empty Streamlit + Folium page {empty:.2f} s")
    say(f"ratio: {statistics.median(o / e for e, o in pairs):.2f} (median of {RUNS}, warm server)")
    say(f"resident memory of the dashboard: {memory:,.0f} MB")


def _seconds(browser: Browser, url: str, drawn: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.route(re.compile(r"^https://"), _from_packages)
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    frame = page.frame_locator("iframe").first
    frame.locator(drawn).first.wait_for(state="attached", timeout=60_000)
    seconds = time.perf_counter() - started
    context.close()
    return seconds


def _from_packages(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    found = list(Path(leaflet.BASE_DIR).rglob(name))
    if found:
        route.fulfill(path=found[0])
    else:
        route.fulfill(body="", content_type="text/css")


@contextmanager
def serving(command: list[str], **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    port = _free_port()
    quiet = subprocess.DEVNULL
    own = os.environ | settings
    with subprocess.Popen([*command, str(port)], stdout=quiet, stderr=quiet, env=own) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/", server
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(url: str, patience: float = 120.0) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"Nothing answered at {url}.")
