"""Streamlit serving the map's files, and their addresses beside streamlit-folium's frame."""

import streamlit.components.v1 as components

from dashboard.map.layers.assets import LEAFLET, STATIC
from dashboard.streamlit_internals import register_map_component


def serve() -> None:
    """Let Streamlit serve all folders; to be called in every run, as each app starts empty."""
    # Its own call does nothing where it is imported by the server and not by a page's script.
    register_map_component()
    components.declare_component("static", path=str(STATIC))
    components.declare_component("leaflet", path=str(LEAFLET))


def address(folder: str, name: str) -> str:
    """A file's address, relative so that it holds under any base path."""
    return f"../{__name__}.{folder}/{name}"
