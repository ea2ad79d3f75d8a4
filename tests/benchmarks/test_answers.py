"""Documents read with spans given and end to end, over a toy gazetteer."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from support.gold import FRANCE, PARIS, PARIS_TX, document, span
from support.toy_gazetteer import toy_gazetteer

from benchmarks.answers import Reader, documents, end_to_end, scorer_of, spans_given
from benchmarks.oracle import look_up
from geo.gazetteer import Gazetteer
from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.resolution.ranker import DEFAULT
from geo.resolution.signals import SIGNALS
from training.corpora import FOLDS, GoldDocument
from training.gold_places import GoldKind, Judge

TEXT = "In Paris, Mr French met Kharkov's Andorrans in the France they love. Texas!"


class Fixed:
    """A recogniser that finds these names; the first place each stands at."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def recognise(self, articles: Sequence[Article]) -> Iterator[tuple[Mention, ...]]:
        for article in articles:
            spots = [(article.text.index(n), article.text.index(n) + len(n)) for n in self.names]
            yield self.type_spans(article, spots)

    def type_spans(self, article: Article, spans: Sequence[tuple[int, int]]) -> tuple[Mention, ...]:
        whole = (0, len(article.text))
        return tuple(
            Mention("text", s, e, article.text[s:e], MentionType.LITERAL, whole) for s, e in spans
        )


def readers(*names: str) -> dict[int, Reader]:
    return dict.fromkeys(range(FOLDS), Reader(Fixed(*names), DEFAULT))


def gold() -> GoldDocument:
    return document(
        TEXT,
        span(TEXT, "Paris", PARIS),
        span(TEXT, "the France", FRANCE),
        span(TEXT, "Andorrans"),
        span(TEXT, "Texas", PARIS_TX),
    )


@pytest.fixture
def toy(tmp_path: Path) -> Gazetteer:
    return toy_gazetteer(tmp_path)


def test_spans_with_coordinates_are_given_and_answered(toy: Gazetteer) -> None:
    (read,) = spans_given([gold()], readers(), toy, Judge(toy))
    assert [a.gold.surface for a in read.answers] == ["Paris", "the France", "Texas"]
    paris = read.answers[0]
    assert (paris.right, paris.same, paris.km, paris.rank) == (True, True, 0.0, 0)
    assert paris.kind is GoldKind.CITY
    assert (paris.candidates, read.spurious) == (2, 0)


def test_end_to_end_a_name_must_be_found_exactly(toy: Gazetteer) -> None:
    found = readers("France", "Kharkov", "Andorrans", "Mr French")
    (read,) = end_to_end([gold()], found, toy, Judge(toy))
    paris, france, texas = read.answers
    assert paris.resolution is None
    assert paris.rank == 0
    assert france.right  # "the" is no part of a name
    assert texas.resolution is None
    # Kharkov is not annotated; Andorrans is, without a place; Mr French has no place
    assert read.spurious == 1
    assert read.recognising > 0
    assert read.resolving > 0


def test_the_ceiling_counts_ranks_both_ways(toy: Gazetteer) -> None:
    text = "Paris, France, Harbin"
    own = document(
        text,
        span(text, "Paris", PARIS_TX),
        span(text, "France", FRANCE),
        span(text, "Harbin", PARIS),
    )
    found = list(look_up([own], Judge(toy)))
    assert [(k.near, k.area) for k in found] == [(1, 1), (0, 0), (None, None)]


def test_weights_of_a_fold_come_from_its_folder(tmp_path: Path) -> None:
    assert scorer_of(None, 1) is DEFAULT
    assert scorer_of(tmp_path, 1) is DEFAULT
    (tmp_path / "fold-1").mkdir()
    none = {"hidden": [[], []], "outer": []}
    alone = {"inputs": ["alone"], "bias": 2.0, "linear": [0.0]} | none
    in_context = {"inputs": ["near"], "bias": -1.0, "linear": [3.0]} | none
    weights = json.dumps({"alone": alone, "in_context": in_context})
    (tmp_path / "fold-1" / "resolution.json").write_text(weights)
    scorer = scorer_of(tmp_path, 1)
    row = np.zeros((1, len(SIGNALS)))
    row[0, SIGNALS.index("near")] = 1.0
    assert scorer.alone(row).tolist() == [2.0]
    assert scorer.in_context(row).tolist() == [2.0]


def test_with_folds_only_unseen_documents_are_measured(tmp_path: Path) -> None:
    rows = [{"id": f"d{i}", "text": "Paris", "toponyms": []} for i in range(60)]
    for corpus in ("lgl", "wikigold", "geovirus"):
        with gzip.open(tmp_path / f"{corpus}.jsonl.gz", "wt") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
    # each fold of LGL was left out once; wikigold is trained on but for a part; GeoVirus never is
    assert len(documents("lgl", tmp_path, folds=True)) == 60
    assert len(documents("geovirus", tmp_path, folds=True)) == 60
    kept = documents("wikigold", tmp_path, folds=True)
    assert 0 < len(kept) < 60
    assert all(d.held_out for d in kept)
    assert len(documents("wikigold", tmp_path, folds=False)) == 60
