"""What the command line reads: files, folders, addresses and standard input."""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from dashboard.intake import Source
from geo.articles import READABLE_SUFFIXES, Article, most_bytes, read_article
from geo.errors import InputError
from geo.plaintext import shown
from geo.settings import Settings

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def sources_of(inputs: Sequence[str], settings: Settings) -> list[Source]:
    """What there is to read, in order; a folder gives its readable files, by name.

    Raises InputError where a folder cannot be listed or holds nothing to read.
    """
    return [source for given in inputs for source in _sources(given, settings)]


def file_error(name: str, done: str, error: Exception) -> InputError:
    """The error to raise where a file cannot be read or written."""
    reason = getattr(error, "strerror", None) or "that is no file's name"
    return InputError(f"{shown(name)} cannot be {done}: {reason}; give another file.")


def _sources(given: str, settings: Settings) -> Iterator[Source]:
    if _URL.match(given):
        yield Source(given, partial(_from_address, given, settings))
    elif given == "-":
        yield Source("standard input", partial(_from_stdin, settings))
    elif _is_folder(given):
        yield from (Source(str(p), partial(_from_file, str(p), settings)) for p in _files(given))
    else:
        yield Source(given, partial(_from_file, given, settings))


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
        raise InputError(f"{shown(folder)} holds nothing to read; put {kinds} files there.")
    return files


def _from_address(url: str, settings: Settings) -> Article:
    from geo.fetching import fetch

    data, name = fetch(url, settings)
    return read_article(data, name=name, settings=settings, source=url)


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
