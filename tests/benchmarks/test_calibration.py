"""Calibration error by hand, and a picture of it."""

from pathlib import Path

import pytest
from PIL import Image
from support.gold import PARIS, answer
from support.gold import said as resolved

from benchmarks.calibration import SIZE, Bin, bins, calibration_error, draw, said

SURE = [(0.95, True), (0.95, True), (0.95, False), (0.95, True)]
UNSURE = [(0.25, False), (0.5, True), (0.5, False)]


def test_the_error_is_the_gap_between_sure_and_right_over_all_answers() -> None:
    assert calibration_error(SURE) == pytest.approx(0.95 - 0.75)
    assert calibration_error(SURE + UNSURE) == pytest.approx((4 * 0.2 + 0.25 + 0) / 7)
    assert calibration_error([]) == 0


def test_too_sure_and_too_timid_do_not_cancel() -> None:
    assert calibration_error([(0.75, False), (0.25, True)]) == pytest.approx(0.75)


def test_an_edge_lies_in_the_bin_below_it() -> None:
    assert bins([(0.5, True), (0.45, False)]) == [Bin(0.4, 0.5, 2, 0.475, 0.5)]
    assert [b.count for b in bins([(0.0, False), (1.0, True)])] == [1, 1]


def test_only_answers_with_a_place_have_a_probability_to_believe() -> None:
    answers = [
        answer(resolved(PARIS, 0.7), right_area=True),
        answer(resolved(None, 0.6)),
        answer(None),
    ]
    assert said(answers) == [(0.7, True)]


def test_the_diagram_is_a_picture_of_the_data(tmp_path: Path) -> None:
    draw(SURE, "t", tmp_path / "sure.png")
    draw([(0.95, True)] * 3 + [(0.95, False)] * 5, "t", tmp_path / "wrong.png")
    with Image.open(tmp_path / "sure.png") as one, Image.open(tmp_path / "wrong.png") as other:
        assert one.format == "PNG"
        assert one.size == other.size == (SIZE, SIZE)
        # in the highest bin, at a share right of 0.7: a bar where 3 of 4 are right, paper else
        spot = (80 + 0.91 * 500 + 8, 80 + 0.3 * 500 + 4)
        assert one.getpixel(spot) != (255, 255, 255)
        assert other.getpixel(spot) == (255, 255, 255)
