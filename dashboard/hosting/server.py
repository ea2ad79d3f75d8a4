"""Starting the dashboard's server with the same settings wherever Dateline is installed."""

import atexit
import logging
import os
import re
import signal
import socket
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from dashboard import streamlit_internals
from dashboard.engine.intake.file_sizes import upload_megabytes
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError

PACKAGE = Path(__file__).parents[1]


def serve(host: str, port: int, *, open_browser: bool) -> None:
    """Serve the dashboard until it is stopped; requests that are being answered are finished.

    Raises DatelineError where `host` and `port` cannot be listened on.
    """
    check_free(host, port)
    raise_file_limit()
    _end_well_when_stopped()
    from dashboard.engine.process import process

    options = with_uploads(streamlit_options(config_file(), os.environ), process().settings)
    options |= environment_options() | {
        "server.address": host,
        "server.port": port,
        "server.headless": True,
        # Streamlit's welcome asks an outside host for this machine's public address.
        "logger.hideWelcomeMessage": True,
    }
    streamlit_internals.load_options(options)
    # Components that are declared by the server say that no page's script runs: none does yet.
    logging.getLogger(streamlit_internals.EARLY_COMPONENTS_LOGGER).setLevel(logging.ERROR)
    from dashboard.hosting.application import make_app

    open_at = address(host, port) if open_browser else ""
    make_app(process().settings, open_at=open_at).run(config=options)


def address(host: str, port: int) -> str:
    """Where a browser on this machine finds the dashboard."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    path = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    end = f"/{path}/" if path else ""
    return f"http://[{host}]:{port}{end}" if ":" in host else f"http://{host}:{port}{end}"


def raise_file_limit() -> None:
    """Let this process open as many files as the system allows it to.

    A page takes four, and the usual limit, 1,024, is an old default: past it nobody gets in.
    """
    try:
        import resource  # not on Windows
    except ModuleNotFoundError:
        return
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with suppress(OSError, ValueError):  # some systems allow fewer than they say
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _end_well_when_stopped() -> None:
    """Make a stop the program's proper end: uvicorn raises the signal again when it is done.

    A thread that is reading an article then is in the model's C++, which aborts the process when
    Python takes its threads down. So they are left alone: once all that must be done at the end
    is done, what registers later being called first, the process just ends.
    """
    stopped = False

    def end(*_: object) -> None:
        nonlocal stopped
        stopped = True
        sys.exit(0)

    def leave() -> None:
        if stopped:
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError, ValueError):  # nobody may read it any more
                    stream.flush()
            os._exit(0)

    atexit.register(leave)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def check_free(host: str, port: int) -> None:
    """Raise DatelineError unless a server could listen there now."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "that is not a host name"
        raise DatelineError(
            f"The dashboard cannot listen on {host} port {port}: {reason}; "
            "choose another with --host or --port."
        ) from None


def config_file() -> Path:
    """Streamlit's settings: the installed package's copy, or the checkout's own file."""
    installed = PACKAGE / "streamlit_config.toml"
    return installed if installed.exists() else PACKAGE.parent / ".streamlit" / "config.toml"


def streamlit_options(config: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """Options of a config.toml by their dotted names, less those the environment sets."""
    tables = tomllib.loads(config.read_text(encoding="utf-8"))
    return {
        name: value
        for name, value in _flattened(tables, "")
        if _environment_name(name) not in environment
    }


def environment_options() -> dict[str, Any]:
    """The options that the environment sets as STREAMLIT_..., read as `streamlit run` does.

    Raises DatelineError where a value is none of its option.
    """
    import click

    try:
        return streamlit_internals.environment_options()
    except click.ClickException as error:
        raise DatelineError(f"{error.format_message()} Correct it in the environment.") from None


def with_uploads(options: Mapping[str, Any], settings: ServerSettings) -> dict[str, Any]:
    """The options, with uploads as large as the settings let files be, unless left alone."""
    key = "server.maxUploadSize"
    larger = {key: max(options[key], upload_megabytes(settings))} if key in options else {}
    return {**options, **larger}


def _flattened(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _environment_name(option: str) -> str:
    words = re.sub(r"([A-Z])", r"_\1", option.replace(".", "_"))
    return f"STREAMLIT_{words.upper()}"
