"""Trains the recognition pipeline and writes it to geo/recognition/model. One command:

    python -m training.train [--corpora ../shared/corpora]

Seeded; about 20 minutes on one core. Needs the corpora, no network and no GPU.
"""

import argparse
import json
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train

from benchmarks.corpora import corpora_folder, read
from geo.recognition.components import KnownNames, blank
from training import data, mention_types
from training.known_names import known_names

ROOT = Path(__file__).parent
CONFIG = ROOT / "recognition.cfg"
WORK = ROOT / "work"
MODEL = ROOT.parent / "geo" / "recognition" / "model"
TYPES = ROOT.parent / "geo" / "recognition" / "mention_types.json"
SEED = 2024


def main() -> None:
    """Prepare the data, train the pipeline, package it, then train the types on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=corpora_folder())
    corpora = parser.parse_args().corpora
    WORK.mkdir(exist_ok=True)
    prepare(corpora)
    fit()
    package()
    mention_types.write(mention_types.train(spacy.load(MODEL), corpora), TYPES)


def prepare(corpora: Path) -> None:
    """Write the list of known names and the DocBins."""
    texts = (d.text for name in ("lgl", "worldwide_newswire") for d in read(name, corpora))
    names = known_names(texts)
    (WORK / "known_names.json").write_text(json.dumps(names, ensure_ascii=False), "utf-8")
    data.write(blank(), KnownNames(names), corpora, WORK, SEED)


def fit() -> None:
    """Train with spaCy's own loop."""
    spacy_train(
        CONFIG,
        WORK / "trained",
        overrides={
            "paths.train": str(WORK / "train.spacy"),
            "paths.dev": str(WORK / "dev.spacy"),
            "paths.known_names": str(WORK / "known_names.json"),
        },
    )


def package() -> None:
    """Write the pipeline without the training vocabulary and this machine's paths."""
    nlp = spacy.load(WORK / "trained" / "model-best")
    for key in ("train", "dev", "known_names"):
        nlp.config["paths"][key] = None
    nlp.config["initialize"]["components"] = {}
    nlp.meta.update(
        name="dateline_recognition",
        version="0.1.0",
        description="Place names and outer names in English news.",
        license="MIT",
    )
    nlp.to_disk(MODEL, exclude=["vocab"])


if __name__ == "__main__":
    main()
