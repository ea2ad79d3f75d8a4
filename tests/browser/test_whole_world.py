"""The whole world in the map's frame, whatever its shape, in a real Chromium."""

import pytest
from playwright.sync_api import Frame, Page, expect
from support.many import Visit, atlas_map
from support.map_page import Harness
from support.page import rested

pytestmark = pytest.mark.browser

SIZES = [(320, 640), (390, 844), (768, 1024), (1440, 900), (1920, 600)]
ROOM = """() => {
  const frame = dateline.map.getContainer().getBoundingClientRect();
  const discs = [...document.querySelectorAll(".dl-place svg")];
  const room = discs.flatMap((disc) => {
    const box = disc.getBoundingClientRect();
    return [box.left - frame.left, frame.right - box.right, box.top - frame.top,
      frame.bottom - box.bottom];
  });
  return discs.length > 3 && Math.min(...room) >= 0;
}"""
"""Whether every disc is whole within the frame."""
SOUTH = """() => {
  const { map, ink } = dateline, frame = map.getContainer().getBoundingClientRect();
  const canvas = document.querySelector(".leaflet-base-pane canvas");
  const ground = canvas.getBoundingClientRect(), times = canvas.width / ground.width;
  const colour = (share) => {
    const x = frame.left + share * frame.width - ground.left, y = frame.bottom - 2 - ground.top;
    const rgb = canvas.getContext("2d").getImageData(x * times, y * times, 1, 1).data.slice(0, 3);
    return "#" + [...rgb].map((part) => part.toString(16).padStart(2, "0")).join("").toUpperCase();
  };
  return [0.01, 0.2, 0.4, 0.6, 0.8, 0.99].every((share) => colour(share) === ink.ice);
}"""
"""Whether the frame's lower edge is ice from side to side, as the ground has been painted."""


def frame_of(page: Page) -> Frame:
    return next(one for one in page.frames if "st_folium" in one.url)


@pytest.mark.parametrize("size", SIZES)
def test_the_atlas_opens_with_every_disc_whole(visit: Visit, size: tuple[int, int]) -> None:
    page = visit("/atlas", width=size[0], height=size[1])
    atlas_map(page)
    frame_of(page).wait_for_function(ROOM)
    rested(page)
    assert frame_of(page).evaluate(ROOM)


def test_an_atlas_taller_than_the_world_goes_on_in_ice(visit: Visit) -> None:
    page = visit("/atlas", width=320, height=844)
    atlas_map(page)
    frame_of(page).wait_for_function(SOUTH)


def test_a_map_taller_than_the_world_goes_on_in_ice_and_shows_all_its_width(open_map) -> None:
    harness: Harness = open_map(width=480)
    expect(harness.map.locator(".dl-ready")).to_be_visible()
    frame = frame_of(harness.page)
    frame.evaluate("() => dateline.map.setZoom(0, { animate: false })")
    frame.wait_for_function("() => dateline.map.getBounds().getEast() > 188")
    frame.wait_for_function("() => dateline.map.getBounds().getWest() < -166")
    frame.wait_for_function(SOUTH)
