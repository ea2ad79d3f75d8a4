"""The timeline's data: columns of days, and which of them are chosen."""

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.links.search_views import SearchView
from dashboard.records.page_data import Column, Timeline
from dashboard.wording.phrases import long_date
from geo.coverage import Bin, Coverage


def times(found: Coverage, view: SearchView) -> Timeline:
    """The data of the histogram; `since` and `until` are those of the view, or ""."""
    return {
        "bins": columns(found.timeline),
        "since": str(view.since or ""),
        "until": str(view.until or ""),
        "brushed": view.since is not None or view.until is not None,
        "undated": found.undated,
        "nothing": "None of these articles has a date.",
    }


def column_label(one: Bin) -> str:
    """What a column is called: a day, `3–9 June 2024`, `June 2024`, `2024`, `1990–1999`."""
    since, until = one.since, one.until
    if since == until:
        return long_date(since)
    begins = since.day == 1
    ends = until == date.max or (until + timedelta(days=1)).day == 1
    if begins and ends and (since.month, until.month) == (1, 12):
        years = (since.year, until.year)
        return f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    if begins and ends and (since.year, since.month) == (until.year, until.month):
        return f"{since:%B} {since.year}"
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}–{long_date(until)}"
    return f"{long_date(since)} – {long_date(until)}"


def columns(bins: Sequence[Bin]) -> list[Column]:
    """The columns; the first, where it is longer than others, says before what."""
    found = [_bin(one) for one in bins]
    if len(bins) > 1 and bins[0].until - bins[0].since > 2 * (bins[1].until - bins[1].since):
        found[0]["label"] = f"before {long_date(bins[1].since)}"
    return found


def _bin(one: Bin) -> Column:
    return {
        "since": one.since.isoformat(),
        "until": one.until.isoformat(),
        "first": long_date(one.since),
        "last": long_date(one.until),
        "articles": one.articles,
        "label": column_label(one),
    }
