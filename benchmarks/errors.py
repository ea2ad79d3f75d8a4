"""Every error of a benchmark as lines a person can read: kind, document, the words around it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Bounds, Compared
from geo.model.mentions import Mention, MentionType
from training.corpora import GoldDocument

AROUND = 50
"""Code points shown on either side."""


class Listing:
    """Gathers errors; they hold words of the corpora, so they stay out of the repository."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, str, str]] = []

    def spans(self, document: GoldDocument, compared: Compared) -> None:
        """Missed and spurious spans, and those whose bounds are wrong."""
        lost = compared.gold - compared.hit
        boundary = {w for w in compared.wrong if any(_touch(w, g) for g in lost)}
        for span in compared.wrong:
            self._add("wrong boundary" if span in boundary else "spurious", document, span)
        for span in lost:
            near = any(_touch(span, w) for w in boundary)
            self._add("missed (wrong boundary)" if near else "missed", document, span)

    def types(
        self, document: GoldDocument, gold: Sequence[MentionType], given: Sequence[Mention]
    ) -> None:
        """Annotated spans that were given another type."""
        for kind, mention in zip(gold, given, strict=True):
            if kind is not mention.type:
                what = f"type {kind.value} taken for {mention.type.value}"
                self._add(what, document, (mention.start, mention.end))

    def write(self, path: Path) -> None:
        """A count of each kind, the most frequent names of each, then every error."""
        kinds = Counter(kind for kind, *_ in self._rows)
        lines = [f"{count:6} {kind}" for kind, count in kinds.most_common()]
        for kind in kinds:
            names = Counter(name for k, _, name, _ in self._rows if k == kind)
            lines.append(f"{kind}: " + ", ".join(f"{n} {c}" for n, c in names.most_common(20)))
        lines += ["\t".join(row) for row in sorted(self._rows)]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def _add(self, kind: str, document: GoldDocument, span: Bounds) -> None:
        start, end = span
        text = document.text
        before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
        shown = " ".join(f"{before}[[{text[start:end]}]]{after}".split())
        self._rows.append((kind, f"{document.corpus} {document.id}", text[start:end], shown))


def _touch(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]
