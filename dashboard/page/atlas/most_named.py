"""What stands beside the map: the most named places, or the one that is selected."""

from dashboard.links.search_views import AtlasView, Measure
from dashboard.page.search.counted_articles import Counted
from dashboard.page.search.excerpts import excerpt_data
from dashboard.records.page_data import More, PlaceCounts, SelectedPlace, TopPlace, TopPlaces
from dashboard.wording.phrases import count_of
from dashboard.wording.place_words import PlaceOf, kind_name, sureness, where
from geo.coverage import Coverage, Mentions, PlaceCount
from geo.model.places import Place, Review
from geo.text.cleaning import strip_invisible

ROWS = 30
MOST_ROWS = 300
LATEST = 3
"""Excerpts shown of a selected place."""


def named(found: Coverage, view: AtlasView, counted: Counted, place_of: PlaceOf) -> TopPlaces:
    """The list's data; that of the selected place too, where there is one."""
    rows = ROWS + min(view.more, MOST_ROWS - ROWS)
    top = ranked(found, view.size, rows)
    most = max((_count(one, view.size) for one in top), default=1)
    selected = _selected(found, view, counted, place_of) if view.place else None
    return {
        "place": selected,
        "measure": view.size.value,
        "countries": list(view.countries),
        "rows": [] if selected else [_row(one, view.size, most, place_of) for one in top],
        "more": _more(len(found.places), rows),
        "nothing": nothing(counted, view),
    }


def nothing(counted: Counted, view: AtlasView) -> str:
    """Why there is nothing, and what to do."""
    if view.searched():
        return "Nothing passes the filters. “Reset all” brings everything back."
    if len(counted.table.articles):
        return "No place names were found in these articles."
    return "No articles yet: add some in the library."


def ranked(found: Coverage, measure: Measure, rows: int) -> list[PlaceCount]:
    """The most named places by the measure; `found` has them by articles."""
    top = found.places[:rows] if measure is Measure.ARTICLES else found.places.most_mentioned(rows)
    return list(top)


def around(place: Place, place_of: PlaceOf) -> str:
    """Where a place lies, and what it is."""
    lies = where(place, place_of)
    return f"{lies} · {kind_name(place.kind)}" if lies else kind_name(place.kind)


def place_facts(one: PlaceCount, place_of: PlaceOf) -> PlaceCounts:
    """What is said of a place that was found."""
    return {
        "id": one.place.id,
        "name": strip_invisible(one.place.name),
        "where": around(one.place, place_of),
        "counts": said_counts(one),
        "sure": f" · {sureness(one.probability, Review.AUTOMATIC)}",
        "groups": [(group.value, count) for group, count in one.groups.items()],
    }


def said_counts(one: PlaceCount) -> str:
    """How often a place is named: `12 mentions in 5 articles`."""
    mentions = count_of(one.counts.mentions, "mention")
    return f"{mentions} in {count_of(one.counts.articles, 'article')}"


def _selected(
    found: Coverage, view: AtlasView, counted: Counted, place_of: PlaceOf
) -> SelectedPlace:
    one = found.places.of(view.place)
    if one is None:
        return _absent(counted, view, place_of)
    mentions = Mentions(counted.table, view.search(view.place), counted.texts)
    latest = counted.excerpts(mentions[:LATEST])
    return {
        **place_facts(one, place_of),
        "excerpts": [excerpt_data(excerpt) for excerpt in latest],
        "all": f"All {count_of(len(mentions), 'excerpt')} of {strip_invisible(one.place.name)}",
        "query": {"id": one.place.id, **view.searched()},
    }


def _absent(counted: Counted, view: AtlasView, place_of: PlaceOf) -> SelectedPlace:
    """A place of the link that the search does not find."""
    place = known_place(counted, view.place, place_of)
    name = strip_invisible(place.name) if place else "An unknown place"
    said = "Nothing that passes the filters names it." if place else "No article here names it."
    lies = around(place, place_of) if place else ""
    return {
        "id": "",
        "name": name,
        "where": lies,
        "counts": said,
        "sure": "",
        "groups": [],
        "excerpts": [],
        "all": "",
        "query": {},
    }


def known_place(counted: Counted, identifier: str, place_of: PlaceOf) -> Place | None:
    """The place of an id: of the articles counted, else of the gazetteer."""
    number = counted.table.place_numbers.get(identifier)
    if number is not None:
        return counted.table.places[number]
    return place_of(identifier) if len(identifier) > 2 else None


def _row(one: PlaceCount, measure: Measure, most: int, place_of: PlaceOf) -> TopPlace:
    return {
        "id": one.place.id,
        "name": strip_invisible(one.place.name),
        "where": around(one.place, place_of),
        "articles": one.counts.articles,
        "mentions": one.counts.mentions,
        "share": round(100 * _count(one, measure) / max(1, most)),
    }


def _count(one: PlaceCount, measure: Measure) -> int:
    return int(getattr(one.counts, measure))


def _more(places: int, rows: int) -> More | None:
    if places <= rows or rows >= MOST_ROWS:
        return None
    return {"text": f"Show more of {places:,} places", "to": str(rows)}
