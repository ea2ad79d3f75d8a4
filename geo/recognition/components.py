"""The spaCy parts of the pipeline that are not spaCy's own.

Importing this module registers them, which `spacy.load` of the shipped model needs.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import compile_infix_regex, registry

TOPONYMS = "toponyms"
"""The key of `doc.spans` with the innermost place names, adjectives and demonyms included."""

LONGEST_NAME = 5
"""Most tokens of a name in the list of known names."""


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


class KnownNames:
    """Writes the class of known names (country, city, adjective...) where the encoder reads it.

    The class of each token, such as `B-country`, goes into LEMMA: a slot of the token this
    pipeline has no other use for and that spaCy's embedding layer can read.
    """

    def __init__(self, names: dict[str, str] | None = None) -> None:
        self._take(names or {})

    def _take(self, names: dict[str, str]) -> None:
        self._names = names
        self._starts = {name.split(" ", 1)[0] for name in names}

    def __call__(self, doc: Doc) -> Doc:
        """Write the class of every known name's tokens."""
        words = [spelling(token.text) for token in doc]
        labels = [""] * len(words)
        for start, end, kind in self.find(words):
            labels[start] = f"B-{kind}"
            labels[start + 1 : end] = [f"I-{kind}"] * (end - start - 1)
        for token, label in zip(doc, labels, strict=True):
            token.lemma_ = label
        return doc

    def find(self, words: list[str]) -> Iterable[tuple[int, int, str]]:
        """The longest known names from left to right: first token, token after, class."""
        i = 0
        while i < len(words):
            length, kind = self._longest(words, i)
            if length:
                yield i, i + length, kind
            i += length or 1

    def _longest(self, words: list[str], start: int) -> tuple[int, str]:
        if words[start] not in self._starts:
            return 0, ""
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            kind = self._names.get(" ".join(words[start : start + length]))
            if kind:
                return length, kind
        return 0, ""

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]] | None = None,
        *,
        nlp: Language | None = None,
        names: dict[str, str] | None = None,
    ) -> None:
        """Take the list of names from the training configuration; spaCy calls it."""
        del get_examples, nlp
        self._take(names or {})

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the list as JSON."""
        del exclude
        Path(path).write_text(json.dumps(self._names, ensure_ascii=False, sort_keys=True), "utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "KnownNames":
        """Read the list `to_disk` wrote."""
        del exclude
        self._take(json.loads(Path(path).read_text("utf-8")))
        return self


def spelling(word: str) -> str:
    """`HARBIN` and `Harbin` are one name; `US` and `us` are not."""
    return word.capitalize() if len(word) > 3 and word.isupper() else word


@Language.factory("dateline_known_names")
def known_names(nlp: Language, name: str) -> KnownNames:
    """Build the component empty; its names come from disk or from `initialize`."""
    del nlp, name
    return KnownNames()


@Language.component("dateline_toponyms")
def toponyms(doc: Doc) -> Doc:
    """Turn the tagger's B, I, O into spans under `doc.spans["toponyms"]`."""
    doc.spans[TOPONYMS] = [Span(doc, start, end, "PLACE") for start, end in _runs(doc)]
    return doc


def _runs(doc: Doc) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for token in doc:
        if token.tag_ == "B":
            runs.append((token.i, token.i + 1))
        elif token.tag_ == "I" and runs and runs[-1][1] == token.i:
            runs[-1] = (runs[-1][0], token.i + 1)
        elif token.tag_ == "I" and token.i and doc[token.i - 1].is_title:
            # an end without a beginning: the tagger knew "Cay" but not "Tega"
            runs.append((token.i - 1, token.i + 1))
    return runs


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
