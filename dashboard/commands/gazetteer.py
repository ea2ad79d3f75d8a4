"""dateline gazetteer import | status | reset: what each does and says."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dashboard.commands.terminal.plain_text import for_terminal
from geo.gazetteer.active_file import installed, installed_path, reset
from geo.gazetteer.importing import Report, import_dumps
from geo.settings import Settings


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what `options.action` says, and say on stdout what was done."""
    sys.stdout.writelines(_done(options, settings))
    return 0


def _done(options: argparse.Namespace, settings: Settings) -> Iterator[str]:
    if options.action == "import":
        paths = [Path(path) for path in options.paths]
        for report in import_dumps(paths, settings, min_population=options.min_population):
            yield from _told(report)
    elif options.action == "reset":
        found = reset(settings.cache_dir)
        yield "Only the built-in places are left.\n" if found else "Nothing was imported.\n"
    else:
        yield from _status(settings)


def _told(report: Report) -> Iterator[str]:
    yield (
        f"{for_terminal(report.path.name)} ({report.form.value}): {report.lines:,} lines, "
        f"{report.added:,} new places, {report.known:,} lines about known places, "
        f"{report.left_out:,} skipped\n"
    )
    if report.bad:
        yield f"  {report.bad:,} lines could not be read (first {for_terminal(report.first_bad)})\n"


def _status(settings: Settings) -> Iterator[str]:
    found = installed(installed_path(settings.cache_dir))
    new = sum(places for _, places in found.imports)
    yield f"{found.places:,} places, {found.places - new:,} of them built in\n"
    for path, places in found.imports:
        yield f"{places:,} from {for_terminal(path)}\n"
    yield f"{found.path} ({found.size / 1e6:,.0f} MB)\n"
