"""What goes between the server and the process that parses long articles, in small pickles."""

import gc
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from dashboard.server_settings import ServerSettings
from geo.corrections import Correction
from geo.model.article import Article
from geo.text.cleaning import for_message

CHUNK = 500
"""Mentions that are pickled at once: some milliseconds' work, in which nobody else does any."""


class Question(NamedTuple):
    """What the process is asked. With `corrections`, the article's mentions follow, as `put`
    writes them; with None they are to be recognised.
    """

    article: Article
    settings: ServerSettings
    corrections: Sequence[Correction] | None = None


def called(article: Article) -> str:
    """An article as a sentence names it."""
    title = for_message(article.title)
    return f"“{title}”" if title else "The article"


def put(items: Sequence[object], pickler: pickle.Pickler) -> None:
    """Write objects in small pickles, which remember each other's objects: a place that thousands
    of mentions share crosses once.
    """
    pickler.dump(len(items))
    for start in range(0, len(items), CHUNK):
        pickler.dump(items[start : start + CHUNK])


def taken(unpickler: pickle.Unpickler) -> tuple[Any, ...]:
    """The objects that `put` wrote."""
    number: int = unpickler.load()
    found: list[Any] = []
    with _without_collections():
        while len(found) < number:
            found += unpickler.load()
    return tuple(found)


@contextmanager
def _without_collections() -> Iterator[None]:
    """Nothing that is taken in is garbage; to look through all of it again and again would stop
    every page for a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
