"""The one-file map, opened from disk in a real Chromium."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from support.chromium import Recorder
from support.samples import HARBIN, KHARKIV, sample

from dashboard.map import html_map
from geo.model.atlas import Atlas, gather

pytestmark = pytest.mark.browser
HOSTILE = '{{7*7}}${alert(1)}`<img src=x onerror="alert(2)"></script><script>alert(3)</script>'


@pytest.fixture
def show(browser, tmp_path):
    """Opens an atlas's page from disk, offline, with a recorder on."""
    contexts = []

    def shown(atlas: Atlas, **options):
        path = tmp_path / "map.html"
        path.write_text(html_map(atlas, title="A map", **options), encoding="utf-8")
        context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
        contexts.append(context)
        page = context.new_page()
        recorder = Recorder()
        recorder.watch(page)
        page.goto(path.as_uri())
        page.locator(".dl-ready").wait_for()
        return page, recorder

    yield shown
    for context in contexts:
        context.close()


def test_places_appear_with_no_request_and_no_error(show):
    page, recorder = show(gather([sample()]))
    expect(page.locator(".dl-place")).to_have_count(6)
    expect(page.locator("path.dl-area")).to_have_count(3)  # China, Russia, about Harbin
    assert [r for r in recorder.requests if not r.startswith(("file:", "data:"))] == []
    assert recorder.errors == []


def test_a_marker_opens_its_excerpts_and_a_row_lights_its_marker(show):
    page, _ = show(gather([sample()]))
    page.locator(f".dl-place[data-place={HARBIN.id}]").click()
    expect(page.locator(f".place[data-place={HARBIN.id}]")).to_have_attribute("open", "")
    page.locator(f".place[data-place={KHARKIV.id}] summary").click()
    expect(page.locator(f".dl-place[data-place={KHARKIV.id}]")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_mark_in_the_text_lights_its_marker_and_all_its_mentions(show):
    page, recorder = show(gather([sample()]))
    page.locator("main mark", has_text="Kharkov").click()
    marker = page.locator(f".dl-place[data-place={KHARKIV.id}]")
    expect(marker).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".place.chosen .name")).to_have_text("Kharkiv")
    page.get_by_role("button", name="HARBIN", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.lit")).to_have_count(4)
    expect(marker).to_have_attribute("aria-pressed", "false")
    assert recorder.errors == []


def test_a_marker_lights_its_mentions_and_brings_the_first_into_view(show):
    parsed = sample()
    above = "Nothing is here.\n\n" * 200
    moved = tuple(
        replace(m, start=m.start + len(above), end=m.end + len(above),
                sentence=(m.sentence[0] + len(above), m.sentence[1] + len(above)))
        if m.field == "text" else m
        for m in parsed.mentions
    )  # fmt: skip
    article = replace(parsed.article, text=above + parsed.article.text)
    page, _ = show(gather([replace(parsed, article=article, mentions=moved)]))
    mark = page.locator("main mark", has_text="Kharkov")
    expect(mark).not_to_be_in_viewport()
    page.locator(f".dl-place[data-place={KHARKIV.id}]").click()
    expect(mark).to_be_in_viewport()


def test_pointing_at_a_mark_points_at_its_marker(show):
    page, _ = show(gather([sample()]))
    page.locator("main mark", has_text="Kharkov").hover()
    expect(page.locator(".dl-place.dl-hinted")).to_have_attribute("data-place", KHARKIV.id)
    page.mouse.move(5, 5)
    expect(page.locator(".dl-place.dl-hinted")).to_have_count(0)


def test_on_a_phone_the_map_stays_above_the_text_and_nothing_is_wider_than_the_screen(show):
    page, _ = show(gather([sample()]))
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("main mark", has_text="Russians").scroll_into_view_if_needed()
    box = page.locator("#map").bounding_box()
    assert box["height"] > 200
    page.mouse.wheel(0, 2000)
    expect(page.locator("#map")).to_be_in_viewport(ratio=0.9)


def test_hostile_names_are_shown_and_never_run(show):
    atlas = gather([sample()])
    changed = tuple(
        replace(
            o, resolution=replace(o.resolution, place=o.place and replace(o.place, name=HOSTILE))
        )
        for o in atlas.occurrences
    )
    page, recorder = show(Atlas(changed))
    page.locator(f".dl-place[data-place={KHARKIV.id}]").hover()
    expect(page.locator(".leaflet-tooltip")).to_contain_text("{{7*7}}${alert(1)}`<img src=x")
    page.locator(f".dl-place[data-place={KHARKIV.id}]").click()
    expect(page.locator(".place.chosen .name")).to_contain_text(HOSTILE[:40])
    assert recorder.dialogs == []
    assert recorder.errors == []
    assert page.locator("img").count() == 0
