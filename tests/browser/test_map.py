"""The map alone on a Streamlit page, in a real Chromium."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile.corpus import PWNED, SCRIPTS, STRINGS, TEMPLATES
from playwright.sync_api import expect
from support.map_page import PATIENCE
from support.samples import HARBIN, KHARKIV, RUSSIA, UNIVERSITY

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]


def test_places_appear_and_no_other_host_is_asked(open_map, map_address, recorder):
    harness = open_map()
    expect(harness.map.locator(".dl-place")).to_have_count(6)
    expect(harness.map.locator("path.dl-area")).to_have_count(3)
    expect(harness.marker(RUSSIA).locator("path.ring")).to_have_count(2)  # of its two groups
    expect(harness.marker(KHARKIV).locator("path.ring")).to_have_count(0)
    asked = {urlsplit(r).netloc for r in recorder.requests if r.startswith("http")}
    assert asked == {urlsplit(map_address).netloc}
    assert recorder.errors == []


def test_all_places_are_in_view_at_first_and_the_page_runs_once(open_map):
    harness = open_map()
    outside = harness.tell(
        "dateline.markers.filter((m) => !dateline.map.getBounds().contains(m.getLatLng())).length"
    )
    assert outside == 0
    harness.page.wait_for_timeout(800)
    harness.says("runs=1")


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
    harness.rests()
    settled = harness.camera()
    harness.page.wait_for_timeout(1200)
    assert harness.camera() == settled
    harness.says(f"zoom={settled[2]:g}")


def test_a_link_opens_where_it_says(open_map):
    harness = open_map(f"?center=48.00000,37.00000&zoom=6.0&place={KHARKIV.id}")
    lat, lon, zoom = harness.camera()
    assert (round(lat, 2), round(lon, 2), zoom) == (48, 37, 6)
    expect(harness.marker(KHARKIV)).to_have_attribute("aria-pressed", "true")


def test_a_selection_that_gives_up_the_links_centre_is_flown_to(open_map):
    harness = open_map("?center=45.00000,126.00000&zoom=6.0")
    harness.page.get_by_role("button", name="Select Kharkiv").click()
    harness.says(f"place={KHARKIV.id}")
    expect(harness.marker(KHARKIV)).to_have_attribute("aria-pressed", "true")
    harness.shows("dateline.map.getBounds().contains([49.98, 36.25])")


def test_a_map_that_becomes_smaller_keeps_its_places_in_view(open_map):
    harness = open_map()
    frame = harness.page.locator("iframe[title*='st_folium']")
    frame.evaluate("frame => { frame.style.height = '240px'; }")
    expect(harness.map.locator(".leaflet-container")).to_have_css("height", "240px")
    harness.shows("dateline.map.getSize().y === 240")
    harness.shows("dateline.markers.every((m) => dateline.map.getBounds().contains(m.getLatLng()))")


def test_a_link_with_a_place_and_no_centre_opens_at_the_place(open_map):
    harness = open_map(f"?place={KHARKIV.id}")
    lat, lon, zoom = harness.camera()
    assert (lat, lon) == pytest.approx((KHARKIV.lat, KHARKIV.lon), abs=0.1)
    assert zoom == 5


def test_how_sure_a_place_is_shows_in_its_outline_and_the_legend_says_so(open_map):
    harness = open_map()
    core = "svg circle[stroke]"
    sure = harness.marker(KHARKIV).locator(core)
    likely = harness.marker(UNIVERSITY).locator(core)
    assert sure.get_attribute("fill-opacity") is None
    assert float(likely.get_attribute("fill-opacity")) < 0.6
    assert float(likely.get_attribute("stroke-width")) < float(sure.get_attribute("stroke-width"))
    harness.map.locator(".dl-legend summary").click()
    for said in ("Less sure: paler, thin outline", "Unsure: palest, dashed outline"):
        expect(harness.map.get_by_text(said)).to_be_visible()


def test_fit_all_shows_all_places_again(open_map):
    harness = open_map("?center=-30.00000,-60.00000&zoom=6.0")
    harness.map.get_by_role("button", name="Fit all").click()
    harness.shows("dateline.map.getBounds().contains([45.75, 126.65])")


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


def test_hostile_names_are_said_and_never_run(open_map, recorder):
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
    assert recorder.dialogs == []
    assert recorder.errors == []
    assert not (ROOT / PWNED).exists()
