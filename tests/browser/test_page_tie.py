"""Text and map as one: pointing, selecting and paging, by mouse, by keyboard and on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from support.chromium import Recorder
from support.page import (
    camera,
    map_flown,
    map_rested,
    mark_frame,
    marker,
    rested,
    text_mark,
    the_map,
)
from support.waiting import becomes, until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
HARBIN = "/?articles=01-harbin-visit"
HOUSTON = "/?articles=11-fort-mcmurray-wildfire"
"""An article with a Houston that might be either of two."""
HARBIN_AT, BEIJING_AT = (45.75, 126.65), (39.9075, 116.3972)


def top(locator: Locator) -> float:
    box = locator.bounding_box()
    return box["y"] if box else -1.0


def place_of(page: Page, name: str) -> str:
    return text_mark(page, name).get_attribute("data-place") or ""


def test_pointing_at_a_name_lights_its_marker_and_its_other_mentions_without_a_run(
    open_page: Open, recorder: Recorder
) -> None:
    page = open_page(HARBIN)
    before = recorder.sent
    name = text_mark(page, "Harbin")
    name.hover()
    place = place_of(page, "Harbin")
    expect(marker(page, place)).to_have_class(re.compile("dl-hinted"))
    lit = page.locator(".text mark.hinted")
    same = page.locator(f".text mark[data-place='{place}']").count()
    assert same > 1
    expect(lit).to_have_count(same)
    page.locator(".wordmark").hover()
    expect(the_map(page).locator(".dl-hinted")).to_have_count(0)
    expect(lit).to_have_count(0)
    rested(page)
    assert recorder.sent == before


def test_focusing_a_name_lights_its_marker(open_page: Open) -> None:
    page = open_page(HARBIN)
    page.locator(".text mark").first.focus()
    page.keyboard.press("ArrowRight")
    place = page.locator(".text mark:focus").get_attribute("data-place")
    expect(the_map(page).locator(".dl-hinted")).to_have_attribute("data-place", place or "")


def test_pointing_at_a_marker_lights_its_mentions_without_a_run(
    open_page: Open, recorder: Recorder
) -> None:
    page = open_page(HARBIN)
    before, place = recorder.sent, place_of(page, "Beijing")
    marker(page, place).dispatch_event("mouseenter")
    lit = page.locator(".text mark.hinted")
    expect(lit.first).to_have_text("Beijing")
    expect(lit).to_have_count(page.locator(f".text mark[data-place='{place}']").count())
    marker(page, place).dispatch_event("mouseleave")
    expect(lit).to_have_count(0)
    rested(page)
    assert recorder.sent == before


def test_focusing_a_marker_lights_its_row_in_the_list(open_page: Open) -> None:
    page = open_page(f"{HARBIN}&tab=places")
    the_map(page).locator(".dl-place[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    place = the_map(page).locator(".dl-place:focus").get_attribute("data-place")
    expect(page.locator(".row.hinted")).to_have_attribute("data-place", place or "")


@pytest.mark.parametrize("tab", ["article", "places"])
def test_a_selection_flies_there_and_keeps_the_frame(tab: str, open_page: Open) -> None:
    page = open_page(f"{HARBIN}&tab={tab}")
    mark_frame(page)
    before = camera(page)
    place = "gn-2037013"
    page.locator(f".pane [data-place='{place}']").first.click()
    expect(marker(page, place)).to_have_class(re.compile("dl-selected"))
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    map_flown(page, *HARBIN_AT)
    after = camera(page)
    assert after["mark"] == "the same"
    assert after["zoom"] > before["zoom"]
    expect(page).to_have_url(re.compile(f"place={place}"))
    assert "center=" not in page.url


def test_the_link_of_a_selection_opens_where_the_map_flew_to(open_page: Open) -> None:
    page = open_page(HARBIN)
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    expect(page).to_have_url(re.compile("place="))
    rested(page)
    map_flown(page, *HARBIN_AT)
    seen, fresh = camera(page), open_page(page.url)
    map_rested(fresh)
    assert camera(fresh) == pytest.approx(seen, abs=0.05)


def test_what_is_chosen_on_the_map_leaves_the_map_where_it_is(open_page: Open) -> None:
    page = open_page(HARBIN)
    mark_frame(page)
    before = camera(page)
    marker(page, place_of(page, "Beijing")).press("Enter")
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    rested(page)
    map_rested(page)
    assert camera(page) == pytest.approx(before, abs=1e-3)
    expect(page).to_have_url(re.compile("center="))


def test_all_mentions_of_the_selected_place_are_lit(open_page: Open) -> None:
    page = open_page(HARBIN)
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    place = place_of(page, "Harbin")
    lit = page.locator(".text mark.lit")
    same = page.locator(f".text mark[data-place='{place}']").count()
    assert same > 2
    expect(lit).to_have_count(same)
    places = lit.evaluate_all("marks => marks.map((mark) => mark.dataset.place)")
    assert set(places) == {place}


def test_excerpts_are_paged_by_arrow_keys_and_the_focus_stays_at_the_end(open_page: Open) -> None:
    page = open_page(HARBIN)
    text_mark(page, "Harbin").click()
    pager = page.locator(".pager")
    expect(pager).to_contain_text("1 of ")
    total = int(re.sub(r".* of (\d+).*", r"\1", pager.inner_text(), flags=re.DOTALL))
    page.locator("[data-id='Next excerpt']").focus()
    for at in range(2, total + 1):
        page.keyboard.press("ArrowRight")
        expect(pager).to_contain_text(f"{at} of {total}")
    rested(page)
    following = page.locator("[data-id='Next excerpt']")
    expect(following).to_be_focused()
    expect(following).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowLeft")
    expect(pager).to_contain_text(f"{total - 1} of {total}")
    expect(page.locator(".text mark.current")).to_be_in_viewport()


def test_paging_leaves_the_map_where_the_reader_moved_it(open_page: Open) -> None:
    page = open_page(f"{HARBIN}&place=gn-2037013&center=40.00000,100.00000&zoom=4.0")
    page.get_by_role("button", name="Next excerpt").click()
    expect(page.locator(".pager")).to_contain_text("2 of")
    map_rested(page)
    assert camera(page)["lng"] == pytest.approx(100, abs=0.01)


def test_the_text_is_one_tab_stop(open_page: Open) -> None:
    page = open_page(HARBIN)
    stops = page.locator(".text mark[tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    page.keyboard.press("End")
    expect(stops).to_have_count(1)
    last = page.locator(".text mark").count() - 1
    expect(page.locator(".text mark").nth(last)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    expect(page.locator(".text mark:focus")).to_have_count(0)


def test_a_name_says_its_type_its_place_and_how_sure_that_is(open_page: Open) -> None:
    page = open_page(HARBIN)
    expect(text_mark(page, "Beijing")).to_have_attribute(
        "aria-label", re.compile(r"^Beijing\. .+: Beijing, .*China, almost certain$")
    )


def test_two_tabs_do_not_light_each_other(open_page: Open) -> None:
    page, other = open_page(HARBIN), open_page(HARBIN)
    text_mark(page, "Harbin").hover()
    expect(the_map(page).locator(".dl-hinted")).to_have_count(1)
    expect(the_map(other).locator(".dl-hinted")).to_have_count(0)


def test_pointing_at_an_alternative_shows_its_ghost_without_a_run(
    open_page: Open, recorder: Recorder
) -> None:
    page = open_page(HOUSTON)
    text_mark(page, "Houston").click()
    page.get_by_text("Why here?").click()
    page.locator(".wordmark").hover()  # what unfolds may lie under the pointer
    rested(page)
    map_flown(page, 29.76, -95.36)
    before, home = recorder.sent, camera(page)
    other = page.locator(".other").first
    name = other.inner_text().split(" · ")[0]
    assert name.startswith("Houston, ")
    other.hover()
    ghost = the_map(page).locator(".dl-ghost")
    expect(ghost).to_be_visible()
    expect(the_map(page).locator(".leaflet-tooltip")).to_have_text(name)
    page.locator(".wordmark").hover()
    expect(ghost).to_have_count(0)
    map_rested(page)
    assert camera(page) == pytest.approx(home, abs=0.05)
    rested(page)
    assert recorder.sent == before


def test_an_alternative_shows_its_ghost_by_keyboard(open_page: Open) -> None:
    page = open_page(HOUSTON)
    text_mark(page, "Houston").click()
    summary = page.get_by_text("Why here?")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".other").first).to_be_focused()
    expect(the_map(page).locator(".dl-ghost")).to_be_visible()
    page.keyboard.press("Tab")
    expect(the_map(page).locator(".dl-ghost")).to_have_count(0)


def test_on_a_phone_a_tap_holds_the_ghost_and_a_second_lets_it_go(open_page: Open) -> None:
    page = open_page(HOUSTON, width=390, height=844)
    text_mark(page, "Houston").click()
    page.get_by_text("Why here?").click()
    other = page.locator(".other").first
    other.click()
    expect(other).to_have_attribute("aria-pressed", "true")
    page.locator(".panel h2").hover()
    expect(the_map(page).locator(".dl-ghost")).to_have_count(1)
    other.click()
    expect(other).to_have_attribute("aria-pressed", "false")
    page.locator(".panel h2").hover()
    expect(the_map(page).locator(".dl-ghost")).to_have_count(0)


def test_on_a_phone_the_map_stays_in_sight_while_the_text_is_read(open_page: Open) -> None:
    page = open_page(HARBIN, width=390, height=844)
    text_mark(page, "Beijing").click()
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    page.get_by_role("button", name="Show in the article").click()
    current = page.locator(".text mark.current")
    expect(current).to_be_in_viewport()
    frame = page.locator("iframe[title*='st_folium']")
    expect(frame).to_be_in_viewport(ratio=0.95)
    map_box = frame.bounding_box()
    assert map_box
    until(lambda: top(current) >= map_box["y"] + map_box["height"], page)


def test_ticks_say_where_the_selected_places_mentions_stand(open_page: Open) -> None:
    page = open_page(HARBIN)
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    place = place_of(page, "Harbin")
    mentions = page.locator(f".text mark[data-place='{place}']").count()
    expect(page.locator(".tick")).to_have_count(mentions)
    text_mark(page, "Beijing").hover()
    others = page.locator(f".text mark[data-place='{place_of(page, 'Beijing')}']").count()
    expect(page.locator(".tick.hinted")).to_have_count(others)


def test_on_a_phone_a_tapped_name_stays_and_a_tapped_marker_shows_its_panel(
    open_page: Open,
) -> None:
    page = open_page(width=390, height=844)
    name = page.locator(".text p mark").nth(12)
    name.scroll_into_view_if_needed()
    before = name.bounding_box()
    name.click()
    expect(page.locator(".panel blockquote")).to_be_attached()
    rested(page)
    assert before
    becomes(
        lambda: top(page.locator(".text mark.current")), pytest.approx(before["y"], abs=4), page
    )
    marker(page, "iso-RU").click()
    expect(page.locator(".panel h2")).to_have_text("Russia")
    expect(page.locator(".panel h2")).to_be_in_viewport()


def test_a_chosen_name_stays_under_the_pointer_as_the_panel_above_it_grows(open_page: Open) -> None:
    page = open_page(HARBIN)
    name = page.locator(".text p mark").nth(12)
    before = name.bounding_box()
    name.click()
    expect(page.locator(".panel blockquote")).to_be_visible()
    rested(page)
    after = page.locator(".text mark.current").bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_on_a_phone_a_name_without_a_place_shows_why(open_page: Open) -> None:
    page = open_page(HARBIN, width=390, height=844)
    name = page.locator(".text p mark[data-place='']").last
    name.scroll_into_view_if_needed()
    name.click()
    missing = page.locator(".panel .missing")
    expect(missing).to_be_in_viewport()
    frame, told = page.locator("iframe[title*='st_folium']").bounding_box(), missing.bounding_box()
    assert frame
    assert told
    assert told["y"] >= frame["y"] + frame["height"]


def test_on_a_phone_a_name_is_selected_by_a_tap(open_page: Open) -> None:
    page = open_page(HARBIN, width=390, height=844)
    text_mark(page, "Beijing").click()
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    expect(marker(page, place_of(page, "Beijing"))).to_have_class(re.compile("dl-selected"))
    map_flown(page, *BEIJING_AT)
