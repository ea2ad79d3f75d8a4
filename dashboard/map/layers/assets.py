"""The files the map is made of: its own and Leaflet's."""

from pathlib import Path

from xstatic.pkg import leaflet

STATIC = Path(__file__).parents[1] / "static"
LEAFLET = Path(leaflet.BASE_DIR)


def text(name: str) -> str:
    """One of the map's own files; scripts and styles are in `built` (see `make javascript`)."""
    return (STATIC / name).read_text(encoding="utf-8")
