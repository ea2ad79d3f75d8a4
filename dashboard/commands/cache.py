"""dateline cache info | clear | export | import: what each does and says."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.commands.inputs.jsonl import lines_of
from dashboard.commands.terminal.plain_text import for_terminal, say
from geo.errors import InputError, ServiceUnavailable
from geo.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what `options.action` says, and say on stdout what was done."""
    sys.stdout.writelines(_done(options, settings))
    return 0


def _done(options: argparse.Namespace, settings: Settings) -> Iterator[str]:
    try:
        from geo.geocoding.cache import maintenance
    except ImportError as error:
        raise ServiceUnavailable(
            f"The geocoding cache needs a package that is missing ({error.name}): "
            'install it with pip install "dateline[online]".'
        ) from error
    cache = maintenance.opened(settings)
    if options.action == "clear":
        yield f"{maintenance.clear(cache):,} answers deleted.\n"
    elif options.action == "export":
        yield from _export(options.file, maintenance.exported(cache))
    elif options.action == "import":
        taken, bad = _import(options.file, cache)
        yield f"{taken:,} answers imported, {bad:,} lines skipped.\n"
    else:
        about = maintenance.about(cache, settings)
        yield f"{about.answers:,} answers, {about.stale:,} of them expired\n"
        yield f"{about.size / 1e6:,.1f} MB of {settings.geocoding_cache_mb:,} MB at most\n"
        yield f"{for_terminal(about.where)}\n"
        yield f"{about.shipped:,} more ship with Dateline, for when a service is unavailable\n"


def _export(file: str, records: Iterator[dict[str, str]]) -> Iterator[str]:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if file == "-":
        yield from lines
        return
    with Path(file).open("w", encoding="utf-8", newline="\n") as out:
        count = sum(1 for line in lines if out.write(line))
    yield f"{count:,} answers written to {for_terminal(file)}.\n"


def _import(file: str, cache: Any) -> tuple[int, int]:
    from geo.geocoding.cache import maintenance

    taken = bad = 0
    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
        for number, line in enumerate(lines_of(source, maintenance.LONGEST_LINE), start=1):
            try:
                maintenance.take(line, cache)
                taken += 1
            except InputError as error:
                bad += 1
                say(f"line {number} is skipped: {error}")
    return taken, bad
