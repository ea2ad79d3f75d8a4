"""Closed classes of place names, as CSV files with a source column."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of this folder, by its file's stem."""
    text = files(__name__).joinpath(f"{table}.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))
