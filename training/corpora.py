"""The corpora, read from a folder outside the repository: one JSON document a line, gzipped.

>>> for document in read("lgl", folder):
...     document.toponyms[0].surface
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.model.mentions import MentionType

DEFAULT_FOLDER = Path("../shared/corpora")
GWN_TYPES = {
    "Literal": MentionType.LITERAL,
    "Mixed": MentionType.LITERAL,
    "Coercion": MentionType.LITERAL,
    "Embedded_Literal": MentionType.EMBEDDED_LITERAL,
    "Literal_Modifier": MentionType.LITERAL_MODIFIER,
    "Non_Literal_Modifier": MentionType.NON_LITERAL_MODIFIER,
    "Metonymic": MentionType.METONYMIC,
    "Demonym": MentionType.DEMONYM,
    "Language": MentionType.LANGUAGE,
    "Embedded_Non_Lit": MentionType.EMBEDDED_NON_LITERAL,
}
"""GeoWebNews' types; its Homonym is no mention."""

HELD_OUT_SHARE = 0.2
"""Share of each corpus's documents that are kept for measuring (see `held_out`)."""

FOLDS = 5
FOLDED = frozenset({"gwn", "lgl", "trnews"})
"""Corpora too small to give a fixed part away: each document is measured once, by a model
trained on the other folds."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """An annotated span: code-point offsets in the text, end exclusive; degrees WGS 84.

    `feature` is the feature code of GeoNames ("PCLI", "ADM1", "PPL"), `feature_class` its
    class ("A", "P") and `name` GeoNames' name of the place, where the corpus has them.
    """

    start: int
    end: int
    surface: str
    type: str
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    feature: str = ""
    feature_class: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document; `split` is the corpus's own, "" where it has none."""

    id: str
    corpus: str
    title: str
    text: str
    outlet: str
    date: str
    split: str
    toponyms: tuple[GoldSpan, ...]
    entities: tuple[GoldSpan, ...]

    @property
    def located(self) -> tuple[GoldSpan, ...]:
        """The spans that have coordinates."""
        return tuple(span for span in self.toponyms if span.lat is not None)

    @property
    def held_out(self) -> bool:
        """Whether the document is kept for measuring: by a hash of its id, so for ever."""
        return self._digest[0] < 256 * HELD_OUT_SHARE

    @property
    def fold(self) -> int:
        """The fold the document is in: by a hash of its id, so for ever."""
        return self._digest[1] % FOLDS

    def unseen_by(self, fold: int) -> bool:
        """Whether the model of this fold was trained without this document."""
        if self.corpus in FOLDED:
            return self.fold == fold
        return self.held_out

    @property
    def _digest(self) -> bytes:
        return hashlib.sha256(self.id.encode()).digest()


def corpora_folder() -> Path:
    """DATELINE_CORPORA from the environment, or the folder beside the checkout."""
    return Path(os.environ.get("DATELINE_CORPORA", DEFAULT_FOLDER))


def read(corpus: str, folder: Path | None = None) -> Iterator[GoldDocument]:
    """Yield a corpus's documents in their order; FileNotFoundError where it is not there."""
    path = (folder or corpora_folder()) / f"{corpus}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _document(corpus, json.loads(line))


def _document(corpus: str, row: dict[str, Any]) -> GoldDocument:
    return GoldDocument(
        id=row["id"],
        corpus=corpus,
        title=row.get("title") or "",
        text=row["text"],
        outlet=row.get("outlet") or "",
        date=row.get("date") or "",
        split=row.get("split") or "",
        toponyms=tuple(_span(t) for t in row["toponyms"]),
        entities=tuple(_span(e) for e in row.get("entities") or ()),
    )


def _span(row: dict[str, Any]) -> GoldSpan:
    geonameid = row.get("geonameid")
    return GoldSpan(
        row["start"],
        row["end"],
        row["surface"],
        row.get("type") or "",
        row.get("lat"),
        row.get("lon"),
        int(geonameid) if geonameid else None,
        row.get("fcode") or "",
        row.get("fclass") or "",
        row.get("name") or "",
    )
