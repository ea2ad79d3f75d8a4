"""Fits geo/resolution/coefficients.json: python -m training.resolution

Maximum likelihood of the right candidate (or of "none of these" where no candidate is right)
under the softmax, on GeoWebNews, LGL and TR-News with their spans given, each corpus weighing the
same: first the weights without context, then, with the probabilities these give, those with it.
Each document is read three times: as if its outlet were not known; with what all other articles
of its outlet are about; and with what a few are about. With `--folds FOLDER`, five fits that each
leave a fold out, as FOLDER/fold-N/resolution.json, where benchmarks/resolution.py looks for them.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from geo.gazetteer import Gazetteer
from geo.model.article import Article
from geo.model.places import Place, PlaceKind
from geo.recognition import Recogniser
from geo.resolution.candidate_table import Table
from geo.resolution.distances import Floats
from geo.resolution.outlets import Coverage, Outlets
from geo.resolution.ranker import Weights, softmax_with_none
from geo.resolution.resolver import begin
from geo.resolution.signals import COLUMN, SIGNALS, STATIC
from geo.settings import Settings
from training.corpora import FOLDED, FOLDS, GoldDocument, GoldSpan, corpora_folder, read
from training.gold_places import COUNTRY_KM, Judge, is_same, kilometres

TARGET = Path(__file__).parent.parent / "geo" / "resolution" / "coefficients.json"
SEED = 2026
UNITS_ALONE, UNITS_IN_CONTEXT = 16, 32
"""Hidden units of each pass, of one of the networks."""
NETWORKS = 3
"""Alike but for their seed; the mean of their scores is taken."""
STEPS = 150
RATE = 0.03
DECAY = 0.01
"""AdamW's weight decay (Loshchilov and Hutter 2019)."""
DROPPED = 0.1
"""Share of the hidden units left out at random while fitting."""
FEW = 3
"""Most articles of an outlet in the third reading."""
MOST_SCORE = 30.0


@dataclass(frozen=True)
class Example:
    """An article's table, which rows are right, and how much each cluster counts."""

    document: GoldDocument
    table: Table
    right: NDArray[np.bool_]
    weights: Floats

    @property
    def article(self) -> Article:
        return Article(self.document.id, self.document.text, outlet=self.document.outlet)

    def without_outlet(self) -> "Example":
        return replace(self, table=Table(self.table.clusters))


def main() -> None:
    """Fit what ships, or the folds that measure it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--folds", type=Path, help="folder for fold-0 to fold-4")
    given = parser.parse_args()
    torch.set_num_threads(1)
    examples = list(read_examples(given.corpora))
    if given.folds is None:
        write(fit(examples), TARGET)
        return
    for fold in range(FOLDS):
        folder = given.folds / f"fold-{fold}"
        folder.mkdir(parents=True, exist_ok=True)
        write(fit([e for e in examples if e.document.fold != fold]), folder / "resolution.json")


def read_examples(folder: Path) -> Iterator[Example]:
    """The articles of the three corpora, their spans typed by the recogniser that ships."""
    settings = Settings()
    gazetteer, recogniser = Gazetteer.open(settings), Recogniser.load(settings)
    judge = Judge(gazetteer)
    for corpus in sorted(FOLDED):
        chosen = [d for d in read(corpus, folder) if d.located]
        weight = 1000 / sum(len(d.located) for d in chosen)
        for document in chosen:
            gold = document.located
            article = Article(document.id, document.text, outlet=document.outlet)
            mentions = recogniser.type_spans(article, [(g.start, g.end) for g in gold])
            table = begin(article, mentions, gazetteer).table
            if table.rows:
                yield Example(document, table, *_gold(table, gold, judge, weight))


def _gold(
    table: Table, gold: Sequence[GoldSpan], judge: Judge, weight: float
) -> tuple[NDArray[np.bool_], Floats]:
    right = np.zeros(len(table.rows), dtype=bool)
    weights = np.zeros(len(table.clusters))
    for index, each in enumerate(table.clusters):
        span = gold[each.mentions[0]]
        weights[index] = weight * len(each.mentions) ** 0.5
        rows = range(table.starts[index], table.starts[index + 1])
        exact = [r for r in rows if is_same(table.rows[r].place, span)]
        near = [r for r in rows if _fits(table.rows[r].place, span, judge)]
        right[exact or near] = True
    return right, weights


def _fits(place: Place, span: GoldSpan, judge: Judge) -> bool:
    """Whether it is right; the middle of a wide area lies anywhere within a long way."""
    wide = place.kind in {PlaceKind.CONTINENT, PlaceKind.PHYSICAL, PlaceKind.REGION}
    if wide and not place.country_code:
        return kilometres(place, span) <= COUNTRY_KM
    return judge.is_right_area(place, span)


class Network(nn.Module):
    """A weighted sum, and a weighted sum of hidden units."""

    def __init__(self, inputs: int, units: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, 1)
        self.hidden = nn.Linear(inputs, units)
        self.outer = nn.Linear(units, 1, bias=False)
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, signals: Tensor) -> Tensor:
        """Scores of rows."""
        units = self.dropout(torch.tanh(self.hidden(signals)))
        return (self.linear(signals) + self.outer(units))[:, 0].clamp(-MOST_SCORE, MOST_SCORE)


def fit(examples: Sequence[Example]) -> dict[str, Weights]:
    """The weights of both passes."""
    blank = [e.without_outlet() for e in examples]
    both = [*examples, *blank]
    alone = _fit_pass(both, [e.table.static for e in both], SIGNALS[:STATIC], UNITS_ALONE)

    def likely(table: Table) -> Floats:
        return softmax_with_none(alone.scores(table.static), table.starts)[0]

    rng = random.Random(SEED)
    homes = _homes(examples, likely)
    thrice = [*blank, *examples, *examples]
    known = [
        *(None for _ in blank),
        *(homes.home(e.article) for e in examples),
        *(_few(homes, e, rng) for e in examples),
    ]
    signals = [
        e.table.in_context(likely(e.table), home) for e, home in zip(thrice, known, strict=True)
    ]
    return {"alone": alone, "in_context": _fit_pass(thrice, signals, SIGNALS, UNITS_IN_CONTEXT)}


def _homes(examples: Sequence[Example], likely: Callable[[Table], Floats]) -> Outlets:
    outlets = Outlets()
    for example in examples:
        outlets.add(example.article, example.table.coverage(likely(example.table)))
    return outlets


def _few(homes: Outlets, example: Example, rng: random.Random) -> Coverage | None:
    """What a few other articles of its outlet are about."""
    parts = homes.others(example.article)
    chosen = rng.sample(parts, min(rng.randint(1, FEW), len(parts)))
    return Coverage.together(chosen) if chosen else None


def _fit_pass(
    examples: Sequence[Example], signals: Sequence[Floats], names: Sequence[str], units: int
) -> Weights:
    """The mean of several networks, as one with all their units."""
    columns = [COLUMN[name] for name in names]
    rows = torch.tensor(np.concatenate(signals)[:, columns], dtype=torch.float32)
    networks = [_network(examples, rows, units, SEED + n) for n in range(NETWORKS)]
    linear = torch.stack([n.linear.weight[0] for n in networks]).mean(dim=0)
    bias = torch.stack([n.linear.bias[0] for n in networks]).mean()
    hidden = torch.cat([torch.vstack([n.hidden.weight.T, n.hidden.bias]) for n in networks], dim=1)
    outer = torch.cat([n.outer.weight[0] for n in networks]) / len(networks)
    named = dict(zip(names, linear.tolist(), strict=True), bias=bias.item())
    return Weights(named, tuple(names), _numbers(hidden), _numbers(outer))


def _network(examples: Sequence[Example], rows: Tensor, units: int, seed: int) -> Network:
    torch.manual_seed(seed)
    owner, count = [], 0
    for example in examples:
        owner.append(example.table.owner + count)
        count += len(example.table.clusters)
    names = torch.tensor(np.concatenate(owner))
    right = torch.tensor(np.concatenate([e.right for e in examples])).float()
    weights = torch.tensor(np.concatenate([e.weights for e in examples])).float()
    has_right = torch.zeros(count).index_add(0, names, right) > 0
    network = Network(rows.shape[1], units)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS)
    for _ in range(STEPS):
        scores = network(rows).exp()
        total = 1 + torch.zeros(count).index_add(0, names, scores)
        good = torch.zeros(count).index_add(0, names, scores * right)
        likelihood = torch.where(has_right, good, torch.ones(count)).log() - total.log()
        loss = -(weights * likelihood).sum() / weights.sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    print(f"{len(names)} rows, loss {loss.item():.4f}", flush=True)
    return network


def _numbers(values: Tensor) -> Floats:
    return np.asarray(values.detach().numpy(), dtype=np.float64)


def write(weights: dict[str, Weights], path: Path) -> None:
    """Write both passes, to four decimals, as geo/resolution/ranker.py reads them."""

    def rounded(values: object) -> object:
        return np.round(np.asarray(values), 4).tolist()

    record = {
        name: {
            "inputs": list(one.inputs),
            "bias": rounded(one.linear["bias"]),
            "linear": rounded([one.linear[i] for i in one.inputs]),
            "hidden": rounded(one.hidden),
            "outer": rounded(one.outer),
        }
        for name, one in weights.items()
    }
    path.write_text(json.dumps(record, separators=(",", ":")).replace("],", "],\n") + "\n")


if __name__ == "__main__":
    main()
