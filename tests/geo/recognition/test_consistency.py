"""A name that mostly is none is dropped where it is unsure."""

import numpy as np

from geo.recognition.consistency import FIRM, settled
from geo.recognition.network.tags import INNER

Bounds = tuple[int, int]


def names(text: str, found: list[Bounds], odds: dict[int, float]) -> list[Bounds]:
    """What stays of the names found where word i has these log odds of beginning a name."""
    words = text.split()
    scores = np.zeros((len(words), len(INNER)), dtype=np.float32)
    scores[:, INNER.index("O")] = 9.0
    for i, odd in odds.items():
        scores[i, INNER.index("B")] = 9.0 + odd
    return settled(words, found, scores)


def test_a_name_that_mostly_is_none_is_dropped_where_it_is_unsure() -> None:
    text = "Kalu said . Kalu left . Kalu won"
    assert names(text, [(0, 1)], {0: FIRM - 0.1}) == []
    assert names(text, [(0, 1)], {0: FIRM + 0.1}) == [(0, 1)]


def test_half_of_the_uses_is_enough() -> None:
    text = "Kalu said . Kalu left . Kalu won . Kalu lost"
    assert names(text, [(0, 1), (3, 4)], {0: 0.5, 3: 0.5}) == [(0, 1), (3, 4)]


def test_two_uses_are_no_majority() -> None:
    assert names("Kalu said . Kalu left", [(0, 1)], {0: 1}) == [(0, 1)]


def test_a_part_of_a_longer_name_is_no_use_of_its_own() -> None:
    text = "York grew . New York fell . New York rose"
    found = [(0, 1), (3, 5), (7, 9)]
    assert names(text, found, dict.fromkeys((0, 3, 7), 0.5)) == found


def test_nothing_found_nothing_settled() -> None:
    assert names("No names here", [], {}) == []
    assert settled([], [], np.zeros((0, len(INNER)), dtype=np.float32)) == []
