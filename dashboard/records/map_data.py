"""What the map's scripts are told: one record each, the same in Python and JavaScript.

`dashboard/map/static/records.d.ts` is its twin, written by `make javascript` of the classes; a test
compares both. Text has passed `gate`: it is made of entities until a script writes it.
"""

from typing import Literal, TypedDict

Degrees = tuple[float, float]
"""Latitude and longitude."""


Shape = Literal["disc", "ring", "diamond", "square", "triangle"]


class Colours(TypedDict):
    """Colours by use, and how opaque an area's fill is."""

    water: str
    land: str
    ice: str
    unsettled: str
    coast: str
    border: str
    disputed: str
    countryText: str
    cityText: str
    placeText: str
    halo: str
    onGroup: str
    accent: str
    areaFill: float


class GroupLook(TypedDict):
    """How a group of mentions is drawn."""

    label: str
    color: str
    shape: Shape


class Ink(Colours):
    """The map of articles: its groups in order, and the legend's words explained."""

    dark: bool
    groups: dict[str, GroupLook]
    order: list[str]
    terms: dict[str, str]
    online: bool


class AtlasInk(Colours):
    """The map of coverage: the shades of countries, least coverage first."""

    dark: bool
    shades: list[str]


class PlaceProperties(TypedDict):
    """A place: `r` in pixels, `km` the radius of its approximate position or None."""

    name: str
    count: int
    groups: list[tuple[str, int]]
    r: float
    area: bool
    outline: str
    probability: float
    certainty: Literal["sure", "likely", "unsure"]
    zoom: float
    km: float | None


class MapState(TypedDict):
    """What the map of articles shows. `seq` counts the page's commands: to go to `center` and
    `zoom`, with `selected` selected.
    """

    seq: int
    center: Degrees | None
    zoom: float | None
    selected: str
    channel: str
    credits: list[str]


class Point(TypedDict):
    """GeoJSON's point: longitude and latitude."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


class PlaceFeature(TypedDict):
    """A place as GeoJSON."""

    type: Literal["Feature"]
    id: str
    properties: PlaceProperties
    geometry: Point


class PlaceCollection(TypedDict):
    """The places as GeoJSON, most mentioned first."""

    type: Literal["FeatureCollection"]
    features: list[PlaceFeature]


class OneFilePage(TypedDict):
    """What the one-file page carries of its map."""

    ink: Ink
    features: PlaceCollection
    credits: list[str]


class DiscProperties(TypedDict):
    """A place of the map of coverage, or `names` of them that lie close together in `box`."""

    name: str
    names: int
    count: int
    articles: int
    mentions: int
    r: float
    area: bool
    outline: str
    box: tuple[Degrees, Degrees]


class DiscFeature(TypedDict):
    """A disc as GeoJSON."""

    type: Literal["Feature"]
    id: str
    properties: DiscProperties
    geometry: Point


class DiscCollection(TypedDict):
    """The discs as GeoJSON, the largest first."""

    type: Literal["FeatureCollection"]
    features: list[DiscFeature]


class Shades(TypedDict):
    """The least count of each class, and each country's count and class."""

    edges: list[int]
    countries: dict[str, tuple[int, int]]


class Ring(TypedDict):
    """The selected place."""

    name: str
    lat: float
    lon: float


class AtlasState(TypedDict):
    """What the map of coverage shows. `seq` counts the page's commands: to go to `center` and
    `zoom`; `reach` is the southernmost and the northernmost latitude of all places.
    """

    seq: int
    center: Degrees | None
    zoom: float | None
    channel: str
    shades: Shades
    chosen: list[str]
    measure: Literal["article", "mention"]
    selected: Ring | None
    reach: Degrees
