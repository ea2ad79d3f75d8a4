"""What a first-time reader is told, and how it goes away; the page while it loads."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, Page, expect
from support.page import PATIENCE, drawn, text_mark
from support.waiting import until

from dashboard.wording.glossary import said_of

pytestmark = [pytest.mark.browser, pytest.mark.fresh_context]

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]


@pytest.mark.parametrize("width", [390, 1440])
def test_the_hint_is_there_once_and_goes_for_good(open_page: Open, width: int) -> None:
    page = open_page(width=width, height=844)
    hint = page.locator(".welcome")
    expect(hint).to_contain_text("Colours and shapes")
    box = hint.bounding_box()
    assert box
    assert box["height"] < 150
    page.get_by_role("button", name="Got it").press("Enter")
    expect(hint).to_have_count(0)
    expect(page.locator("[data-id='places']")).to_be_focused()
    page.locator("[data-id='places']").click()
    expect(page.locator("[data-id='places']")).to_have_attribute("aria-pressed", "false")
    expect(hint).to_have_count(0)
    page.reload()
    drawn(page)
    expect(hint).to_have_count(0)


def test_the_hint_covers_nothing_and_stops_nobody(open_page: Open) -> None:
    page = open_page()
    expect(page.locator(".welcome")).to_be_visible()
    main = page.locator("[data-testid='stMain']")
    until(lambda: main.evaluate("main => main.scrollHeight <= main.clientHeight + 1"), page)
    text_mark(page, "Harbin").click()
    expect(page.locator(".panel h2")).to_have_text("Harbin")


def test_the_page_has_its_shape_while_it_is_read(serve: Serve, browser: Browser) -> None:
    with serve() as address:
        _has_its_shape(address, browser)


def _has_its_shape(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(
        """new MutationObserver(() => {
          const block = document.querySelector(".skeleton .block");
          if (block) window.hadShape = getComputedStyle(block).backgroundColor;
        }).observe(document, { childList: true, subtree: true });"""
    )
    # The first article is read before anybody comes; all of them are not.
    page.goto(f"{server}/?articles=*")
    drawn(page)
    assert page.evaluate("window.hadShape") == "rgb(242, 240, 234)"
    expect(page.locator(".skeleton")).to_have_count(0)
    context.close()


def test_a_term_is_explained_by_pointing_focus_and_escape(open_page: Open) -> None:
    page = open_page()
    text_mark(page, "Beijing").click()
    term = page.locator(".panel .term[data-term='likelihood']")
    tip = page.get_by_role("tooltip")
    term.hover()
    expect(tip).to_have_text(said_of("likelihood"))
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    page.locator(".panel .close").focus()
    page.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(tip).to_have_text(said_of("likelihood"))
    expect(term).to_have_attribute("aria-describedby", "tip")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip", name=re.compile("probability"))).to_have_count(0)


def test_a_term_is_explained_by_a_tap(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(server + "/?tab=places")
    drawn(page)
    page.locator("h3 .term").tap()
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_text(said_of("missing"))
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator(".row").last.tap(trial=True)
    page.touchscreen.tap(200, 20)
    expect(tip).to_have_count(0)
    context.close()


def test_kinds_types_and_how_sure_are_explained_in_their_menus(open_page: Open) -> None:
    page = open_page()
    page.locator("[data-id='open-governments']").click()
    expect(page.locator(".menu")).to_contain_text("metonymic")
    page.keyboard.press("Escape")
    page.locator("[data-id='kinds']").click()
    expect(page.locator(".menu")).to_contain_text(said_of("county"))
    page.keyboard.press("Escape")
    page.locator("[data-id='doubt']").click()
    expect(page.locator(".menu")).to_contain_text(said_of("likelihood"))


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_how_sure_is_seen_at_every_width(open_page: Open, width: int) -> None:
    page = open_page(width=width, height=1024)
    for key in ("kinds", "doubt", "words"):
        expect(page.locator(f".chips [data-id='{key}']")).to_be_in_viewport(ratio=0.99)


def test_a_phone_says_that_there_are_more_chips(open_page: Open) -> None:
    page = open_page(width=390, height=844)
    more = page.locator(".more")
    more.click()

    def is_at_the_end() -> bool:
        more.evaluate("more => more.checkVisibility() && more.click()")
        return more.is_hidden()

    until(is_at_the_end, page)
    expect(more).to_be_hidden()
    expect(page.locator("[data-id='inside']")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1440, 900)])
def test_the_world_has_no_edge_at_the_lowest_zoom(open_page: Open, width: int, height: int) -> None:
    page = open_page(width=width, height=height)
    frame = next(f for f in page.frames if "st_folium" in f.url)
    shown = frame.evaluate(
        """() => { const { map } = dateline; map.setZoom(0, { animate: false });
        const x = (lon) => map.project([0, lon], map.getZoom()).x;
        return [x(360) - x(0), map.getSize().x]; }"""
    )
    assert shown[0] >= shown[1] - 1
