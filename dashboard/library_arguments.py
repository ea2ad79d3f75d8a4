"""The arguments of `dateline library`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
INPUT = "FILE|FOLDER|URL|-"


def add_library(add: Add, run: Callable[[argparse.Namespace], int], feed_help: str) -> None:
    """Add the command and its actions; `run` does them."""
    command = add(
        "library",
        allow_abbrev=False,
        help="store many articles, and find them on the map together",
        description="The stored articles: what they name is counted on the dashboard's map.",
    )
    actions: Add = command.add_subparsers(required=True, metavar="ACTION").add_parser
    _add_articles(actions, run, feed_help)
    listing = actions("list", help="list stored articles, the newest first")
    listing.add_argument("words", nargs="*", metavar="WORD", help="those that hold all the words")
    listing.set_defaults(run=run, action="list")
    removing = actions("remove", help="delete stored articles")
    removing.add_argument("tokens", nargs="+", metavar="TOKEN", help="as list shows it")
    removing.set_defaults(run=run, action="remove")
    index = actions("index", help="read again what another model or gazetteer has read")
    index.set_defaults(run=run, action="index")
    _add_backups(actions, run)
    changes = actions("changes", help="who stored, deleted and corrected what, the latest first")
    changes.add_argument("--limit", type=int, default=100, metavar="N", help="most lines (100)")
    changes.set_defaults(run=run, action="changes")


def _add_backups(actions: Add, run: Callable[[argparse.Namespace], int]) -> None:
    backup = actions(
        "backup",
        help="write all of the library into one file, while it is used",
        description="Write all of the library, corrections included, into one SQLite file, "
        "whatever database it is kept in. It may be used meanwhile.",
    )
    backup.add_argument("file", metavar="FILE", help="a file that is not there yet")
    backup.set_defaults(run=run, action="backup")
    restoring = actions("restore", help="fill the library from a backup, all of it or nothing")
    restoring.add_argument(
        "file", metavar="FILE", help="a backup, of this version or an earlier one"
    )
    restoring.add_argument(
        "--replace", action="store_true", help="delete what the library holds now"
    )
    restoring.set_defaults(run=run, action="restore")


def _add_articles(actions: Add, run: Callable[[argparse.Namespace], int], feed_help: str) -> None:
    adding = actions(
        "add",
        allow_abbrev=False,
        help="store articles and what they name",
        description="Store articles and what they name. Broken off, run it again: what is "
        "stored is passed over.",
    )
    adding.add_argument("inputs", nargs="*", metavar=INPUT, help="what to read; - is stdin")
    adding.add_argument("--feed", action="store_true", help=feed_help)
    adding.add_argument(
        "--jsonl", action="store_true", help="read documents from stdin, one a line"
    )
    adding.set_defaults(run=run, action="add", fail=adding.error)
