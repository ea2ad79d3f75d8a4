"""The groups' glyphs on the picture, as sure as they are: see `static/article/symbols.js`."""

from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Any

from PIL import ImageColor, ImageDraw

from dashboard.map.picture.outlines import Point
from dashboard.wording.certainty import Certainty

_CORNERS = {
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "square": ((-0.92, -0.92), (0.92, -0.92), (0.92, 0.92), (-0.92, 0.92)),
    "triangle": ((0, -1.3), (1.25, 0.85), (-1.25, 0.85)),
}
_DISC = tuple((cos(turn * pi / 24), sin(turn * pi / 24)) for turn in range(48))
DASH = (3.0, 2.5)
"""Pixels drawn and left out of a dashed outline."""
_SURE: dict[str, Any] = {"certainty": Certainty.SURE.value, "probability": 1.0}


def draw_glyph(  # noqa: PLR0913 - a shape, where, how large, in which ink, how sure
    pen: ImageDraw.ImageDraw,
    shape: str,
    at: Point,
    r: float,
    colors: tuple[str, str],
    *,
    sure: dict[str, Any] = _SURE,
    scale: float = 1.0,
) -> None:
    """A group's glyph of radius r in its colour and that around it.

    `sure` has "certainty" and "probability": the less sure are paler, in a thin or a dashed
    outline. `scale`: the picture's pixels a pixel of the map.
    """
    color, halo = colors
    is_ring = shape == "ring"
    corners = _corners(shape, at, r)
    if sure["certainty"] == Certainty.SURE:
        edge = max(2, round(r / 3)) if is_ring else max(1, round(r / 8))
        fill, outline = (halo, color) if is_ring else (color, halo)
        _shape(pen, corners, fill, outline, edge)
        return
    fill = halo if is_ring else mixed(color, halo, 0.05 + 0.7 * sure["probability"])
    if sure["certainty"] == Certainty.UNSURE:
        _shape(pen, corners, fill, fill, 1)
        dashed(pen, [*corners, corners[0]], color, width=1.75 * scale, scale=scale)
    else:
        _shape(pen, corners, fill, color, max(1, round(1.5 * scale)))


def dashed(
    pen: ImageDraw.ImageDraw, line: list[Point], color: str, *, width: float, scale: float
) -> None:
    """A line in dashes of DASH pixels, `scale` of the picture's each."""
    drawn, gap = (length * scale for length in DASH)
    left, is_on = drawn, True
    for start, end in pairwise(line):
        if not _is_seen(pen, start, end):
            continue
        far, done = hypot(end[0] - start[0], end[1] - start[1]), 0.0
        while done < far:
            step = min(left, far - done)
            if is_on:
                ends = [_along(start, end, way / far) for way in (done, done + step)]
                pen.line(ends, fill=color, width=max(1, round(width)))
            done, left = done + step, left - step
            if left <= 0:
                is_on = not is_on
                left = drawn if is_on else gap


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _is_seen(pen: ImageDraw.ImageDraw, a: Point, b: Point) -> bool:
    wide, high = pen.im.size
    across = max(a[0], b[0]) > 0 and min(a[0], b[0]) < wide
    return across and max(a[1], b[1]) > 0 and min(a[1], b[1]) < high


def mixed(color: str, ground: str, opacity: float) -> str:
    """The colour as it looks on this ground with so much opacity, 0 to 1."""
    pairs = zip(ImageColor.getrgb(color)[:3], ImageColor.getrgb(ground)[:3], strict=True)
    return "#{:02X}{:02X}{:02X}".format(*(round(b + (a - b) * opacity) for a, b in pairs))


def _corners(shape: str, at: Point, r: float) -> list[Point]:
    x, y = at
    return [(x + dx * r, y + dy * r) for dx, dy in _CORNERS.get(shape, _DISC)]


def _shape(
    pen: ImageDraw.ImageDraw, corners: list[Point], fill: str, outline: str, edge: int
) -> None:
    if len(corners) == len(_DISC):
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        box = (min(xs), min(ys), max(xs), max(ys))
        pen.ellipse(box, fill=fill, outline=outline, width=edge)
    else:
        pen.polygon(corners, fill=fill, outline=outline, width=edge)
