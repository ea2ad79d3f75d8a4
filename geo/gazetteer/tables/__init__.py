"""The project's own tables: what the packages' data lack. Each row names its source."""

import csv
from functools import cache
from importlib.resources import files
from typing import Final

SEPARATOR: Final = "|"
"""Between several names in one cell."""


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv`, each a column name to its text."""
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def split(cell: str) -> list[str]:
    """The names in one cell."""
    return [name for part in cell.split(SEPARATOR) if (name := part.strip())]


def table_names() -> list[str]:
    """The tables there are, without their suffix, sorted."""
    entries = (entry.name for entry in files(__name__).iterdir())
    return sorted(name.removesuffix(".csv") for name in entries if name.endswith(".csv"))
