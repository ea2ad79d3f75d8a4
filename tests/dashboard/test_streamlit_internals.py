"""What Dateline assumes of Streamlit holds of the one that is installed.

Streamlit's own server runs in this process, and the test plays the page.
"""

import inspect
import logging
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import streamlit as st
import streamlit.components.v1 as components
import streamlit_folium  # declares its component now, before the server starts
from starlette.testclient import TestClient
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.secrets import Secrets

from dashboard import streamlit_internals as internals

ROOT = Path(__file__).parents[2]
TESTED: set[str] = set()
EVERY_S = 5.0
SCRIPT = f"""
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from dashboard import streamlit_internals
from dashboard.map.widget import static_files

@st.fragment(run_every={EVERY_S})
def ticking():
    st.write(f"session {{streamlit_internals.session_id()}}")

ticking()
st.write(f"back {{streamlit_internals.is_history_navigation()}}")
static_files.serve()
"""


def holds(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Marks the test of assumptions: where it fails, it says which, and of which Streamlit."""
    TESTED.update(names)
    said = " and ".join(f"streamlit_internals.{name}" for name in names)

    def marked(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def tested(**given: object) -> None:
            try:
                test(**given)
            except Exception as error:
                raise AssertionError(
                    f"{said} no longer holds: checked with Streamlit {internals.HOLDS_FOR}, "
                    f"{st.__version__} is installed"
                ) from error

        return tested

    return marked


class Run(NamedTuple):
    """A run of the script: its session, what the page was sent, whether it was connected."""

    session: str
    messages: list[bytes]
    was_connected: bool

    def sent(self, kind: str) -> list[ForwardMsg]:
        read = [ForwardMsg.FromString(message) for message in self.messages]
        return [message for message in read if message.WhichOneof("type") == kind]

    def said(self) -> set[str]:
        return {m.delta.new_element.markdown.body for m in self.sent("delta")}


def request(query: str = "", fragment: str = "", *, back: bool = False) -> bytes:
    """What a page sends to have its script run."""
    asked = BackMsg()
    asked.rerun_script.query_string, asked.rerun_script.fragment_id = query, fragment
    asked.rerun_script.is_auto_rerun = bool(fragment)
    asked.rerun_script.is_history_navigation = back
    return asked.SerializeToString()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    assert streamlit_folium
    script = tmp_path_factory.mktemp("app") / "script.py"
    script.write_text(SCRIPT)
    try:
        with TestClient(st.App(script)) as client:
            yield client
    finally:
        Runtime._instance = None  # no other test is in a server


def run(server: TestClient, sends: bytes, *, last: str = "") -> Run:
    """A page connects, sends something, and hears until its script has run."""
    protocols = ["streamlit", "token", *([last] if last else [])]
    with (
        server.websocket_connect("/_stcore/stream", subprotocols=protocols) as socket,
        ThreadPoolExecutor(1) as pool,
    ):
        messages: list[bytes] = []
        socket.send_bytes(sends)
        while not messages or not internals.is_end_of_run(messages[-1]):
            try:
                messages.append(pool.submit(socket.receive_bytes).result(timeout=60))
            except TimeoutError:
                socket.close()  # so that the thread that listens ends
                raise
        first = next(m for m in map(ForwardMsg.FromString, messages) if m.HasField("new_session"))
        session = first.new_session.initialize.session_id
        return Run(session, messages, internals.is_connected(session))


def test_every_assumption_is_tested() -> None:
    own = [
        name for name, value in vars(internals).items()
        if not name.startswith("_") and name != "HOLDS_FOR"
        and (name.isupper() or getattr(value, "__module__", "") == internals.__name__)
    ]  # fmt: skip
    assert set(own) == TESTED


def test_it_is_said_which_streamlit_it_holds_for() -> None:
    assert f'"streamlit>={internals.HOLDS_FOR},<' in (ROOT / "pyproject.toml").read_text()
    assert re.match(rf"{re.escape(internals.HOLDS_FOR)}\b", st.__version__), (
        f"the assumptions were checked with Streamlit {internals.HOLDS_FOR}, {st.__version__} is "
        "installed: run these tests, then write the new version into streamlit_internals.py"
    )


def test_a_failure_names_the_assumption_and_the_version() -> None:
    @holds("session_id")
    def broken() -> None:
        raise ImportError("gone")

    with pytest.raises(AssertionError, match=rf"session_id .*{internals.HOLDS_FOR}.*installed"):
        broken()


@holds("session_id", "is_end_of_run")
def test_a_run_knows_its_session(server: TestClient) -> None:
    done = run(server, request())
    assert done.session
    assert f"session {done.session}" in done.said()
    assert internals.session_id() == ""


@holds("is_history_navigation")
def test_a_run_knows_whether_it_is_gone_back_to(server: TestClient) -> None:
    assert "back False" in run(server, request()).said()
    assert "back True" in run(server, request(back=True)).said()
    assert not internals.is_history_navigation()


@holds("is_connected", "last_session")
def test_a_page_that_names_its_last_session_gets_it_again(server: TestClient) -> None:
    first = run(server, request())
    assert first.was_connected
    assert not internals.is_connected(first.session)
    again = run(server, request(), last=internals.last_session(["streamlit", "t", first.session]))
    assert again.session == first.session
    assert run(server, request()).session != first.session
    for fewer in ([], ["streamlit"], ["streamlit", "token"]):
        assert internals.last_session(fewer) == ""


@holds("SESSION_KEPT_S")
def test_how_long_a_session_is_kept() -> None:
    given = inspect.signature(MemorySessionStorage).parameters["ttl_seconds"].default
    assert given == internals.SESSION_KEPT_S


@holds("ask_for_run")
def test_a_page_is_asked_for_a_run_as_a_fragment_that_repeats_itself_asks(
    server: TestClient,
) -> None:
    (own,) = (message.auto_rerun for message in run(server, request()).sent("auto_rerun"))
    ours = ForwardMsg.FromString(internals.ask_for_run(own.fragment_id, EVERY_S))
    assert ours.auto_rerun == own


@holds("asked_fragment", "asking_for_all")
def test_a_run_that_is_asked_for_can_be_made_one_of_the_whole_script(server: TestClient) -> None:
    asked = request("place=iso-RU", "some-fragment")
    assert internals.asked_fragment(asked) == "some-fragment"
    whole = internals.asking_for_all(asked)
    assert internals.asked_fragment(whole) == ""
    read = BackMsg.FromString(whole).rerun_script
    assert (read.query_string, read.is_auto_rerun) == ("place=iso-RU", False)
    assert "back False" in run(server, whole).said()


@holds("kind_of_message")
def test_the_kind_of_a_message_is_what_the_page_wrote_last(server: TestClient) -> None:
    assert internals.kind_of_message(request()) == "rerun_script"
    cleared = BackMsg(clear_cache=True).SerializeToString()
    assert internals.kind_of_message(cleared) == "clear_cache"
    assert internals.kind_of_message(cleared + request()) == "rerun_script"
    assert internals.kind_of_message(request() + cleared) == "clear_cache"
    assert {internals.kind_of_message(none) for none in (b"", b"\xff\xff\xff")} == {""}
    assert run(server, cleared + request()).session


@holds("asked_fragment")
def test_other_messages_ask_for_no_run() -> None:
    assert internals.asked_fragment(BackMsg(stop_script=True).SerializeToString()) is None
    assert internals.asked_fragment(b"\xff\xff\xff") is None
    assert internals.asked_fragment(b"") is None


@holds("is_end_of_run")
def test_a_run_that_starts_again_is_not_done() -> None:
    def end(status: "ForwardMsg.ScriptFinishedStatus.ValueType") -> bytes:
        return ForwardMsg(script_finished=status).SerializeToString()

    assert not internals.is_end_of_run(end(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert internals.is_end_of_run(end(ForwardMsg.FINISHED_SUCCESSFULLY))
    assert not internals.is_end_of_run(ForwardMsg().SerializeToString())
    assert not internals.is_end_of_run(b"")


@holds("register_map_component", "MAP_FRAME", "COMPONENTS")
def test_the_maps_frame_and_our_own_files_are_served_once_they_are_registered(
    server: TestClient,
) -> None:
    frame = f"{internals.MAP_FRAME}index.html"
    own = f"{internals.COMPONENTS}dashboard.map.widget.static_files.leaflet/leaflet.js"
    Runtime.instance().component_registry._components.clear()
    assert server.get(frame).status_code == server.get(own).status_code == 404
    run(server, request())
    assert server.get(frame).status_code == 200
    assert server.get(own).status_code == 200


@holds("OWN_SERVICES")
def test_the_servers_own_services_have_a_path_of_their_own(server: TestClient) -> None:
    assert server.get(f"{internals.OWN_SERVICES}health").text == "ok"
    assert any(internals.OWN_SERVICES.strip("/") in script for script in front_end())


@holds("BACKEND_ADDRESS")
def test_the_front_end_looks_for_its_servers_address_where_it_is_written() -> None:
    variable, name = re.match(r"(window\.\w+)=\{(\w+):%s\}", internals.BACKEND_ADDRESS).groups()
    assert any(variable in script and name in script for script in front_end())


@holds("front_end_page")
def test_the_page_is_sent_as_it_lies_in_the_package(server: TestClient) -> None:
    assert server.get("/").text == internals.front_end_page()


def front_end() -> list[str]:
    scripts = sorted((Path(st.__file__).parent / "static" / "static" / "js").glob("*.js"))
    assert scripts
    return [script.read_text(encoding="utf-8") for script in scripts]


@holds("EARLY_COMPONENTS_LOGGER")
def test_a_component_that_is_declared_outside_of_a_run_is_warned_of_by_that_logger(
    server: TestClient, tmp_path: Path
) -> None:
    assert server
    heard: list[logging.LogRecord] = []
    listening = logging.Handler()
    listening.emit = heard.append
    logger = logging.getLogger(internals.EARLY_COMPONENTS_LOGGER)
    logger.addHandler(listening)
    try:
        components.declare_component("early", path=str(tmp_path))
    finally:
        logger.removeHandler(listening)
    assert heard


@holds("has_secrets")
def test_secrets_that_are_missing_are_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, before = tmp_path / "secrets.toml", st.get_option("secrets.files")
    try:
        config.set_option("secrets.files", [str(file)])
        monkeypatch.setattr(st, "secrets", Secrets())
        assert not internals.has_secrets()
        file.write_text("[auth]\n")
        monkeypatch.setattr(st, "secrets", Secrets())
        assert internals.has_secrets()
    finally:
        config.set_option("secrets.files", before)


@holds("load_options")
def test_options_are_set_by_their_dotted_names() -> None:
    try:
        internals.load_options({"server.maxUploadSize": 7})
        assert st.get_option("server.maxUploadSize") == 7
    finally:
        internals.load_options({})
    assert st.get_option("server.maxUploadSize") != 7


@holds("environment_options")
def test_options_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert internals.environment_options() == {}
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_CORS", "false")
    assert internals.environment_options() == {"server.enableCORS": False}
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_CORS", "perhaps")
    with pytest.raises(click.ClickException) as raised:
        internals.environment_options()
    assert "enableCORS" in raised.value.format_message()
