"""The picture, as Pillow reads it back."""

import io
import math
from dataclasses import replace

import pytest
from PIL import Image, ImageChops, ImageColor
from support.samples import HARBIN, KHARKIV, places_named, sample

from dashboard.map import png_map
from dashboard.map.layers.colours import ink
from dashboard.map.layers.place_features import feature_collection
from dashboard.map.picture.lettering import _has, drawable
from dashboard.map.picture.outlines import outlines
from dashboard.map.picture.projection import HEAD, HEIGHT, WIDTH, Camera
from dashboard.wording.palette import MARKS
from geo.model.atlas import Atlas, Filter, gather
from geo.model.mentions import MentionGroup, MentionType

ATLAS = gather([sample()])


def picture(atlas: Atlas, title: str = "t", **options: bool) -> Image.Image:
    image = Image.open(io.BytesIO(png_map(atlas, title=title, **options)))
    assert image.format == "PNG"
    return image.convert("RGB")


def camera(atlas: Atlas) -> Camera:
    features = feature_collection(atlas)["features"]
    return Camera.on([tuple(f["geometry"]["coordinates"]) for f in features])


def around(image: Image.Image, atlas: Atlas, lon: float, lat: float) -> set[str]:
    """The colours within a few pixels of a point."""
    x, y = (round(v / 2) for v in camera(atlas).at((lon, lat)))
    near = [(x + dx, y + dy) for dx in range(-4, 5) for dy in range(-4, 5)]
    return {"#{:02X}{:02X}{:02X}".format(*image.getpixel(point)) for point in near}


def test_each_place_is_drawn_where_it_lies_in_its_groups_colour() -> None:
    image = picture(ATLAS)
    assert image.size == (WIDTH, HEIGHT)
    for place in (HARBIN, KHARKIV):
        colours = around(image, ATLAS, place.lon, place.lat)
        assert MARKS[MentionGroup.PLACES].light in colours


def test_what_is_filtered_is_what_is_drawn() -> None:
    people = ATLAS.filtered(Filter(types=frozenset({MentionType.DEMONYM})))
    colours = {colour for _, colour in picture(people).getcolors(1 << 24)}
    assert tuple(bytes.fromhex(MARKS[MentionGroup.PEOPLE].light[1:])) in colours
    assert tuple(bytes.fromhex(MARKS[MentionGroup.PLACES].light[1:])) not in colours


def test_the_world_is_drawn_where_nothing_is_found() -> None:
    assert len(picture(Atlas(())).getcolors(1 << 24)) > 10


def test_a_single_place_is_in_the_middle_of_the_map() -> None:
    only = Atlas(tuple(o for o in ATLAS.occurrences if o.place == KHARKIV))
    middle = WIDTH // 2, HEAD + (HEIGHT - HEAD) // 2
    colour = tuple(bytes.fromhex(MARKS[MentionGroup.PLACES].light[1:]))
    assert picture(only).getpixel(middle) == colour


def test_land_is_land_and_sea_is_sea() -> None:
    image, world = picture(Atlas(())), camera(Atlas(()))
    inland = [(2.3, 46.5), (100.0, 60.0), (-100.0, 40.0), (25.0, -25.0), (134.0, -24.0)]
    at_sea = [(-30.0, 0.0), (80.0, -20.0), (-140.0, 20.0), (0.0, 0.0), (175.0, 0.0)]

    def colours(points: list[tuple[float, float]]) -> set[tuple[int, ...]]:
        return {image.getpixel(tuple(round(v / 2) for v in world.at(point))) for point in points}

    water = tuple(bytes.fromhex(ink(dark=False, online=False)["water"][1:]))
    assert water not in colours(inland)
    assert colours(at_sea) == {water}


def test_the_title_stands_above_and_is_cut_to_fit() -> None:
    def head(title: str) -> Image.Image:
        return picture(ATLAS, title).crop((0, 0, WIDTH, HEAD))

    assert ImageChops.difference(head("A flood"), head("")).getbbox()
    box = ImageChops.difference(head("W" * 500), head("")).getbbox()
    assert box
    assert box[2] < WIDTH - 10


def with_doubt(probability: float) -> Atlas:
    """Kharkiv alone, so sure."""
    (occurrence,) = [o for o in ATLAS.occurrences if o.place == KHARKIV]
    resolution = replace(occurrence.resolution, probability=probability)
    return Atlas((replace(occurrence, resolution=resolution),))


def test_the_less_sure_a_place_is_the_paler_it_is_drawn() -> None:
    middle = WIDTH // 2, HEAD + (HEIGHT - HEAD) // 2
    halo = ImageColor.getrgb(str(ink(dark=False, online=False)["halo"]))

    def paleness(probability: float) -> int:
        colour = picture(with_doubt(probability)).getpixel(middle)
        return sum(abs(a - b) for a, b in zip(colour, halo, strict=True))

    assert paleness(0.9) > paleness(0.7) > paleness(0.4) > 0


def test_an_unsure_place_has_a_dashed_outline_and_the_legend_says_what_that_is() -> None:
    atlas = with_doubt(0.4)
    x, y = WIDTH // 2, HEAD + (HEIGHT - HEAD) // 2
    reach = round(feature_collection(atlas)["features"][0]["properties"]["r"]) + 1

    def rim(probability: float) -> set[tuple[int, ...]]:
        """The colours just inside the edge, turn by turn."""
        image, found = picture(with_doubt(probability)), set()
        for turn in range(72):
            angle = turn * math.pi / 36
            at = round(x + (reach - 2) * math.cos(angle)), round(y + (reach - 2) * math.sin(angle))
            found.add(image.getpixel(at))
        return found

    assert len(rim(0.4)) > len(rim(0.95))
    legend = (0, HEIGHT - 120, 310, HEIGHT)
    sure, unsure = (picture(with_doubt(p)).crop(legend) for p in (0.95, 0.4))
    assert ImageChops.difference(sure, unsure).getbbox()


def test_the_data_of_a_service_is_credited_where_it_is_shown() -> None:
    own = with_doubt(0.9)
    (occurrence,) = own.occurrences
    online = replace(occurrence, resolution=replace(occurrence.resolution, source="nominatim"))
    corner = (WIDTH // 2, HEIGHT - 40, WIDTH, HEIGHT)
    said = [picture(atlas).crop(corner) for atlas in (own, Atlas((online,)))]
    assert ImageChops.difference(*said).getbbox()


def test_light_and_dark_differ() -> None:
    assert picture(ATLAS).getpixel((5, 5)) != picture(ATLAS, dark=True).getpixel((5, 5))


def test_every_point_on_earth_is_in_the_picture() -> None:
    corners = [(-180.0, 90.0), (180.0, -90.0), (0.0, 0.0), (179.9, 71.0), (-169.1, 60.0)]
    for lon, lat in corners:
        place = replace(HARBIN, lat=lat, lon=lon)
        (occurrence,) = [o for o in ATLAS.occurrences if o.place == HARBIN][:1]
        moved = replace(occurrence, resolution=replace(occurrence.resolution, place=place))
        assert picture(Atlas((moved,))).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Łódź", "Łódź"), ("Харків", "Харків"), ("北京", ""), ("a\u202eb\x00", "ab"),
        ("{{7*7}}", "{{7*7}}"),
    ],
)  # fmt: skip
def test_letters_the_font_lacks_are_not_drawn_as_boxes(name: str, drawn: str) -> None:
    assert drawable(name, 40) == drawn


@pytest.mark.parametrize(
    "letters",
    [
        "AÀÁÂÃÄÅĀĂĄÆBCÇĆČDĐEĒĖĘĚGĞHIİŁMNŃÑŇOØŐPQRŘSŚŞŠTŢŤUŮŰVWXYZŹŻŽßþ",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώς",
        "АБВГҐДЕЄЁЖЗИІЇЙКЛМНОПРСТУЎФХЦЧШЩЪЫЬЭЮЯЂЈЉЊЋЏ",
    ],
    ids=["latin", "greek", "cyrillic"],
)
def test_the_font_has_the_letters_of(letters: str) -> None:
    assert [letter for letter in letters if not _has(letter)] == []


def test_hundreds_of_hostile_names_are_drawn() -> None:
    names = [f"<b>{{{{7*7}}}} {'x' * n}" for n in range(120)]
    assert picture(gather(places_named(names))).size == (WIDTH, HEIGHT)


def test_the_outlines_are_those_of_the_map() -> None:
    world = outlines("110m")
    assert {"CN", "RU", "UA"} <= set(world.by_code)
    ring = max((p[0] for p in world.by_code["FR"]), key=len)
    assert all(-64 < lon < 10 and 2 < lat < 52 for lon, lat in ring)
    # Arcs join end to end, some of them backwards.
    assert all(line[0] == line[-1] for polygon in world.land for line in polygon)
    assert world.disputed
    assert world.doubtful
