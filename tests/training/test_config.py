"""The training plan says what it means, or refuses."""

from pathlib import Path

import pytest

from training.config import CONFIG, read_plan


def test_every_corpus_is_read_by_some_stage_and_its_labels_are_told() -> None:
    plan = read_plan()
    corpora = {corpus.name: corpus for corpus in plan.corpora}
    assert corpora["gwn"].facilities
    assert corpora["worldwide_newswire"].labels["Location"] == "PLACE"
    assert corpora["worldwide_newswire"].unnamed == {"Date", "Money"}
    for corpus in plan.corpora:
        assert corpus.shares, corpus.name
        assert set(corpus.shares) <= set(plan.stages)
        assert corpus.scheme != "entities" or corpus.labels


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('scheme = "guess"', "unknown scheme"),
        ('scheme = "places"\nweight = 2.0', "unknown keys"),
        ('scheme = "places"\nPLACE = "LOC"', "must be a list"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"{CONFIG.read_text('utf-8')}\n[corpora.new]\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=said):
        read_plan(path)
