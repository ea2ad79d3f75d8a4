"""Dump files as numbered lines, read as a stream: plain text, or the one in a zip.

Nothing is unpacked to disk, and no more than a block and a line is held in memory, whatever
a zip unpacks to.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from geo.errors import InputError, TooLarge, Unsupported
from geo.text.cleaning import for_message

LONGEST_LINE = 1_000_000
"""Bytes of one line; the longest of GeoNames has some 20,000."""
MOST_UNPACKED = 100
"""Bytes that one byte of a zip may unpack to; GeoNames' files come to 4."""

_BLOCK = 1 << 20
_BESIDE = frozenset({"readme.txt", "iso-languagecodes.txt"})
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
Lines = Iterator[tuple[int, bytes]]


@contextmanager
def dump_lines(path: Path, moved: Callable[[int], None]) -> Iterator[Lines]:
    """The non-empty lines of the dump at `path`, numbered from 1, without their ends.

    `moved` is told the position in the file, in bytes, as reading goes on. Raises InputError
    where the file is missing, damaged or cut short, Unsupported where it is no dump.
    """
    name = for_message(path.name)
    with ExitStack() as open_files:
        with _explained(name):
            file = open_files.enter_context(path.open("rb"))
            table = open_files.enter_context(_table(file, path))
        yield _lines(table, name, lambda: moved(file.tell()))


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """What opening or reading a file raises, as a sentence; no code of a caller runs inside."""
    try:
        yield
    except InputError:
        raise
    except _BROKEN_ZIP as error:
        raise InputError(
            f"{name} is a zip file that is damaged, cut short or locked "
            f"({for_message(str(error))}): download it again."
        ) from error
    except OSError as error:
        raise InputError(
            f"{name} cannot be read ({error.strerror or error}): give the path of a GeoNames dump."
        ) from error
    except ValueError as error:
        raise InputError(f"{name} is no file's name: give the path of a GeoNames dump.") from error


def _table(file: IO[bytes], path: Path) -> IO[bytes]:
    start = file.read(4)
    file.seek(0)
    return _member(file, path) if start.startswith(b"PK") else file


def _member(file: IO[bytes], path: Path) -> IO[bytes]:
    """The table in a zip: the member called as the zip is, or else the only one."""
    archive = zipfile.ZipFile(file)
    tables = [
        info
        for info in archive.infolist()
        if info.filename.endswith(".txt") and info.filename.lower() not in _BESIDE
    ]
    found = [info for info in tables if info.filename == f"{path.stem}.txt"] or tables
    if len(found) != 1:
        raise Unsupported(
            f"{for_message(path.name)} holds no {for_message(path.stem)}.txt: "
            "give a zip file as it is on GeoNames' download page."
        )
    if found[0].file_size > _BLOCK + MOST_UNPACKED * found[0].compress_size:
        raise TooLarge(
            f"{for_message(path.name)} unpacks to more than {MOST_UNPACKED} times its size, which "
            "no GeoNames dump does: download it again."
        )
    return archive.open(found[0])


def _lines(file: IO[bytes], name: str, moved: Callable[[], None]) -> Lines:
    number, rest, last = 0, b"", b""
    while block := _block(file, name):
        moved()
        *whole, rest = (rest + block).split(b"\n")
        for line in whole:
            number += 1
            if line and line != b"\r":
                yield number, line.removesuffix(b"\r")
                last = line
        if len(rest) > LONGEST_LINE:
            raise TooLarge(
                f"{name} has a line {number + 1:,} of more than {LONGEST_LINE:,} bytes, which no "
                "GeoNames dump has: give another file."
            )
    if rest.strip():
        if last and last.count(b"\t") != rest.count(b"\t"):
            raise InputError(
                f"{name} ends in the middle of line {number + 1:,}: download it again."
            )
        yield number + 1, rest


def _block(file: IO[bytes], name: str) -> bytes:
    with _explained(name):
        return file.read(_BLOCK)
