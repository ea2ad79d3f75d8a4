"""What is said of a place, and a page of its excerpts."""

from collections.abc import Sequence

from dashboard.links.search_views import PlaceView
from dashboard.page.atlas.most_named import around, known_place, place_facts
from dashboard.page.search.counted_articles import Counted
from dashboard.page.search.excerpts import excerpt_data
from dashboard.records.page_data import PlaceCounts, PlaceExcerpts, PlaceFacts
from dashboard.wording.place_words import PlaceOf
from geo.coverage import Coverage, Excerpt
from geo.model.places import Place
from geo.text.cleaning import strip_invisible

PAGE = 20
"""Excerpts of a page."""
NOWHERE = "No place has this id. See the atlas for all places."
NOT_NAMED = "No counted article names it."


def page_within(page: int, excerpts: int) -> int:
    """The page, from 1; of one there is not, the last."""
    return min(max(1, page), pages(excerpts))


def pages(excerpts: int) -> int:
    """How many pages there are, at least one."""
    return max(1, -(-excerpts // PAGE))


def place_data(found: Coverage, known: Counted, view: PlaceView, place_of: PlaceOf) -> PlaceFacts:
    """What is said of the place of the view."""
    one, place = found.places.of(view.id), known_place(known, view.id, place_of)
    facts = place_facts(one, place_of) if one else _unnamed(place, place_of)
    return {
        **facts,
        "words": view.words,
        "changed": bool(view.searched()),
        "reset": dict.fromkeys(PlaceView.READERS.keys() - {"id"}),
        "atlas": {"place": view.id, **_camera(place), **view.searched()} if place else {},
        "degrees": _degrees(place) if place else "",
    }


def mentions_data(
    excerpts: Sequence[Excerpt], page: int, total: int, nothing: str
) -> PlaceExcerpts:
    """A page of excerpts, of so many in `total`."""
    return {
        "excerpts": [excerpt_data(excerpt) for excerpt in excerpts],
        "page": page,
        "pages": pages(total),
        "nothing": nothing,
    }


def nothing(view: PlaceView, place: Place | None) -> str:
    """Why there is no excerpt, and what to do."""
    if place is None:
        return NOWHERE
    if view.searched():
        return "No excerpt passes the filters. “Reset all” brings them back."
    return NOT_NAMED


def _unnamed(place: Place | None, place_of: PlaceOf) -> PlaceCounts:
    name = strip_invisible(place.name) if place else "No such place"
    lies = around(place, place_of) if place else ""
    return {"id": "", "name": name, "where": lies, "counts": "", "sure": "", "groups": []}


def _camera(place: Place | None) -> dict[str, str]:
    return {"center": f"{place.lat:.4f},{place.lon:.4f}", "zoom": "5"} if place else {}


def _degrees(place: Place) -> str:
    """Where a place lies in degrees: `45.75° N, 126.65° E`."""
    north = "N" if place.lat >= 0 else "S"
    east = "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"
