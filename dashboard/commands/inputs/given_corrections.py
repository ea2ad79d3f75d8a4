"""Readers' corrections that `dateline parse` and `dateline map` take in with the articles."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from dashboard.commands.inputs.jsonl import lines_of
from dashboard.commands.inputs.sources import file_error
from dashboard.commands.terminal.plain_text import say
from geo.corrections import Correction, read_lines
from geo.corrections.json_lines import LONGEST_LINE
from geo.library import Library
from geo.settings import Settings
from geo.text.cleaning import for_message


def corrections_of(options: Namespace, settings: Settings) -> tuple[Correction, ...]:
    """Those of the file that `--corrections` names, and those of the library with `--corrected`.

    Lines that are no corrections are said on stderr and left out. Raises InputError where the
    file cannot be read, LibraryError where the library cannot be.
    """
    kept = _of_library(settings) if options.corrected else ()
    given = tuple(_of_file(options.corrections)) if options.corrections else ()
    return tuple({correction.id: correction for correction in (*kept, *given)}.values())


def _of_library(settings: Settings) -> tuple[Correction, ...]:
    library = Library.open(settings)
    try:
        return library.corrections.active()
    finally:
        library.close()


def _of_file(name: str) -> Iterator[Correction]:
    try:
        with Path(name).open("rb") as source:
            for one in read_lines(lines_of(source, LONGEST_LINE)):
                if isinstance(one, Correction):
                    yield one
                else:
                    say(f"{for_message(name)}: {one}")
    except (OSError, ValueError) as error:
        raise file_error(name, "read", error) from None
