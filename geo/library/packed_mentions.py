"""What an article names, as the bytes of one row: a row a mention would take seconds to read.

A MENTION is one that counts in coverage. The layout is part of the tables' version.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.coverage.table import TYPES, counted
from geo.model.parsed_article import ParsedArticle

MENTION = np.dtype([
    ("mention", "<i4"),  # its index in the parsed article
    ("place", "<i4"),  # its number in the table of places
    ("type", "u1"),  # its position in TYPES
    ("in_title", "u1"),
    ("start", "<i4"), ("end", "<i4"), ("from", "<i4"), ("to", "<i4"),  # itself, its sentence
    ("probability", "<f8"),
])  # fmt: skip
Rows = NDArray[np.void]


def packed(parsed: ParsedArticle, numbers: Mapping[str, int]) -> bytes:
    """The mentions of an article; `numbers` are those of its places, by id."""
    rows = []
    for index, place in counted(parsed):
        mention = parsed.mentions[index]
        rows.append((
            index, numbers[place.id], TYPES.index(mention.type), mention.field == "title",
            mention.start, mention.end, *mention.sentence, parsed.resolutions[index].probability,
        ))  # fmt: skip
    return np.array(rows, MENTION).tobytes()


def unpacked(blobs: Sequence[bytes | None]) -> tuple[Rows, NDArray[np.int64]]:
    """The mentions of articles one after the other, and how many each has."""
    whole = [bytes(blob or b"") for blob in blobs]
    sizes = np.array([len(blob) // MENTION.itemsize for blob in whole], np.int64)
    cut = (
        blob[: size * MENTION.itemsize] for blob, size in zip(whole, sizes.tolist(), strict=True)
    )
    return np.frombuffer(b"".join(cut), MENTION), sizes
