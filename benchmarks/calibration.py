"""How far the stated probabilities can be believed: calibration error, reliability diagram."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from benchmarks.answers import Answer

BINS = 10
SIZE = 660
_LEFT, _TOP, _SIDE = 80, 80, 500
_INK, _FAINT, _BAR, _GAP = "#222222", "#cccccc", "#4a7fb5", "#c0504d"

Said = tuple[float, bool]
"""A stated probability, and whether the place was right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like probability: how many, how sure on average, and what share was right."""

    low: float
    high: float
    count: int
    sure: float
    right: float


def said(answers: Iterable[Answer]) -> list[Said]:
    """The probabilities of the answers that have a place; areas count as right."""
    return [
        (a.resolution.probability, a.right_area)
        for a in answers
        if a.resolution is not None and a.placed
    ]


def bins(pairs: Sequence[Said]) -> list[Bin]:
    """The pairs in ten bins of equal width, an edge in the bin below it, empty bins left out."""
    found = []
    for index in range(BINS):
        low, high = index / BINS, (index + 1) / BINS
        inside = [p for p in pairs if low < p[0] <= high or (index == 0 and p[0] == 0)]
        if count := len(inside):
            sure, right = sum(p for p, _ in inside) / count, sum(r for _, r in inside) / count
            found.append(Bin(low, high, count, sure, right))
    return found


def calibration_error(pairs: Sequence[Said]) -> float:
    """Expected calibration error: how far sure and right lie apart, over all answers."""
    return sum(b.count * abs(b.sure - b.right) for b in bins(pairs)) / max(1, len(pairs))


def draw(pairs: Sequence[Said], title: str, path: Path) -> None:
    """Write the reliability diagram as a PNG: bars are what was right, dots how sure it was."""
    image = Image.new("RGB", (SIZE, SIZE), "white")
    pen = ImageDraw.Draw(image)
    _axes(pen, f"{title}: ECE {calibration_error(pairs):.3f}, {len(pairs):,} answers")
    for each in bins(pairs):
        left, right = _point(each.low, each.right), _point(each.high, 0)
        pen.rectangle([left[0] + 3, left[1], right[0] - 3, right[1]], fill=_BAR)
    pen.line([_point(0, 0), _point(1, 1)], fill=_INK, width=2)
    for each in bins(pairs):
        x, y = _point(each.sure, each.right)
        _, level = _point(each.sure, each.sure)
        pen.line([x, y, x, level], fill=_GAP, width=3)
        pen.ellipse([x - 5, level - 5, x + 5, level + 5], fill=_GAP)
        middle, foot = _point((each.low + each.high) / 2, 0)
        pen.text((middle, foot - 12), f"{each.count:,}", "white", _font(13), anchor="mm",
                 stroke_width=1, stroke_fill=_INK)  # fmt: skip
    image.save(path, "PNG")


def _axes(pen: ImageDraw.ImageDraw, title: str) -> None:
    pen.text((SIZE / 2, _TOP / 2), title, _INK, _font(18), anchor="mm")
    for tick in range(0, 11, 2):
        x, y = _point(tick / 10, tick / 10)
        pen.line([_LEFT, y, _LEFT + _SIDE, y], fill=_FAINT)
        pen.text((_LEFT - 8, y), f"{tick / 10:.1f}", _INK, _font(14), anchor="rm")
        pen.text((x, _TOP + _SIDE + 8), f"{tick / 10:.1f}", _INK, _font(14), anchor="mt")
    pen.rectangle([_LEFT, _TOP, _LEFT + _SIDE, _TOP + _SIDE], outline=_INK)
    across = "stated probability (red: its mean in each bin; numbers: answers)"
    pen.text((_LEFT + _SIDE / 2, SIZE - 30), across, _INK, _font(14), anchor="mm")
    pen.text((10, _TOP - 20), "share right", _INK, _font(14), anchor="lm")


def _point(x: float, y: float) -> tuple[float, float]:
    return _LEFT + x * _SIDE, _TOP + (1 - y) * _SIDE


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
