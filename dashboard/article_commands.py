"""`dateline parse` and `dateline map`: articles in, one file or standard output out."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from dashboard.inputs import file_error, sources_of
from dashboard.intake import Failed, Source, Taken, take
from dashboard.progress import announced, say_beside
from dashboard.terminal import table
from geo import exports
from geo.articles import Article
from geo.atlas import Atlas, gather
from geo.errors import DatelineError, InputError
from geo.exports.encoding import dumps
from geo.parsed import ParsedArticle
from geo.settings import Settings

Parse = Callable[[Article], ParsedArticle]
MakeParse = Callable[[], Parse]
"""Makes the parser, which takes a while: only once there is something to parse."""

_OF_ATLAS: dict[str, Callable[[Atlas], str | bytes]] = {
    "geojson": exports.to_geojson,
    "csv": exports.to_csv,
    "kml": exports.to_kml,
    "jsonld": exports.to_jsonld,
    "spacy": exports.to_docbin,
}


def parse(options: Namespace, settings: Settings, make_parse: MakeParse) -> int:
    """Write what the inputs mention in the format asked for; the number that failed."""
    sources = sources_of(options.inputs, settings, feeds=options.feed)
    parsed, failed = _parsed(sources, make_parse)
    if parsed:
        form = options.format or "table"
        _write(_written(parsed, form, several=len(sources) > 1), options.output)
    return failed


def draw(options: Namespace, settings: Settings, make_parse: MakeParse) -> int:
    """Write the map of the inputs as a page or a picture; the number that failed."""
    from dashboard.map import html_map, png_map

    parsed, failed = _parsed(sources_of(options.inputs, settings, feeds=options.feed), make_parse)
    if parsed:
        make = png_map if options.output.lower().endswith(".png") else html_map
        title = parsed[0].article.title if len(parsed) == 1 else ""
        _write(make(gather(parsed), title=title or "Dateline", dark=False), options.output)
    return failed


def _parsed(sources: Sequence[Source], make_parse: MakeParse) -> tuple[list[ParsedArticle], int]:
    """The articles that could be parsed, and how many could not; why is said on stderr."""
    parser = _Parser(make_parse)
    parsed: list[ParsedArticle] = []
    failed = 0
    for outcome in take(announced(sources), parser.parse):
        if parser.error:
            raise parser.error
        if isinstance(outcome, Taken):
            parsed.append(outcome.parsed)
        elif isinstance(outcome, Failed):
            failed += 1
            say_beside(outcome.reason)
        else:
            say_beside(outcome.notice)
    return parsed, failed


class _Parser:
    """Makes its parser for the first article; where that fails, it fails for all of them."""

    def __init__(self, make: MakeParse) -> None:
        self._made = cache(make)
        self.error: DatelineError | None = None

    def parse(self, article: Article) -> ParsedArticle:
        try:
            parse = self._made()
        except DatelineError as error:
            self.error = error
            raise
        return parse(article)


def _written(parsed: Sequence[ParsedArticle], form: str, *, several: bool) -> str | bytes:
    if form == "table":
        return "\n".join(table(one) for one in parsed)
    if form != "json":
        return _OF_ATLAS[form](gather(parsed))
    if not several:
        return exports.to_json(parsed[0])
    return dumps([exports.result_record(one) for one in parsed], indent=2) + "\n"


def _write(content: str | bytes, output: str | None) -> None:
    if output:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        try:
            Path(output).write_bytes(data)
        except (OSError, ValueError) as error:
            raise file_error(output, "written", error) from None
    elif isinstance(content, str):
        sys.stdout.write(content)
    elif sys.stdout.isatty():
        raise InputError("This format is no text for a terminal; give a file with -o FILE.")
    else:
        sys.stdout.buffer.write(content)
