"""The timeline: days of articles in columns of one length, few enough to be drawn."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

import numpy as np

from geo.coverage.records import Bin
from geo.coverage.table import Ints

MOST = 60
"""Columns of days, weeks, months or years; where years are too many, of ten or more."""
_MONTHS = (1, 12, 120, 1200, 12_000)
_AFTER_LAST = 10_000 * 12


def timeline(days: Ints) -> tuple[Bin, ...]:
    """Columns from the first day to the last, empty ones included.

    `days`: the `date.toordinal` of each article. Weeks begin on Monday.
    """
    if not len(days):
        return ()
    edges = _edges(date.fromordinal(int(days.min())), date.fromordinal(int(days.max())))
    starts = np.array([start.toordinal() for start, _ in edges])
    counts = np.bincount(np.searchsorted(starts, days, side="right") - 1, minlength=len(edges))
    return tuple(Bin(*edge, int(count)) for edge, count in zip(edges, counts, strict=True))


def _edges(first: date, last: date) -> list[tuple[date, date]]:
    """The first and last day of each column, of the shortest length that makes few enough."""
    found: list[tuple[date, date]] = []
    for columns in (
        _by_days(first, last, 1),
        _by_days(first - timedelta(days=first.weekday()), last, 7),
        *(_by_months(first, last, months) for months in _MONTHS),
    ):
        found = list(islice(columns, MOST + 1))
        if len(found) <= MOST:
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
