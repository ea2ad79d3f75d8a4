"""The selected place, one excerpt at a time, with the reasons for putting it there."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.links.article_view import View
from dashboard.page.reader.alternatives import alternatives
from dashboard.page.reader.citations import citation, credit, passage_link
from dashboard.records.page_data import OpenExcerpt, Panel, PanelPages, Target
from dashboard.wording.phrases import count_of
from dashboard.wording.place_words import (
    PlaceOf,
    approximate,
    kind_name,
    sureness,
    sureness_term,
    where,
    why_not,
)
from geo.model.atlas import Atlas, AtlasPlace, Occurrence
from geo.model.places import Status
from geo.text.cleaning import strip_invisible


def selected_place(atlas: Atlas, view: View, reading: str, place_of: PlaceOf) -> Panel | None:
    """The panel of the selected place, or of a selected name that has no place; else None.

    `reading` is the article the view's `mention` belongs to.
    """
    place = atlas.place(view.place) if view.place else None
    if place is not None:
        return _of_place(place, view, reading, place_of)
    occurrence = find(atlas, reading, view.mention)
    if occurrence is not None and occurrence.place is None:
        same = [o for o in atlas.unplaced if o.mention.text == occurrence.mention.text]
        return _of_unplaced(occurrence, same, place_of)
    return None


def at_mention(atlas: Atlas, view: View, reading: str) -> View:
    """The view with the place its mention has now, where that is shown.

    Since the name was chosen, or the link made, a service may have found its place, or another
    reader corrected it.
    """
    occurrence = find(atlas, reading, view.mention)
    if occurrence is None:
        return view
    return replace(view, place=occurrence.place.id if occurrence.place else "")


def find(atlas: Atlas, article: str, index: int | None) -> Occurrence | None:
    """The occurrence with this index in this article, if it is shown."""
    return next((o for o in atlas.occurrences if (o.article.id, o.index) == (article, index)), None)


def excerpt_at(occurrences: Sequence[Occurrence], mention: int | None, reading: str) -> int:
    """Which of a place's occurrences is open: the selected, else the first of this article."""
    for i, occurrence in enumerate(occurrences):
        if (occurrence.article.id, occurrence.index) == (reading, mention):
            return i
    here = (i for i, o in enumerate(occurrences) if o.article.id == reading)
    return next(here, 0)


def opening(occurrences: Sequence[Occurrence], reading: str) -> Target:
    """The link's values that select a place: at its first occurrence in the open article."""
    return target(occurrences[excerpt_at(occurrences, None, reading)])


def target(occurrence: Occurrence) -> Target:
    """The link's values that select this occurrence."""
    return {
        "place": occurrence.place.id if occurrence.place else None,
        "mention": str(occurrence.index),
        "reading": occurrence.article.id,
    }


def _of_place(selected: AtlasPlace, view: View, reading: str, place_of: PlaceOf) -> Panel:
    place = selected.place
    at = excerpt_at(selected.occurrences, view.mention, reading)
    around = where(place, place_of)
    kind = kind_name(place.kind)
    return {
        "id": place.id,
        "name": strip_invisible(place.name),
        "where": f"{around} · {kind}" if around else kind,
        "count": count_of(selected.count, "mention"),
        "likelihood": sureness(selected.probability, selected.review),
        "sureness": sureness_term(selected.review),
        "approximate": approximate(place),
        "groups": [(group.value, count) for group, count in selected.groups.items()],
        "missing": "",
        "unavailable": False,
        **_pages(selected.occurrences, at, place_of),
    }


def _of_unplaced(occurrence: Occurrence, same: list[Occurrence], place_of: PlaceOf) -> Panel:
    return {
        "id": "",
        "name": strip_invisible(occurrence.mention.text),
        "where": "Not on the map",
        "count": count_of(len(same), "mention"),
        "likelihood": "",
        "sureness": "",
        "approximate": "",
        "groups": [(occurrence.mention.type.group.value, len(same))],
        "missing": why_not(occurrence),
        "unavailable": occurrence.resolution.status == Status.UNAVAILABLE,
        **_pages(same, same.index(occurrence), place_of),
    }


def _pages(occurrences: Sequence[Occurrence], at: int, place_of: PlaceOf) -> PanelPages:
    last = len(occurrences) - 1
    return {
        "at": at + 1,
        "total": last + 1,
        "previous": target(occurrences[at - 1]) if at > 0 else None,
        "next": target(occurrences[at + 1]) if at < last else None,
        "excerpt": _excerpt(occurrences[at], place_of),
    }


def _excerpt(occurrence: Occurrence, place_of: PlaceOf) -> OpenExcerpt:
    before, name, after = occurrence.excerpt
    mention, resolution = occurrence.mention, occurrence.resolution
    return {
        "before": before,
        "name": name,
        "after": after,
        "group": mention.type.group.value,
        "type": mention.type.label,
        "article": occurrence.article.id,
        "credit": credit(occurrence.article).split(". http", maxsplit=1)[0],
        "target": target(occurrence),
        "link": passage_link(occurrence),
        "citation": citation(occurrence),
        "likelihood": sureness(resolution.probability, resolution.review)
        if resolution.place
        else "",
        "review": resolution.review.value,
        "meant": mention.type.value,
        "share": round(resolution.probability, 3),
        "reasons": [strip_invisible(reason) for reason in resolution.reasons],
        "alternatives": alternatives(resolution, place_of),
    }
