"""Sentences with expected mentions: `visited [Hanoi|literal]`, nested `[[Oslo|...] Zoo|...]`."""

from dataclasses import dataclass
from pathlib import Path

from geo.model.mentions import MentionType


@dataclass(frozen=True, slots=True)
class Expected:
    """A name's bounds (code points) and type."""

    start: int
    end: int
    type: MentionType


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of one group, and the mentions it should have, outer before inner."""

    group: str
    text: str
    expected: tuple[Expected, ...]


def read(path: Path) -> list[Sentence]:
    """The sentences of a file; lines that start with one # are comments."""
    found: list[Sentence] = []
    group = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            found.append(sentence(group, line.replace("\\n", "\n")))
    return found


def sentence(group: str, marked: str) -> Sentence:
    """Parse one line; ValueError where a mark does not close or its type is unknown."""
    text, opened, expected = "", list[int](), list[Expected]()
    rest = iter(marked)
    for char in rest:
        if char == "[":
            opened.append(len(text))
        elif char == "|":
            kind = ""
            for letter in rest:
                if letter == "]":
                    break
                kind += letter
            expected.append(Expected(opened.pop(), len(text), MentionType(kind)))
        else:
            text += char
    if opened:
        raise ValueError(f"A mark does not close in: {marked}")
    return Sentence(group, text, tuple(sorted(expected, key=lambda e: (e.start, -e.end))))
