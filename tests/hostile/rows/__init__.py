"""The hostile corpus by the way an input comes in: one row an input, with what must come of it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """`given` is what comes in. Where `refused` is set it is a part of the one sentence that says
    why; else the input is accepted, and `holds` stands in what is read."""

    name: str
    given: Any
    refused: str = ""
    holds: Any = ""

    def __str__(self) -> str:
        return self.name
