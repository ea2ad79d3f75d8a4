"""The command line: dateline serve | parse | map | gazetteer | corrections | library | cache.

Exit codes: 0, 2 on wrong usage, 1 on input that cannot be read. Results go to stdout, errors
(one line each) and progress to stderr. A command's module is imported when it is to run, so
that --help and wrong usage answer at once.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NoReturn

from dashboard.commands.arguments.common import add_commands
from dashboard.commands.arguments.library import add_library
from dashboard.commands.terminal.plain_text import say
from geo.errors import DatelineError, SettingsError

if TYPE_CHECKING:
    from geo.settings import Settings

OK, UNREADABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8()
    try:
        code = _run(arguments().parse_args(argv))
        sys.stdout.flush()
    except SystemExit as stop:  # argparse's way to end after --help and wrong usage
        return stop.code if isinstance(stop.code, int) else OK
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_stdout()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except SettingsError as error:
        say(str(error))
        return WRONG_USAGE
    except (DatelineError, OSError) as error:
        say(_sentence(error))
        _drop_what_cannot_be_written()
        return UNREADABLE
    return code


def _run(options: argparse.Namespace) -> int:
    options.check(options)
    settings = _settings()
    failed: int = import_module(f"dashboard.commands.{options.command}").run(options, settings)
    return UNREADABLE if failed else OK


class _OneLineParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        say(f"{message} (see {self.prog} --help)")
        self.exit(WRONG_USAGE)


def arguments() -> argparse.ArgumentParser:
    """Every command with its arguments; docs/command-line.md is generated from this."""
    parser = _OneLineParser(
        prog="dateline",
        description="Read news articles and map the places they name.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"dateline {_version()}")
    parser.set_defaults(check=lambda _: None)
    commands = parser.add_subparsers(
        title="commands", required=True, metavar="COMMAND", dest="command"
    )
    add_commands(commands.add_parser)
    add_library(commands.add_parser)
    return parser


def _settings() -> "Settings":
    from pydantic import ValidationError

    from dashboard.server_settings import ServerSettings

    try:
        return ServerSettings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"DATELINE_{'__'.join(str(part) for part in first['loc']).upper()}"
        say(f"{name} has a wrong value: {first['msg']}; correct it in the environment.")
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


if __name__ == "__main__":
    sys.exit(main())
