"""Fits the weights of geo/resolution/scoring.py: python -m training.resolution

Maximum likelihood of the right candidate (or of "none of these" where no candidate is right)
under the softmax, on GeoWebNews, LGL and TR-News with their spans given, all documents or those
outside one fold, each corpus weighing the same, with a small ridge penalty. First the weights
without context, then, with the probabilities these give, the weights with context. Prints both.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.answers import located
from benchmarks.corpora import (
    FOLDED,
    FOLDS,
    GWN_TYPES,
    GoldDocument,
    GoldSpan,
    corpora_folder,
    read,
)
from benchmarks.places import COUNTRY_KM, is_right, kilometres
from geo.articles import Article
from geo.gazetteer import Gazetteer
from geo.mentions import Mention, MentionType
from geo.places import Place, PlaceKind
from geo.resolution.clusters import cluster
from geo.resolution.earth import Floats
from geo.resolution.lookup import Names
from geo.resolution.scoring import softmax_with_none
from geo.resolution.signals import SIGNALS, STATIC, Table
from geo.settings import Settings

RIDGE = 0.02
"""Penalty on each squared weight, per name."""

FOR = frozenset({"capital", "inside_parent", "people", "largest", *SIGNALS[STATIC:]})
"""Signals that can only speak for a candidate: of two alike, neither may get the minus."""

PRIOR = {"wide": 4.0, "people": 1.5, "nickname": -0.5, "same_sense": 2.0}
"""Where the penalty draws weights to, 0 for others: the corpora say next to nothing of these."""


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*")


class Example:
    """One article: its table, and for each name the right row (or none) and how much it counts."""

    def __init__(self, table: Table, gold: Sequence[GoldSpan], weight: float) -> None:
        self.table = table
        self.right = np.zeros(len(table.rows), dtype=bool)
        self.weights = np.zeros(len(table.clusters))
        for index, each in enumerate(table.clusters):
            span = gold[each.mentions[0]]
            self.weights[index] = weight * len(each.mentions) ** 0.5
            start, end = table.starts[index], table.starts[index + 1]
            exact = [r for r in range(start, end) if _same(table, r, span)]
            near = [r for r in range(start, end) if _fits(table.rows[r].place, span)]
            self.right[exact or near] = True


def _fits(place: Place, span: GoldSpan) -> bool:
    """Whether it is right; the middle of a wide area lies anywhere within a long way."""
    wide = place.kind in {PlaceKind.CONTINENT, PlaceKind.PHYSICAL, PlaceKind.REGION}
    if wide and not place.country_code:
        return kilometres(place, span) <= COUNTRY_KM
    return is_right(place, span)


def _same(table: Table, row: int, span: GoldSpan) -> bool:
    geonameid = table.rows[row].place.geonameid
    return geonameid is not None and geonameid == span.geonameid


def gold_mentions(document: GoldDocument) -> tuple[tuple[GoldSpan, ...], tuple[Mention, ...]]:
    """The spans that have coordinates, and a mention for each."""
    spans = located(document)
    sentences = [m.span() for m in _SENTENCE.finditer(document.text)]

    def mention(span: GoldSpan) -> Mention:
        sentence = next((s for s in sentences if s[0] <= span.start < s[1]), (span.start, span.end))
        meant = GWN_TYPES.get(span.type, MentionType.LITERAL)
        return Mention("text", span.start, span.end, span.surface, meant, sentence)

    return spans, tuple(mention(span) for span in spans)


def examples(folder: Path, gazetteer: Gazetteer, leave_out: int | None = None) -> Iterator[Example]:
    """The articles, without those of the fold left out."""
    for corpus in sorted(FOLDED):
        kept = (d for d in read(corpus, folder) if leave_out is None or not d.unseen_by(leave_out))
        chosen = [(d, *gold_mentions(d)) for d in kept]
        weight = 1000 / sum(len(spans) for _, spans, _ in chosen)
        for document, spans, mentions in chosen:
            article = Article(document.id, document.text)
            clusters = cluster(article, mentions, Names(gazetteer))
            table = Table(tuple(c for c in clusters if c.candidates))
            if table.rows:
                yield Example(table, spans, weight)


def fit(signals: Sequence[Floats], data: Sequence[Example], columns: int) -> Floats:
    """The bias and the first `columns` weights that make the gold likeliest."""
    rows = np.concatenate([s[:, :columns] for s in signals])
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    right = np.concatenate([e.right for e in data])
    weights = np.concatenate([e.weights for e in data])
    owner, offset = [], 0
    for example in data:
        owner.append(example.table.owner + offset)
        offset += len(example.table.clusters)
    names = np.concatenate(owner)
    has_right = np.bincount(names, weights=right, minlength=offset) > 0
    prior = np.array([PRIOR.get(name, 0.0) for name in ("bias", *SIGNALS[:columns])])

    def loss(values: Floats) -> tuple[float, Floats]:
        scores = np.exp(np.clip(rows @ values, -50, 50))
        total = 1 + np.bincount(names, weights=scores, minlength=offset)
        good = np.bincount(names, weights=scores * right, minlength=offset)
        likely = np.where(has_right, good, 1.0)
        wanted = scores * right / np.where(has_right, good, 1.0)[names]
        slope = (scores / total[names] - wanted) * weights[names]
        penalty = RIDGE * weights.sum() / 100
        off = values - prior
        value = float(weights @ (np.log(total) - np.log(likely)) + penalty * off @ off)
        return value, rows.T @ slope + 2 * penalty * off

    bounds = [(None, None), *((0 if s in FOR else None, None) for s in SIGNALS[:columns])]
    start = np.zeros(columns + 1)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def _show(title: str, values: Floats) -> None:
    pairs = zip(("bias", *SIGNALS), values, strict=False)
    print(f"{title} = {{", ", ".join(f'"{name}": {value:.2f}' for name, value in pairs), "}")


def main() -> None:
    """Fit and print both sets of weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--leave-out", type=int, choices=range(FOLDS), help="a fold not to see")
    options = parser.parse_args()
    data = list(examples(options.corpora, Gazetteer.open(Settings()), options.leave_out))
    static = [e.table.static for e in data]
    alone = fit(static, data, STATIC)
    _show("_ALONE", alone)
    in_context = []
    for example, signals in zip(data, static, strict=True):
        scores = signals[:, :STATIC] @ alone[1:] + alone[0]
        first, _ = softmax_with_none(scores, example.table.starts)
        in_context.append(example.table.in_context(first))
    _show("_IN_CONTEXT", fit(in_context, data, len(SIGNALS)))


if __name__ == "__main__":
    main()
