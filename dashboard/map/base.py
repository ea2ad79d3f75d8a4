"""The Folium map: a constant base, and one feature group for what changes."""

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template
from folium.utilities import JsCode

from dashboard.map.assets import SCRIPTS
from dashboard.map.ink import ink
from dashboard.map.serving import address


class _LocalMap(folium.Map):
    """A Folium map that asks no other host for Leaflet, and needs nothing else."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.default_js = [("leaflet", address("leaflet", "leaflet.js"))]
        self.default_css = [("leaflet", address("leaflet", "leaflet.css"))]


class _Start(JSCSSMixin, MacroElement):
    """Starts the map's own scripts on the map it is added to."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.start({{ this._parent.get_name() }}, {{ this.ink|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, *, dark: bool, online: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.default_js = [(name, address("static", f"{name}.js")) for name in SCRIPTS]
        self.default_css = [("dateline-map", address("static", "map.css"))]
        self.ink = ink(dark=dark, online=online)


class _Show(MacroElement):
    """Tells the map's scripts that the group it is added to holds the places now."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "dateline.show({{ this._parent.get_name() }}, {{ this.state|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, state: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.state = dict(state)


def base_map(*, dark: bool, online: bool = False) -> folium.Map:
    """The map without places. Its script must not change, or the frame is mounted anew.

    `online` says whether the reader may choose online tiles.
    """
    made = _LocalMap(
        location=(25.0, 20.0), zoom_start=2, tiles=None, zoom_snap=0.25, zoom_delta=1.0,
        wheel_px_per_zoom_level=90,
    )  # fmt: skip
    made.add_child(_Start(dark=dark, online=online))
    return made


def place_group(features: Mapping[str, object], state: Mapping[str, object]) -> folium.FeatureGroup:
    """The group that changes: one GeoJson layer, and the state it is shown in."""
    group = folium.FeatureGroup(name="places")
    marker = JsCode("function (feature, latlng) { return dateline.marker(feature, latlng); }")
    if features["features"]:
        group.add_child(folium.GeoJson(dict(features), point_to_layer=marker))
    group.add_child(_Show(state))
    return group
