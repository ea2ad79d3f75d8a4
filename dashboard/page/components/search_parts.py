"""The parts of the pages about many articles, as components made of DOM nodes.

Events: `patch` changes the view's link.
"""

from dashboard.page.components.article_parts import MARK_DATA, OnEvent, component, mount
from dashboard.page.session.keys import Key
from dashboard.records.page_data import (
    ArticlesTable,
    ArticlesTableData,
    FacetsData,
    MapListener,
    MapListenerData,
    PageFacets,
    PageTopPlaces,
    PlaceExcerpts,
    PlaceExcerptsData,
    PlaceFacts,
    PlaceFactsData,
    SearchBar,
    SearchBarData,
    Timeline,
    TimelineData,
    TopPlacesData,
)

_BAR = component("search_bar")
_FACETS = component("facets")
_TIMELINE = component("timeline")
_EAR = component("map_listener")
_NAMED = component("top_places")
_TABLE = component("articles_table")
_PLACE = component("place_facts")
_MENTIONS = component("place_excerpts")


def search_bar(data: SearchBar, on_patch: OnEvent) -> None:
    """The counts, the search field, the measure and the reset."""
    told: SearchBarData = {**data, "marks": MARK_DATA}
    mount(_BAR, Key("bar"), told, {"patch": on_patch})


def facets(data: PageFacets, on_patch: OnEvent) -> None:
    """The lists of what can be chosen; `data` as `dashboard.page.atlas.facets` gives it."""
    told: FacetsData = {**data, "marks": MARK_DATA}
    mount(_FACETS, Key("facets"), told, {"patch": on_patch})


def timeline(data: Timeline, on_patch: OnEvent) -> None:
    """The histogram of days to brush; `data` as `dashboard.page.atlas.times` gives it."""
    told: TimelineData = {**data, "marks": MARK_DATA}
    mount(_TIMELINE, Key("timeline"), told, {"patch": on_patch})


def map_listener(data: MapListener, on_camera: OnEvent, on_dark: OnEvent) -> None:
    """Nothing to see: it hears the map.

    `on_camera` is told where the map looks, `on_dark` "dark" or "light" as the reader has it.
    """
    told: MapListenerData = {**data, "marks": MARK_DATA}
    mount(_EAR, Key("ear"), told, {"camera": on_camera, "dark": on_dark})


def top_places(data: PageTopPlaces, on_patch: OnEvent) -> None:
    """The most named places or the selected one; it hears what is chosen on the map."""
    told: TopPlacesData = {**data, "marks": MARK_DATA}
    mount(_NAMED, Key("named"), told, {"patch": on_patch})


def table(data: ArticlesTable, on_patch: OnEvent, on_delete: OnEvent) -> None:
    """The articles of the library; `on_delete` is told the ids to delete, once confirmed."""
    told: ArticlesTableData = {**data, "marks": MARK_DATA}
    mount(_TABLE, Key("library-table"), told, {"patch": on_patch, "delete": on_delete})


def place(data: PlaceFacts, on_patch: OnEvent) -> None:
    """A place's facts, the search in its articles, and the reset."""
    told: PlaceFactsData = {**data, "marks": MARK_DATA}
    mount(_PLACE, Key("place-about"), told, {"patch": on_patch})


def mentions(data: PlaceExcerpts, on_patch: OnEvent) -> None:
    """A page of a place's excerpts."""
    told: PlaceExcerptsData = {**data, "marks": MARK_DATA}
    mount(_MENTIONS, Key("place-mentions"), told, {"patch": on_patch})
