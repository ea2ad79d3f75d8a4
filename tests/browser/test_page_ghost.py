"""The ghost of an alternative that the reader holds, while the page is drawn anew around it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.doubtful import doubtful
from support.page import rested, the_map
from support.waiting import becomes

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def test_a_held_ghost_and_its_focus_outlive_a_redraw(open_page: Open) -> None:
    unsure = doubtful()
    page = open_page(unsure.link)
    page.locator(unsure.mark).click()
    page.get_by_text("Why here?").click()
    rested(page)
    other = page.locator(".other").first
    other.focus()
    page.keyboard.press("Enter")
    expect(other).to_have_attribute("aria-pressed", "true")
    ghost = the_map(page).locator(".dl-ghost")
    expect(ghost).to_have_count(1)
    page.locator(".panel").evaluate("panel => { panel.mark = 'old'; }")
    # What else is shown changes while the focus stays where it is.
    page.locator("[data-id='governments'].chip-main").evaluate("chip => chip.click()")
    expect(page.get_by_role("button", name="Reset filters")).to_be_enabled()
    rested(page)
    becomes(lambda: page.locator(".panel").evaluate("panel => panel.mark"), None, page)
    expect(other).to_be_focused()
    expect(other).to_have_attribute("aria-pressed", "true")
    expect(ghost).to_have_count(1)
    page.keyboard.press("Tab")
    expect(ghost).to_have_count(1)
    other.click()
    page.locator(".wordmark").hover()
    expect(ghost).to_have_count(0)
