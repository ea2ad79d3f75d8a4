"""Starting the dashboard's server with the same settings wherever Dateline is installed."""

import os
import re
import socket
import tomllib
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from geo.errors import DatelineError
from geo.settings import Settings

PACKAGE = Path(__file__).parent


def serve(host: str, port: int, *, open_browser: bool) -> None:
    """Serve the dashboard until it is stopped.

    Raises DatelineError where `host` and `port` cannot be listened on.
    """
    check_free(host, port)
    from streamlit.web import bootstrap

    options = with_uploads(streamlit_options(config_file(), os.environ), Settings())
    options |= environment_options(os.environ) | {
        "server.address": host,
        "server.port": port,
        "server.headless": not open_browser,
        # Streamlit's welcome asks an outside host for this machine's public address.
        "logger.hideWelcomeMessage": True,
    }
    bootstrap.load_config_options(options)
    bootstrap.run(str(PACKAGE / "app.py"), is_hello=False, args=[], flag_options=options)


def address(host: str, port: int) -> str:
    """Where a browser on this machine finds the dashboard."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


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
        reason = getattr(error, "strerror", None) or "that is no host's name"
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


def environment_options(environment: Mapping[str, str]) -> dict[str, Any]:
    """Streamlit's options that the environment sets as STREAMLIT_..., by their dotted names.

    `streamlit run` reads them by itself; a server started any other way does not. Raises
    DatelineError where one is not of its option's type.
    """
    from streamlit import config

    return {
        name: _typed(option.env_var, environment[option.env_var], option)
        for name, option in config.get_config_options().items()
        if option.env_var in environment and not option.sensitive
    }


def _typed(name: str, said: str, option: Any) -> Any:
    if option.multiple:
        return said.split()
    try:
        return TypeAdapter(option.type).validate_python(said)
    except ValidationError:
        wanted = option.type.__name__
        raise DatelineError(f"{name} is {said[:40]!r}, which is no {wanted}: mend it.") from None


def with_uploads(options: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """The options, with uploads as large as the settings let files be, unless left alone."""
    key = "server.maxUploadSize"
    larger = {key: max(options[key], upload_megabytes(settings))} if key in options else {}
    return {**options, **larger}


def upload_megabytes(settings: Settings) -> int:
    """The size of the largest file that may be read, in whole megabytes."""
    return ceil(max(settings.max_article_bytes, settings.max_document_bytes) / 1_000_000)


def _flattened(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _environment_name(option: str) -> str:
    words = re.sub(r"([A-Z])", r"_\1", option.replace(".", "_"))
    return f"STREAMLIT_{words.upper()}"
