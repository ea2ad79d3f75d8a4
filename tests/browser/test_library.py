"""The library in a real browser: sorted, searched, opened, deleted."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.chromium import Recorder
from support.many import Visit, found, is_narrow, visitor
from support.page import drawn
from support.stored import fill

from geo import Geoparser

pytestmark = pytest.mark.browser


def test_the_table_is_sorted_by_any_column_and_paged(visit: Visit) -> None:
    page = visit("/library")
    titles = page.locator("tbody .of-title a")
    expect(titles).to_have_count(50)
    page.get_by_role("button", name="Title").click()
    expect(page).to_have_url(re.compile("order=title"))
    expect(page.locator("th.of-title[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    shown = titles.all_inner_texts()
    assert shown == sorted(shown, key=str.casefold)
    page.get_by_role("button", name="Next ›").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(titles).not_to_have_count(50)


def test_words_and_outlets_find_articles(visit: Visit) -> None:
    page = visit("/library?words=snow")
    assert 0 < found(page) < 60
    expect(page.locator("tbody .of-title a").first).to_contain_text("Snow")
    page = visit("/library?words=zzzz")
    expect(page.locator(".empty")).to_contain_text("“Reset all” brings them back")


def test_a_title_opens_the_article_by_keyboard(visit: Visit) -> None:
    page = visit("/library?words=snow")
    link = page.locator("tbody .of-title a").first
    title = link.inner_text()
    link.press("Enter")
    drawn(page)
    expect(page.locator(".text h3")).to_have_text(title)
    page.go_back()
    expect(page.locator("tbody .of-title a").first).to_have_text(title)


def test_several_are_opened_on_one_map(visit: Visit) -> None:
    page = visit("/library?words=snow")
    for nth in (0, 1):
        page.locator("tbody input").nth(nth).check()
    page.get_by_role("link", name="Open on the map").click()
    drawn(page)
    expect(page).to_have_url(re.compile(r"articles=\w{22}(,|%2C)\w{22}"))


def test_an_article_is_deleted_once_that_was_asked_twice(visit: Visit) -> None:
    page = visit("/library?words=Quito+Trade")
    before = found(page)
    page.locator("tbody [data-id^='delete-']").first.click()
    expect(page.get_by_role("alertdialog")).to_contain_text("Links to it will not open any more")
    page.get_by_role("button", name="Keep").click()
    assert found(page) == before
    page.locator("tbody [data-id^='delete-']").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator(".tally strong")).to_contain_text(f"{before - 1} of")


def test_who_may_not_list_sees_no_stored_article_and_who_may_not_edit_deletes_none(
    serve: Callable[..., AbstractContextManager[str]],
    new_page: Callable[..., Page],
    recorder: Recorder,
    geoparser: Geoparser,
    tmp_path: Path,
) -> None:
    fill(tmp_path, 3, geoparser)
    settings = {"DATELINE_DATA_DIR": str(tmp_path), "DATELINE_EDITING": "nobody"}
    for others in ("nobody", "signed-in", "ann@example.org"):
        with serve(**settings, DATELINE_LISTING=others) as server:
            visit = visitor(new_page, recorder, server)
            page = visit("/library")
            expect(page.locator("tbody tr").first).to_be_visible()
            expect(page.get_by_text("report 1")).to_have_count(0)
            expect(page.locator(".counted")).to_contain_text("only where listing them is allowed")
    with serve(**settings, DATELINE_LISTING="public") as server:
        visit = visitor(new_page, recorder, server)
        page = visit("/library?words=visitors+kenyan")
        expect(page.locator("tbody .of-title a")).to_have_count(3)
        expect(page.locator("[data-id^='delete-']")).to_have_count(0)


def test_an_empty_library_says_what_to_do_and_takes_an_article(
    serve: Callable[..., AbstractContextManager[str]],
    new_page: Callable[..., Page],
    recorder: Recorder,
    tmp_path: Path,
) -> None:
    (tmp_path / "seeds").mkdir()
    folders = {"DATELINE_SEEDS": str(tmp_path / "seeds"), "DATELINE_DATA_DIR": str(tmp_path)}
    with serve(**folders) as server:
        visit = visitor(new_page, recorder, server)
        page = visit("/library")
        expect(page.locator(".empty")).to_contain_text("“Add article” takes a text")
        page.get_by_role("button", name="Add article").click()
        page.get_by_label("Text of the article").fill("Fog in Bergen\n\nFog lay over Bergen.")
        page.get_by_role("button", name="Show it on the map").first.click()
        drawn(page)
        expect(page.locator(".text h3")).to_have_text("Fog in Bergen")
        page.get_by_role("link", name="Library", exact=True).click()
        expect(page.locator("tbody .of-title a")).to_have_text("Fog in Bergen")
        expect(page.locator("tbody .kept")).to_have_text("this session only")


def test_a_phone_shows_the_articles_without_sideways_scrolling(visit: Visit) -> None:
    page = visit("/library", width=390, height=844)
    assert is_narrow(page, 390)
    expect(page.locator("tbody .about").first).to_be_visible()
    expect(page.get_by_role("button", name="Title")).to_be_visible()
