"""dateline corrections export | import: what each does and says."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dashboard.commands.inputs.jsonl import lines_of
from dashboard.commands.terminal.plain_text import for_terminal, say
from geo.corrections import Correction, correction_record, read_lines
from geo.corrections.json_lines import LONGEST_LINE
from geo.exports.json_encoding import dumps
from geo.library import Library
from geo.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what `options.action` says, and say on stdout what was done."""
    sys.stdout.writelines(_done(options, settings))
    return 0


def _done(options: argparse.Namespace, settings: Settings) -> Iterator[str]:
    library = Library.open(settings)
    try:
        if options.action == "export":
            yield from _export(library, options.file)
        else:
            yield from _import(library, options.file)
    finally:
        library.close()


def _export(library: Library, file: str) -> Iterator[str]:
    corrections = library.corrections.active()
    lines = (dumps(correction_record(correction)) + "\n" for correction in corrections)
    if file == "-":
        yield from lines
        return
    with Path(file).open("w", encoding="utf-8", newline="\n") as sink:
        sink.writelines(lines)
    yield f"{len(corrections):,} corrections written to {for_terminal(file)}\n"


def _import(library: Library, file: str) -> Iterator[str]:
    if file == "-":
        read, new = _take(library, sys.stdin.buffer)
    else:
        with Path(file).open("rb") as source:
            read, new = _take(library, source)
    yield f"{new:,} corrections imported, {read - new:,} known already\n"


def _take(library: Library, source: BinaryIO) -> tuple[int, int]:
    """How many corrections were read, and how many of them were new."""
    counted = _Counted(_told(read_lines(lines_of(source, LONGEST_LINE))))
    new = library.corrections.add(counted)
    return counted.count, new


def _told(read: Iterable[Correction | str]) -> Iterator[Correction]:
    """The corrections; what is said of the other lines goes to stderr."""
    for one in read:
        if isinstance(one, str):
            say(one)
        else:
            yield one


class _Counted:
    """Hands corrections on and counts them."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._corrections = corrections
        self.count = 0

    def __iter__(self) -> Iterator[Correction]:
        for correction in self._corrections:
            self.count += 1
            yield correction
