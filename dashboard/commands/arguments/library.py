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
        help="store many articles, and find them on the map together",
        description="The stored articles: what they name is counted on the dashboard's map.",
    )
    action = actions_of(command)
    _add_articles(action)
    listing = action("list", help="list stored articles, the newest first")
    listing.add_argument("words", nargs="*", metavar="WORD", help="those that hold all the words")
    removing = action("remove", help="delete stored articles")
    removing.add_argument("tokens", nargs="+", metavar="TOKEN", help="as list shows it")
    action("index", help="read again what another model or gazetteer has read")
    _add_backups(action)
    changes = action("changes", help="who stored, deleted and corrected what, the latest first")
    changes.add_argument(
        "--limit", type=number_of("lines"), default=100, metavar="N", help="most lines (100)"
    )


def _add_backups(action: Add) -> None:
    backup = action(
        "backup",
        help="write all of the library into one file, while it is used",
        description="Write all of the library, corrections included, into one SQLite file, "
        "whatever database it is kept in. It may be used meanwhile.",
    )
    backup.add_argument("file", metavar="FILE", help="a file that is not there yet")
    restoring = action("restore", help="fill the library from a backup, all of it or nothing")
    restoring.add_argument(
        "file", metavar="FILE", help="a backup, of this version or an earlier one"
    )
    restoring.add_argument(
        "--replace", action="store_true", help="delete what the library holds now"
    )


def _add_articles(action: Add) -> None:
    adding = action(
        "add",
        allow_abbrev=False,
        help="store articles and what they name",
        description="Store articles and what they name. Broken off, run it again: what is "
        "stored is passed over.",
    )
    adding.add_argument("inputs", nargs="*", metavar=INPUT, help="what to read; - is stdin")
    adding.add_argument("--feed", action="store_true", help=FEED_HELP)
    adding.add_argument(
        "--jsonl", action="store_true", help="read documents from stdin, one a line"
    )
    adding.set_defaults(check=_check_add, fail=adding.error)


def _check_add(options: argparse.Namespace) -> None:
    if options.jsonl and (options.inputs or options.feed):
        options.fail("--jsonl reads documents from stdin: give no FILE and no --feed")
    check_inputs(options)
