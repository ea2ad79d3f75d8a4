"""A PDF's lines, read in a process of its own: `python pdf_process.py PAGES BYTES SECONDS < a.pdf`.

A hostile PDF can make its reader turn in circles or fill memory; the process has limits on
both, and its parent stops it after a time. It writes one JSON object: {"title", "pages": [[[text,
x, y, size], ...], ...]} or {"error"}. It imports nothing of Dateline.
"""

import contextlib
import io
import json
import logging
import sys
from typing import Any

MEMORY = 1_500_000_000
"""Bytes of address space."""

Line = tuple[str, float, float, float]


class _TooMuch(Exception):
    pass


def main() -> None:
    """Read standard input, write one JSON object to standard output."""
    most_pages, most_bytes, seconds = map(int, sys.argv[1:4])
    _limit(seconds)
    logging.disable(logging.CRITICAL)
    answer = _answer(sys.stdin.buffer.read(), most_pages, most_bytes)
    sys.stdout.write(json.dumps(answer))


def _limit(seconds: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows: there the parent's patience is the only limit

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _answer(data: bytes, most_pages: int, most_bytes: int) -> dict[str, Any]:
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        return _read(data, most_pages, most_bytes)
    except _TooMuch as error:
        kind = str(error)
    except (DependencyError, FileNotDecryptedError):
        kind = "encrypted"
    except MemoryError:
        kind = "memory"
    except Exception:  # noqa: BLE001 - a broken PDF raises whatever it meets
        kind = "broken"
    return {"error": kind}


def _read(data: bytes, most_pages: int, most_bytes: int) -> dict[str, Any]:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    reader = PdfReader(io.BytesIO(data))
    # What anybody may read, and only changing or printing is locked, has an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileNotDecryptedError
    if len(reader.pages) > most_pages:
        raise _TooMuch("pages")
    title = reader.metadata.title if reader.metadata else ""
    return {"title": str(title or ""), "pages": _pages(reader, most_bytes)}


def _pages(reader: Any, most_bytes: int) -> list[list[Line]]:
    pages: list[list[Line]] = []
    left = most_bytes
    for page in reader.pages:
        lines = _lines(page)
        left -= sum(len(text.encode(errors="replace")) for text, *_ in lines)
        if left < 0:
            raise _TooMuch("bytes")
        pages.append(lines)
    return pages


def _lines(page: Any) -> list[Line]:
    """The page's lines in the order it draws them, each where its first word stands."""
    pieces: list[Line] = []

    def visit(text: str, current: list[float], matrix: list[float], _: object, size: float) -> None:
        x = matrix[4] * current[0] + matrix[5] * current[2] + current[4]
        y = matrix[4] * current[1] + matrix[5] * current[3] + current[5]
        scale = abs(matrix[3] * current[3]) or abs(matrix[1] * current[1]) or 1.0
        pieces.append((text, x, y, abs(size) * scale))

    page.extract_text(visitor_text=visit)
    lines: list[list[Line]] = [[]]
    for text, x, y, size in pieces:
        for nth, part in enumerate(text.split("\n")):
            if nth:
                lines.append([])
            if part.strip() or lines[-1]:
                lines[-1].append((part, x, y, size))
    return [_line(line) for line in lines if line]


def _line(pieces: list[Line]) -> Line:
    """The pieces of a line as one: it begins with the first, and is as high as the longest."""
    text = "".join(piece[0] for piece in pieces)
    _, _, y, size = max(pieces, key=lambda piece: len(piece[0].strip()))
    return text, round(pieces[0][1], 1), round(y, 1), round(size, 1)


if __name__ == "__main__":
    main()
