"""The page of a place in a real browser."""

import re

import pytest
from playwright.sync_api import expect
from support.chromium import Recorder
from support.many import Visit, is_narrow
from support.page import drawn, rested

pytestmark = pytest.mark.browser

LIMA = "/place?id=gn-3936456"


def test_every_excerpt_is_there_newest_first_and_leads_into_its_article(visit: Visit) -> None:
    page = visit(f"{LIMA}&words=report")
    expect(page.locator("h1")).to_have_text("Lima")
    expect(page.locator("blockquote").first).to_contain_text("Lima")
    page.locator("figcaption a").first.click()
    drawn(page)
    expect(page.locator(".panel h2")).to_have_text("Lima")
    expect(page.locator(".text mark.current")).to_have_text("Lima")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Lima")
    expect(page).to_have_url(re.compile("words=report"))


def test_excerpts_are_paged_by_keyboard(visit: Visit) -> None:
    page = visit("/atlas?words=report&countries=KE")
    page.locator(".rows .row").first.press("Enter")
    page.locator("[data-id='all-excerpts']").press("Enter")
    expect(page.locator("h1")).to_be_visible()
    rested(page)
    expect(page.locator("blockquote")).to_have_count(20)
    page.get_by_role("button", name="Next ›").press("Enter")
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator(".pager")).to_contain_text("Page 2 of")
    page.locator("[data-id='fold-outlets']").press("Enter")
    page.get_by_label("North Wire").check()
    expect(page).not_to_have_url(re.compile("page="))


def test_hostile_words_are_words(visit: Visit, recorder: Recorder) -> None:
    page = visit(f"{LIMA}&words=report")
    expect(page.locator("figcaption").first).to_be_visible()
    expect(page.locator("img[src='x']")).to_have_count(0)
    assert recorder.dialogs == []


@pytest.mark.parametrize("identifier", ["%3Cb%3Ex", "gn-1' OR 1=1", "..%2F..", "gn-99999999999"])
def test_an_unknown_place_is_said(visit: Visit, identifier: str) -> None:
    page = visit(f"/place?id={identifier}")
    expect(page.locator("h1")).to_have_text("No such place")
    expect(page.locator(".empty")).to_contain_text("No place has this id")
    page.get_by_role("link", name="To the atlas").click()
    expect(page).to_have_url(re.compile("/atlas"))


def test_a_phone_shows_it_without_sideways_scrolling(visit: Visit) -> None:
    page = visit(f"{LIMA}&words=report", width=390, height=844)
    assert is_narrow(page, 390)
    tops = [page.locator(part).first.bounding_box()["y"] for part in ("h1", ".plot", "blockquote")]  # type: ignore[index]
    assert tops == sorted(tops)
