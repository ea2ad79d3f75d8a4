"""The atlas page on very many stored articles: from what a reader does to the map drawn anew.

Ten thousand made-up articles of twenty thousand places (`benchmarks/coverage.py`), in a real
Chromium, the server warm. The clock runs from the click to the frame in which the map holds the
answer.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from benchmarks.coverage import MANY, largest_places, made
from benchmarks.page import CHROMIUM, FLAGS, OURS, serving
from geo.gazetteer import Gazetteer
from geo.settings import Settings

RUNS, WARM_UP, REST_MS = 10, 2, 1200
DRAWN = "document.querySelector('.leaflet-container').dataset.drawn"


def run(say: Callable[[str], None] = print) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made(largest_places(Gazetteer.open(Settings())), MANY, Path(folder), say)
        os.environ |= {"DATELINE_DATA_DIR": folder, "DATELINE_LISTING": "true"}
        with sync_playwright() as playwright, serving(OURS) as (url, _):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            _measure(browser, url, say)
            browser.close()


def _measure(browser: Browser, url: str, say: Callable[[str], None]) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    started = time.perf_counter()
    page.goto(f"{url}atlas")
    page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=120_000)
    say(f"first visit, cold server: {time.perf_counter() - started:.1f} s")
    page.wait_for_timeout(3000)
    frame = next(one for one in page.frames if "st_folium" in one.url)
    say(page.locator(".tally").inner_text().replace("\n", ": "))
    say(f"discs on the map: {frame.locator('.dl-place').count()}")
    say(f"median (and slowest) of {RUNS}, until the map is drawn anew:")
    boxes = page.locator(".facet input[type=checkbox]")
    zoom = [frame.locator(f".leaflet-control-zoom-{way}") for way in ("in", "out")]
    say(f"  filter: {_timed(page, frame, lambda _: boxes.first.click())}")
    say(f"  zoom: {_timed(page, frame, lambda nth: zoom[nth % 2].click())}")
    say(f"  brush: {_timed(page, frame, lambda _: _brush(page))}")


def _brush(page: Page) -> None:
    """Drag the right handle further to the left."""
    box, handle = page.locator(".plot").bounding_box(), page.locator(".handle.to").bounding_box()
    assert box
    assert handle
    y = box["y"] + box["height"] / 2
    x = handle["x"] + handle["width"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 0.07 * box["width"], y, steps=4)
    page.mouse.up()


def _timed(page: Page, frame: Frame, act: Callable[[int], None]) -> str:
    times = []
    for nth in range(WARM_UP + RUNS):
        before = frame.evaluate(DRAWN)
        started = time.perf_counter()
        act(nth)
        frame.wait_for_function(f"{DRAWN} !== '{before}'", timeout=30_000)
        times.append(time.perf_counter() - started)
        page.wait_for_timeout(REST_MS)
    counted = times[WARM_UP:]
    return f"{1000 * statistics.median(counted):.0f} ms ({1000 * max(counted):.0f} ms)"
