"""The arguments of `dateline library`."""

import argparse

from dashboard.commands.arguments.common import (
    FEED_HELP,
    INPUT,
    Add,
    actions_of,
    check_inputs,
    number_of,
)


def add_library(add: Add) -> None:
    """Add the command and its actions."""
    command = add(
        "library",
        allow_abbrev=False,
        help="store many articles and map them together",
        description="Manage the stored articles, whose places the dashboard's atlas counts.",
    )
    action = actions_of(command)
    _add_articles(action)
    listing = action("list", help="list stored articles, the newest first")
    listing.add_argument("words", nargs="*", metavar="WORD", help="only articles with every WORD")
    removing = action("remove", help="delete stored articles")
    removing.add_argument("tokens", nargs="+", metavar="TOKEN", help="token, as `list` shows it")
    action("index", help="parse again the articles that another model or gazetteer parsed")
    _add_backups(action)
    changes = action("changes", help="show who stored, deleted or corrected what, latest first")
    changes.add_argument(
        "--limit", type=number_of("lines"), default=100, metavar="N", help="most lines (100)"
    )


def _add_backups(action: Add) -> None:
    backup = action(
        "backup",
        help="write the whole library into one file; the server may keep running",
        description="Write the whole library, corrections included, into one SQLite file, "
        "whatever its database. The server may keep running.",
    )
    backup.add_argument("file", metavar="FILE", help="file to write; it must not exist yet")
    restoring = action("restore", help="fill the library from a backup, completely or not at all")
    restoring.add_argument("file", metavar="FILE", help="backup of this version or an earlier one")
    restoring.add_argument(
        "--replace", action="store_true", help="first delete the library's present content"
    )


def _add_articles(action: Add) -> None:
    adding = action(
        "add",
        allow_abbrev=False,
        help="store articles and index their places",
        description="Store articles and index their places. After an interruption run it again: "
        "stored articles are skipped.",
    )
    adding.add_argument("inputs", nargs="*", metavar=INPUT, help="input to read; - is stdin")
    adding.add_argument("--feed", action="store_true", help=FEED_HELP)
    adding.add_argument(
        "--jsonl", action="store_true", help="read documents from stdin, one a line"
    )
    adding.set_defaults(check=_check_add, fail=adding.error)


def _check_add(options: argparse.Namespace) -> None:
    if options.jsonl and (options.inputs or options.feed):
        options.fail("--jsonl reads documents from stdin: give no FILE and no --feed")
    check_inputs(options)
