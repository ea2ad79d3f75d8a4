"""The training plan: config.toml as dataclasses."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Literal

from geo.recognition.network.tags import OUTER_LABELS

CONFIG = Path(__file__).parent / "config.toml"
SchemeName = Literal["geoparsing", "entities", "places", "one target"]


@dataclass(frozen=True, slots=True)
class CorpusPlan:
    """How one corpus is read, and how often an epoch of each stage reads it.

    `labels` maps the corpus's own labels to those of the outer head; `unnamed` are labels that
    name nothing (dates); `facilities` says that every facility in it is marked.
    """

    name: str
    scheme: SchemeName
    shares: Mapping[str, float]
    labels: Mapping[str, str] = field(default_factory=dict)
    unnamed: frozenset[str] = frozenset()
    facilities: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """How long and how fast to train; rates are peaks, reached after a warm-up, falling to 0.

    `batch` is in padded word pieces; `warmup` a share of the steps; the weights are those of
    the heads' losses beside that of the innermost names. `keep_words` leaves the encoder's word
    embeddings as they are, so that words the stage never sees keep their place beside others.
    """

    epochs: float
    encoder_rate: float
    head_rate: float
    batch: int = 3072
    warmup: float = 0.06
    outer_weight: float = 0.5
    type_weight: float = 0.5
    keep_words: bool = False


@dataclass(frozen=True, slots=True)
class Variation:
    """Shares of windows in capitals, in lower case, and without known names; and share of
    documents in which places are given other places' names."""

    capitals: float
    lower: float
    forget: float
    swaps: float


@dataclass(frozen=True, slots=True)
class Encoder:
    """Where the pretrained encoder lies: a folder in an installed package."""

    module: str
    folder: str

    @property
    def path(self) -> Path:
        """The folder; ModuleNotFoundError where the package is not installed."""
        return Path(str(files(self.module))) / self.folder


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the training is told.

    `averaged` says of how many networks the mean is taken, for "final" and for each "fold".
    """

    seed: int
    encoder: Encoder
    variation: Variation
    stages: Mapping[str, Stage]
    averaged: Mapping[str, int]
    corpora: tuple[CorpusPlan, ...]


def read_plan(path: Path = CONFIG) -> Plan:
    """Read config.toml; ValueError where a corpus's scheme or a stage's name is unknown."""
    data = tomllib.loads(path.read_text("utf-8"))
    stages = {name: Stage(**values) for name, values in data["stage"].items()}
    return Plan(
        seed=data["seed"],
        encoder=Encoder(**data["encoder"]),
        variation=Variation(**data["variation"]),
        stages=stages,
        averaged=data["averaged"],
        corpora=tuple(_corpus(name, row, set(stages)) for name, row in data["corpora"].items()),
    )


def _corpus(name: str, row: Mapping[str, object], stages: set[str]) -> CorpusPlan:
    known = {"scheme", "unnamed", "facilities", *stages, *OUTER_LABELS}
    if unknown := set(row) - known:
        raise ValueError(f"Corpus {name} in the training plan has unknown keys: {sorted(unknown)}")
    scheme = row["scheme"]
    if scheme not in {"geoparsing", "entities", "places", "one target"}:
        raise ValueError(f"Corpus {name} in the training plan has an unknown scheme: {scheme}")
    return CorpusPlan(
        name=name,
        scheme=scheme,
        shares={stage: float(str(row[stage])) for stage in stages if stage in row},
        labels={own: label for label in OUTER_LABELS for own in _names(row, label)},
        unnamed=frozenset(_names(row, "unnamed")),
        facilities=bool(row.get("facilities")),
    )


def _names(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key, [])
    if not isinstance(value, list):
        raise ValueError(f"{key} in the training plan must be a list, not {value!r}")
    return [str(name) for name in value]
