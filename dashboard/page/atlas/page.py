"""The atlas page: where the coverage of all articles lies, on one map, with facets and days."""

from collections.abc import Mapping

import streamlit as st

from dashboard.engine.process import process
from dashboard.links.search_views import AtlasView
from dashboard.map.layers.coverage_features import Camera, discs, points_of, reach, shades
from dashboard.map.layers.gate import for_map
from dashboard.map.layers.place_features import ZOOM, point_of
from dashboard.map.widget.coverage_map import go, memory, show_coverage, told
from dashboard.page.atlas.most_named import known_place, named
from dashboard.page.components import search_parts
from dashboard.page.frame import frame
from dashboard.page.frame.notices import notices
from dashboard.page.search.counted_articles import Counted, counted
from dashboard.page.search.facets import facets
from dashboard.page.search.result_bar import bar
from dashboard.page.search.search_page import draw_search
from dashboard.page.search.timeline_data import times
from dashboard.page.session import article_page, navigation
from dashboard.page.session.current_view import CurrentView
from dashboard.page.session.keys import Key, none
from dashboard.records.map_data import DiscCollection, Ring
from dashboard.records.page_data import MapListener
from dashboard.server_settings import ServerSettings
from geo.coverage import Coverage, Ground, Points, Search, Table, clusters, coverage

HEIGHT = 520
"""Of the map in pixels; the style sheet stretches it."""
_VIEWING = CurrentView(AtlasView)
_COVERAGE: Key[tuple[Table, Search, Coverage] | None] = Key("atlas-coverage", none)
"""What was asked last, and the answer."""
_POINTS: Key[tuple[Table, Points] | None] = Key("atlas-points", none)
"""Where the places of a table are, and that table."""


def render(settings: ServerSettings) -> None:
    """Draw the page for this session."""
    _VIEWING.start()
    frame.header()
    if navigation.is_opened():
        view = _VIEWING.view()
        go(view.center, view.zoom)
    notices(_VIEWING.notices())
    _atlas(settings)


@st.fragment(key="atlas")
def _atlas(settings: ServerSettings) -> None:
    """Everything that a filter, a brush, a choice or a move of the map changes."""
    draw_search(settings, _VIEWING, _draw)


def _draw(known: Counted, view: AtlasView) -> None:
    place_of = process().articles().place_of
    found = _coverage(known, view)
    with st.container(key="atlas"):
        with st.container(key="bar-box"):
            search_parts.search_bar(
                bar(found, len(known.table.articles), view, view.size), _VIEWING.patch
            )
        with st.container(key="facets-box"):
            lists = facets(found, view, place_of, view.size)
            search_parts.facets({**lists, "folded": False}, _VIEWING.patch)
        with st.container(key="atlas-map-box"):
            _map(known, found, view)
        with st.container(key="timeline-box"):
            search_parts.timeline(times(found, view), _VIEWING.patch)
        with st.container(key="named-box"):
            data = named(found, view, known, place_of)
            search_parts.top_places({**data, "channel": article_page.channel()}, _patched)
            heard: MapListener = {"channel": article_page.channel(), "dark": article_page.is_dark()}
            search_parts.map_listener(heard, _looked, article_page.tell_dark)
            st.html(f'<p class="counted">{known.said}</p>')


def _map(known: Counted, found: Coverage, view: AtlasView) -> None:
    search, points = view.search(), _points(known.table)

    def drawn(camera: Camera) -> DiscCollection:
        ground = Ground(points, camera.apart, camera.box)
        near = clusters(known.table, search, known.texts, ground)
        return discs(near, view.size)

    show_coverage(
        drawn,
        {
            "channel": article_page.channel(),
            "shades": shades(found.countries, view.size),
            "chosen": list(view.countries),
            "measure": view.size.value.removesuffix("s"),
            "selected": _ring(known, view),
            "reach": reach(points),
        },
        dark=article_page.is_dark(),
        height=HEIGHT,
    )


def _ring(known: Counted, view: AtlasView) -> Ring | None:
    """Where the selected place lies, as the map marks it."""
    place = known_place(known, view.place, process().articles().place_of)
    if place is None:
        return None
    lat, lon = point_of(place)
    return {"name": for_map(place.name), "lat": lat, "lon": lon}


def _patched(event: object) -> None:
    """A patch of the view; one that says `fly` takes the map to the place it selects."""
    _VIEWING.patch(event)
    if isinstance(event, Mapping) and event.get("fly"):
        settings = process().settings
        place_of = process().articles().place_of
        place = known_place(counted(settings), _VIEWING.view().place, place_of)
        if place is not None:
            go(point_of(place), max(ZOOM[place.kind], memory().camera.zoom))


def _looked(event: object) -> None:
    """The map says where it looks: what is drawn goes by that, and the link once it was moved."""
    camera = told(event)
    if camera is None:
        return
    memory().camera = camera
    if isinstance(event, Mapping) and event.get("moved"):
        center = "{:.4f},{:.4f}".format(*camera.center)
        _VIEWING.patch({"center": center, "zoom": f"{camera.zoom:.2f}"})


def _coverage(known: Counted, view: AtlasView) -> Coverage:
    """The answer to the view's search; the last one is kept, as most moves ask the same."""
    search, last = view.search(), _COVERAGE.get()
    if last is None or last[0] is not known.table or last[1] != search:
        last = (known.table, search, coverage(known.table, search, known.texts))
        _COVERAGE.set(last)
    return last[2]


def _points(table: Table) -> Points:
    """Where the table's places are on the map's plane; made once for a table."""
    last = _POINTS.get()
    if last is None or last[0] is not table:
        last = (table, points_of(table.places))
        _POINTS.set(last)
    return last[1]
