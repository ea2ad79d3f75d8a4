"""Words on the picture: each where there is room for it, in letters the font has."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from geo.text.cleaning import one_line

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""
Point = tuple[float, float]
FONT = Path(__file__).parent / "fonts" / "SourceSans3VF-Upright.ttf"
"""Ours, so that a picture is the same wherever it is drawn (see NOTICE)."""
WEIGHT = 480
"""Of the letters: between regular (400) and semibold (600)."""
LONGEST = 48
"""Longest name written, in characters."""


class Lettering:
    """Writes on an image and remembers where something stands already."""

    def __init__(self, image: Image.Image, *, halo: str) -> None:
        self._pen = ImageDraw.Draw(image)
        self._size = image.size
        self._halo = halo
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Nothing more is written in this box."""
        self._taken.append(box)

    def keep_free(self, x: float, y: float, r: float) -> None:
        """A marker of radius r stands here."""
        self.take((x - r, y - r, x + r, y + r))

    def beside(self, at: Point, gap: float, text: str, size: int, color: str) -> bool:
        """Write right, left, above or below a point; False where there is no room."""
        text = drawable(text, LONGEST)
        wide, high = self._extent(text, size)
        x, y = at
        corners = (
            (x + gap, y - high / 2),
            (x - gap - wide, y - high / 2),
            (x - wide / 2, y - gap - high),
            (x - wide / 2, y + gap),
        )
        return any(self._written(corner, text, size, color, (wide, high)) for corner in corners)

    def centred(self, at: Point, text: str, size: int, color: str) -> bool:
        """Write with the middle at a point; False where there is no room."""
        text = drawable(text, LONGEST)
        wide, high = self._extent(text, size)
        corner = (at[0] - wide / 2, at[1] - high / 2)
        return self._written(corner, text, size, color, (wide, high))

    def right_aligned(self, at: Point, text: str, size: int, color: str) -> None:
        """Write so that it ends at a point."""
        wide, high = self._extent(text, size)
        self._written((at[0] - wide, at[1]), text, size, color, (wide, high))

    def number(self, at: Point, count: int, r: float, color: str) -> None:
        """A count in the middle of its marker."""
        text = str(count) if count < 1000 else "999+"
        size = round(max(11.0, min(18.0, r)))
        self._pen.text(at, text, fill=color, font=font(size), anchor="mm")

    def title(self, at: Point, text: str, size: int, color: str, widest: float) -> None:
        """One line, cut with an ellipsis where it is wider than `widest` pixels."""
        text = drawable(text, 200)
        while text and self._extent(text, size)[0] > widest:
            text = text.removesuffix("…")[:-1].rstrip() + "…" if len(text) > 1 else ""
        self._pen.text(at, text, fill=color, font=font(size))

    def _extent(self, text: str, size: int) -> tuple[float, float]:
        return font(size).getlength(text), size * 1.2

    def _written(
        self, corner: Point, text: str, size: int, color: str, extent: tuple[float, float]
    ) -> bool:
        box = (corner[0], corner[1], corner[0] + extent[0], corner[1] + extent[1])
        if not text or not self._has_room(box):
            return False
        self.take(box)
        self._pen.text(
            corner, text, fill=color, font=font(size), stroke_width=3, stroke_fill=self._halo
        )
        return True

    def _has_room(self, box: Box) -> bool:
        left, top, right, bottom = box
        wide, high = self._size
        inside = left >= 4 and top >= 68 and right <= wide - 4 and bottom <= high - 4
        return inside and not any(
            left < r and right > x and top < b and bottom > y for x, y, r, b in self._taken
        )


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Source Sans at this size in pixels: Latin, Greek and Cyrillic letters."""
    made = ImageFont.truetype(FONT, size)
    made.set_variation_by_axes([WEIGHT])
    return made


def drawable(text: str, limit: int) -> str:
    """The text in letters the font has: without accents it lacks, "?" for other scripts."""
    kept = "".join(_drawn_as(character) for character in one_line(text, limit))
    return kept if set(kept) - {"?", " "} else ""


@lru_cache(maxsize=4096)
def _drawn_as(character: str) -> str:
    if _has(character):
        return character
    plain = unicodedata.normalize("NFKD", character)[0]
    return plain if _has(plain) else "?"


def _has(character: str) -> bool:
    missing = font(24).getmask("\U0010ffff")
    found = font(24).getmask(character)
    return character.isspace() or bytes(found) != bytes(missing)
