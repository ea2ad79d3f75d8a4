"""Online geocoding behind the page, with a Nominatim of the test's own on this machine."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from support.nominatim_server import Server, result
from support.nominatim_server import serve as nominatim
from support.page import PATIENCE, camera, map_rested, mark_frame, marker, text_mark, the_map
from support.waiting import until

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]
FOUND = "osm-way-123"
STORY = (
    "The {} visit\n\nShe came from Harbin to the village of Zelmirano. They walked from Quorvik "
    "to Ostrandholm. The mayor of Paris called it a {}."
)


@pytest.fixture
def service() -> Iterator[Server]:
    with nominatim() as state:
        yield state


@pytest.fixture
def online(serve: Serve, service: Server, tmp_path: Path) -> Iterator[str]:
    """A dashboard that asks this service."""
    with serve(
        DATELINE_GEOCODERS="gazetteer,nominatim",
        DATELINE_GEOCODER__NOMINATIM__DOMAIN=service.domain,
        DATELINE_GEOCODER__NOMINATIM__SCHEME="http",
        DATELINE_GEOCODER__NOMINATIM__RATE="100",
        DATELINE_GEOCODER__NOMINATIM__TIMEOUT="300",  # longer than any test holds it
        DATELINE_DATA_DIR=str(tmp_path),
    ) as address:
        yield address


def story(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(STORY.format(name, name))
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_contain_text(name)


def knows(service: Server) -> None:
    service.knows("Zelmirano, Harbin", result("Zelmirano", 45.2, 127.4))


def is_over(upper: Locator, lower: Locator) -> bool:
    """Whether the one lies wholly on the other, and covers nothing else."""
    a, b = upper.bounding_box(), lower.bounding_box()
    assert a
    assert b
    return all(
        b[start] <= a[start] and a[start] + a[size] <= b[start] + b[size]
        for start, size in (("x", "width"), ("y", "height"))
    )


def credit(page: Page) -> Locator:
    return the_map(page).locator(".leaflet-control-attribution")


def test_the_map_is_there_at_once_and_gains_the_place_in_the_same_frame(
    open_page: Open, online: str, service: Server
) -> None:
    knows(service)
    page = open_page(online)
    line = page.locator(".line")
    chosen = text_mark(page, "Quorvik")
    with service.holding():
        story(page, "slow")
        expect(line).to_have_text("Asking nominatim about 1 of 3 names…")
        expect(line).to_have_attribute("aria-live", "polite")
        expect(marker(page, "gn-2037013")).to_have_count(1)
        expect(marker(page, FOUND)).to_have_count(0)
        expect(text_mark(page, "Harbin")).to_have_attribute("data-place", "gn-2037013")
        expect(credit(page)).not_to_contain_text("OpenStreetMap")
        map_rested(page)
        until(lambda: is_over(line, page.locator(".st-key-map-box")), page)
        mark_frame(page)
        before = camera(page)
        chosen.focus()
    expect(marker(page, FOUND)).to_have_count(1)
    expect(credit(page)).to_contain_text("© OpenStreetMap contributors")
    expect(text_mark(page, "Zelmirano")).to_have_attribute("data-place", FOUND)
    expect(chosen).to_be_focused()
    expect(line).to_have_text("")
    assert camera(page) == before
    expect(chosen).to_be_focused()
    page.get_by_role("tab", name="Places").click()
    expect(page.locator(".row", has_text="Zelmirano")).to_contain_text("found by nominatim")


def test_the_line_goes_where_all_is_answered_before_the_page_is_drawn(
    open_page: Open, online: str, service: Server
) -> None:
    knows(service)
    page = open_page(online)
    story(page, "fast")
    expect(marker(page, FOUND)).to_have_count(1)
    expect(page.locator(".line")).to_have_text("")


def test_an_open_dialog_stays_open_while_places_are_found(
    open_page: Open, online: str, service: Server
) -> None:
    knows(service)
    page = open_page(online)
    field = page.get_by_label("Text of the article")
    with service.holding():
        story(page, "busy")
        page.get_by_role("button", name="Add article").click()
        field.fill("Half a sentence")
        expect(page.locator(".line")).to_contain_text("Asking nominatim")
    expect(marker(page, FOUND)).to_have_count(1)
    expect(page.locator(".line")).to_have_text("")
    expect(field).to_have_value("Half a sentence")


@pytest.mark.parametrize("width", [1440, 390])
def test_what_could_not_be_asked_is_asked_again_by_its_button(
    open_page: Open, online: str, service: Server, width: int
) -> None:
    questions = ["Zelmirano, Harbin", "Zelmirano", "Quorvik", "Ostrandholm"]
    for question in questions:
        service.says(question, 500)
    page = open_page(online, width=width, height=844)
    story(page, f"down {width}")
    expect(text_mark(page, "Harbin")).to_have_attribute("data-place", "gn-2037013")
    page.get_by_role("tab", name="Places").click()
    rows = page.locator(".row.is-missing")
    expect(rows.first).to_contain_text("Service unavailable, try again.")
    said = "3 names are still unresolved."
    expect(page.locator(".unavailable")).to_contain_text(said)
    expect(page.locator(".line")).to_have_text(re.compile(f"{said} Dateline tries again soon.$"))
    service.answers.clear()
    knows(service)
    button = page.get_by_role("button", name="Try again", exact=True)
    with service.holding():
        if width == 390:
            button.click()
        else:
            button.focus()
            page.keyboard.press("Enter")
        expect(page.locator("[data-id='again']")).to_have_text("Asking…")
    # After failures in a row the service is left alone for half a minute.
    expect(marker(page, FOUND)).to_have_count(1, timeout=3 * PATIENCE)
    expect(page.locator(".unavailable")).to_have_count(0)
    expect(rows.first).to_contain_text("Not found in the gazetteer.")
    if width != 390:
        expect(page.locator("[data-id=missing]")).to_be_focused()


def test_a_point_is_named_at_once_and_then_by_the_service(
    open_page: Open, online: str, service: Server
) -> None:
    hall = result("Zelmirano Town Hall", 45.8, 126.7)
    service.says("reverse", 200, json.dumps(hall).encode())
    page = open_page(online)
    story(page, "point")
    text_mark(page, "Quorvik").click()
    panel = page.locator(".panel")
    panel.get_by_text("Why not?").click()
    panel.get_by_label("Search the gazetteer").fill("45.8, 126.7")
    offers = panel.locator(".found li")
    with service.holding():
        panel.get_by_role("button", name="Search").click()
        expect(offers.first).to_contain_text("This point, in Harbin, Heilongjiang, China (45.8000")
        expect(offers.nth(1)).to_contain_text("Harbin, Heilongjiang, China (city or town)")
    expect(offers.nth(2)).to_contain_text("Zelmirano Town Hall, China")
    panel.get_by_role("button", name="Use This point").click()
    expect(panel.locator("h2")).to_have_text("Quorvik, in Harbin")
    panel.get_by_label("Search the gazetteer").fill("45.8, 126.7")
    panel.get_by_role("button", name="Search").click()
    panel.get_by_role("button", name="Use Zelmirano Town Hall").click()
    expect(panel.locator("h2")).to_have_text("Zelmirano Town Hall")
    expect(credit(page)).to_contain_text("© OpenStreetMap contributors")
