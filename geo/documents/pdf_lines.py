"""From the lines of printed pages to paragraphs: page numbers go, broken words are mended."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

HEADING = 1.2
"""How much larger than the text the letters of a heading are."""
SAME_SIZE = 0.1
"""Share by which the letters of one paragraph's lines may differ."""
WIDER_GAP = 1.3
"""How much more than the usual distance of lines parts paragraphs."""
SHORT = 0.8
"""Share of the usual line's length below which a line that ends a sentence ends a paragraph."""
REPEATED = 3
"""Pages on which the same first or last line is a running head."""

_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_TAIL = 64
"""Characters at a line's end that are looked at: a hostile line may be megabytes long."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where its first letter stands on the page and how large it is, in points."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> tuple[list[str], int | None]:
    """The paragraphs in the order of the lines, and the index of the first heading, if any."""
    lines = [line for page in _without_running_heads(pages) for line in page if line.text.strip()]
    if not lines:
        return [], None
    known = Counter(word for line in lines for word in _WORD.findall(line.text.casefold()))
    size = _usual([line.size for line in lines])
    groups = list(_groups(lines, size))
    paragraphs = [_joined([line.text for line in group], known) for group in groups]
    large = (i for i, group in enumerate(groups) if group[0].size > HEADING * size)
    return paragraphs, next(large, None)


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The pages without numbers and lines that stand first or last on many of them."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_pattern(line) for line in (*page[:1], *page[-1:])})

    def is_running(line: Line) -> bool:
        return bool(_NUMBER.fullmatch(line.text.strip())) or edges[_pattern(line)] >= REPEATED

    kept = []
    for page in pages:
        start, end = 0, len(page)
        while start < end and is_running(page[start]):
            start += 1
        while end > start and is_running(page[end - 1]):
            end -= 1
        kept.append(page[start:end])
    return kept


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def _groups(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    """Lines that belong to one paragraph; `size` is that of the text's letters."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.y > b.y]
    gap = _usual(gaps)
    long = _usual_length(lines)
    group = [lines[0]]
    for before, line in pairwise(lines):
        larger = max(1.0, line.size / size) if size else 1.0
        if _begins(before, line, gap * larger, long):
            yield group
            group = []
        group.append(line)
    yield group


def _begins(before: Line, line: Line, gap: float, long: float) -> bool:
    """Whether a line begins a paragraph after the one before it."""
    if abs(line.size - before.size) > SAME_SIZE * max(line.size, before.size):
        return True
    if before.y - line.y > WIDER_GAP * gap > 0:
        return True
    if _BROKEN.search(_tail(before.text)):
        return False
    is_indented = line.size / 2 < line.x - before.x < 4 * line.size and before.y > line.y
    ends = bool(_SENTENCE_END.search(_tail(before.text)))
    return ends and (is_indented or len(before.text.strip()) < SHORT * long)


def _usual(values: Sequence[float]) -> float:
    """The value met most often, to half a unit; 0 for none."""
    found = Counter(round(value * 2) / 2 for value in values).most_common(1)
    return found[0][0] if found else 0.0


def _usual_length(lines: Sequence[Line]) -> float:
    """The length that a quarter of the lines reach, in characters."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    return lengths[len(lengths) * 3 // 4]


def _tail(text: str) -> str:
    return text.rstrip()[-_TAIL:]


def _joined(lines: Sequence[str], known: Counter[str]) -> str:
    parts: list[str] = []
    for line in lines:
        following = " ".join(line.split())
        last = parts.pop() if parts else ""
        if last.endswith("\u00ad"):
            parts.append(last[:-1] + following)
        elif broken := _BROKEN.search(last[-_TAIL:]):
            kept = last[: -len(broken[0])]
            parts.append(kept + _mended(broken[1], following, known))
        else:
            parts += [last, following] if last else [following]
    return " ".join(parts).replace("\u00ad", "")


def _mended(half: str, following: str, known: Counter[str]) -> str:
    """A word broken at a line's end and what follows: a hyphen that is part of it stays."""
    rest = _WORD.match(following)
    if rest is None or not rest[0][0].islower():
        return f"{half}-{following}"  # Guinea-Bissau, COVID-19
    whole, hyphened = (half + rest[0]).casefold(), f"{half}-{rest[0]}".casefold()
    is_hyphened = known[hyphened] > known[whole]
    return f"{half}-{following}" if is_hyphened else half + following
