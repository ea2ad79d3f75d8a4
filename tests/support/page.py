"""The dashboard's page as a browser test sees it: its text, its map, when it rests."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect
from support.waiting import until

PATIENCE = 30_000
"""Milliseconds; a slow machine must not fail a test, a broken page must."""
RESTED = """async () => {
  const end = performance.now() + 60_000;
  const at = () => JSON.stringify([dateline.map.getCenter(), dateline.map.getZoom()]);
  for (let before = ""; (dateline.destination || before !== at()) && performance.now() < end;) {
    before = at();
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (let n = 0; n < 5; n += 1) await new Promise(requestAnimationFrame);
  } }"""
"""In the map's frame: is over when the map stands still, however seldom it is drawn."""


def drawn(page: Page) -> None:
    """Wait until text and map are there and the script rests."""
    expect(page.locator(".tabs")).to_be_visible(timeout=3 * PATIENCE)
    expect(the_map(page).locator(".leaflet-container.dl-ready")).to_be_visible(timeout=PATIENCE)
    rested(page)


def rested(page: Page) -> None:
    """Wait until Streamlit's script has run to its end."""
    app = page.locator("[data-testid='stApp']")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)


def the_map(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title*='st_folium']")


def marker(page: Page, place: str) -> Locator:
    return the_map(page).locator(f".dl-place[data-place='{place}']")


def camera(page: Page) -> dict[str, Any]:
    """Where the map looks, and whether its frame is still the one that was marked."""
    frame = next(f for f in page.frames if "st_folium" in f.url)
    found: dict[str, Any] = frame.evaluate(
        """() => { const map = window.dateline.map, at = map.getCenter();
        return { lat: at.lat, lng: at.lng, zoom: map.getZoom(), mark: window.mark ?? null }; }"""
    )
    return found


def mark_frame(page: Page) -> None:
    frame = next(f for f in page.frames if "st_folium" in f.url)
    frame.evaluate("window.mark = 'the same'")


def place_ids(page: Page) -> list[str]:
    found = (
        the_map(page)
        .locator(".dl-place")
        .evaluate_all("places => places.map((place) => place.dataset.place).sort()")
    )
    return list(found)


def text_mark(page: Page, name: str) -> Locator:
    return page.locator(".text mark", has_text=re.compile(f"^{name}$")).first


def map_flown(page: Page, lat: float, lon: float) -> None:
    """Wait until the map has flown to a point, which it does a moment after it was chosen."""
    frame = next(f for f in page.frames if "st_folium" in f.url)
    # It ends at a whole pixel, and those are some kilometres wide.
    frame.wait_for_function(
        "at => dateline.map.getCenter().distanceTo(at) < 5000", arg=[lat, lon], timeout=PATIENCE
    )
    map_rested(page)


def map_rested(page: Page) -> None:
    """Wait until the map has stopped moving; a flight that is still to begin is not waited for."""
    frame = next(f for f in page.frames if "st_folium" in f.url)
    frame.evaluate(RESTED)


def address_says_camera(page: Page) -> None:
    """Wait until the map rests and the address says where it looks, which comes a moment later."""

    def is_said() -> bool:
        query = parse_qs(urlsplit(page.url).query)
        if not {"center", "zoom"} <= query.keys():
            return False
        said = [*map(float, query["center"][0].split(",")), float(query["zoom"][0])]
        seen = camera(page)
        return said == pytest.approx([seen["lat"], seen["lng"], seen["zoom"]], abs=1e-3)

    map_rested(page)
    until(is_said, page)
