"""dateline library add | list | remove | index | backup | restore | changes."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from tqdm import tqdm

from dashboard.commands.inputs import parsers
from dashboard.commands.inputs.jsonl import ESCAPED, Failure, lines_of, read_line
from dashboard.commands.inputs.sources import sources_of
from dashboard.commands.inputs.storing import Adding
from dashboard.commands.terminal.plain_text import for_terminal, say
from dashboard.engine.intake.intake import Source
from geo.coverage import Listed, Order, Search, listed
from geo.errors import InputError
from geo.library import Change, Library
from geo.library.reparsing import Reader, reread
from geo.model.article import Article
from geo.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what `options.action` says; the number that failed."""
    if options.action in {"backup", "restore"}:
        return _copy(options, settings)
    with closing(Library.open(settings)) as library:
        if options.action == "add":
            sources, total = _sources(options, settings)
            return _add(Adding(library, lambda: parsers.reader(settings)), sources, total)
        if options.action == "remove":
            return _remove(library, options.tokens)
        if options.action == "index":
            return _index(library, parsers.reader(settings))
        if options.action == "changes":
            sys.stdout.writelines(map(_changed, library.changes.latest(options.limit)))
            return 0
        sys.stdout.writelines(_list(library, " ".join(options.words)))
        return 0


def _copy(options: argparse.Namespace, settings: Settings) -> int:
    from geo.library.backup import back_up, restore

    file = Path(options.file)
    if options.action == "backup":
        said = f"{back_up(settings, file):,} articles are in {file}"
    else:
        number = restore(settings, file, replace=options.replace)
        said = f"{number:,} articles are in the library"
    sys.stdout.write(f"{said}\n")
    return 0


def _changed(change: Change) -> str:
    """A line a change: when, who, what, about what; tabs between them."""
    moment = change.made.isoformat(timespec="seconds")
    return (
        "\t".join((moment, for_terminal(change.who) or "-", change.act.value, change.subject))
        + "\n"
    )


def _sources(
    options: argparse.Namespace, settings: Settings
) -> tuple[Iterable[Source], int | None]:
    """What there is to add, and how much, where that is known."""
    if options.jsonl:
        return _lines(settings), None
    found = sources_of(options.inputs, settings, feeds=options.feed)
    return found, len(found)


def _lines(settings: Settings) -> Iterator[Source]:
    longest = ESCAPED * settings.max_article_bytes
    for number, line in enumerate(lines_of(sys.stdin.buffer, longest), start=1):
        yield Source(f"line {number}", partial(_of_line, line, number, settings))


def _of_line(line: bytes | None, number: int, settings: Settings) -> Article:
    document = read_line(line, number, settings)
    if isinstance(document, Failure):
        raise InputError(document.error)
    return document.article


def _add(adding: Adding, sources: Iterable[Source], total: int | None) -> int:
    try:
        _tell(adding.add(sources), total)
    finally:
        counts = f"{adding.new:,} articles added, {adding.known:,} already stored"
        sys.stdout.write(f"{counts}, {adding.failed:,} failed\n")
    return adding.failed


def _index(library: Library, reader: Reader) -> int:
    corrections = library.corrections.active()
    stale = library.index.stale(reader.fingerprint, corrections)
    reasons = reread(library.articles, library.index, stale, reader, corrections)
    failed = _tell(reasons, len(stale))
    sys.stdout.write(f"{len(stale) - failed:,} articles parsed again, {failed:,} failed\n")
    return failed


def _remove(library: Library, tokens: Sequence[str]) -> int:
    gone = [token for token in tokens if library.articles.delete(token)]
    for token in (token for token in tokens if token not in gone):
        say(f"No article {token[:40]} is stored; see dateline library list.")
    sys.stdout.write(f"{len(gone):,} articles deleted\n")
    return len(tokens) - len(gone)


def _list(library: Library, words: str) -> Iterator[str]:
    """A line an article: token, day, number of places, outlet, title; tabs between them."""
    found = listed(
        library.index.table(), Search(words=words), library.index.search, order=Order.ADDED
    )
    yield from map(_line, found)


def _line(one: Listed) -> str:
    article = one.article
    day = article.published.isoformat() if article.published else "-"
    cells = (
        article.id,
        day,
        str(one.places),
        for_terminal(article.outlet),
        for_terminal(article.title),
    )
    return "\t".join(cells) + "\n"


def _tell(reasons: Iterable[str], total: int | None) -> int:
    """Show how far it is on stderr, and say what fails; how many failed."""
    failed = 0
    with tqdm(total=total, unit=" articles", disable=None) as bar:
        for reason in reasons:
            bar.update()
            if reason:
                failed += 1
                bar.clear()
                say(reason)
    return failed
