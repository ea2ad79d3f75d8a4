"""The map of coverage in the dashboard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from dashboard.map.layers.coverage_features import Camera
from dashboard.map.widget.base_map import atlas_map, coverage_group
from dashboard.map.widget.static_files import serve

_KEY, _MEMORY = "atlas-map", "atlas-map-memory"
WORLD = Camera((25.0, 20.0), 1.75, (900.0, 560.0))
"""Where the map looks until it has said how large it is."""


@dataclass(slots=True)
class Memory:
    """What the map has been told and has said, kept for the session.

    `seq` counts the commands given to the map: to go to `target`.
    """

    seq: int = 0
    target: tuple[tuple[float, float] | None, float | None] = (None, None)
    camera: Camera = WORLD


def memory() -> Memory:
    """The map's memory in this session."""
    found: Memory = st.session_state.setdefault(_MEMORY, Memory())
    return found


def go(center: tuple[float, float] | None, zoom: float | None) -> None:
    """Have the map go there; to the whole world where nothing is said."""
    kept = memory()
    kept.seq += 1
    kept.target = (center, zoom)
    at = WORLD.center if center is None else center
    level = WORLD.zoom if zoom is None else zoom
    kept.camera = Camera(at, level, kept.camera.size)


def told(message: object) -> Camera | None:
    """The camera that the map says it has; None where that is not said rightly."""
    if not isinstance(message, Mapping):
        return None
    try:
        (lat, lon), (wide, high) = message["center"], message["size"]
        camera = Camera(
            (float(lat), float(lon)), float(message["zoom"]), (float(wide), float(high))
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    inside = -90 <= camera.center[0] <= 90 and -540 <= camera.center[1] <= 540
    sized = all(1 <= pixels <= 10_000 for pixels in camera.size)
    return camera if inside and sized and 0 <= camera.zoom <= 20 else None


def show_coverage(
    features: Callable[[Camera], Mapping[str, object]],
    state: Mapping[str, Any],
    *,
    dark: bool,
    height: int,
) -> None:
    """Draw the features for where the map looks, `height` in pixels.

    What the reader does is told on the BroadcastChannel `state["channel"]` (see
    `static/atlas/messages.d.ts`).
    """
    serve()
    kept = memory()
    center, zoom = kept.target
    st_folium(
        atlas_map(dark=dark),
        key=_KEY,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=coverage_group(
            features(kept.camera), {**state, "seq": kept.seq, "center": center, "zoom": zoom}
        ),
    )
