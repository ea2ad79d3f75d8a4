"""The legend's words explain themselves, by mouse, keyboard and finger."""

import pytest
from playwright.sync_api import expect
from support.page import PATIENCE, drawn, rested, the_map

from dashboard.wording.glossary import said_of

pytestmark = pytest.mark.browser


def test_by_pointing_and_by_focus_and_escape_hides_it(open_page) -> None:
    page = open_page()
    legend, tip = the_map(page).locator(".dl-legend"), the_map(page).get_by_role("tooltip")
    legend.locator("summary").click()
    governments = legend.get_by_role("button", name="Governments")
    governments.hover()
    expect(tip).to_have_text(said_of("governments"))
    tip.hover()
    expect(tip).to_be_visible()
    page.mouse.move(1000, 8)
    expect(tip).to_have_count(0)
    legend.locator("summary").focus()
    page.keyboard.press("Tab")
    expect(tip).to_have_text(said_of("places"))
    expect(legend.locator(".dl-term").first).to_have_attribute("aria-describedby", "dl-tip")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)


def test_by_a_tap_within_the_map(server: str, browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(server)
    drawn(page)
    legend, tip = the_map(page).locator(".dl-legend"), the_map(page).get_by_role("tooltip")
    legend.locator("summary").tap()
    legend.get_by_role("button", name="Somewhere in this circle").tap()
    expect(tip).to_have_text(said_of("approximate"))
    frame, box = page.locator("iframe[title*='st_folium']").bounding_box(), tip.bounding_box()
    assert frame
    assert box
    for side, length in (("x", "width"), ("y", "height")):
        assert frame[side] <= box[side]
        assert box[side] + box[length] <= frame[side] + frame[length]
    context.close()


@pytest.mark.parametrize("path", ["/", "/atlas"])
def test_in_a_low_frame_it_scrolls_and_can_be_closed(server: str, browser, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 560}, has_touch=True)
    page = context.new_page()
    page.goto(server + path)
    expect(the_map(page).locator(".dl-ready")).to_be_visible(timeout=3 * PATIENCE)
    rested(page)
    legend, frame = the_map(page).locator(".dl-legend"), page.locator("iframe[title*='st_folium']")
    summary = legend.locator("summary")
    summary.tap()
    last = legend.locator(":is(p, li)").last
    for part in (summary, last):
        part.scroll_into_view_if_needed()
        inside, box = frame.bounding_box(), part.bounding_box()
        assert inside
        assert box
        assert inside["y"] <= box["y"]
        assert box["y"] + box["height"] <= inside["y"] + inside["height"]
    summary.tap()
    expect(last).to_be_hidden()
    context.close()
