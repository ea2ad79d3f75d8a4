"""Correcting places in a real browser: by click, by keyboard, on a phone."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from support.page import (
    address_says_camera,
    camera,
    map_rested,
    mark_frame,
    marker,
    rested,
    text_mark,
    the_map,
)

from geo.corrections import Scope, Verdict
from geo.library import Library
from geo.settings import Settings

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
STORY = "Rain in Paris\n\nRain fell on {}. The mayor of Paris spoke. Paris is wet."


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editor")


@pytest.fixture(scope="module")
def editor(serve: Serve, data: Path) -> Iterator[str]:
    """A dashboard with a library of its own, so that what is corrected here stays here."""
    with serve(DATELINE_DATA_DIR=str(data)) as address:
        yield address


@pytest.fixture
def story(open_page: Open, editor: str, request: pytest.FixtureRequest) -> Page:
    """A pasted article that names Paris three times; each test's is another one."""
    page = open_page(editor)
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(STORY.format(f"a {request.node.name}"))
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_have_text("Rain in Paris")
    return page


def test_a_link_rebuilds_corrections_filters_selection_and_zoom(
    story: Page, open_page: Open
) -> None:
    panel = selected(story, nth=2)
    panel.locator(".other").first.wait_for()
    named = panel.locator(".other").first.inner_text().partition("\n")[0].partition(" · ")[0]
    panel.get_by_role("button", name=f"Use {named}").first.click()
    expect(panel.locator(".likely")).to_have_text("✓ verified")
    story.locator("[data-id='open-governments']").click()
    story.keyboard.press("Escape")
    story.locator("[data-id='modifiers']").click()
    expect(story).to_have_url(re.compile("types="))
    story.get_by_role("button", name="Share").click()
    story.get_by_role("button", name="Share it by link").click()
    expect(story.get_by_role("button", name="Copy link")).to_be_visible()
    story.keyboard.press("Escape")
    map_rested(story)
    the_map(story).get_by_role("button", name="Zoom out").click()
    address_says_camera(story)
    rested(story)
    other = open_page(story.url)
    assert other.context is not story.context
    there = other.locator(".panel")
    expect(there.locator("h2")).to_have_text(panel.locator("h2").inner_text())
    expect(there.locator(".likely")).to_have_text("✓ verified")
    expect(there.locator(".pager")).to_have_text(panel.locator(".pager").text_content() or "")
    expect(other.locator("[data-id='modifiers']")).to_have_attribute("aria-pressed", "false")
    seen, here = camera(other), camera(story)
    for key in ("lat", "lng", "zoom"):
        assert seen[key] == pytest.approx(here[key], abs=1e-3)


def selected(page: Page, name: str = "Paris", nth: int = 1) -> Locator:
    """Select a mention in the text and unfold why it lies where it does; the panel."""
    page.locator(".text p mark", has_text=re.compile(f"^{name}$")).nth(nth - 1).click()
    panel = page.locator(".panel")
    expect(panel.locator("blockquote mark")).to_have_text(re.compile(f"^{name}$"))
    if panel.locator("details").get_attribute("open") is None:
        panel.locator("summary").click()
    return panel


def alternatives(panel: Locator) -> Locator:
    return panel.locator(".others .do")


def places(page: Page, name: str = "Paris") -> list[str | None]:
    marks = page.locator(".text p mark", has_text=re.compile(f"^{name}$"))
    return [marks.nth(i).get_attribute("data-place") for i in range(marks.count())]


def test_two_clicks_correct_a_wrong_pin_and_undo_takes_it_back(story: Page) -> None:
    before = places(story)
    mark_frame(story)
    panel = story.locator(".panel")
    marker(story, before[0] or "").click()
    panel.locator(".rather .do").first.click()
    expect(panel.locator(".likely")).to_have_text("✓ verified")
    expect(panel.locator(".rather")).to_have_count(0)
    panel.get_by_text("Why here?").click()
    expect(panel.locator("details li").first).to_contain_text(re.compile("^Corrected on "))
    after = places(story)
    assert len(set(after)) == 1
    assert after != before
    expect(marker(story, after[0] or "")).to_have_class(re.compile("dl-selected"))
    expect(marker(story, before[0] or "")).to_have_count(0)
    expect(story).to_have_url(re.compile(f"place={after[0]}"))
    assert camera(story)["mark"] == "the same"
    expect(panel).to_contain_text("Last change: “Paris” is Paris")
    panel.get_by_role("button", name=re.compile("^Undo: ")).click()
    expect(panel.locator(".told")).to_contain_text("Automatic")
    assert places(story) == before


def test_a_correction_of_one_mention_leaves_the_others_and_is_offered_to_them_first(
    story: Page,
) -> None:
    panel = selected(story)
    before = places(story)
    panel.get_by_label("Change", exact=True).select_option("mention")
    alternatives(panel).nth(1).click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    after = places(story)
    assert after[0] != before[0]
    assert after[1:] == before[1:]
    panel = selected(story, nth=2)
    first = panel.locator(".others li").first
    expect(first).to_contain_text("verified before for this name")


def test_not_a_place_is_off_the_map_and_listed(story: Page) -> None:
    panel = selected(story)
    panel.get_by_role("button", name="Looks right").click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    panel.get_by_role("button", name="Not a place").click()
    expect(panel.locator(".missing").first).to_contain_text("Marked as not a place on ")
    assert places(story) == ["", ""]
    story.get_by_role("tab", name=re.compile("Places")).click()
    rows = story.locator("[aria-label='Names that are not on the map'] .row")
    expect(rows.filter(has_text="Paris")).to_contain_text("Marked as not a place")
    panel.get_by_role("button", name="Back to automatic").click()
    expect(panel.locator("h2")).to_have_text("Paris")
    expect(rows.filter(has_text="Paris")).to_have_count(0)


def test_the_last_change_can_be_undone_when_nothing_is_selected(story: Page) -> None:
    panel = selected(story)
    panel.get_by_role("button", name="Not a place").click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    panel.get_by_role("button", name="Close the selected place").click()
    expect(panel.locator("h2")).to_contain_text("mention")
    panel.get_by_role("button", name="Undo: “Paris” is not a place").click()
    expect(panel.get_by_role("button", name=re.compile("Undo"))).to_have_count(0)
    assert "" not in places(story)


def test_looks_right_and_flag_are_seen_in_the_list(story: Page) -> None:
    panel = selected(story)
    panel.get_by_role("button", name="Flag as doubtful").click()
    expect(panel.locator(".told")).to_have_text("⚑ Flagged")
    story.get_by_role("tab", name=re.compile("Places")).click()
    row = story.locator("[aria-label='Places on the map'] .row", has_text="Paris")
    expect(row.locator(".row-likely")).to_contain_text("⚑ flagged")
    panel.get_by_role("button", name="Looks right").click()
    expect(row.locator(".row-likely")).to_have_text("✓ verified")


def test_the_gazetteer_is_searched_and_chosen_by_keyboard(story: Page) -> None:
    panel = selected(story)
    panel.get_by_label("Search the gazetteer").focus()
    story.keyboard.type("Kharkov")
    story.keyboard.press("Enter")
    found = panel.get_by_label("Found in the gazetteer")
    expect(found.get_by_role("listitem").first).to_contain_text("Kharkiv")
    expect(panel.get_by_label("Search the gazetteer")).to_have_value("Kharkov")
    found.get_by_role("button").first.focus()
    story.keyboard.press("Enter")
    expect(panel.locator("h2")).to_have_text("Kharkiv")
    expect(panel.locator(".told")).to_be_focused()
    expect(panel.locator("blockquote mark")).to_have_text("Paris")


def test_a_wrong_place_is_corrected_and_taken_back_by_keyboard_alone(story: Page) -> None:
    keys, panel = story.keyboard, story.locator(".panel")
    text_mark(story, "Paris").focus()
    keys.press("Enter")
    expect(panel.locator("h2")).to_have_text("Paris")
    before = places(story)
    tabbed_to(story, panel.locator(".rather .do").first, "Shift+Tab")
    keys.press("Enter")
    expect(panel.locator(".likely")).to_have_text("✓ verified")
    assert places(story) != before
    expect(panel.locator("[data-id='review-last']")).to_be_focused()
    tabbed_to(story, panel.get_by_role("button", name=re.compile("^Undo: ")), "Tab")
    keys.press("Enter")
    expect(panel.locator(".likely")).not_to_have_text("✓ verified")
    expect(panel.locator("h2")).to_be_focused()
    assert places(story) == before


def tabbed_to(page: Page, target: Locator, key: str) -> None:
    """Press a key until the target has the focus."""
    for _ in range(25):
        if target.evaluate("one => one.getRootNode().activeElement === one"):
            return
        page.keyboard.press(key)
    expect(target).to_be_focused()


def test_a_search_without_an_answer_says_so(story: Page) -> None:
    panel = selected(story)
    panel.get_by_label("Search the gazetteer").fill("Xyzzy <b>qwertz</b>")
    panel.get_by_role("button", name="Search").click()
    expect(panel.get_by_role("alert")).to_have_text("The gazetteer knows no “Xyzzy <b>qwertz</b>”.")


def test_a_point_can_be_typed(story: Page) -> None:
    panel = selected(story)
    panel.get_by_label("Search the gazetteer").fill("48.2, 16.37")
    panel.get_by_role("button", name="Search").click()
    panel.get_by_role("button", name="Use This point").click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    expect(marker(story, (places(story)[0] or ""))).to_be_visible()
    assert (places(story)[0] or "").startswith("point-")


def test_a_point_can_be_clicked_on_the_map(story: Page) -> None:
    panel = selected(story)
    panel.get_by_role("button", name="Point on the map").click()
    asked = panel.get_by_text("Click or tap the spot on the map.")
    expect(asked).to_be_visible()
    story.keyboard.press("Escape")
    expect(asked).to_have_count(0)
    panel.get_by_role("button", name="Point on the map").click()
    expect(asked).to_be_visible()
    panel.get_by_role("button", name="Point on the map").click()
    expect(asked).to_have_count(0)
    panel.get_by_role("button", name="Point on the map").click()
    the_map(story).locator(".leaflet-container").click(position={"x": 40, "y": 300})
    expect(panel.locator(".found li").first).to_contain_text("This point, ")
    panel.get_by_role("button", name="Use This point").click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    assert (places(story)[0] or "").startswith("point-")


def test_a_point_can_be_clicked_where_a_place_is_drawn(open_page: Open, editor: str) -> None:
    page = open_page(f"{editor}/?articles=01-harbin-visit")
    panel = selected(page, "Harbin")
    expect(page).to_have_url(re.compile("place="))
    rested(page)
    chosen = page.url
    panel.get_by_role("button", name="Point on the map").click()
    marker(page, "iso-RU").click()
    expect(panel.locator(".found li").first).to_contain_text("This point, ")
    expect(panel.locator("h2")).to_have_text("Harbin")
    assert page.url == chosen


def test_the_type_of_a_mention_is_changed(story: Page) -> None:
    panel = selected(story)
    panel.get_by_label("What is meant").select_option("metonymic")
    panel.get_by_role("button", name="Change the type").click()
    expect(panel.locator("figcaption")).to_contain_text("Its government or institutions")
    expect(story.locator(".text p mark.g-governments")).to_have_count(2)
    expect(panel.locator("details")).to_contain_text("Type changed to “Its government")


def test_a_note_is_shown_as_it_is(story: Page, recorder: Any) -> None:
    panel = selected(story)
    note = "<img src=x onerror=window.hit=1> {{7*7}} ${7*7}"
    panel.get_by_label("Note with the next change").fill(note)
    panel.get_by_role("button", name="Flag as doubtful").click()
    expect(panel.locator("details")).to_contain_text(f"Note: {note}")
    rested(story)
    assert story.evaluate("window.hit") is None
    assert recorder.dialogs == []


def test_what_is_corrected_in_a_seed_is_there_for_the_next_reader(
    open_page: Open, editor: str, data: Path
) -> None:
    page = open_page(f"{editor}/?articles=02-copiapo-mine-rescue")
    name = page.locator(".text p mark").first.inner_text()
    panel = selected(page, re.escape(name))
    panel.get_by_label("Search the gazetteer").fill("Reykjavik")
    panel.get_by_role("button", name="Search").click()
    panel.get_by_label("Found in the gazetteer").get_by_role("button").first.click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    other = open_page(f"{editor}/?articles=02-copiapo-mine-rescue")
    panel = selected(other, re.escape(name))
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    expect(panel.locator("h2")).to_have_text(re.compile("^Reykjav"))
    library = Library.open(Settings(data_dir=data))
    kept = library.corrections.active()[-1]
    library.close()
    assert (kept.anchor.quote, kept.scope, kept.verdict) == (name, Scope.ARTICLE, Verdict.PLACE)


@pytest.mark.parametrize(
    ("seed", "is_place"), [("06-tham-luang-rescue", True), ("10-lismore-floods", False)]
)
def test_a_click_on_a_name_that_another_reader_just_corrected_selects_it(
    open_page: Open, editor: str, seed: str, is_place: bool
) -> None:
    address = f"{editor}/?articles={seed}"
    page, other = open_page(address), open_page(address)
    name = page.locator(".text p mark:not([data-place=''])").first.inner_text()
    theirs = selected(other, re.escape(name))
    if is_place:
        theirs.get_by_label("Search the gazetteer").fill("Reykjavik")
        theirs.get_by_role("button", name="Search").click()
        theirs.get_by_label("Found in the gazetteer").get_by_role("button").first.click()
        expect(theirs.locator(".told")).to_have_text("✓ Verified")
    else:
        theirs.get_by_role("button", name="Not a place").click()
        expect(theirs.locator(".missing").first).to_contain_text("Marked as not a place")
    page.locator(".text p mark", has_text=re.compile(f"^{re.escape(name)}$")).first.click()
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text(theirs.locator("h2").inner_text())
    expect(panel.locator("blockquote mark")).to_have_text(name)
    expect(panel.locator(".told")).to_have_text(theirs.locator(".told").inner_text())
    expect(page.locator(".text mark[aria-current='true']")).to_have_text(name)
    if is_place:
        expect(the_map(page).locator(".dl-place.dl-selected")).to_have_attribute(
            "aria-label", re.compile("^Reykjav")
        )


def test_on_a_phone(open_page: Open, editor: str) -> None:
    page = open_page(f"{editor}/?articles=03-tohoku-earthquake", width=390, height=844)
    name = page.locator(".text p mark").first.inner_text()
    panel = selected(page, re.escape(name))
    flag = panel.get_by_role("button", name="Flag as doubtful")
    flag.scroll_into_view_if_needed()
    box = flag.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    flag.click()
    expect(panel.locator(".told")).to_have_text("⚑ Flagged")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_where_editing_is_off_corrections_are_seen_and_not_made(
    open_page: Open, serve: Serve, data: Path, editor: str
) -> None:
    page = open_page(f"{editor}/?articles=04-south-sudan-independence")
    name = page.locator(".text p mark:not([data-place=''])").first.inner_text()
    panel = selected(page, re.escape(name))
    panel.get_by_role("button", name="Looks right").click()
    expect(panel.locator(".told")).to_have_text("✓ Verified")
    with serve(DATELINE_DATA_DIR=str(data), DATELINE_EDITING="false") as address:
        page = open_page(f"{address}/?articles=04-south-sudan-independence")
        panel = selected(page, re.escape(name))
        expect(panel.locator(".told")).to_have_text("✓ Verified")
        expect(panel.locator(".do, .review")).to_have_count(0)
