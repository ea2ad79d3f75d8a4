"""The timeline's data."""

from datetime import date

import pytest

from dashboard.page.search.timeline_data import column_label, columns
from geo.coverage import Bin


@pytest.mark.parametrize(
    ("since", "until", "label"),
    [
        ((2024, 6, 3), (2024, 6, 3), "3 June 2024"),
        ((2024, 6, 3), (2024, 6, 9), "3–9 June 2024"),
        ((2024, 5, 27), (2024, 6, 2), "27 May 2024 – 2 June 2024"),
        ((2024, 2, 1), (2024, 2, 29), "February 2024"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((1990, 1, 1), (1999, 12, 31), "1990–1999"),
        ((9990, 1, 1), (9999, 12, 31), "9990–9999"),
    ],
)
def test_a_column_is_called_by_its_days(
    since: tuple[int, int, int], until: tuple[int, int, int], label: str
) -> None:
    assert column_label(Bin(date(*since), date(*until), 1)) == label


def test_a_long_first_column_says_before_what() -> None:
    week = [Bin(date(2024, 5, n), date(2024, 5, n), 1) for n in (1, 2)]
    early = Bin(date(2010, 3, 1), date(2024, 4, 30), 3)
    assert [one["label"] for one in columns([early, *week])] == [
        "before 1 May 2024", "1 May 2024", "2 May 2024",
    ]  # fmt: skip
    assert columns(week)[0]["label"] == "1 May 2024"
