"""The files the map is made of: its own and Leaflet's."""

from pathlib import Path

from xstatic.pkg import leaflet

STATIC = Path(__file__).parents[1] / "static"
LEAFLET = Path(leaflet.BASE_DIR)
SCRIPTS = (
    "shared", "basemap", "world", "labels", "tooltips", "symbols", "places", "camera", "hints",
    "tie", "terms", "controls", "map",
)  # fmt: skip
"""The map's scripts in the order they load."""
ATLAS_SCRIPTS = (
    "shared", "basemap", "world", "labels", "tooltips", "atlas_discs", "atlas_shades",
    "atlas_legend", "atlas",
)  # fmt: skip
"""Those of the map of coverage."""


def text(name: str) -> str:
    """One of the map's own files."""
    return (STATIC / name).read_text(encoding="utf-8")
