"""The map alone on a Streamlit page, in a real Chromium."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile.corpus import PWNED, SCRIPTS, STRINGS, TEMPLATES
from playwright.sync_api import Page, expect
from support.chromium import Recorder
from support.samples import CHINA, HARBIN, KHARKIV, RUSSIA

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PATIENCE = 60_000


@pytest.fixture(scope="module")
def address():
    """The address of a server of map_app.py."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    app = Path(__file__).with_name("map_app.py")
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port),
               "--server.headless", "true", "--server.address", "127.0.0.1",
               "--browser.gatherUsageStats", "false"]  # fmt: skip
    process = subprocess.Popen(
        command, env=dict(os.environ) | {"PYTHONPATH": paths}, stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(health: str, process: subprocess.Popen) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server ended"
        with suppress(OSError), urllib.request.urlopen(health) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(health)


class Harness:
    """The page with the map: what it shows and what the map's frame knows."""

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

    def tick(self, label: str) -> None:
        self.page.get_by_text(label, exact=True).click()


@pytest.fixture
def open_map(browser, address):
    contexts = []

    def opened(query: str = "", *, width: int = 1100) -> Harness:
        context = browser.new_context(viewport={"width": width, "height": 860})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        opened.recorder = Recorder()
        opened.recorder.watch(page)
        page.goto(address + query)
        return Harness(page)

    yield opened
    for context in contexts:
        context.close()


def test_places_appear_and_no_other_host_is_asked(open_map, address):
    harness = open_map()
    expect(harness.map.locator(".dl-place")).to_have_count(6)
    expect(harness.map.locator("path.dl-area")).to_have_count(3)
    expect(harness.marker(RUSSIA).locator("path.ring")).to_have_count(2)  # of its two groups
    expect(harness.marker(KHARKIV).locator("path.ring")).to_have_count(0)
    recorder = open_map.recorder
    asked = {urlsplit(r).netloc for r in recorder.requests if r.startswith("http")}
    assert asked == {urlsplit(address).netloc}
    assert recorder.errors == []


def test_all_places_are_in_view_at_first_and_the_page_runs_once(open_map):
    harness = open_map()
    outside = harness.tell(
        "dateline.markers.filter((m) => !dateline.map.getBounds().contains(m.getLatLng())).length"
    )
    assert outside == 0
    harness.page.wait_for_timeout(800)
    harness.says("runs=1")


def test_a_click_selects_and_the_same_marker_works_again(open_map):
    harness = open_map()
    harness.marker(HARBIN).click()
    harness.says(f"place={HARBIN.id}")
    expect(harness.marker(HARBIN)).to_have_attribute("aria-pressed", "true")
    harness.says("runs=3")
    harness.marker(HARBIN).click()
    harness.says("runs=5")


def test_an_area_selects_its_country(open_map):
    harness = open_map()
    at = harness.tell("dateline.map.latLngToContainerPoint([36, 95])")
    harness.map.locator(".leaflet-container").click(position={"x": at["x"], "y": at["y"]})
    harness.says(f"place={CHINA.id}")


def test_a_marker_on_an_area_wins(open_map):
    harness = open_map()
    harness.marker(HARBIN).click()
    harness.says(f"place={HARBIN.id}")


def test_markers_work_by_keyboard_and_say_what_they_are(open_map):
    harness = open_map()
    marker = harness.marker(RUSSIA)
    expect(marker).to_have_attribute(
        "aria-label", "Russia, 3 mentions (Modifiers 2, People and languages 1)"
    )
    marker.focus()
    harness.page.keyboard.press("Enter")
    harness.says(f"place={RUSSIA.id}")
    expect(harness.marker(RUSSIA)).to_be_focused()


def test_a_filter_keeps_frame_centre_and_zoom(open_map):
    harness = open_map()
    harness.tell("(window.mine = true, dateline.map.setView([45, 120], 4, {animate: false}), 0)")
    before = harness.camera()
    harness.tick("Literal only")
    expect(harness.map.locator(".dl-place")).to_have_count(5)
    assert harness.tell("window.mine")
    assert harness.camera() == before


def test_the_reader_moving_the_map_is_told_and_not_commanded_back(open_map):
    harness = open_map()
    box = harness.page.locator("iframe[title*='st_folium']").bounding_box()
    harness.page.mouse.move(box["x"] + 500, box["y"] + 200)
    harness.page.mouse.wheel(0, -200)
    expect(harness.page.get_by_text("place=")).not_to_contain_text("center=None", timeout=PATIENCE)
    settled = harness.camera()
    harness.page.wait_for_timeout(1200)
    assert harness.camera() == settled
    harness.says(f"zoom={settled[2]:g}")


def test_a_link_opens_where_it_says(open_map):
    harness = open_map(f"?center=48.00000,37.00000&zoom=6.0&place={KHARKIV.id}")
    lat, lon, zoom = harness.camera()
    assert (round(lat, 2), round(lon, 2), zoom) == (48, 37, 6)
    expect(harness.marker(KHARKIV)).to_have_attribute("aria-pressed", "true")


def test_a_selection_out_of_view_is_panned_to_at_the_same_zoom(open_map):
    harness = open_map("?center=45.00000,126.00000&zoom=6.0")
    harness.page.get_by_role("button", name="Select Kharkiv").click()
    script = "dateline.map.getBounds().contains([49.98, 36.25])"
    harness.map.locator("body").evaluate(
        f"async () => {{ while (!({script})) await new Promise((r) => setTimeout(r, 50)); }}"
    )
    assert harness.camera()[2] == 6


def test_fit_all_shows_all_places_again(open_map):
    harness = open_map("?center=-30.00000,-60.00000&zoom=6.0")
    harness.map.get_by_role("button", name="Fit all").click()
    harness.map.locator("body").evaluate(
        "async () => { while (!dateline.map.getBounds().contains([45.75, 126.65]))"
        " await new Promise((r) => setTimeout(r, 50)); }"
    )


def test_places_that_share_a_point_are_apart(open_map):
    harness = open_map()
    boxes = [harness.map.locator(f".dl-place[data-place={i}] svg").bounding_box()
             for i in (HARBIN.id, "dl-harbin-university-gn-2037013")]  # fmt: skip
    middles = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes]
    (x1, y1), (x2, y2) = middles
    assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 > 14


def test_dark_keeps_where_the_reader_is(open_map):
    harness = open_map("?center=48.00000,37.00000&zoom=6.0")
    harness.tick("Dark")
    harness.map.locator(".dl-dark.dl-ready").wait_for()
    lat, lon, zoom = harness.camera()
    assert (round(lat, 2), round(lon, 2), zoom) == (48, 37, 6)


def test_hostile_names_are_said_and_never_run(open_map):
    """The only text of the data that Folium compiles: the names of the places."""
    names = (TEMPLATES | SCRIPTS | STRINGS).values()
    harness = open_map("?names=hostile")
    expect(harness.map.locator(".dl-place")).to_have_count(len(names))
    labels = harness.map.locator(".dl-place").evaluate_all(
        "places => places.map((place) => place.getAttribute('aria-label')).join()"
    )
    assert [name for name in names if name[:60] not in labels] == []
    for place in harness.map.locator(".dl-place").all()[:10]:
        place.dispatch_event("mouseover")
    assert {frame.evaluate("window.__pwned ?? null") for frame in harness.page.frames} == {None}
    assert open_map.recorder.dialogs == []
    assert open_map.recorder.errors == []
    assert not (ROOT / PWNED).exists()
