"""The places as a list, in the map's order, and the names that are not on the map."""

from dashboard.page.reader.selected_place import opening
from dashboard.records.page_data import MissingRow, PlaceRow
from dashboard.wording.phrases import count_of
from dashboard.wording.place_words import PlaceOf, found_by, kind_name, sureness, where, why_not
from geo.model.atlas import Atlas, AtlasPlace, Occurrence
from geo.text.cleaning import strip_invisible


def place_rows(atlas: Atlas, reading: str, place_of: PlaceOf) -> list[PlaceRow]:
    """A row for each place: what it is called, where it lies, how often and how sure."""
    return [
        {
            "id": found.place.id,
            "name": strip_invisible(found.place.name),
            "where": _where(found, place_of),
            "kind": kind_name(found.place.kind),
            "count": found.count,
            "counted": count_of(found.count, "mention"),
            "groups": [group.value for group in found.groups],
            "likelihood": sureness(found.probability, found.review),
            "target": opening(found.occurrences, reading),
        }
        for found in atlas.places
    ]


def _where(found: AtlasPlace, place_of: PlaceOf) -> str:
    around = where(found.place, place_of) or kind_name(found.place.kind)
    parts = (around, found_by(found.occurrences))
    return " · ".join(part for part in parts if part)


def unplaced_rows(atlas: Atlas, reading: str) -> list[MissingRow]:
    """A row for each name that is not on the map, with the reason, in reading order."""
    by_name: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in atlas.unplaced:
        key = (strip_invisible(occurrence.mention.text), why_not(occurrence))
        by_name.setdefault(key, []).append(occurrence)
    return [
        {
            "name": name,
            "reason": reason,
            "count": len(found),
            "counted": count_of(len(found), "mention"),
            "groups": list(dict.fromkeys(o.mention.type.group.value for o in found)),
            "target": opening(found, reading),
        }
        for (name, reason), found in by_name.items()
    ]
