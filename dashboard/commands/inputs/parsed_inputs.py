"""What `dateline parse` and `dateline map` share: articles in, one file or standard output out."""

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dashboard.commands.inputs import parsers
from dashboard.commands.inputs.given_corrections import corrections_of
from dashboard.commands.inputs.sources import file_error, sources_of
from dashboard.commands.terminal.progress import announced, say_beside
from dashboard.engine.intake.intake import Failed, Taken, take
from geo.errors import DatelineError, InputError
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.settings import Settings

Parse = Callable[[Article], ParsedArticle]


@dataclass(slots=True)
class Inputs:
    """What came of the inputs: how many there were, what could be parsed, how many failed."""

    number: int
    parsed: list[ParsedArticle] = field(default_factory=list)
    failed: int = 0


def parsed_inputs(options: Namespace, settings: Settings) -> Inputs:
    """Parse what `options` name, with their corrections; why one fails is said on stderr."""
    parser = _Parser(options, settings)
    sources = sources_of(options.inputs, settings, feeds=options.feed)
    inputs = Inputs(len(sources))
    for outcome in take(announced(sources), parser.parse):
        if parser.error:
            raise parser.error
        if isinstance(outcome, Taken):
            inputs.parsed.append(outcome.parsed)
        elif isinstance(outcome, Failed):
            inputs.failed += 1
            say_beside(outcome.reason)
        else:
            say_beside(outcome.notice)
    return inputs


class _Parser:
    """Makes its parser for the first article; where that fails, it fails for all of them."""

    def __init__(self, options: Namespace, settings: Settings) -> None:
        corrections = corrections_of(options, settings)

        @cache
        def made() -> Parse:
            parser, completed = parsers.geoparser(settings), parsers.completer(settings)
            return lambda article: completed(parser.parse(article, corrections=corrections))

        self._made = made
        self.error: DatelineError | None = None

    def parse(self, article: Article) -> ParsedArticle:
        try:
            parse = self._made()
        except DatelineError as error:
            self.error = error
            raise
        return parse(article)


def write(content: str | bytes, output: str | None) -> None:
    """Write to the file `output`, else to standard output. Raises InputError where it cannot."""
    if output:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        try:
            Path(output).write_bytes(data)
        except (OSError, ValueError) as error:
            raise file_error(output, "written", error) from None
    elif isinstance(content, str):
        sys.stdout.write(content)
    elif sys.stdout.isatty():
        raise InputError("This format is not text; write it to a file with -o FILE.")
    else:
        sys.stdout.buffer.write(content)
