import json
from pathlib import Path

import numpy as np
import pytest
from support.marked import read
from support.small_gazetteer import SmallGazetteer

from geo.resolution import resolve
from geo.resolution.ranker import LearnedScorer, Weights, read_scorer, softmax_with_none
from geo.resolution.signals import SIGNALS


def test_the_probabilities_of_a_name_and_of_none_add_up_to_one() -> None:
    rows, none = softmax_with_none(np.array([2.0, 1.0, -5.0]), [0, 2, 2, 3])
    assert rows[:2].sum() + none[0] == pytest.approx(1)
    assert none[1] == 1
    assert rows[2] + none[2] == pytest.approx(1)


def test_huge_scores_do_not_overflow() -> None:
    rows, none = softmax_with_none(np.array([5000.0, -5000.0]), [0, 2])
    assert (rows.tolist(), none.tolist()) == ([1.0, 0.0], [0.0])


def test_a_weighted_sum_knows_signals_by_name() -> None:
    scorer = LearnedScorer(Weights({"bias": 1.0}), Weights({"near": 2.0}))
    signals = np.eye(len(SIGNALS))
    assert scorer.alone(signals).tolist() == [1.0] * len(SIGNALS)
    assert scorer.in_context(signals)[SIGNALS.index("near")] == 2.0


def test_hidden_units_answer_beside_the_weighted_sum(tmp_path: Path) -> None:
    one = {"inputs": ["near", "alone"], "bias": 0.5, "linear": [1.0, 0.0]}
    hidden = {"hidden": [[2.0, 0.0], [0.0, 1.0], [0.0, -1.0]], "outer": [3.0, 1.0]}
    path = tmp_path / "coefficients.json"
    path.write_text(json.dumps({"alone": one | hidden, "in_context": one | hidden}), "utf-8")
    signals = np.zeros((1, len(SIGNALS)))
    signals[0, SIGNALS.index("near")] = 0.25
    wanted = 0.5 + 0.25 + 3 * np.tanh(0.5) + np.tanh(-1)
    assert read_scorer(path).in_context(signals) == pytest.approx([wanted])


def test_another_scorer_takes_its_place() -> None:
    doubtful = LearnedScorer(Weights({"bias": -9.0}), Weights({"bias": -9.0}))
    (paris,), _ = resolve(*read("In [Paris]."), SmallGazetteer(), doubtful)
    assert paris.place is None
    assert paris.probability > 0.9
    assert paris.reasons[0].startswith("2 places are called Paris")
    assert len(paris.alternatives) == 0
