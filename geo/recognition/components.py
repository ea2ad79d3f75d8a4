"""The spaCy parts of the pipeline that are not spaCy's own.

Importing this module registers them, which `spacy.load` of the shipped model needs.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, registry

from geo.recognition.annotation import annotate
from geo.recognition.known_names import KnownNames
from geo.recognition.network.document_scores import Reader
from geo.recognition.network.onnx_network import OnnxNetwork
from geo.recognition.network.wordpieces import WordPieces

NETWORK, VOCABULARY = "network.onnx", "vocab.txt"

MOST_THREADS = 4
"""Threads that read side by side, where there are as many processors."""


def split_after_abbreviations() -> Callable[[Language], Language]:
    """Make the tokenizer split `U.S.-based` and `10km/Kharkiv` as it splits `China-Russia`."""

    def customise(nlp: Language) -> Language:
        more = [r"(?<=[A-Z]\.)[-–—](?=[A-Za-z])", r"(?<=\w)[—/](?=\w)"]
        infixes = [*(nlp.Defaults.infixes or []), *more]
        tokenizer: Any = nlp.tokenizer
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        return nlp

    return customise


registry.callbacks("dateline.infixes.v1", func=split_after_abbreviations)


@Language.factory("dateline_known_names", assigns=["token.lemma"])
def known_names(nlp: Language, name: str) -> KnownNames:
    """Build the component empty; its names come from disk."""
    del nlp, name
    return KnownNames()


class Toponyms:
    """Finds place names, outer names and mention types with the trained network.

    Sets `doc.ents`, `doc.spans["toponyms"]` and the types' probabilities (see annotation.py).
    Reads the classes of known names from the lemmas, where `KnownNames` writes them.
    """

    def __init__(self) -> None:
        self._folder = Path()
        self._reader: Reader | None = None
        self._pool = ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_THREADS))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Annotate documents in order, each the same as alone."""
        if self._reader is None:
            raise ValueError("The component has no network yet: load it from disk.")
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            for doc, scores in zip(docs, self._reader.read(docs, self._pool), strict=True):
                yield annotate(doc, scores)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Toponyms":
        """Read the network and its vocabulary from a folder."""
        del exclude
        self._folder = Path(path)
        pieces = WordPieces.load(self._folder / VOCABULARY)
        self._reader = Reader(pieces, OnnxNetwork.load(self._folder / NETWORK))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the files the component was read from."""
        del exclude
        Path(path).mkdir(exist_ok=True)
        for name in (VOCABULARY, NETWORK):
            shutil.copyfile(self._folder / name, Path(path) / name)


@Language.factory("dateline_toponyms", assigns=["doc.ents", "doc.spans"])
def toponyms(nlp: Language, name: str) -> Toponyms:
    """Build the component empty; its network comes from disk."""
    del nlp, name
    return Toponyms()


def blank() -> Language:
    """An empty English pipeline with this project's tokenizer."""
    return spacy.blank(
        "en",
        config={"nlp": {"after_creation": {"@callbacks": "dateline.infixes.v1"}}},
    )


def finds_names(nlp: Language) -> bool:
    """Whether a pipeline has a component that marks named entities."""
    assigned = (nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)
    return any("doc.ents" in attributes for attributes in assigned)
