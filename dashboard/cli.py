"""The command line: dateline serve | parse | map | gazetteer | corrections | library | cache.

Exit codes: 0, 2 on wrong usage, 1 on input that cannot be read. Results go to stdout, errors
(one line each) and progress to stderr. What takes long to import is imported by the command
that needs it, so that --help and wrong usage answer at once.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NoReturn

from dashboard.library_arguments import add_library
from geo.errors import DatelineError, SettingsError

if TYPE_CHECKING:
    from geo import Article, Geoparser, ParsedArticle
    from geo.library.reading import Reader
    from geo.settings import Settings

OK, UNREADABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
AddCommand = Callable[..., argparse.ArgumentParser]
FORMATS = ("table", "json", "geojson", "csv", "kml", "jsonld", "spacy")
INPUT = "FILE|FOLDER|URL|-"
FEED_HELP = "the URLs are RSS or Atom feeds: read the first articles each names"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8()
    try:
        options = _arguments().parse_args(argv)
        code: int = options.run(options)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse's way to end after --help and wrong usage
        return stop.code if isinstance(stop.code, int) else OK
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_stdout()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except SettingsError as error:
        _say(str(error))
        return WRONG_USAGE
    except (DatelineError, OSError) as error:
        _say(_sentence(error))
        _drop_what_cannot_be_written()
        return UNREADABLE
    return code


class _OneLineParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _say(f"{message} (see {self.prog} --help)")
        self.exit(WRONG_USAGE)


def _arguments() -> argparse.ArgumentParser:
    parser = _OneLineParser(
        prog="dateline",
        description="Read news articles and put what they talk about on a map.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"dateline {_version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_serve(commands.add_parser)
    _add_parse(commands.add_parser)
    _add_map(commands.add_parser)
    _add_gazetteer(commands.add_parser)
    _add_corrections(commands.add_parser)
    _add_cache(commands.add_parser)
    add_library(commands.add_parser, _library, FEED_HELP)
    return parser


def _add_serve(add: AddCommand) -> None:
    command = add("serve", help="start the dashboard", description="Start the dashboard's server.")
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    command.add_argument("--port", default=8501, type=_port, help="port (%(default)s)")
    command.add_argument("--open", action="store_true", help="open it in a browser")
    command.set_defaults(run=_serve)


def _add_parse(add: AddCommand) -> None:
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
    command.set_defaults(run=_parse, fail=command.error)


def _add_map(add: AddCommand) -> None:
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
    command.set_defaults(run=_map)


def _add_corrections_taken(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--corrections", metavar="FILE", help="take in the corrections of a file, one a line"
    )
    command.add_argument(
        "--corrected", action="store_true", help="take in what readers corrected in the dashboard"
    )


def _add_gazetteer(add: AddCommand) -> None:
    command = add(
        "gazetteer",
        allow_abbrev=False,
        help="import more places from GeoNames' dumps",
        description="Import more places from GeoNames' dumps, and see what is installed.",
    )
    actions: AddCommand = command.add_subparsers(required=True, metavar="ACTION").add_parser
    status = actions("status", help="say which places are installed, and where")
    status.set_defaults(run=_gazetteer, action="status")
    reset = actions("reset", help="go back to the built-in gazetteer")
    reset.set_defaults(run=_gazetteer, action="reset")
    importing = actions(
        "import",
        allow_abbrev=False,
        help="add the places of GeoNames dumps",
        description="Add the places and names of GeoNames dumps (allCountries.zip, a country's, "
        "cities500.zip, admin1CodesASCII.txt, admin2Codes.txt, alternateNamesV2.zip).",
    )
    importing.add_argument("paths", nargs="+", metavar="FILE", help="dump, as .txt or .zip")
    importing.add_argument(
        "--min-population",
        type=_people,
        default=0,
        metavar="N",
        help="leave out cities, towns and villages of fewer than N people",
    )
    importing.set_defaults(run=_gazetteer, action="import")


def _add_corrections(add: AddCommand) -> None:
    command = add(
        "corrections",
        allow_abbrev=False,
        help="take readers' corrections away, and bring them in",
        description="Readers' corrections as JSON lines, from and for another Dateline.",
    )
    actions: AddCommand = command.add_subparsers(required=True, metavar="ACTION").add_parser
    export = actions("export", help="write all corrections, one a line")
    export.add_argument("file", metavar="FILE|-", help="file to write; - is stdout")
    export.set_defaults(run=_corrections, action="export")
    importing = actions("import", help="keep the corrections of a file; bad lines are left out")
    importing.add_argument("file", metavar="FILE|-", help="file to read; - is stdin")
    importing.set_defaults(run=_corrections, action="import")


def _add_cache(add: AddCommand) -> None:
    command = add(
        "cache",
        allow_abbrev=False,
        help="look after the kept answers of geocoding services",
        description="What geocoding services answered and is kept, in the cache folder or Redis.",
    )
    actions: AddCommand = command.add_subparsers(required=True, metavar="ACTION").add_parser
    actions("info", help="say how many answers are kept, and where").set_defaults(action="info")
    actions("clear", help="remove them all").set_defaults(action="clear")
    export = actions("export", help="write them all, one a line")
    export.add_argument("file", metavar="FILE|-", help="file to write; - is stdout")
    export.set_defaults(action="export")
    importing = actions("import", help="keep the answers of a file; bad lines are left out")
    importing.add_argument("file", metavar="FILE|-", help="file to read; - is stdin")
    importing.set_defaults(action="import")
    command.set_defaults(run=_cache)


def _people(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 11:
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number of people")
    return int(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to 65535")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    from dashboard import serving
    from geo.gazetteer import Gazetteer
    from geo.geocoding import services_from

    settings = _settings()
    services_from(settings)  # says now, not to a reader, what is wrong with them
    serving.check_free(options.host, options.port)
    Gazetteer.open(settings)
    _say(f"Dateline is at {serving.address(options.host, options.port)} (Ctrl-C stops it)")
    serving.serve(options.host, options.port, open_browser=options.open)
    return OK


def _parse(options: argparse.Namespace) -> int:
    if options.jsonl and (options.inputs or options.format or options.output or options.feed):
        options.fail("--jsonl reads stdin and writes JSON lines: give neither FILE nor --format")
    if options.jsonl and (options.corrections or options.corrected):
        options.fail("--jsonl takes no corrections: leave --corrections and --corrected out")
    if not options.jsonl and not options.inputs:
        options.fail("give a FILE, a FOLDER, a URL or -, or --jsonl")
    settings = _settings()
    if options.jsonl:
        from dashboard.jsonl import stream

        stream(sys.stdin.buffer, sys.stdout, _geoparser(settings), settings, _completer(settings))
        return OK
    from dashboard import article_commands

    failed = article_commands.parse(options, settings, _parser(options, settings))
    return UNREADABLE if failed else OK


def _map(options: argparse.Namespace) -> int:
    from dashboard import article_commands

    settings = _settings()
    failed = article_commands.draw(options, settings, _parser(options, settings))
    return UNREADABLE if failed else OK


def _parser(
    options: argparse.Namespace, settings: "Settings"
) -> "Callable[[], Callable[[Article], ParsedArticle]]":
    """Makes the one call from an article to all that is known of it, corrections included."""
    from dashboard.given_corrections import corrections_of

    corrections = corrections_of(options, settings)

    def made() -> "Callable[[Article], ParsedArticle]":
        geoparser, completed = _geoparser(settings), _completer(settings)
        return lambda article: completed(geoparser.parse(article, corrections=corrections))

    return made


def _gazetteer(options: argparse.Namespace) -> int:
    from dashboard import gazetteer_commands

    sys.stdout.writelines(gazetteer_commands.run(options, _settings()))
    return OK


def _corrections(options: argparse.Namespace) -> int:
    from dashboard import corrections_commands

    sys.stdout.writelines(corrections_commands.run(options, _settings()))
    return OK


def _cache(options: argparse.Namespace) -> int:
    from dashboard import cache_commands

    sys.stdout.writelines(cache_commands.run(options, _settings()))
    return OK


def _library(options: argparse.Namespace) -> int:
    if options.action == "add":
        if options.jsonl and (options.inputs or options.feed):
            options.fail("--jsonl reads documents from stdin: give no FILE and no --feed")
        if not options.jsonl and not options.inputs:
            options.fail("give a FILE, a FOLDER, a URL or -, or --jsonl")
    from dashboard import library_commands

    settings = _settings()
    failed = library_commands.run(options, settings, lambda: _reader(settings))
    return UNREADABLE if failed else OK


def _reader(settings: "Settings") -> "Reader":
    """What reads articles as the dashboard does: each for itself, whatever was read before."""
    from geo import Geoparser
    from geo.library.reading import Reader

    geoparser, completed = Geoparser(settings), _completer(settings)
    return Reader(
        geoparser.fingerprint,
        lambda articles, corrections: map(
            completed, geoparser.parse_many(articles, corrections=corrections)
        ),
    )


def _geoparser(settings: "Settings") -> "Geoparser":
    from geo import Geoparser
    from geo.resolution import Outlets

    return Geoparser(settings, outlets=Outlets())


def _completer(settings: "Settings") -> "Callable[[ParsedArticle], ParsedArticle]":
    from geo.geocoding import complete, services_from

    services = services_from(settings)
    if not services:
        return lambda parsed: parsed
    return lambda parsed: complete(parsed, services)


def _settings() -> "Settings":
    from pydantic import ValidationError

    from geo.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"DATELINE_{'__'.join(str(part) for part in first['loc']).upper()}"
        _say(f"{name} has a wrong value: {first['msg']}; correct it in the environment.")
        raise SystemExit(WRONG_USAGE) from None


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "(not installed)"


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _drop_stdout() -> None:
    # What is still buffered would raise once more when the interpreter closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _drop_what_cannot_be_written() -> None:
    try:
        sys.stdout.flush()
    except OSError:  # the disk is full
        _drop_stdout()


def _sentence(error: Exception) -> str:
    if isinstance(error, DatelineError) or not isinstance(error, OSError):
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}."


def _say(message: str) -> None:
    from dashboard.terminal import say

    say(message)


if __name__ == "__main__":
    sys.exit(main())
