"""Uncertainty in sight: the slider, what it hides, and what it never hides."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.doubtful import Doubtful, doubtful, with_names_off_the_map
from support.page import camera, mark_frame, place_ids, the_map

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def unsure() -> Doubtful:
    return doubtful()


def turn_to(page: Page, steps: int) -> None:
    page.get_by_role("button", name="How sure").click()
    slider = page.get_by_role("slider", name="Hide what is less sure than")
    slider.focus()
    for _ in range(steps):
        page.keyboard.press("ArrowRight")


def test_the_slider_hides_what_is_less_sure_and_the_link_says_so(
    open_page: Open, unsure: Doubtful
) -> None:
    page = open_page(unsure.link)
    before, seen = place_ids(page), camera(page)
    mark_frame(page)
    place = unsure.place
    expect(page.locator(unsure.mark)).to_have_attribute("data-place", place)
    turn_to(page, 14)
    expect(page.locator(".least")).to_have_text("0.70 (likely)")
    expect(page).to_have_url(re.compile(r"sure=0\.7(&|$)"))
    expect(the_map(page).locator(f".dl-place[data-place='{place}']")).to_have_count(0)
    expect(page.locator(unsure.mark)).to_have_count(0)
    assert set(place_ids(page)) < set(before)
    assert camera(page) == seen | {"mark": "the same"}
    expect(page.get_by_role("slider")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_role("button", name="Reset filters").click()
    expect(the_map(page).locator(f".dl-place[data-place='{place}']")).to_have_count(1)


def test_what_a_step_hides_is_said_before_the_page_answers(
    open_page: Open, unsure: Doubtful
) -> None:
    page = open_page(unsure.link)
    page.get_by_role("button", name="How sure").click()
    slider = page.get_by_role("slider")
    slider.fill("19")
    effect = page.locator(".menu .help").first
    expect(effect).to_have_text(re.compile(r"^Hides \d+ of \d+ mentions on the map\.$"))
    said = effect.inner_text()
    hidden = int(said.split()[1])
    expect(page.locator(".hidden-note")).to_contain_text(f"{hidden} mentions are hidden")
    expect(slider).to_have_attribute("aria-valuetext", f"0.95 (almost certain). {said}")


def test_what_is_hidden_is_said_and_one_click_brings_it_back(
    open_page: Open, unsure: Doubtful
) -> None:
    page = open_page(f"{unsure.link}&sure=0.7")
    everything = open_page(unsure.link)
    expect(page.locator(".hidden-note")).to_contain_text("hidden: less sure than 0.70.")
    page.get_by_role("button", name="Show them").click()
    expect(the_map(page).locator(".dl-place")).to_have_count(len(place_ids(everything)))
    expect(page.locator(".hidden-note")).to_have_count(0)


def test_names_off_the_map_are_listed_however_much_is_hidden(open_page: Open) -> None:
    link = with_names_off_the_map()
    page = open_page(f"{link}&tab=places")
    missing = page.locator("[aria-label='Names that are not on the map'] .row")
    expect(missing.first).to_be_visible()
    names = missing.locator(".row-name").all_inner_texts()
    strict = open_page(f"{link}&tab=places&sure=1")
    rows = strict.locator("[aria-label='Names that are not on the map'] .row")
    expect(rows.first).to_be_visible()
    assert rows.locator(".row-name").all_inner_texts() == names
    expect(rows.first.locator(".row-where")).not_to_be_empty()


def test_an_unsure_name_is_marked_as_such_in_text_and_on_the_map(
    open_page: Open, unsure: Doubtful
) -> None:
    page = open_page(unsure.link)
    name = page.locator(unsure.mark)
    expect(name).to_have_class(re.compile("is-unsure"))
    expect(name).to_have_attribute("aria-label", re.compile("(uncertain|doubtful)$"))
    place = unsure.place
    core = the_map(page).locator(f".dl-place[data-place='{place}'] [stroke-dasharray]")
    expect(core.first).to_be_attached()


def test_the_slider_works_on_a_phone(open_page: Open, unsure: Doubtful) -> None:
    page = open_page(unsure.link, width=390, height=844)
    turn_to(page, 12)
    expect(page).to_have_url(re.compile(r"sure=0\.6(&|$)"))
    menu = page.locator(".menu").bounding_box()
    assert menu
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= 390
