"""The map's own files and Leaflet's, and their addresses beside streamlit-folium's frame."""

from pathlib import Path

import streamlit.components.v1 as components
from xstatic.pkg import leaflet

STATIC = Path(__file__).parent / "static"
LEAFLET = Path(leaflet.BASE_DIR)
SCRIPTS = ("basemap", "labels", "symbols", "places", "controls", "map")
"""The map's scripts in the order they load."""


def serve() -> None:
    """Let Streamlit serve both folders; to be called in every run, as each app starts empty."""
    components.declare_component("static", path=str(STATIC))
    components.declare_component("leaflet", path=str(LEAFLET))


def address(folder: str, name: str) -> str:
    """A file's address, relative so that it holds under any base path."""
    return f"../{__name__}.{folder}/{name}"
