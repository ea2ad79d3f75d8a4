"""The Folium map: a constant base, and one feature group for what changes."""

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template
from folium.utilities import JsCode

from dashboard.map.layers.colours import atlas_ink, ink
from dashboard.map.widget.static_files import address


class _LocalMap(folium.Map):
    """A Folium map that asks no other host for Leaflet, and needs nothing else."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.default_js = [("leaflet", address("leaflet", "leaflet.js"))]
        self.default_css = [("leaflet", address("leaflet", "leaflet.css"))]


class _Start(JSCSSMixin, MacroElement):
    """Starts a script of the map's own on the map it is added to.

    `script` is its file in `static/built`, `call` the function of it that starts it.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.{{ this.call }}({{ this._parent.get_name() }}, {{ this.ink|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, script: str, call: str, colours: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.default_js = [("dateline-map", address("static", f"built/{script}.js"))]
        self.default_css = [("dateline-map", address("static", f"built/{script}.css"))]
        self.call, self.ink = call, dict(colours)


class _Show(MacroElement):
    """Tells the map's scripts that the group it is added to holds the places now."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.{{ this.call }}({{ this._parent.get_name() }}, {{ this.state|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, call: str, state: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.call, self.state = call, dict(state)


def base_map(*, dark: bool, online: bool = False) -> folium.Map:
    """The map of articles, without places. `online`: the reader may choose online tiles."""
    return _started(_Start("article", "start", ink(dark=dark, online=online)))


def atlas_map(*, dark: bool) -> folium.Map:
    """The map of coverage, without places and shades."""
    return _started(_Start("atlas", "startAtlas", atlas_ink(dark=dark)))


def _started(start: _Start) -> folium.Map:
    """A map whose script must not change, or the frame is mounted anew."""
    made = _LocalMap(
        location=(25.0, 20.0), zoom_start=2, tiles=None, zoom_snap=0.25, zoom_delta=1.0,
        wheel_px_per_zoom_level=90,
    )  # fmt: skip
    made.add_child(start)
    return made


def place_group(features: Mapping[str, object], state: Mapping[str, object]) -> folium.FeatureGroup:
    """The group that changes: one GeoJson layer, and the state it is shown in."""
    return _group(features, "marker", _Show("show", state))


def coverage_group(
    features: Mapping[str, object], state: Mapping[str, object]
) -> folium.FeatureGroup:
    """The group of coverage that changes: one GeoJson layer of discs, and the state."""
    return _group(features, "disc", _Show("showAtlas", state))


def _group(features: Mapping[str, object], marker: str, show: _Show) -> folium.FeatureGroup:
    group = folium.FeatureGroup(name="places")
    made = JsCode(f"function (feature, latlng) {{ return dateline.{marker}(feature, latlng); }}")
    if features["features"]:
        group.add_child(folium.GeoJson(dict(features), point_to_layer=made))
    group.add_child(show)
    return group
