"""The map in the dashboard: draws an atlas, answers with what the reader did to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from dashboard.links.article_view import View
from dashboard.map.layers.place_features import credit_lines, feature_collection
from dashboard.map.widget.base_map import base_map, place_group
from dashboard.map.widget.static_files import serve
from geo.model.atlas import Atlas

_KEY, _MEMORY = "map", "map-memory"
Camera = tuple[tuple[float, float] | None, float | None]
"""Centre (latitude, longitude) and zoom; None where it is left to the map."""


@dataclass(frozen=True, slots=True)
class MapEvent:
    """Where the reader moved the map to since the last run; None where nothing new happened.

    `center` is latitude and longitude in degrees, `zoom` Leaflet's level.
    """

    center: tuple[float, float] | None = None
    zoom: float | None = None


@dataclass(slots=True)
class _Memory:
    """What one map has been told and has answered, kept for the session.

    `seq` counts the commands given to the map: to go to `target`, with `selected` selected.
    """

    seq: int = 0
    target: Camera = (None, None)
    selected: str = ""
    asked: Camera | None = None
    reported: Camera = (None, None)
    articles: tuple[str, ...] = ()
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How the map is drawn: on a dark ground or a light one, `height` in pixels.

    `channel` is the name on which page and map talk; `online_tiles` offers the street map of an
    outside host.
    """

    channel: str
    dark: bool
    height: int
    online_tiles: bool = False


def show_map(atlas: Atlas, view: View, look: Look) -> MapEvent:
    """Draw the atlas's places, and answer where the reader moved the map.

    The map goes to the view's centre and zoom when they change from outside. Without them it
    follows the view: to the selected place, or to all places. What is pointed at and chosen on
    the map is told on the BroadcastChannel `look.channel` (see `static/article/messages.d.ts`).
    """
    serve()
    memory = _memory()
    _command(memory, view, atlas, dark=look.dark)
    center, zoom = memory.target
    # A selection alone changes nothing of this, so that the places are not drawn anew for it:
    # the text tells it on the channel.
    state = {
        "seq": memory.seq, "center": center, "zoom": zoom, "selected": memory.selected,
        "channel": look.channel, "credits": credit_lines(atlas),
    }  # fmt: skip
    answer = st_folium(
        base_map(dark=look.dark, online=look.online_tiles),
        key=_KEY,
        height=look.height,
        use_container_width=True,
        # Centre and zoom as well, once the reader has moved the map: see static/article/camera.js.
        returned_objects=[],
        feature_group_to_add=place_group(feature_collection(atlas), state),
    )
    return _event(memory, answer or {})


def _command(memory: _Memory, view: View, atlas: Atlas, *, dark: bool) -> None:
    """Decide whether the map has to move, and where to."""
    camera: Camera = (view.center, view.zoom)
    articles = tuple(article.id for article in atlas.articles) or memory.articles
    first = memory.asked is None
    asked_anew = not first and not _same(camera, memory.asked)
    was_reported = memory.reported[0] is not None and _same(camera, memory.reported)
    is_new = _is_other(articles, memory.articles) or dark != memory.dark
    if first or (asked_anew and not was_reported) or is_new:
        _go(memory, camera, view.place)
    memory.asked, memory.articles, memory.dark = camera, articles, dark


def _go(memory: _Memory, target: Camera, selected: str) -> None:
    memory.target, memory.selected = target, selected
    memory.seq += 1


def _is_other(now: tuple[str, ...], before: tuple[str, ...]) -> bool:
    # Hiding some articles is a filter, and a filter leaves the map where it is.
    return bool(now) and not set(now) & set(before)


def _event(memory: _Memory, answer: Mapping[str, Any]) -> MapEvent:
    center = answer.get("center")
    if not center:
        return MapEvent()
    camera: Camera = ((float(center["lat"]), float(center["lng"])), float(answer["zoom"]))
    if _same(camera, memory.reported):
        return MapEvent()
    memory.reported = camera
    return MapEvent(*camera)


def _same(one: Camera, other: Camera | None) -> bool:
    """Whether two cameras are the same to what a link can write."""
    if other is None or one[0] is None or other[0] is None:
        return other is not None and one[0] is other[0]
    pairs = zip((*one[0], one[1] or 0), (*other[0], other[1] or 0), strict=True)
    return all(abs(a - b) < 1e-4 for a, b in pairs)


def _memory() -> _Memory:
    memory: _Memory = st.session_state.setdefault(_MEMORY, _Memory())
    return memory
