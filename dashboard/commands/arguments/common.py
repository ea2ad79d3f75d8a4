"""The arguments of all commands but `dateline library`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
FORMATS = ("table", "json", "geojson", "csv", "kml", "jsonld", "spacy")
INPUT = "FILE|FOLDER|URL|-"
FEED_HELP = "the URLs are RSS or Atom feeds: read the first articles each names"


def add_commands(add: Add) -> None:
    """Add each command with its arguments."""
    for add_command in (_serve, _parse, _map, _gazetteer, _corrections, _cache):
        add_command(add)


def _serve(add: Add) -> None:
    command = add("serve", help="start the dashboard", description="Start the dashboard's server.")
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    command.add_argument("--port", default=8501, type=_port, help="port (%(default)s)")
    command.add_argument("--open", action="store_true", help="open it in a browser")


def _parse(add: Add) -> None:
    command = add(
        "parse",
        allow_abbrev=False,
        help="list the places articles mention",
        description="List the places articles mention: what kind of mention, where, how sure.",
    )
    command.add_argument("inputs", nargs="*", metavar=INPUT, help="what to read; - is stdin")
    command.add_argument("--feed", action="store_true", help=FEED_HELP)
    _add_corrections_taken(command)
    command.add_argument("--format", choices=FORMATS, help="what to print (table)")
    command.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    command.add_argument(
        "--jsonl", action="store_true", help="read documents from stdin, write one result a line"
    )
    command.set_defaults(check=_check_parse, fail=command.error)


def _check_parse(options: argparse.Namespace) -> None:
    if options.jsonl and (options.inputs or options.format or options.output or options.feed):
        options.fail("--jsonl reads stdin and writes JSON lines: give neither FILE nor --format")
    if options.jsonl and (options.corrections or options.corrected):
        options.fail("--jsonl takes no corrections: leave --corrections and --corrected out")
    check_inputs(options)


def check_inputs(options: argparse.Namespace) -> None:
    """Fail where there is nothing to read."""
    if not options.jsonl and not options.inputs:
        options.fail("give a FILE, a FOLDER, a URL or -, or --jsonl")


def _map(add: Add) -> None:
    command = add(
        "map",
        allow_abbrev=False,
        help="write the map of articles as one HTML file or a picture",
        description="Write text and map of articles as one HTML file that needs nothing else, "
        "or the map as a picture where FILE ends in .png.",
    )
    command.add_argument("inputs", nargs="+", metavar=INPUT, help="what to read; - is stdin")
    command.add_argument("--feed", action="store_true", help=FEED_HELP)
    _add_corrections_taken(command)
    command.add_argument("-o", "--output", required=True, metavar="FILE", help="file to write")


def _add_corrections_taken(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--corrections", metavar="FILE", help="take in the corrections of a file, one a line"
    )
    command.add_argument(
        "--corrected", action="store_true", help="take in what readers corrected in the dashboard"
    )


def _gazetteer(add: Add) -> None:
    command = add(
        "gazetteer",
        allow_abbrev=False,
        help="import more places from GeoNames' dumps",
        description="Import more places from GeoNames' dumps, and see what is installed.",
    )
    action = actions_of(command)
    action("status", help="say which places are installed, and where")
    action("reset", help="go back to the built-in gazetteer")
    importing = action(
        "import",
        allow_abbrev=False,
        help="add the places of GeoNames dumps",
        description="Add the places and names of GeoNames dumps (allCountries.zip, a country's, "
        "cities500.zip, admin1CodesASCII.txt, admin2Codes.txt, alternateNamesV2.zip).",
    )
    importing.add_argument("paths", nargs="+", metavar="FILE", help="dump, as .txt or .zip")
    importing.add_argument(
        "--min-population",
        type=number_of("people"),
        default=0,
        metavar="N",
        help="leave out cities, towns and villages of fewer than N people",
    )


def _corrections(add: Add) -> None:
    command = add(
        "corrections",
        allow_abbrev=False,
        help="take readers' corrections away, and bring them in",
        description="Readers' corrections as JSON lines, from and for another Dateline.",
    )
    _add_export_and_import(actions_of(command), "corrections")


def _cache(add: Add) -> None:
    command = add(
        "cache",
        allow_abbrev=False,
        help="look after the kept answers of geocoding services",
        description="What geocoding services answered and is kept, in the cache folder or Redis.",
    )
    action = actions_of(command)
    action("info", help="say how many answers are kept, and where")
    action("clear", help="remove them all")
    _add_export_and_import(action, "answers")


def actions_of(command: argparse.ArgumentParser) -> Add:
    """What adds an action to a command; `options.action` says which was asked for."""
    add: Add = command.add_subparsers(required=True, metavar="ACTION", dest="action").add_parser
    return add


def _add_export_and_import(action: Add, what: str) -> None:
    export = action("export", help=f"write all {what}, one a line")
    export.add_argument("file", metavar="FILE|-", help="file to write; - is stdout")
    importing = action("import", help=f"keep the {what} of a file; bad lines are left out")
    importing.add_argument("file", metavar="FILE|-", help="file to read; - is stdin")


def number_of(what: str) -> Callable[[str], int]:
    """Reads how many of something are meant: a whole number of at most eleven digits."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 11:
            raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number of {what}")
        return int(text)

    return read


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to 65535")
    return int(text)
