"""The page in a real browser: selecting, filtering, and what stays where it is."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from support.page import camera, drawn, mark_frame, marker, place_ids, rested, text_mark, the_map
from support.waiting import until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_a_marker_opens_the_places_excerpts_and_its_spot_in_the_text(open_page: Open) -> None:
    page = open_page()
    place = text_mark(page, "Heilongjiang").get_attribute("data-place")
    marker(page, place or "").press("Enter")
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text("Heilongjiang")
    expect(panel.locator("blockquote mark")).to_have_text("Heilongjiang")
    expect(page.locator(".text mark.lit").first).to_have_text("Heilongjiang")
    expect(page.locator(".text mark.current")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"place={place}"))


def test_a_click_on_a_marker_selects_it(open_page: Open) -> None:
    page = open_page()
    place = text_mark(page, "Heilongjiang").get_attribute("data-place")
    marker(page, place or "").click(force=True)
    expect(page.locator(".panel h2")).to_have_text("Heilongjiang")


def test_a_name_in_the_text_is_selected_on_the_map(open_page: Open) -> None:
    page = open_page()
    name = text_mark(page, "Harbin")
    place = name.get_attribute("data-place") or ""
    name.click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    expect(marker(page, place)).to_have_class(re.compile("dl-selected"))


def test_the_text_works_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.locator(".text mark").first.focus()
    page.keyboard.press("ArrowRight")
    focused = page.locator(".text mark:focus")
    expect(focused).to_have_attribute("data-mention", "1")
    page.keyboard.press("Enter")
    expect(page.locator(".text mark.current")).to_have_attribute("data-mention", "1")


def test_excerpts_are_paged_and_the_text_follows(open_page: Open) -> None:
    page = open_page("/?articles=01-harbin-visit&place=iso-RU")
    pager = page.locator(".pager")
    expect(pager).to_contain_text("1 of")
    page.get_by_role("button", name="Next excerpt").click()
    expect(pager).to_contain_text("2 of")
    expect(page.locator(".text mark.current")).to_be_in_viewport()
    page.get_by_text("Why here?").click()
    expect(page.locator("details li").first).to_be_visible()


def test_a_row_of_the_list_selects_by_keyboard(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("tab", name=re.compile("Places")).click()
    rows = page.locator("[aria-label='Places on the map'] .row")
    expect(rows).to_have_count(len(place_ids(page)))
    rested(page)
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    name = rows.nth(1).locator(".row-name").inner_text()
    expect(page.locator(".panel h2")).to_have_text(name)


def test_names_off_the_map_are_listed_with_a_reason_and_lead_to_the_text(open_page: Open) -> None:
    page = open_page("/?tab=places")
    row = page.locator("[aria-label='Names that are not on the map'] .row").first
    expect(row.locator(".row-where")).not_to_be_empty()
    row.click()
    expect(page.locator(".panel .missing")).not_to_be_empty()
    page.get_by_role("button", name="Show in the article").click()
    expect(page.locator(".text mark.current")).to_be_in_viewport()


def test_a_filter_changes_the_places_and_leaves_frame_centre_and_zoom(open_page: Open) -> None:
    page = open_page()
    before, places = camera(page), place_ids(page)
    mark_frame(page)
    page.locator("[data-id='places']").click()
    expect(page.locator("[data-id='places']")).to_have_attribute("aria-pressed", "false")
    expect(the_map(page).locator(".dl-place")).not_to_have_count(len(places))
    rested(page)
    after = camera(page)
    assert after.pop("mark") == "the same"
    assert after == pytest.approx({k: v for k, v in before.items() if k != "mark"}, abs=1e-6)
    expect(page.locator(".text mark.g-places")).to_have_count(0)
    page.get_by_role("button", name="Reset filters").click()
    expect(the_map(page).locator(".dl-place")).to_have_count(len(places))
    assert camera(page)["mark"] == "the same"


def test_single_types_and_kinds_can_be_chosen(open_page: Open) -> None:
    page = open_page()
    page.locator("[data-id='open-modifiers']").click()
    expect(page.get_by_text("Says whose a thing is")).to_be_visible()
    page.get_by_role("button", name="Only Says whose something is").click()
    expect(page).to_have_url(re.compile(r"types=non_literal_modifier(&|$)"))
    expect(page.locator(".text mark:not(.g-modifiers)")).to_have_count(0)
    page.keyboard.press("Escape")
    page.locator("[data-id='kinds']").click()
    page.get_by_role("button", name="Only Countries").click()
    expect(page).to_have_url(re.compile(r"kinds=country(&|$)"))


def test_a_filter_that_leaves_nothing_says_so_and_how_to_get_back(open_page: Open) -> None:
    page = open_page("/?words=zzzz&tab=places")
    expect(page.get_by_text("Nothing passes the filters")).to_have_count(1)
    expect(page.locator(".panel")).to_contain_text("Nothing passes the filters")
    page.get_by_role("button", name="Reset filters").click()
    expect(page.locator(".row").first).to_be_visible()
    page.locator("[data-id='words']").fill("zzzz")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator(".row").first).to_be_visible()
    expect(page.locator("[data-id='words']")).to_have_value("")


def test_all_articles_can_be_shown_and_narrowed(open_page: Open) -> None:
    page = open_page("/?articles=*")
    expect(page.get_by_label("Article to read").locator("option").nth(5)).to_be_attached()
    page.locator("[data-id='articles']").click()
    page.locator(".option input").first.uncheck()
    expect(page).to_have_url(re.compile("articles=02"))


def test_another_article_is_picked_in_the_header(open_page: Open) -> None:
    page = open_page()
    before = place_ids(page)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option").nth(1).click()
    expect(page).to_have_url(re.compile("articles=02"))
    drawn(page)
    until(lambda: place_ids(page) != before, page)


def test_map_and_text_are_seen_together_without_scrolling(open_page: Open) -> None:
    page = open_page("/?place=iso-RU")
    for part in (page.locator("iframe[title*='st_folium']"), page.locator(".pane")):
        expect(part).to_be_in_viewport(ratio=0.99)
    main = page.locator("[data-testid='stMain']")
    until(lambda: main.evaluate("main => main.scrollHeight <= main.clientHeight + 1"), page)


def test_the_pages_own_style_has_the_themes_colours(open_page: Open) -> None:
    page = open_page()
    link = page.locator("[class*='st-key-page-here-'] a")
    expect(link).to_have_css("border-bottom-color", "rgb(36, 59, 122)")
    page.emulate_media(color_scheme="dark")
    expect(link).to_have_css("border-bottom-color", "rgb(169, 187, 255)")


def test_a_phone_shows_everything_without_sideways_scrolling(open_page: Open) -> None:
    page = open_page("/?place=iso-RU", width=390, height=844)
    assert page.locator("[data-testid='stMain']").evaluate("main => main.scrollWidth") <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tops = [
        page.locator(part).first.bounding_box()["y"]  # type: ignore[index]
        for part in (".wordmark", "iframe[title*='st_folium']", ".chips", ".panel", ".tabs")
    ]
    assert tops == sorted(tops)
    expect(page.locator("[data-id='places']")).to_be_visible()


def test_nothing_is_asked_of_any_other_host_and_nothing_complains(
    open_page: Open, server: str, recorder: Any
) -> None:
    page = open_page()
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")
    page.get_by_role("tab", name=re.compile("Places")).click()
    expect(page.locator(".row").first).to_be_visible()
    strangers = [url for url in recorder.requests if not url.startswith((server, "data:", "blob:"))]
    assert strangers == []
    assert recorder.errors == []
