"""Signing in with a real OpenID Connect provider, and what that lets one do."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from support.page import drawn, text_mark
from support.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.fresh_context]

Open = Callable[..., Page]


def may_correct(page: Page) -> bool:
    text_mark(page, "Harbin").click()
    page.locator(".panel").get_by_text("Why here?").click()
    expect(page.locator(".panel .told")).to_be_visible()
    return page.locator(".panel section.review").count() > 0


def test_a_stranger_reads_and_no_more(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("button", name="Add article")).to_have_count(0)
    assert not may_correct(page)


def test_named_people_correct_and_are_named_for_it(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Ana")
    expect(page.get_by_role("button", name="Add article")).to_be_visible()
    assert may_correct(page)
    page.locator(".panel").get_by_role("button", name="Looks right").click()
    expect(page.locator(".panel details li").first).to_contain_text("by Ana")
    page.locator(".panel").get_by_role("button", name="Undo: ").click()


def test_others_bring_in_but_do_not_correct(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Bo")
    expect(page.get_by_role("button", name="Add article")).to_be_visible()
    assert not may_correct(page)


def test_an_address_that_nobody_verified_gives_no_rights(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Eve")
    assert not may_correct(page)


def test_signing_in_and_out_leads_back_to_what_was_seen(open_page: Open, closed: str) -> None:
    page = open_page(f"{closed}/?types=literal&sure=0.5")
    sign_in(page, "Bo")
    expect(page).to_have_url(re.compile(r"types=literal.*sure=0\.5"))
    page.get_by_role("button", name="Bo", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page).to_have_url(re.compile(r"types=literal.*sure=0\.5"))


def test_who_refuses_at_the_provider_comes_back_as_a_stranger(open_page: Open, closed: str) -> None:
    page = open_page(closed, width=390, height=844)
    page.get_by_role("button", name="Sign in").focus()
    page.keyboard.press("Enter")
    page.locator("button[value=deny]").click()
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
