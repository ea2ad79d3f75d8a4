"""The map as a picture: a PNG drawn from the map's own GeoJSON over the built-in base map.

Nothing is asked of any host and no browser is needed.
"""

import io
from collections.abc import Sequence
from html import unescape
from typing import Any, cast

from PIL import Image, ImageDraw

from dashboard.map.layers.colours import ink
from dashboard.map.layers.place_features import credit_lines, feature_collection
from dashboard.map.picture.glyphs import dashed, draw_glyph
from dashboard.map.picture.lettering import Lettering
from dashboard.map.picture.outlines import Line, Point, Polygon, country_names, outlines
from dashboard.map.picture.projection import FINER, HEAD, HEIGHT, WIDTH, Camera, Size
from dashboard.wording.certainty import Certainty
from geo.model.atlas import Atlas
from geo.text.cleaning import one_line

CLOSE = 140.0
"""Degrees of longitude below which the finer outlines are drawn."""
CREDIT = "Natural Earth · GeoNames · Dateline"
MOST_NAMES = 60

Feature = dict[str, Any]


def png_map(atlas: Atlas, *, title: str, dark: bool = False, size: Size = (WIDTH, HEIGHT)) -> bytes:
    """The bytes of a PNG: the atlas's places, named as far as fits. `size` is in pixels."""
    features = cast("list[Feature]", feature_collection(atlas)["features"])
    credit = " · ".join((*map(unescape, credit_lines(atlas)), CREDIT))
    return _Picture(features, credit, size, dark=dark).drawn(one_line(title, 120))


class _Picture:
    def __init__(self, features: list[Feature], credit: str, size: Size, *, dark: bool) -> None:
        self.features, self.credit, self.size = features, credit, size
        self.ink = cast("dict[str, Any]", ink(dark=dark, online=False))
        self.camera = Camera.on([tuple(f["geometry"]["coordinates"]) for f in features], size)
        self.world = outlines("50m" if self.camera.span < CLOSE else "110m")
        finer = (size[0] * FINER, size[1] * FINER)
        self.image = Image.new("RGB", finer, self.ink["water"])
        self.pen = ImageDraw.Draw(self.image)

    def drawn(self, title: str) -> bytes:
        self._base()
        for feature in self.features:
            self._area(feature["properties"])
        for feature in reversed(self.features):
            self._marker(feature)
        self._band()
        image = self.image.resize(self.size, Image.Resampling.LANCZOS)
        self._letters(image, title)
        out = io.BytesIO()
        image.save(out, "PNG", optimize=True)
        return out.getvalue()

    # The ground

    def _base(self) -> None:
        world, ink_ = self.world, self.ink
        # Larger ones first: a hole shows water until the country within it is drawn.
        for polygon in sorted(world.land, key=lambda p: -_size(p[0])):
            self._polygon(polygon, ink_["land"])
        for polygon in world.ice:
            self._polygon(polygon, ink_["ice"])
        for polygon in world.disputed:
            self._polygon(polygon, ink_["unsettled"])
        for lines, color in ((world.coasts, "coast"), (world.borders, "border")):
            for line in lines:
                self.pen.line(self.camera.line(line), fill=ink_[color], width=FINER)
        for line in world.doubtful:
            dashed(self.pen, self.camera.line(line), ink_["disputed"], width=FINER, scale=FINER)

    def _polygon(self, polygon: Polygon, color: str) -> None:
        for nth, ring in enumerate(polygon):
            if len(ring) > 2:
                self.pen.polygon(self.camera.line(ring), fill=self.ink["water"] if nth else color)

    # The places

    def _area(self, properties: Feature) -> None:
        color = self._color(properties)
        if not properties["outline"]:
            return
        rings = [p[0] for p in self.world.by_code.get(properties["outline"], []) if len(p[0]) > 2]
        mask = Image.new("L", self.image.size, 0)
        pen = ImageDraw.Draw(mask)
        for ring in rings:
            opacity = self.ink["areaFill"] * (0.25 + 0.75 * properties["probability"])
            pen.polygon(self.camera.line(ring), fill=round(255 * opacity))
        self.image.paste(color, mask=mask)
        for ring in rings:
            self._outline(self.camera.line(ring), color, properties["certainty"])

    def _marker(self, feature: Feature) -> None:
        properties = feature["properties"]
        x, y = self.camera.at(feature["geometry"]["coordinates"])
        r, color = properties["r"] * FINER, self._color(properties)
        if len(properties["groups"]) > 1:
            self._segments(x, y, r * 1.15 + 4 * FINER, properties)
        if properties["area"] and not properties["outline"]:
            box = (x - r - 8 * FINER, y - r - 8 * FINER, x + r + 8 * FINER, y + r + 8 * FINER)
            self.pen.ellipse(box, outline=color, width=FINER)
        shape = self.ink["groups"][properties["groups"][0][0]]["shape"]
        colors = (color, self.ink["halo"])
        draw_glyph(self.pen, shape, (x, y), r, colors, sure=properties, scale=FINER)

    def _outline(self, ring: list[Point], color: str, sure: str) -> None:
        """A country's line: wide, thin, or dashed, by how sure it is meant."""
        if sure == Certainty.UNSURE:
            dashed(self.pen, ring, color, width=1.25 * FINER, scale=FINER)
        else:
            width = 1.5 if sure == Certainty.SURE else 0.75
            self.pen.line(ring, fill=color, width=round(width * FINER))

    def _segments(self, x: float, y: float, r: float, properties: Feature) -> None:
        """A ring around the marker, parted as the groups share the mentions."""
        box = (x - r, y - r, x + r, y + r)
        total = sum(count for _, count in properties["groups"])
        self.pen.ellipse(box, fill=self.ink["halo"])
        start = -90.0
        for group, count in properties["groups"]:
            end = start + 360 * count / total
            color = self.ink["groups"][group]["color"]
            self.pen.arc(box, start + 4, end - 4, fill=color, width=round(3.5 * FINER))
            start = end

    def _color(self, properties: Feature) -> str:
        return str(self.ink["groups"][properties["groups"][0][0]]["color"])

    # The words

    def _band(self) -> None:
        self.pen.rectangle((0, 0, self.size[0] * FINER, HEAD * FINER), fill=self.ink["halo"])

    def _letters(self, image: Image.Image, title: str) -> None:
        letters = Lettering(image, halo=self.ink["halo"])
        places = [(f, self._small(f["geometry"]["coordinates"])) for f in self.features]
        self._legend(image, letters)
        wide, high = self.size
        letters.right_aligned((wide - 12, high - 26), self.credit, 15, self.ink["countryText"])
        for feature, (x, y) in places:
            letters.keep_free(x, y, feature["properties"]["r"])
        for feature, at in places:
            properties = feature["properties"]
            if properties["count"] > 1 or properties["area"]:
                on = "onGroup" if properties["certainty"] == Certainty.SURE else "placeText"
                letters.number(at, properties["count"], properties["r"], self.ink[on])
        for feature, at in places[:MOST_NAMES]:
            name = unescape(feature["properties"]["name"])
            letters.beside(at, feature["properties"]["r"] + 6, name, 20, self.ink["placeText"])
        named = {unescape(f["properties"]["name"]) for f in self.features}
        for country in country_names():
            room = country.degrees * self.camera.per_lon / FINER
            if country.name not in named and room > 6 * len(country.name):
                letters.centred(self._small(country.at), country.name, 16, self.ink["countryText"])
        letters.title((20, 17), title, 28, self.ink["placeText"], wide - 40)

    def _small(self, point: Sequence[float]) -> Point:
        x, y = self.camera.at((point[0], point[1]))
        return x / FINER, y / FINER

    def _rows(self) -> list[Feature]:
        """What the legend explains: the groups that are drawn, and how what is not sure is."""
        drawn = [feature["properties"] for feature in self.features]
        here = {group for properties in drawn for group, _ in properties["groups"]}
        groups = [self.ink["groups"][group] for group in self.ink["order"] if group in here]
        sure = {"certainty": Certainty.SURE, "probability": 1.0}
        rows = [group | sure for group in groups]
        for certainty, probability, label in _DOUBTS:
            if any(properties["certainty"] == certainty for properties in drawn):
                doubt = {"certainty": certainty, "probability": probability, "label": label}
                rows.append(groups[0] | doubt)
        return rows

    def _legend(self, image: Image.Image, letters: Lettering) -> None:
        rows = self._rows()
        if not rows:
            return
        high = self.size[1]
        top = high - 16 - 30 * len(rows)
        box = (12, top - 8, 300, high - 12)
        pen = ImageDraw.Draw(image)
        pen.rounded_rectangle(box, 8, fill=self.ink["halo"], outline=self.ink["border"])
        letters.take(box)
        for nth, row in enumerate(rows):
            y = top + 14 + 30 * nth
            draw_glyph(pen, row["shape"], (34, y), 8, (row["color"], self.ink["halo"]), sure=row)
            letters.title((54, y - 10), row["label"], 18, self.ink["placeText"], 240)


# The legend's rows of what is not sure: as the map's own legend says them.
_DOUBTS = (
    (Certainty.LIKELY, 0.7, "Less sure: paler, thin outline"),
    (Certainty.UNSURE, 0.4, "Unsure: palest, dashed outline"),
)


def _size(ring: Line) -> float:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return (max(lons) - min(lons)) * (max(lats) - min(lats))
