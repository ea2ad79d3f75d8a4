import pytest

from dashboard.wording.certainty import Certainty, certainty, likelihood


@pytest.mark.parametrize(
    ("probability", "said"),
    [(1.0, "almost certain (1.00)"), (0.91, "very likely (0.91)"), (0.0, "doubtful (0.00)")],
)
def test_a_probability_is_said_in_words_and_as_a_number(probability: float, said: str) -> None:
    assert likelihood(probability) == said


@pytest.mark.parametrize(
    ("probability", "drawn"),
    [
        (1.0, Certainty.SURE), (0.8, Certainty.SURE), (0.79, Certainty.LIKELY),
        (0.6, Certainty.LIKELY), (0.59, Certainty.UNSURE), (0.0, Certainty.UNSURE),
    ],
)  # fmt: skip
def test_the_words_and_the_outline_change_at_the_same_probability(
    probability: float, drawn: Certainty
) -> None:
    assert certainty(probability) is drawn
    sure = {"almost certain": Certainty.SURE, "very likely": Certainty.SURE,
            "likely": Certainty.LIKELY}  # fmt: skip
    words = likelihood(probability).split(" (")[0]
    assert sure.get(words, Certainty.UNSURE) is drawn
