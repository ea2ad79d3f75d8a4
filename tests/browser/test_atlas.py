"""The atlas in a real browser: facets, words, days, map, list; by mouse, keyboard and finger."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from support.many import Visit, atlas_map, found, is_narrow
from support.page import map_rested, rested

pytestmark = pytest.mark.browser


def drag(page: Page, start: float, end: float) -> None:
    """Drag over the timeline, from and to these shares of its width."""
    plot = page.locator(".plot")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], y, steps=5)
    page.mouse.up()


def test_a_facet_narrows_the_articles_and_keeps_the_maps_frame(visit: Visit) -> None:
    page = visit("/atlas")
    frame = atlas_map(page)
    frame.locator(".leaflet-container").evaluate("box => { box.mark = 'the same'; }")
    before = found(page)
    page.get_by_label(re.compile("Harbour Post, Evening")).check()
    expect(page).to_have_url(re.compile("outlets=Harbour"))
    expect(page.locator(".tally strong")).not_to_contain_text(f"{before} of")
    assert 0 < found(page) < before
    assert frame.locator(".leaflet-container").evaluate("box => box.mark") == "the same"
    page.get_by_role("button", name="Clear Outlets").click()
    expect(page.locator(".tally strong")).to_contain_text(f"{before} of")
    expect(page).not_to_have_url(re.compile("outlets"))


def test_words_are_found_and_one_reset_takes_all_back(visit: Visit) -> None:
    page = visit("/atlas")
    before = found(page)
    field = page.get_by_role("searchbox", name="Search the articles")
    field.fill("snow")
    field.press("Enter")
    expect(page).to_have_url(re.compile("words=snow"))
    page.get_by_label("Cities and towns").check()
    expect(page).to_have_url(re.compile("kinds=city"))
    # The address goes ahead of what is drawn, here and below.
    expect(page.locator(".tally strong")).not_to_contain_text(f"{before} of")
    assert found(page) < before
    page.get_by_role("button", name="Reset all").click()
    expect(page).not_to_have_url(re.compile("words|kinds"))
    expect(page.locator(".tally strong")).to_contain_text(f"{before} of")


def test_days_are_brushed_with_the_mouse_and_set_free(visit: Visit) -> None:
    page = visit("/atlas?since=2024-05-22&until=2024-06-30")
    page.get_by_role("button", name="All dates").click()
    expect(page).not_to_have_url(re.compile("since"))
    expect(page.get_by_role("button", name="All dates")).to_be_disabled()
    before = found(page)
    drag(page, 0.97, 0.6)
    expect(page).to_have_url(re.compile(r"since=20.*until=20"))
    expect(page.locator(".tally strong")).not_to_contain_text(f"{before} of")
    assert found(page) < before
    page.get_by_role("button", name="All dates").click()
    expect(page).not_to_have_url(re.compile("since"))


def test_days_are_brushed_with_a_finger(visit: Visit) -> None:
    page = visit("/atlas", width=390, height=844)
    plot = page.locator(".plot")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    finger = page.context.new_cdp_session(page)
    for kind, share in (("Start", 0.95), ("Move", 0.8), ("Move", 0.6), ("End", None)):
        at = {"x": box["x"] + (share or 0) * box["width"], "y": box["y"] + box["height"] / 2}
        points = [] if share is None else [at]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
    expect(page).to_have_url(re.compile(r"since=20.*until=20"))


def test_a_link_rebuilds_what_was_brushed_and_history_undoes_it(visit: Visit) -> None:
    page = visit("/atlas")
    everything = found(page)
    page.get_by_label("North Wire").check()
    expect(page).to_have_url(re.compile("outlets=North"))
    expect(page.locator(".tally strong")).not_to_contain_text(f"{everything} of")
    of_outlet = found(page)
    drag(page, 0.97, 0.6)
    expect(page).to_have_url(re.compile(r"since=20.*until=20"))
    expect(page.locator(".tally strong")).not_to_contain_text(f"{of_outlet} of")
    seen = found(page)
    again = visit(f"/atlas?{urlsplit(page.url).query}")
    assert found(again) == seen
    expect(again.get_by_label("North Wire")).to_be_checked()
    expect(again.get_by_role("button", name="All dates")).to_be_enabled()
    page.go_back()
    expect(page).not_to_have_url(re.compile("since="))
    expect(page.get_by_label("North Wire")).to_be_checked()
    page.go_forward()
    expect(page).to_have_url(re.compile("since="))
    expect(page.locator(".tally strong")).to_contain_text(f"{seen} of")
    assert found(page) == seen


def test_days_are_chosen_by_keyboard(visit: Visit) -> None:
    page = visit("/atlas")
    handle = page.get_by_role("slider", name="First day")
    before = handle.get_attribute("aria-valuetext")
    handle.focus()
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("since="))
    after = page.get_by_role("slider", name="First day")
    expect(after).not_to_have_attribute("aria-valuetext", before or "")
    expect(after).to_be_focused()
    page.keyboard.press("Home")
    expect(page).not_to_have_url(re.compile("since="))


def test_a_disc_of_several_places_zooms_in_and_one_of_a_place_opens_it(visit: Visit) -> None:
    page = visit("/atlas?words=report")
    frame = atlas_map(page)
    # The page sizes the map's frame a moment after it is drawn, and that ends a flight.
    map_rested(page)
    frame.locator(".dl-place[aria-label*='Zooms in']").first.press("Enter")
    expect(page).to_have_url(re.compile("zoom="))
    page = visit("/atlas?words=report&center=60.45,22.27&zoom=8")
    atlas_map(page).locator(".dl-place[aria-label^='Turku']").press("Enter")
    expect(page.locator(".chosen h2")).to_have_text("Turku")
    expect(page.locator(".chosen blockquote").first).to_contain_text("Turku")
    expect(page).to_have_url(re.compile("place=gn-"))


def test_a_country_of_the_map_is_chosen_and_let_go(visit: Visit) -> None:
    page = visit("/atlas")
    atlas_map(page)
    # It is drawn anew with each answer of the page.
    press = """() => {
      const found = dateline.shades?.getLayers().filter((one) => one.code === "KE") ?? [];
      found.forEach((one) => one.fire("click"));
      return found.length > 0; }"""
    frame = next(one for one in page.frames if "st_folium" in one.url)
    frame.wait_for_function(press)
    expect(page).to_have_url(re.compile("countries=KE"))
    expect(page.get_by_label(re.compile("^Kenya"))).to_be_checked()
    rested(page)
    frame.wait_for_function(press)
    expect(page).not_to_have_url(re.compile("countries"))


def test_a_choice_is_kept_while_the_map_moves(visit: Visit) -> None:
    page = visit("/atlas")
    atlas_map(page)
    next(one for one in page.frames if "st_folium" in one.url).evaluate(
        """async () => {
        const soon = () => new Promise((done) => setTimeout(done, 40));
        const look = (zoom) => dateline.tell(
            { camera: { center: [10, 10], zoom, size: [900, 500], moved: true } });
        look(2); await soon(); dateline.tell({ country: "KE" }); await soon(); look(2.5);
        }"""
    )
    expect(page).to_have_url(re.compile("countries=KE"))
    expect(page).to_have_url(re.compile("zoom=2.5"))


def test_choices_quicker_than_the_page_all_count(visit: Visit) -> None:
    page = visit("/atlas")
    page.locator("[data-id='kinds-city']").evaluate(
        """async (box) => {
        const root = box.getRootNode();
        for (const id of ["kinds-city", "types-literal", "outlets-North Wire"]) {
          root.querySelector(`[data-id="${id}"]`).click();
          await new Promise((done) => setTimeout(done, 40));
        } }"""
    )
    for part in ("kinds=city", "types=literal", r"outlets=North"):
        expect(page).to_have_url(re.compile(part))


def test_the_list_leads_to_the_place_and_every_excerpt(visit: Visit) -> None:
    page = visit("/atlas?words=report")
    rows = page.locator(".rows .row")
    name = rows.nth(1).locator(".row-name").inner_text()
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen h2")).to_have_text(name)
    page.locator("[data-id='all-excerpts']").click()
    expect(page).to_have_url(re.compile(r"/place\?id=.*words=report"))
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page.locator(".chosen h2")).to_have_text(name)


def test_sizes_count_articles_or_mentions(visit: Visit) -> None:
    page = visit("/atlas")
    page.get_by_role("button", name="Mentions", exact=True).click()
    expect(page).to_have_url(re.compile("size=mentions"))
    expect(page.locator(".row-count").first).to_contain_text("mention")
    expect(atlas_map(page).locator(".dl-legend")).to_contain_text("Mentions")


def test_no_filter_leaves_nothing_to_do(visit: Visit) -> None:
    page = visit("/atlas?words=zzzz")
    expect(page.locator(".empty")).to_contain_text("“Reset all” brings everything back")
    page.get_by_role("button", name="Reset all").click()
    expect(page.locator(".rows .row").first).to_be_visible()


def test_a_bad_link_is_told_and_the_rest_holds(visit: Visit) -> None:
    page = visit("/atlas?sure=9&countries=KE&place=%3Cb%3E&kinds=town")
    expect(page.locator(".sentence")).to_contain_text("“kinds”, “sure” could not be read")
    expect(page.get_by_label(re.compile("^Kenya"))).to_be_checked()
    expect(page.locator(".chosen h2")).to_have_text("An unknown place")


def test_a_phone_shows_everything_without_sideways_scrolling(visit: Visit) -> None:
    page = visit("/atlas", width=390, height=844)
    assert is_narrow(page, 390)
    atlas_map(page)
    for part in (".plot", ".rows .row", ".facet summary"):
        page.locator(part).first.scroll_into_view_if_needed()
        expect(page.locator(part).first).to_be_visible()
    for link in ("Articles", "Library", "Atlas"):
        expect(page.get_by_role("link", name=link, exact=True)).to_be_visible()


def test_nothing_is_asked_of_any_other_host_and_nothing_runs(
    visit: Visit, full_server: str, recorder: Any
) -> None:
    page = visit("/atlas?words=report")
    atlas_map(page)
    expect(page.get_by_label(re.compile(re.escape("<b>Hill</b> {{7*7}} Gazette")))).to_be_visible()
    page.locator(".rows .row").first.click()
    expect(page.locator(".chosen blockquote").first).to_be_visible()
    strangers = [u for u in recorder.requests if not u.startswith((full_server, "data:", "blob:"))]
    assert strangers == []
    assert recorder.dialogs == []
    assert recorder.errors == []
