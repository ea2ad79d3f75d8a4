"""What Dateline assumes of Streamlit beyond its documented interface, and of streamlit-folium.

Each function and each constant is one assumption, which its docstring states, and
tests/dashboard/test_streamlit_internals.py holds. No other module of the dashboard imports
Streamlit's private modules. They are imported where they are used: an assumption that breaks takes
nothing else down.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

HOLDS_FOR = "1.67"
"""The Streamlit that all of this was checked with."""

COMPONENTS = "/component/"
"""The files of a component are served below this path, in a folder `module.name`."""
MAP_FRAME = f"{COMPONENTS}streamlit_folium.st_folium/"
"""The map is drawn in a frame of its own, whose page is served below this path."""
OWN_SERVICES = "/_stcore/"
"""What the front end asks the server for, other than files, lies below this path."""
BACKEND_ADDRESS = "window.__streamlit={BACKEND_BASE_URL:%s}"
"""The front end reads its server's address from this variable, before it looks for it."""
EARLY_COMPONENTS_LOGGER = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""This logger warns where a component is declared and no page's script runs."""
SESSION_KEPT_S = 120.0
"""A session whose page is not connected is kept for so long, in seconds, and runs on."""


def session_id() -> str:
    """The present session's id, "" outside of one: a script's run knows its session."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    return context.session_id if context else ""


def is_history_navigation() -> bool:
    """Whether the browser's back or forward button led here: a script's run knows."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def is_connected(session: str) -> bool:
    """Whether a session's page is connected, True outside a server: the runtime knows."""
    from streamlit import runtime

    return not runtime.exists() or runtime.get_instance().is_active_session(session)


def has_secrets() -> bool:
    """Whether there are secrets: asked this way, a missing secrets.toml is no error."""
    import streamlit as st

    return bool(st.secrets.load_if_toml_exists())


def register_map_component() -> None:
    """Have this server serve the map's frame: a component that was declared before the server
    started, by an import, can be registered with it later.
    """
    import streamlit_folium
    from streamlit.runtime import get_instance

    component = streamlit_folium._component_func  # noqa: SLF001
    get_instance().component_registry.register_component(component)


def front_end_page() -> str:
    """The page that each address answers with: a file beside Streamlit's modules, sent as it is."""
    import streamlit as st

    return (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def load_options(options: Mapping[str, object]) -> None:
    """Set Streamlit's options by their dotted names, before a server is made."""
    from streamlit.web import bootstrap

    bootstrap.load_config_options(dict(options))


def environment_options() -> dict[str, Any]:
    """The options that are set as STREAMLIT_... in the environment, by their dotted names: those
    of `streamlit run` are a decorator for a command.

    Raises click.ClickException where a value is none of its option.
    """
    import click
    from streamlit.web.cli import configurator_options

    command = click.command()(configurator_options(lambda **options: options))
    found = command.main([], standalone_mode=False)
    return {
        name.replace("_", "."): value
        for name, value in found.items()
        if value is not None and value != ()
    }


def last_session(subprotocols: Sequence[str]) -> str:
    """The id of the session that a socket's page had before, "" if it had none: the third of its
    subprotocols, after the protocol and a token.
    """
    return (*subprotocols, "", "", "")[2]


def ask_for_run(fragment: str, seconds: float) -> bytes:
    """A message that has the page ask for a run of a fragment, again and again."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    message = ForwardMsg()
    message.auto_rerun.fragment_id, message.auto_rerun.interval = fragment, seconds
    return cast("bytes", message.SerializeToString())


def kind_of_message(message: bytes) -> str:
    """The kind of a message that a page sends, "" where it is none: one of a protobuf's oneof."""
    from google.protobuf.message import DecodeError
    from streamlit.proto.BackMsg_pb2 import BackMsg

    try:
        return BackMsg.FromString(message).WhichOneof("type") or ""
    except DecodeError:
        return ""


def asked_fragment(message: bytes) -> str | None:
    """The fragment of which a page's message asks for a run, "" for the whole script; None where
    it asks for no run.
    """
    from google.protobuf.message import DecodeError
    from streamlit.proto.BackMsg_pb2 import BackMsg

    try:
        read = BackMsg.FromString(message)
    except DecodeError:
        return None  # Streamlit's to refuse
    is_run = read.WhichOneof("type") == "rerun_script"
    return str(read.rerun_script.fragment_id) if is_run else None


def asking_for_all(message: bytes) -> bytes:
    """A page's message that asks for a run, asking for one of the whole script instead."""
    from streamlit.proto.BackMsg_pb2 import BackMsg

    read = BackMsg.FromString(message)
    read.rerun_script.fragment_id, read.rerun_script.is_auto_rerun = "", False
    return cast("bytes", read.SerializeToString())


def is_end_of_run(message: bytes) -> bool:
    """Whether a message tells the page that a run is done, and is not about to start again."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    sent = ForwardMsg.FromString(message)
    is_end = bool(sent.WhichOneof("type") == "script_finished")
    return is_end and sent.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
