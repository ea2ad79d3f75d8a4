"""The timeline: days of articles in columns of one length, few enough to be drawn.

A few much older articles share the first column, or all others would be in the last.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

import numpy as np

from geo.coverage.queries import Bin
from geo.coverage.table import Ints

MOST = 60
"""Columns of days, weeks, months or years; where years are too many, of ten or more."""
EARLY = 0.2
"""Most articles, as a share, that one column holds because long nothing follows them."""
_MONTHS = (1, 12, 120, 1200, 12_000)
_AFTER_LAST = 10_000 * 12


def timeline(days: Ints) -> tuple[Bin, ...]:
    """Columns from the first day to the last, empty ones included; all but the first of a length.

    `days`: the `date.toordinal` of each article. Weeks begin on Monday.
    """
    if not len(days):
        return ()
    first, start, last = (date.fromordinal(int(day)) for day in _ends(np.sort(days)))
    edges = _edges(start, last, MOST - (first < start))
    if first < start:
        edges.insert(0, (first, edges[0][0] - timedelta(days=1)))
    starts = np.array([start.toordinal() for start, _ in edges])
    counts = np.bincount(np.searchsorted(starts, days, side="right") - 1, minlength=len(edges))
    return tuple(Bin(*edge, int(count)) for edge, count in zip(edges, counts, strict=True))


def _ends(days: Ints) -> tuple[int, int, int]:
    """The first day, the first that gets a column of usual length, and the last.

    `days` are in order. Early is what lies before a gap, where all that follows the gap takes no
    more than a quarter of the whole time.
    """
    early = days[: int(EARLY * len(days)) + 1]
    follows = days[-1] - early[1:]
    is_gap = np.diff(early) > np.maximum(follows / 4, MOST)
    cut = np.flatnonzero(is_gap & (days[-1] - days[0] >= 4 * follows))
    start = early[cut[-1] + 1] if len(cut) else days[0]
    return int(days[0]), int(start), int(days[-1])


def _edges(first: date, last: date, most: int) -> list[tuple[date, date]]:
    """The first and last day of each column, of the shortest length that makes few enough."""
    found: list[tuple[date, date]] = []
    for columns in (
        _by_days(first, last, 1),
        _by_days(first - timedelta(days=first.weekday()), last, 7),
        *(_by_months(first, last, months) for months in _MONTHS),
    ):
        found = list(islice(columns, most + 1))
        if len(found) <= most:
            break
    return found


def _by_days(start: date, last: date, length: int) -> Iterator[tuple[date, date]]:
    for day in range(start.toordinal(), last.toordinal() + 1, length):
        end = min(day + length - 1, date.max.toordinal())
        yield date.fromordinal(day), date.fromordinal(end)


def _by_months(first: date, last: date, length: int) -> Iterator[tuple[date, date]]:
    begin = first.year * 12 + first.month - 1
    begin -= begin % length
    end = last.year * 12 + last.month
    for month in range(begin, end, length):
        yield _first_day(month), _last_day(month + length - 1)


def _first_day(month: int) -> date:
    """Of a month, counted from the year 0; there is none before the year 1."""
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _last_day(month: int) -> date:
    following = month + 1
    return _first_day(following) - timedelta(days=1) if following < _AFTER_LAST else date.max
