"""Names and tooltips at the map's edge and under its controls, in a real Chromium."""

import pytest

pytestmark = pytest.mark.browser

VIEWS = ([40, 100, 3], [50, 30, 4], [35, 105, 2.5], [45, 126, 5], [60, 20, 3.25], [48, 36, 6])
DRAWN = """(_, view) => {
  const { map, labels } = dateline, names = [], size = map.getSize();
  const pens = CanvasRenderingContext2D.prototype, write = pens.fillText;
  pens.fillText = function (text, x, y) {
    const left = x - size.x / 4, middle = y - size.y / 4, width = this.measureText(text).width;
    names.push([text, left, middle - 6, left + width, middle + 6]);
    write.call(this, text, x, y);
  };
  map.setView(view.slice(0, 2), view[2], { animate: false });
  names.length = 0;
  labels.redraw();
  pens.fillText = write;
  const frame = map.getContainer().getBoundingClientRect();
  const controls = [...document.querySelectorAll(".leaflet-control")].map((control) => {
    const box = control.getBoundingClientRect();
    const [x, y] = [box.left - frame.left, box.top - frame.top];
    return [x, y, x + box.width, y + box.height];
  });
  return { frame: [0, 0, size.x, size.y], names, controls };
}"""
"""Moves the map; the names drawn then and the controls, each with its box in the frame."""
TOOLTIP = """(_, [x, y]) => {
  const { map, markers: [marker] } = dateline, size = map.getSize();
  const to = L.point(size.x * x, size.y * y);
  map.panBy(map.latLngToContainerPoint(marker.getLatLng()).subtract(to), { animate: false });
  marker.openTooltip();
  const tip = document.querySelector(".leaflet-tooltip").getBoundingClientRect();
  const frame = map.getContainer().getBoundingClientRect();
  const ends = ["left", "top"].map((side) => tip[side] - frame[side]);
  return [...ends, frame.right - tip.right, frame.bottom - tip.bottom];
}"""
"""Brings a marker to a point of the frame; how far its tooltip is from the frame's four sides."""
Box = list[float]


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("width", [1100, 390])
def test_no_name_is_cut_by_the_edge_or_half_under_a_control(open_map, width):
    body = open_map(width=width).map.locator("body")
    seen = 0
    for view in VIEWS:
        found = body.evaluate(DRAWN, view)
        right, bottom = found["frame"][2:]
        for name, *box in found["names"]:
            is_whole = box[0] >= 0 and box[1] >= 0 and box[2] <= right and box[3] <= bottom
            assert is_whole or not touch(box, found["frame"]), (view, name)
            assert not any(touch(box, control) for control in found["controls"]), (view, name)
            seen += is_whole
    assert seen > 20


@pytest.mark.parametrize("point", [(0.5, 0.02), (0.02, 0.5), (0.98, 0.02), (0.98, 0.98)])
def test_a_tooltip_keeps_inside_the_frame(open_map, point):
    body = open_map(width=420).map.locator("body")
    assert min(body.evaluate(TOOLTIP, list(point))) >= 0
