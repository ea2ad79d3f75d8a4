"""The parts of the pages about many articles, as components made of DOM nodes.

Events: `patch` changes the view's link.
"""

from dashboard.page.components.article_parts import Data, OnEvent, component, mount
from dashboard.page.session.keys import Key

_STYLES = ("many.css",)
_BAR = component("bar", "links.js", styles=_STYLES)
_FACETS = component("facets", "links.js", styles=_STYLES)
_TIMELINE = component("timeline", "links.js", styles=_STYLES)
_EAR = component("ear")
_NAMED = component("named", "links.js", "excerpts.js", styles=_STYLES)
_TABLE = component("table", "links.js", styles=_STYLES)
_PLACE = component("place", "links.js", "excerpts.js", styles=_STYLES)
_MENTIONS = component("mentions", "links.js", "excerpts.js", styles=_STYLES)


def bar(data: Data, on_patch: OnEvent) -> None:
    """The counts, the search field, the measure and the reset."""
    mount(_BAR, Key("bar"), data, {"patch": on_patch})


def facets(data: Data, on_patch: OnEvent) -> None:
    """The lists of what can be chosen; `data` as `dashboard.page.atlas.facets` gives it."""
    mount(_FACETS, Key("facets"), data, {"patch": on_patch})


def timeline(data: Data, on_patch: OnEvent) -> None:
    """The histogram of days to brush; `data` as `dashboard.page.atlas.times` gives it."""
    mount(_TIMELINE, Key("timeline"), data, {"patch": on_patch})


def ear(data: Data, on_camera: OnEvent, on_dark: OnEvent) -> None:
    """Nothing to see: it hears the map.

    `on_camera` is told where the map looks, `on_dark` "dark" or "light" as the reader has it.
    """
    mount(_EAR, Key("ear"), data, {"camera": on_camera, "dark": on_dark})


def named(data: Data, on_patch: OnEvent) -> None:
    """The most named places or the selected one; it hears what is chosen on the map."""
    mount(_NAMED, Key("named"), data, {"patch": on_patch})


def table(data: Data, on_patch: OnEvent, on_delete: OnEvent) -> None:
    """The articles of the library; `on_delete` is told the ids to delete, once confirmed."""
    mount(_TABLE, Key("library-table"), data, {"patch": on_patch, "delete": on_delete})


def place(data: Data, on_patch: OnEvent) -> None:
    """A place's facts, the search in its articles, and the reset."""
    mount(_PLACE, Key("place-about"), data, {"patch": on_patch})


def mentions(data: Data, on_patch: OnEvent) -> None:
    """A page of a place's excerpts."""
    mount(_MENTIONS, Key("place-mentions"), data, {"patch": on_patch})
