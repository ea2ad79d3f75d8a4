"""PDF files to paragraphs, by way of `pdf_process.py`, which reads them under limits."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from geo.documents.contents import Contents
from geo.documents.pdf_lines import Line, paragraphs_of
from geo.errors import InputError, TooLarge, Unsupported
from geo.text.cleaning import for_message, strip_controls

_LARGEST = 1e6
"""Points from the page's corner."""
AT_ONCE = max(1, (os.cpu_count() or 2) // 2)
"""Most PDFs read at once in this process: each may take a processor and 1.5 GB; others wait."""
_PROGRAM = Path(__file__).with_name("pdf_process.py")
_turn = BoundedSemaphore(AT_ONCE)


def read_pdf(data: bytes, name: str, *, most_pages: int, most_bytes: int, seconds: int) -> Contents:
    """The paragraphs of a PDF in the order it draws them, words broken at line ends mended.

    `most_bytes` is the most text, in bytes; `seconds` the most time. Raises Unsupported
    (protected, or pictures of pages without text), TooLarge, or InputError where it is broken.
    """
    limits = most_pages, most_bytes, seconds
    answer = _answer(data, limits)
    if error := answer.get("error"):
        raise _error(error, name, limits)
    pages = [[_line(*line) for line in page] for page in answer["pages"]]
    paragraphs, heading = paragraphs_of(pages)
    if not paragraphs:
        raise Unsupported(
            f"{for_message(name)} holds no text, only pictures of pages; recognise its text (OCR) "
            "first."
        )
    return Contents(tuple(paragraphs), strip_controls(answer["title"]), heading)


def _line(text: str, *numbers: float) -> Line:
    """A line; where it stands means nothing where its numbers are none that paper knows."""
    is_on_paper = all(abs(number) < _LARGEST for number in numbers)
    return Line(strip_controls(text), *numbers) if is_on_paper else Line(strip_controls(text))


def _answer(data: bytes, limits: tuple[int, int, int]) -> dict[str, Any]:
    # -P: the program's own folder is no place to import from.
    command = [sys.executable, "-P", str(_PROGRAM), *map(str, limits)]
    try:
        with _turn:
            done = subprocess.run(  # noqa: S603 - our own program, and numbers
                command, input=data, capture_output=True, timeout=limits[2] + 5, check=False
            )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        # Without an answer it was stopped by its limits, or by our patience.
        return {"error": "seconds"}
    return answer if isinstance(answer, dict) else {"error": "broken"}


def _error(kind: str, name: str, limits: tuple[int, int, int]) -> InputError:
    pages, size, seconds = limits
    who = for_message(name)
    if kind == "encrypted":
        return Unsupported(f"{who} is protected by a password; save it without one.")
    if kind == "pages":
        return TooLarge(
            f"{who} has more than {pages:,} pages; give fewer or raise DATELINE_MAX_PDF_PAGES."
        )
    if kind == "bytes":
        return TooLarge(
            f"{who} holds more than {size:,} bytes of text; give fewer pages or raise "
            "DATELINE_MAX_ARTICLE_BYTES."
        )
    if kind in {"seconds", "memory"}:
        return TooLarge(
            f"{who} takes more than {seconds} seconds or too much memory to read; save it again "
            "or raise DATELINE_PDF_SECONDS."
        )
    return InputError(f"{who} is broken or no PDF; save it again, or paste its text.")
