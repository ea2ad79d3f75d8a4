"""axe-core over every page and its states, light and dark, laptop and phone."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect
from support.axe import violations
from support.many import atlas_map
from support.page import PATIENCE, drawn, rested, text_mark, the_map
from support.signing_in import sign_in

pytestmark = pytest.mark.browser

SIZES = {"laptop": (1440, 900), "phone": (390, 844)}
Visit = Callable[..., Page]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=SIZES)
def open_at(new_page: Visit, scheme: str, request: pytest.FixtureRequest) -> Visit:
    """Opens a path of a dashboard at this size and in this scheme."""
    width, height = SIZES[request.param]

    def opened(server: str, path: str) -> Page:
        page = new_page(server, width=width, height=height, dark=scheme == "dark", same_reader=True)
        page.goto(server + path)
        return page

    return opened


@pytest.fixture
def visit(server: str, open_at: Visit) -> Visit:
    """Opens a path of the dashboard."""
    return partial(open_at, server)


@pytest.fixture
def visit_many(full_server: str, open_at: Visit) -> Visit:
    """Opens a path of the dashboard with many stored articles, and waits until it is drawn."""

    def visited(path: str) -> Page:
        page = open_at(full_server, path)
        expect(page.locator(".counted")).to_be_visible(timeout=3 * PATIENCE)
        rested(page)
        return page

    return visited


def test_the_article_and_all_that_unfolds(visit: Visit) -> None:
    page = visit("/")
    drawn(page)
    found = violations(page)
    text_mark(page, "Beijing").click()
    expect(page.locator(".panel h2")).to_have_text("Beijing")
    page.get_by_text("Why here?").click()
    expect(page.locator(".review")).to_be_visible()
    found += violations(page)
    page.locator("[data-id='open-governments']").click()
    found += violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("tab", name=re.compile("Places")).click()
    expect(page.locator(".row").first).to_be_visible()
    found += violations(page)
    assert found == []


def test_the_dialogs(visit: Visit) -> None:
    page = visit("/?place=iso-RU")
    drawn(page)
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("button", name="Copy code")).to_be_visible()
    found = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add article").click()
    expect(page.get_by_label("Text of the article")).to_be_visible()
    found += violations(page)
    assert found == []


@pytest.mark.parametrize("path", ["/?words=zzzz&tab=places", "/?article=" + "x" * 22])
def test_what_is_empty_or_not_here(visit: Visit, path: str) -> None:
    page = visit(path)
    drawn(page)
    assert violations(page) == []


def test_the_embedded_page(visit: Visit, scheme: str) -> None:
    page = visit(f"/?embed=true&place=iso-RU&embed_options={scheme}_theme")
    expect(the_map(page).locator(".leaflet-container.dl-ready")).to_be_visible(timeout=PATIENCE)
    rested(page)
    assert violations(page) == []


def test_the_about_page(visit: Visit) -> None:
    page = visit("/about")
    page.locator("summary", has_text="Model card").click()
    expect(page.get_by_text("What ships:")).to_be_visible()
    assert violations(page) == []


def test_the_legend_and_what_it_explains(visit: Visit) -> None:
    page = visit("/")
    drawn(page)
    legend = the_map(page).locator(".dl-legend")
    if legend.get_attribute("open") is None:
        legend.locator("summary").click()
    legend.locator(".dl-term").first.click()
    expect(the_map(page).get_by_role("tooltip")).to_be_visible()
    assert violations(page) == []


def test_the_library_and_deleting_in_it(visit_many: Visit) -> None:
    page = visit_many("/library")
    expect(page.locator("tbody tr").first).to_be_visible()
    found = violations(page)
    page.locator("tbody input").first.check()
    page.locator("tbody [data-id^='delete-']").first.click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    found += violations(page)
    page = visit_many("/library?words=zzzz")
    expect(page.locator(".empty")).to_be_visible()
    assert found + violations(page) == []


def test_the_atlas_and_a_place_chosen_there(visit_many: Visit) -> None:
    page = visit_many("/atlas")
    atlas_map(page)
    rested(page)
    found = violations(page)
    page.locator(".rows .row").nth(1).click()
    expect(page.locator(".chosen blockquote").first).to_be_visible()
    rested(page)
    found += violations(page)
    page = visit_many("/atlas?words=zzzz")
    atlas_map(page)
    rested(page)
    assert found + violations(page) == []


@pytest.mark.parametrize("path", ["/place?id=iso-KE", "/place?id=nothing"])
def test_a_place(visit_many: Visit, path: str) -> None:
    page = visit_many(path)
    expect(page.locator("h1")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/library", "/atlas"])
def test_an_empty_library(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.locator(".counted")).to_be_visible(timeout=3 * PATIENCE)
    rested(page)
    assert violations(page) == []


@pytest.mark.fresh_context
def test_signing_in(open_at: Visit, closed: str) -> None:
    page = open_at(closed, "/")
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    found = violations(page)
    sign_in(page, "Ana")
    page.get_by_role("button", name="Ana", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert found + violations(page) == []


def test_axe_sees_components_and_the_maps_frame(visit: Visit) -> None:
    page = visit("/")
    drawn(page)
    page.locator(".panel p.quiet").first.evaluate(
        "p => { p.style.color = 'var(--st-background-color)' }"
    )
    the_map(page).locator(".dl-button").evaluate("button => { button.textContent = '' }")
    the_map(page).locator(".dl-button").evaluate("button => { button.title = '' }")
    found = " ".join(violations(page))
    assert "color-contrast" in found
    assert "button-name" in found


def test_targets_are_large_enough_to_press(visit: Visit) -> None:
    page = visit("/?place=iso-RU")
    drawn(page)
    small = page.evaluate(
        """() => {
        const found = [];
        const seen = (root) => root.querySelectorAll("*").forEach((one) => {
          if (one.shadowRoot) seen(one.shadowRoot);
          const { width, height } = one.getBoundingClientRect();
          // Targets within a sentence are as high as its line (WCAG 2.5.8, inline).
          const isTarget = one.matches(".root :is(button, summary, input):not(p *, figcaption *)");
          if (isTarget && width && Math.min(width, height) < 24) found.push(one.outerHTML);
        });
        seen(document);
        return found; }"""
    )
    assert small == []


def test_forced_colours_keep_marks_and_selection_apart(server: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(server + "/?place=iso-RU")
    drawn(page)
    lines = {
        page.locator(f".text mark.g-{group}").first.evaluate(
            "mark => getComputedStyle(mark).textDecorationStyle"
        )
        for group in ("places", "modifiers", "governments")
    }
    assert len(lines) == 3
    lit = page.locator(".text mark.lit").first
    assert lit.evaluate("mark => getComputedStyle(mark).outlineStyle") != "none"
    context.close()


def test_less_motion_is_kept_to(server: str, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(server)
    drawn(page)
    moving = page.evaluate(
        """() => {
        const found = [];
        const seen = (root) => root.querySelectorAll(".root *").forEach((one) => {
          const style = getComputedStyle(one);
          const moves = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
          if (moves) found.push(one.className);
        });
        document.querySelectorAll("*").forEach((one) => one.shadowRoot && seen(one.shadowRoot));
        return found; }"""
    )
    assert moving == []
    context.close()
