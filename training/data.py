"""The training and held-out documents of the recognition pipeline, as spaCy DocBins."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from benchmarks.corpora import GoldDocument, read
from geo.recognition.components import KnownNames
from training.schemes import Gold, Scheme

REPEATS = {"gwn": 4, "lgl": 3, "trnews": 4, "worldwide_newswire": 1, "wikigold": 1, "uner_ewt": 1,
           "btc": 1, "wnut17": 1, "crossner": 1, "idrisi_en": 1}  # fmt: skip
"""How often each corpus is read: those that define what a mention is count most."""

SHARES = {"idrisi_en": 0.15, "btc": 0.5, "wnut17": 0.5}
"""The part of a corpus taken: tweets are far from news."""

UPPER_SHARE = 0.04
"""The part read once more in capitals, as headlines and datelines are."""

DEV_CORPORA = ("gwn", "lgl", "trnews", "worldwide_newswire")
LONGEST_PIECE = 150
"""Tokens of one training example."""


def write(nlp: Language, known: KnownNames, folder: Path, work: Path, seed: int) -> None:
    """Write train.spacy and dev.spacy into `work`."""
    rng = random.Random(seed)
    scheme = Scheme(known)
    train = list(_training_docs(nlp, scheme, folder, rng))
    rng.shuffle(train)
    DocBin(attrs=["TAG", "ENT_IOB", "ENT_TYPE"], docs=train).to_disk(work / "train.spacy")
    dev = [
        piece
        for corpus in DEV_CORPORA
        for document in read(corpus, folder)
        if document.held_out and rng.random() < (0.3 if corpus == "worldwide_newswire" else 1)
        for piece in _pieces(nlp, scheme, document)
    ]
    DocBin(attrs=["TAG", "ENT_IOB", "ENT_TYPE"], docs=dev).to_disk(work / "dev.spacy")


def _training_docs(
    nlp: Language, scheme: Scheme, folder: Path, rng: random.Random
) -> Iterator[Doc]:
    for corpus, repeats in REPEATS.items():
        for document in read(corpus, folder):
            if document.held_out or rng.random() >= SHARES.get(corpus, 1):
                continue
            pieces = _pieces(nlp, scheme, document)
            for _ in range(repeats):
                yield from pieces
            if rng.random() < UPPER_SHARE * repeats and (upper := _in_capitals(document)):
                yield from _pieces(nlp, scheme, upper)


def _in_capitals(document: GoldDocument) -> GoldDocument | None:
    text = document.text.upper()
    # a few letters grow when raised ("ß"): offsets would be wrong
    if len(text) != len(document.text):
        return None
    return GoldDocument(
        document.id, document.corpus, document.title, text, document.outlet, document.date,
        document.split, document.toponyms, document.entities,
    )  # fmt: skip


def _pieces(nlp: Language, scheme: Scheme, document: GoldDocument) -> list[Doc]:
    doc = nlp.make_doc(document.text)
    if not len(doc):
        return []
    _annotate(doc, scheme.gold(document, doc))
    return list(_cut(doc))


def _annotate(doc: Doc, gold: Gold) -> None:
    for token, tag in zip(doc, gold.tags, strict=True):
        token.tag_ = tag
    doc.set_ents(gold.names, missing=gold.missing, default="outside")


def _cut(doc: Doc) -> Iterator[Doc]:
    """Pieces that end at a line's or sentence's end where no name is cut."""
    start = 0
    for token in doc:
        length = token.i + 1 - start
        ends = "\n" in token.text or token.text in {".", "!", "?"}
        if (ends and length > LONGEST_PIECE // 3) or length >= LONGEST_PIECE * 2:
            yield doc[start : token.i + 1].as_doc()
            start = token.i + 1
    if start < len(doc):
        yield doc[start:].as_doc()


def known_names_file(path: Path) -> KnownNames:
    """The component, from the list written by `training.train`."""
    return KnownNames(json.loads(path.read_text("utf-8")))
