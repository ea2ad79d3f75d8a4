"""What the command line reads: files, folders, addresses and standard input."""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from dashboard.engine.intake.intake import Source
from dashboard.engine.intake.web_sources import feed_at, item_sources, page_source
from geo.errors import DatelineError, InputError
from geo.model.article import Article
from geo.reading.article_reader import READABLE_SUFFIXES, most_bytes, read_article
from geo.settings import Settings
from geo.text.cleaning import for_message

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def sources_of(inputs: Sequence[str], settings: Settings, *, feeds: bool = False) -> list[Source]:
    """What there is to read, in order; a folder gives its readable files, by name.

    With `feeds` the inputs are addresses of feeds, which are fetched now; each gives the first
    articles it names. What cannot be listed becomes a source that cannot be read.
    """
    listed = _of_feed if feeds else _sources
    found: list[Source] = []
    for given in inputs:
        try:
            found += listed(given, settings)
        except DatelineError as error:
            found.append(Source(given, partial(_refuse, error)))
    return found


def file_error(name: str, done: str, error: Exception) -> InputError:
    """The error to raise where a file cannot be read or written."""
    reason = getattr(error, "strerror", None) or "that is not a file name"
    return InputError(f"{for_message(name)} cannot be {done}: {reason}; give another file.")


def _sources(given: str, settings: Settings) -> Iterator[Source]:
    if _URL.match(given):
        yield page_source(given, settings)
    elif given == "-":
        yield Source("standard input", partial(_from_stdin, settings))
    elif _is_folder(given):
        yield from (Source(str(p), partial(_from_file, str(p), settings)) for p in _files(given))
    else:
        yield Source(given, partial(_from_file, given, settings))


def _of_feed(given: str, settings: Settings) -> list[Source]:
    return item_sources(feed_at(given, settings).items[: settings.feed_articles], settings)


def _refuse(error: DatelineError) -> NoReturn:
    raise error


def _is_folder(given: str) -> bool:
    try:
        return Path(given).is_dir()
    except (OSError, ValueError):
        return False


def _files(folder: str) -> list[Path]:
    """The folder's own files that can be read; hidden ones and folders within are passed over."""
    try:
        found = [p for p in Path(folder).iterdir() if not p.name.startswith(".") and p.is_file()]
    except OSError as error:
        raise file_error(folder, "read", error) from None
    files = sorted(path for path in found if path.suffix.lower() in READABLE_SUFFIXES)
    if not files:
        kinds = ", ".join(sorted(READABLE_SUFFIXES))
        raise InputError(f"{for_message(folder)} has no readable file; put {kinds} files there.")
    return files


def _from_stdin(settings: Settings) -> Article:
    name = "standard input"
    data = sys.stdin.buffer.read(most_bytes(name, settings) + 1)
    return read_article(data, name=name, settings=settings)


def _from_file(name: str, settings: Settings) -> Article:
    try:
        with Path(name).open("rb") as file:
            data = file.read(most_bytes(name, settings) + 1)
    except (OSError, ValueError) as error:
        raise file_error(name, "read", error) from None
    return read_article(data, name=Path(name).name, settings=settings)
