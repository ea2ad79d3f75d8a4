"""`dateline parse --jsonl`: one document a line in, one result a line out, in the same order.

Lines are taken as they arrive: whatever complete lines one read brought are parsed together
(so bulk input is batched) and written before the next read (so a slow sender gets each answer
at once).
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO, NoReturn, Protocol, TextIO

from geo.errors import DatelineError, InputError, TooLarge
from geo.exports.json_encoding import dumps
from geo.exports.parse_result import result_record
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.reading.article_reader import article_from_record
from geo.settings import Settings

CHUNK = 1 << 20
"""Most bytes taken in one read; a pipe gives what it has."""
ESCAPED = 6
"""Bytes of a JSON line for one byte of text, at most: every character as \\uXXXX."""

_log = logging.getLogger(__name__)


class Parser(Protocol):
    """What of `geo.Geoparser` is needed here."""

    def parse(
        self, article: Article, *, spans: list[tuple[int, int]] | None = None
    ) -> ParsedArticle:
        """Parse one article."""

    def parse_many(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """Parse articles in order."""


@dataclass(frozen=True, slots=True)
class Document:
    """One line's article; `spans` of its text, if it says what its toponyms are."""

    article: Article
    spans: list[tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that cannot be parsed, and why."""

    id: str | None
    error: str


def stream(
    source: BinaryIO,
    sink: TextIO,
    parser: Parser,
    settings: Settings,
    finish: Callable[[ParsedArticle], ParsedArticle] = lambda parsed: parsed,
) -> None:
    """Parse every line of `source` into a line of `sink`; `finish` sees each parsed article."""
    longest = ESCAPED * settings.max_article_bytes + CHUNK
    number = 0
    for lines in line_batches(source, longest):
        documents = [read_line(line, number + i, settings) for i, line in enumerate(lines, 1)]
        number += len(lines)
        for result in _results(documents, parser, finish):
            sink.write(dumps(result) + "\n")
            sink.flush()


def line_batches(source: BinaryIO, longest: int) -> Iterator[list[bytes | None]]:
    """The lines each read brought, without line ends; None for one of over `longest` bytes."""
    rest = bytearray()
    too_long = False
    read = getattr(source, "read1", source.read)
    while chunk := read(CHUNK):
        *ended, tail = chunk.split(b"\n")
        lines: list[bytes | None] = []
        for end in ended:
            rest += end
            lines.append(None if too_long or len(rest) > longest else bytes(rest))
            rest.clear()
            too_long = False
        rest += tail
        if len(rest) > longest:
            too_long = True
            rest.clear()
        if lines:
            yield lines
    if rest or too_long:
        yield [None if too_long else bytes(rest)]


def lines_of(source: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Line after line, as `line_batches` gives them."""
    return chain.from_iterable(line_batches(source, longest))


def read_line(line: bytes | None, number: int, settings: Settings) -> Document | Failure:
    """The document of one line, or why there is none."""
    record: dict[str, Any] = {}
    try:
        if line is None:
            raise TooLarge(f"Line {number} is longer than the longest article allowed; shorten it.")
        record = _record(line, number)
        article = article_from_record(record, settings=settings)
        return Document(article, _spans(record.get("spans"), article, number))
    except InputError as error:
        return Failure(_usable_id(record), str(error))


def _record(line: bytes, number: int) -> dict[str, Any]:
    try:
        record = json.loads(
            line.decode("utf-8"), parse_constant=_refused, object_pairs_hook=_without_duplicates
        )
    except UnicodeDecodeError as error:
        raise InputError(
            f"Line {number} is not UTF-8 (byte {error.start + 1}); write it as UTF-8."
        ) from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"Line {number} is not JSON ({error.msg}, column {error.colno}); "
            'write one object a line, such as {"id": "a", "text": "..."}.'
        ) from None
    except RecursionError:
        raise InputError(f"Line {number} is nested too deeply; write a flat object.") from None
    except ValueError as error:
        raise InputError(f"Line {number} is not JSON ({error}); correct it.") from None
    if not isinstance(record, dict):
        raise InputError(f'Line {number} is not an object; write {{"id": "a", "text": "..."}}.')
    return record


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON number")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a key is given twice")
    return record


def _spans(value: object, article: Article, number: int) -> list[tuple[int, int]] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise InputError(f'Line {number}: "spans" must be a list such as [[0, 6], [10, 15]].')
    return [_span(span, len(article.text), number, nth) for nth, span in enumerate(value)]


def _span(span: object, length: int, number: int, nth: int) -> tuple[int, int]:
    # `type(...) is int`, because True and 1.0 are no offsets though Python takes them for 1.
    if isinstance(span, list) and [type(offset) for offset in span] == [int, int]:
        start, end = span
        if 0 <= start < end <= length:
            return start, end
        raise InputError(
            f"Line {number}: span {nth} is empty or outside the text of {length} characters; "
            "offsets are code points, the end exclusive."
        )
    raise InputError(f"Line {number}: span {nth} must be two whole numbers, [start, end].")


def _usable_id(record: dict[str, Any]) -> str | None:
    found = record.get("id")
    return found if isinstance(found, str) and found.isprintable() else None


def _results(
    documents: Iterable[Document | Failure],
    parser: Parser,
    finish: Callable[[ParsedArticle], ParsedArticle],
) -> Iterator[dict[str, Any]]:
    plain: list[Document] = []
    for document in documents:
        if isinstance(document, Document) and document.spans is None:
            plain.append(document)
            continue
        yield from _parsed_together(plain, parser, finish)
        plain = []
        if isinstance(document, Failure):
            yield {"id": document.id, "error": document.error}
        else:
            yield _parsed_alone(document, parser, finish)
    yield from _parsed_together(plain, parser, finish)


def _parsed_together(
    documents: list[Document],
    parser: Parser,
    finish: Callable[[ParsedArticle], ParsedArticle],
) -> Iterator[dict[str, Any]]:
    """Results of documents without spans; where a batch fails, of each on its own."""
    done = 0
    with suppress(Exception):
        for parsed in parser.parse_many(document.article for document in documents):
            record = result_record(finish(parsed))
            done += 1
            yield record
    for document in documents[done:]:
        yield _parsed_alone(document, parser, finish)


def _parsed_alone(
    document: Document, parser: Parser, finish: Callable[[ParsedArticle], ParsedArticle]
) -> dict[str, Any]:
    try:
        return result_record(finish(parser.parse(document.article, spans=document.spans)))
    except DatelineError as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - one answer a line, whatever it does to the models
        _log.debug("a document failed", exc_info=True)
        reason = f"This document could not be parsed ({type(error).__name__}); leave it out."
    return {"id": document.article.id, "error": reason}
