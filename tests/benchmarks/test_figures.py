"""The figures of resolution, worked out by hand."""

from math import sqrt

import pytest
from support.gold import PARIS, PARIS_TX, answer, document, said

from benchmarks.answers import Answer, Read
from benchmarks.figures import Tally, distances, log_error_area, spread, tally

RIGHT = answer(said(PARIS), right=True, right_area=True, same=True, km=0.0)
AREA = answer(said(PARIS), right_area=True, km=300.0)
WRONG = answer(said(PARIS_TX), km=20_038.0)
NO_PLACE = answer(said(None))
NOT_FOUND = answer(None)


def read(*answers: Answer, spurious: int = 0) -> Read:
    return Read(document("Paris"), answers, spurious)


def test_the_counts_of_answers() -> None:
    assert tally([RIGHT, AREA, WRONG, NO_PLACE, NOT_FOUND], 2) == Tally(
        gold=5, found=4, placed=3, right=1, area=2, with_id=5, same=1, spurious=2
    )
    assert tally([]) == Tally()


def test_the_shares() -> None:
    sums = tally([RIGHT, AREA, WRONG, NO_PLACE, NOT_FOUND], 2)
    assert sums.of_all == 1 / 5
    assert sums.area_of_all == 2 / 5
    assert sums.area_of_found == 2 / 4
    assert sums.area_of_placed == 2 / 3
    assert sums.precision == 2 / 5
    assert sums.precision_near == 1 / 5
    assert sums.f1 == pytest.approx(2 / 5)
    assert sums.f1_near == pytest.approx(1 / 5)
    assert sums.exact == 1 / 5


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    sums = Tally(gold=10, found=8, placed=7, right=3, area=6, spurious=2)
    precision, recall = sums.precision, sums.area_of_all
    assert sums.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_shares_of_nothing_are_0() -> None:
    assert (Tally().f1, Tally().precision, Tally().area_of_placed) == (0, 0, 0)


def test_the_log_error_curve() -> None:
    half = sqrt(20_039) - 1  # half way on a log scale
    assert log_error_area([0.0, 0.0]) == 0
    assert log_error_area([20_038.0, 20_038.0]) == pytest.approx(1)
    assert log_error_area([20_038.0, 0.0]) == pytest.approx(0.5)
    assert log_error_area([0.0, 20_038.0, 0.0]) == pytest.approx(0.25)
    assert log_error_area([0.0, half, half]) == pytest.approx(0.375)
    assert log_error_area([half]) == pytest.approx(0.5)


def test_distances_are_of_the_answers_with_a_place() -> None:
    off = distances([RIGHT, RIGHT, WRONG, NO_PLACE, NOT_FOUND])
    assert off.mean == pytest.approx(20_038 / 3)
    assert off.median == 0
    assert off.auc == pytest.approx(0.25)
    assert distances([NO_PLACE]).mean == 0


def test_an_interval_draws_documents() -> None:
    same = [read(RIGHT, WRONG)] * 10
    assert spread(same, lambda t: t.of_all) == (0.5, 0.5)
    assert spread([read(RIGHT), read(WRONG)], lambda t: t.of_all) == (0.0, 1.0)
    low, high = spread([read(RIGHT, spurious=i % 2) for i in range(50)], lambda t: t.precision)
    assert 0.5 < low < 2 / 3 < high < 0.8
