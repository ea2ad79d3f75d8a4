"""The page with nothing but the map (tests/browser/map_app.py), as a browser test drives it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect
from support.page import RESTED
from support.ports import free_port
from support.served import end, wait_for
from support.waiting import becomes, until

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000
EAR = """
if (window === window.top) {
  window.said = [];
  window.ear = new BroadcastChannel("test");
  window.ear.onmessage = ({ data }) => { if (data.to === "page") window.said.push(data); };
}
"""
"""Keeps what the map tells the page on its channel."""


@contextmanager
def map_server() -> Iterator[str]:
    """The address of a server of map_app.py."""
    port = free_port()
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    app = ROOT / "tests" / "browser" / "map_app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port),
               "--server.headless", "true", "--server.address", "127.0.0.1",
               "--browser.gatherUsageStats", "false"]  # fmt: skip
    process = subprocess.Popen(
        command, env=dict(os.environ) | {"PYTHONPATH": paths}, stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        end(process)


class Harness:
    """The page with the map: what it shows, what the map's frame knows, what they tell."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # The last one: while light turns to dark, the old frame is still there.
        self.map = page.locator("iframe[title*='st_folium']").last.content_frame
        self.map.locator(".dl-ready").wait_for(timeout=PATIENCE)
        expect(self.map.locator(".dl-place").first).to_be_visible()

    def marker(self, place):
        return self.map.locator(f".dl-place[data-place={place.id}]")

    def tell(self, script: str):
        return self.map.locator("body").evaluate(f"() => {script}")

    def camera(self) -> tuple[float, float, float]:
        script = "(({lat, lng}) => [lat, lng, dateline.map.getZoom()])(dateline.map.getCenter())"
        return tuple(self.tell(script))

    def says(self, text: str) -> None:
        expect(self.page.get_by_text("place=")).to_contain_text(text, timeout=PATIENCE)

    def post(self, **message) -> None:
        """Tell the map, as the text beside it would."""
        self.page.evaluate("message => window.ear.postMessage(message)", {"to": "map"} | message)

    def told(self, key: str) -> list:
        """What the map has told under this key by now, oldest first."""
        return [m[key] for m in self.page.evaluate("window.said") if key in m]

    def tells(self, key: str, *wanted: object) -> None:
        """Wait until this is what the map has told under this key."""
        becomes(lambda: self.told(key), list(wanted), self.page)

    def rests(self) -> None:
        """Wait until the map has stopped moving."""
        self.map.locator("body").evaluate(RESTED)

    def comes_to(self, camera: object) -> None:
        """Wait until the map looks there, and stays."""
        becomes(self.camera, camera, self.page)
        self.rests()
        assert self.camera() == camera

    def shows(self, condition: str) -> None:
        """Wait until something is so in the map's frame, and the map rests."""
        until(lambda: bool(self.tell(condition)), self.page)
        self.rests()
        assert self.tell(condition)

    def tick(self, label: str) -> None:
        self.page.get_by_text(label, exact=True).click()
