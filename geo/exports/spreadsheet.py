"""CSV (RFC 4180): one row a mention, safe to open in a spreadsheet."""

import csv
import io
import re

from geo.exports.parse_result import DIGITS
from geo.model.atlas import Atlas, Occurrence
from geo.text.cleaning import strip_controls

COLUMNS = (
    "article", "title", "outlet", "published", "source", "field", "start", "end", "mention",
    "type", "group", "is_literal", "inside", "excerpt", "status", "probability", "place_id",
    "place", "kind", "country_code", "lat", "lon", "geonameid", "reasons",
)  # fmt: skip

Cell = str | int | float | None

# What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), full-width
# forms and leading space included.
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def to_csv(atlas: Atlas) -> str:
    """A header and a row for every occurrence, those without a place included.

    Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([for_spreadsheet(cell) for cell in _row(o)] for o in atlas.occurrences)
    return out.getvalue()


def _row(occurrence: Occurrence) -> tuple[Cell, ...]:
    article, mention, resolution = occurrence.article, occurrence.mention, occurrence.resolution
    return (
        article.id,
        article.title,
        article.outlet,
        article.published.isoformat() if article.published else "",
        article.source,
        mention.field,
        mention.start,
        mention.end,
        mention.text,
        mention.type.value,
        mention.type.group.value,
        "true" if mention.type.is_literal else "false",
        mention.inside,
        "".join(occurrence.excerpt),
        resolution.status.value,
        round(resolution.probability, DIGITS),
        *_place(occurrence),
        " ".join(resolution.reasons),
    )


def _place(occurrence: Occurrence) -> tuple[Cell, ...]:
    place = occurrence.place
    if place is None:
        return ("",) * 7
    return (
        place.id,
        place.name,
        place.kind.value,
        place.country_code,
        place.lat,
        place.lon,
        place.geonameid,
    )


def for_spreadsheet(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs as a formula, without control characters."""
    if not isinstance(cell, str):
        return cell
    # The check comes after the removal: a control character could hide the formula's start.
    text = strip_controls(cell)
    return "'" + text if _FORMULA.match(text) else text
