"""The arguments of all commands but `dateline library`."""

import argparse
from collections.abc import Callable

Add = Callable[..., argparse.ArgumentParser]
FORMATS = ("table", "json", "geojson", "csv", "kml", "jsonld", "spacy")
INPUT = "FILE|FOLDER|URL|-"
FEED_HELP = "treat each URL as an RSS or Atom feed and read its first articles"


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
        help="list the places that articles mention",
        description="List the places that articles mention, with type, position and probability.",
    )
    command.add_argument("inputs", nargs="*", metavar=INPUT, help="input to read; - is stdin")
    command.add_argument("--feed", action="store_true", help=FEED_HELP)
    _add_corrections_taken(command)
    command.add_argument("--format", choices=FORMATS, help="output format (table)")
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of stdout")
    command.add_argument(
        "--jsonl", action="store_true", help="read documents from stdin and write one result a line"
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
        description="Write text and map of articles as one self-contained HTML file, or the map as "
        "a picture if FILE ends in .png.",
    )
    command.add_argument("inputs", nargs="+", metavar=INPUT, help="input to read; - is stdin")
    command.add_argument("--feed", action="store_true", help=FEED_HELP)
    _add_corrections_taken(command)
    command.add_argument("-o", "--output", required=True, metavar="FILE", help="file to write")


def _add_corrections_taken(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--corrections", metavar="FILE", help="apply the corrections in a file, one a line"
    )
    command.add_argument(
        "--corrected", action="store_true", help="apply the corrections made in the dashboard"
    )


def _gazetteer(add: Add) -> None:
    command = add(
        "gazetteer",
        allow_abbrev=False,
        help="import more places from GeoNames' dumps",
        description="Import more places from GeoNames' dumps, or show the installed gazetteer.",
    )
    action = actions_of(command)
    action("status", help="show which places are installed, and where")
    action("reset", help="return to the built-in gazetteer")
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
        help="export or import readers' corrections",
        description="Exchange readers' corrections with another Dateline, as JSON lines.",
    )
    _add_export_and_import(actions_of(command), "corrections")


def _cache(add: Add) -> None:
    command = add(
        "cache",
        allow_abbrev=False,
        help="manage the cached answers of geocoding services",
        description="Manage the answers of geocoding services in the cache folder or in Redis.",
    )
    action = actions_of(command)
    action("info", help="show how many answers are cached, and where")
    action("clear", help="delete all cached answers")
    _add_export_and_import(action, "answers")


def actions_of(command: argparse.ArgumentParser) -> Add:
    """What adds an action to a command; `options.action` says which was asked for."""
    add: Add = command.add_subparsers(required=True, metavar="ACTION", dest="action").add_parser
    return add


def _add_export_and_import(action: Add, what: str) -> None:
    export = action("export", help=f"write all {what}, one a line")
    export.add_argument("file", metavar="FILE|-", help="file to write; - is stdout")
    importing = action("import", help=f"import {what} from a file; invalid lines are skipped")
    importing.add_argument("file", metavar="FILE|-", help="file to read; - is stdin")


def number_of(what: str) -> Callable[[str], int]:
    """Reads how many of something are meant: a whole number of at most eleven digits."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 11:
            raise argparse.ArgumentTypeError(f"{text[:20]!r} is not a number of {what}")
        return int(text)

    return read


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 1 to 65535")
    return int(text)
