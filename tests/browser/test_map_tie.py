"""What the map and the text beside it tell each other, without a run of the page."""

import json
import re

import pytest
from playwright.sync_api import expect
from support.samples import CHINA, HARBIN, KHARKIV, RUSSIA
from support.waiting import becomes, until

pytestmark = pytest.mark.browser


def assert_no_run(harness):
    harness.page.wait_for_timeout(600)
    harness.says("runs=1")


def test_a_click_selects_at_once_and_is_told_with_the_camera(open_map):
    harness = open_map()
    before = harness.camera()
    harness.marker(HARBIN).click()
    expect(harness.marker(HARBIN)).to_have_attribute("aria-pressed", "true")
    harness.marker(KHARKIV).click()
    expect(harness.marker(KHARKIV)).to_have_attribute("aria-pressed", "true")
    expect(harness.marker(HARBIN)).to_have_attribute("aria-pressed", "false")
    harness.tells("select", HARBIN.id, KHARKIV.id)
    assert harness.told("center") == [list(before[:2])] * 2
    assert harness.told("zoom") == [before[2]] * 2
    assert_no_run(harness)
    assert harness.camera() == before


def test_an_area_selects_its_country(open_map):
    harness = open_map()
    at = harness.tell("dateline.map.latLngToContainerPoint([36, 95])")
    harness.map.locator(".leaflet-container").click(position={"x": at["x"], "y": at["y"]})
    expect(harness.marker(CHINA)).to_have_attribute("aria-pressed", "true")
    harness.tells("select", CHINA.id)


def test_a_marker_on_an_area_wins(open_map):
    harness = open_map()
    harness.marker(HARBIN).click()
    expect(harness.marker(HARBIN)).to_have_attribute("aria-pressed", "true")
    harness.tells("select", HARBIN.id)


def test_markers_work_by_keyboard_and_say_what_they_are(open_map):
    harness = open_map()
    marker = harness.marker(RUSSIA)
    expect(marker).to_have_attribute(
        "aria-label", "Russia, 3 mentions (Modifiers 2, People and languages 1)"
    )
    marker.focus()
    harness.page.keyboard.press("Enter")
    expect(harness.marker(RUSSIA)).to_have_attribute("aria-pressed", "true")
    expect(harness.marker(RUSSIA)).to_be_focused()
    harness.tells("select", RUSSIA.id)


def test_pointing_at_a_marker_is_told_and_so_is_its_end(open_map):
    harness = open_map()
    harness.marker(KHARKIV).hover()
    expect(harness.marker(KHARKIV)).to_have_class(re.compile("dl-hinted"))
    harness.page.mouse.move(5, 5)
    expect(harness.map.locator(".dl-hinted")).to_have_count(0)
    becomes(lambda: harness.told("hint")[-1:], [""], harness.page)
    assert KHARKIV.id in harness.told("hint")


def test_a_marker_focused_by_keyboard_is_told(open_map):
    harness = open_map()
    harness.map.locator(".dl-place[tabindex='0']").focus()
    harness.page.keyboard.press("ArrowRight")
    focused = harness.map.locator(".dl-place:focus")
    expect(focused).to_have_class(re.compile("dl-hinted"))
    place = focused.get_attribute("data-place")
    becomes(lambda: harness.told("hint")[-1:], [place], harness.page)


def test_the_markers_are_one_tab_stop_and_arrow_keys_step_through_them(open_map):
    harness = open_map()
    stop = harness.map.locator(".dl-place[tabindex='0']")
    expect(stop).to_have_attribute("data-place", HARBIN.id)  # most mentioned
    stop.focus()
    before = harness.camera()
    for place in (RUSSIA, CHINA):
        harness.page.keyboard.press("ArrowDown")
        expect(harness.map.locator(".dl-place:focus")).to_have_attribute("data-place", place.id)
        expect(stop).to_have_attribute("data-place", place.id)
    harness.page.keyboard.press("Home")
    expect(harness.map.locator(".dl-place:focus")).to_have_attribute("data-place", HARBIN.id)
    assert harness.camera() == before
    harness.page.keyboard.press("Tab")
    expect(harness.map.locator(".dl-place:focus")).to_have_count(0)


def test_what_is_pointed_at_in_the_text_is_lit(open_map):
    harness = open_map()
    before = harness.camera()
    harness.post(hint=HARBIN.id)
    expect(harness.map.locator(".dl-hinted")).to_have_attribute("data-place", HARBIN.id)
    expect(harness.map.locator(".leaflet-tooltip")).to_have_text("Harbin · 4")
    harness.post(hint=CHINA.id)
    expect(harness.map.locator(".dl-hinted")).to_have_attribute("data-place", CHINA.id)
    harness.post(hint="")
    expect(harness.map.locator(".dl-hinted")).to_have_count(0)
    assert harness.camera() == before
    assert_no_run(harness)


def test_what_is_pointed_at_outside_the_map_has_an_arrow_at_its_edge(open_map):
    harness = open_map("?center=45.00000,126.00000&zoom=6.0")
    harness.post(hint=KHARKIV.id)
    arrow = harness.map.locator(".dl-arrow")
    expect(arrow).to_contain_text("Kharkiv")
    expect(arrow).to_have_class(re.compile("dl-west"))
    expect(arrow).to_be_in_viewport(ratio=0.99)
    harness.post(hint=HARBIN.id)
    expect(arrow).to_have_count(0)


def test_a_ghost_shows_where_a_mention_might_also_lie_and_the_map_goes_back(open_map):
    harness = open_map(f"?center=49.98000,36.25000&zoom=6.0&place={KHARKIV.id}")
    before = harness.camera()
    name = "{{7*7}} <img src=x onerror=window.__pwned=1>"
    harness.post(ghost={"lat": 34.0, "lon": -96.0, "name": name, "outline": ""})
    ghost = harness.map.locator(".dl-ghost")
    expect(ghost).to_be_in_viewport(ratio=0.99)
    expect(harness.map.locator(".leaflet-tooltip")).to_have_text(name)
    harness.rests()
    expect(harness.marker(KHARKIV)).to_be_in_viewport()
    harness.post(ghost=None)
    expect(ghost).to_have_count(0)
    harness.comes_to(pytest.approx(before, abs=0.05))
    assert_no_run(harness)
    assert harness.tell("window.__pwned ?? null") is None


def test_a_ghost_asked_for_during_a_flight_is_in_view_at_its_end(open_map):
    harness = open_map()
    ghost = {"lat": 34.0, "lon": -96.0, "name": "Elsewhere", "outline": ""}
    asked = json.dumps({"to": "map", "ghost": ghost})
    harness.tell(
        f"(dateline.map.once('movestart', () => window.parent.ear.postMessage({asked})), 0)"
    )
    harness.post(select=KHARKIV.id, follow=True)
    expect(harness.map.locator(".dl-ghost")).to_have_count(1)
    harness.rests()
    expect(harness.map.locator(".dl-ghost")).to_be_in_viewport(ratio=0.99)
    harness.post(ghost=None)
    harness.comes_to(pytest.approx((KHARKIV.lat, KHARKIV.lon, 5), abs=0.1))


def test_a_ghost_of_a_country_is_its_outline(open_map):
    harness = open_map()
    paths = harness.map.locator(".leaflet-overlay-pane path")
    before = paths.count()
    harness.post(ghost={"lat": 46.0, "lon": 2.0, "name": "France", "outline": "FR"})
    expect(paths).to_have_count(before + 1)


def test_what_is_selected_in_the_text_is_flown_to_in_the_same_frame(open_map):
    harness = open_map()
    harness.tell("(window.mine = true, 0)")
    harness.post(select=KHARKIV.id, follow=True)
    expect(harness.marker(KHARKIV)).to_have_attribute("aria-pressed", "true")
    harness.comes_to(pytest.approx((KHARKIV.lat, KHARKIV.lon, 5), abs=0.1))
    assert harness.tell("window.mine")
    assert_no_run(harness)


def test_the_pages_answer_to_a_selection_does_not_move_the_map_again(open_map):
    harness = open_map()
    harness.post(select=KHARKIV.id, follow=True)
    harness.comes_to(pytest.approx((KHARKIV.lat, KHARKIV.lon, 5), abs=0.1))
    settled = harness.camera()
    harness.tell(
        "(window.moves = 0, dateline.map.on('movestart', () => { window.moves += 1; }), 0)"
    )
    harness.page.get_by_role("button", name="Select Kharkiv").click()
    harness.says(f"place={KHARKIV.id}")
    harness.rests()
    assert (harness.tell("window.moves"), harness.camera()) == (0, settled)


def test_a_country_is_flown_to_as_a_whole(open_map):
    harness = open_map()
    before = harness.camera()
    harness.post(select=CHINA.id, follow=True)
    until(lambda: harness.camera() != before, harness.page)
    harness.rests()
    for corner in ("[39, 76]", "[22, 109]", "[48, 130]"):
        assert harness.tell(f"dateline.map.getBounds().contains({corner})")
