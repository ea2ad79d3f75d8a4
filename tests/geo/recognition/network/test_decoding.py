"""Tags in a row become names."""

import numpy as np
import pytest

from geo.recognition.network.decoding import best, runs
from geo.recognition.network.tags import INNER, OUTER


def scores(tags: str, *, doubt: float = 5.0) -> np.ndarray:
    table = np.zeros((len(tags), 3), dtype=np.float32)
    for row, tag in enumerate(tags):
        table[row, INNER.index(tag)] = doubt
    return table


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("OBO", [(1, 2)]),
        ("BIO", [(0, 2)]),
        ("BB", [(0, 1), (1, 2)]),
        ("OBII", [(1, 4)]),
        ("OOO", []),
        ("", []),
    ],
)
def test_names_run_from_b_over_i(tags: str, names: list[tuple[int, int]]) -> None:
    assert [(a, b) for a, b, _ in runs(scores(tags), INNER)] == names


def test_an_i_alone_becomes_what_is_likeliest_as_a_whole() -> None:
    table = scores("OIO")
    table[1, INNER.index("B")] = 4.0
    assert [INNER[tag] for tag in best(table, INNER)] == ["O", "B", "O"]
    table = scores("OIO")
    table[0, INNER.index("B")] = 4.5
    assert [INNER[tag] for tag in best(table, INNER)] == ["B", "I", "O"]


def test_an_i_goes_on_with_its_own_label_only() -> None:
    table = np.zeros((2, len(OUTER)), dtype=np.float32)
    table[0, OUTER.index("B-ORG")] = 5.0
    table[1, OUTER.index("I-PERSON")] = 5.0
    table[1, OUTER.index("I-ORG")] = 4.0
    assert list(runs(table, OUTER)) == [(0, 2, "ORG")]
