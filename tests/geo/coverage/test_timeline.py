"""The timeline's columns: no gaps, few enough, of one length."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coverage.timeline import MOST, timeline


def columns(*days: date) -> list[tuple[str, str, int]]:
    found = timeline(np.array([day.toordinal() for day in days]))
    return [(c.since.isoformat(), c.until.isoformat(), c.articles) for c in found]


def test_a_few_days_are_columns_of_a_day_and_empty_ones_stay() -> None:
    assert columns(date(2024, 2, 28), date(2024, 3, 1), date(2024, 3, 1)) == [
        ("2024-02-28", "2024-02-28", 1), ("2024-02-29", "2024-02-29", 0),
        ("2024-03-01", "2024-03-01", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (59, ("2024-05-15", "2024-05-15")),  # days
        (60, ("2024-05-13", "2024-05-19")),  # weeks, from Monday
        (500, ("2024-05-01", "2024-05-31")),
        (3000, ("2024-01-01", "2024-12-31")),
        (365 * 100, ("2020-01-01", "2029-12-31")),
        (365 * 1000, ("2000-01-01", "2099-12-31")),
    ],
)
def test_columns_grow_with_the_time_between(days: int, first: tuple[str, str]) -> None:
    day = date(2024, 5, 15)
    assert columns(day, day + timedelta(days=days))[0][:2] == first


def test_a_few_much_older_articles_share_the_first_column() -> None:
    recent = [date(2024, 5, 1) + timedelta(days=n) for n in range(20)]
    old = [date(2010, 3, 1), date(2015, 3, 1), date(2023, 3, 1)]
    found = columns(*old, *recent)
    assert found[0] == ("2010-03-01", "2024-04-30", 3)
    assert found[1:] == [(day.isoformat(), day.isoformat(), 1) for day in recent]
    half = columns(*old, *recent[:5])
    assert half[0][:2] == ("2010-01-01", "2010-12-31")


@given(st.lists(st.dates(), min_size=1))
def test_columns_follow_each_other_and_hold_every_article(days: list[date]) -> None:
    found = timeline(np.array([day.toordinal() for day in days]))
    assert sum(c.articles for c in found) == len(days)
    assert len(found) <= MOST
    assert found[0].since <= min(days)
    assert max(days) <= found[-1].until
    assert all(b.since - a.until == timedelta(days=1) for a, b in pairwise(found))
