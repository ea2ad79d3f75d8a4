import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.engine.intake.file_sizes import upload_megabytes
from dashboard.hosting.server import (
    address,
    check_free,
    config_file,
    environment_options,
    streamlit_options,
    with_uploads,
)
from geo.errors import DatelineError
from geo.settings import Settings

CONFIG = """
[browser]
gatherUsageStats = false
[server]
maxUploadSize = 5
[theme.light]
primaryColor = "#243B7A"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG)
    return path


def test_options_have_dotted_names(config: Path) -> None:
    assert streamlit_options(config, {}) == {
        "browser.gatherUsageStats": False,
        "server.maxUploadSize": 5,
        "theme.light.primaryColor": "#243B7A",
    }


def test_the_environment_goes_before_the_file(config: Path) -> None:
    options = streamlit_options(config, {"STREAMLIT_SERVER_MAX_UPLOAD_SIZE": "1"})
    assert "server.maxUploadSize" not in options
    assert "browser.gatherUsageStats" in options


def test_the_environments_values_are_taken_and_read_by_their_type(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert environment_options() == {}
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", "dateline")
    monkeypatch.setenv("STREAMLIT_SERVER_MAX_UPLOAD_SIZE", "3")
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_CORS", "false")
    assert environment_options() == {
        "server.baseUrlPath": "dateline",
        "server.maxUploadSize": 3,
        "server.enableCORS": False,
    }
    monkeypatch.setenv("STREAMLIT_SERVER_MAX_UPLOAD_SIZE", "much")
    with pytest.raises(DatelineError, match=r"maxUploadSize"):
        environment_options()


def test_the_largest_file_that_is_read_can_be_uploaded() -> None:
    options = streamlit_options(config_file(), {})
    assert options["server.maxUploadSize"] >= upload_megabytes(Settings())
    larger = Settings(max_document_bytes=70_000_001)
    assert with_uploads(options, larger)["server.maxUploadSize"] == 71
    assert "server.maxUploadSize" not in with_uploads({}, larger)


def test_the_projects_own_settings_are_known_to_streamlit() -> None:
    from streamlit import config as streamlit_config

    known = set(streamlit_config.get_config_options())
    assert set(streamlit_options(config_file(), {})) <= known


def test_the_page_calls_no_outside_host_for_statistics() -> None:
    assert streamlit_options(config_file(), {})["browser.gatherUsageStats"] is False


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(DatelineError, match=rf"127\.0\.0\.1 port {port}.*--port"):
            check_free("127.0.0.1", port)
    check_free("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "", "x" * 300, "203.0.113.7"])
def test_a_host_that_is_not_here_is_said_in_one_sentence(host: str) -> None:
    with pytest.raises(DatelineError, match="cannot listen"):
        check_free(host, 8501)


def test_the_address_has_the_base_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", "/dateline")
    assert address("::", 8501) == "http://[::1]:8501/dateline/"


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),
        ("::", "http://[::1]:8501"),
        ("example.org", "http://example.org:8501"),
    ],
)
def test_the_address_is_one_a_browser_can_open(host: str, url: str) -> None:
    assert address(host, 8501) == url


def test_a_stop_is_a_proper_end_though_a_library_would_abort_then() -> None:
    program = (
        "import atexit, ctypes, os, signal\n"
        "from dashboard.hosting.server import _end_well_when_stopped\n"
        "_end_well_when_stopped()\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.__cxa_atexit(libc.abort, None, None)\n"
        "atexit.register(print, 'all is done')\n"
        "os.kill(os.getpid(), signal.SIGTERM)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"all is done\n")


SERVED_WITH = """
import resource, sys
from dashboard.hosting import server
resource.setrlimit(resource.RLIMIT_NOFILE, (200, {hard}))
server.streamlit_internals.load_options = lambda _: sys.exit(
    print(*resource.getrlimit(resource.RLIMIT_NOFILE))
)
server.serve("127.0.0.1", 0, open_browser=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limits")
@pytest.mark.parametrize("hard", [200, 700])
def test_a_server_opens_as_many_files_as_it_is_allowed(hard: int) -> None:
    command = [sys.executable, "-c", SERVED_WITH.format(hard=hard)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.split() == [str(hard), str(hard)], done.stderr
