import socket
import urllib.request
from collections.abc import Iterator

import pytest
from support.ports import free_port

from dashboard.engine.process import process, replaced
from dashboard.hosting.prometheus import serve_figures
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError


def test_figures_are_off_by_default() -> None:
    assert ServerSettings().metrics_port is None
    with serve_figures(ServerSettings()):
        pass


@pytest.fixture
def own_process() -> Iterator[None]:
    with replaced():
        yield


@pytest.mark.usefixtures("own_process")
def test_what_was_counted_is_served() -> None:
    measures = process().measures
    measures.add("sessions", amount=2)
    measures.add("articles", "kept", 3)
    measures.add("errors", "ZeroDivisionError")
    with measures.timed("run", "page"):
        pass
    port = free_port()
    address = f"http://127.0.0.1:{port}/metrics"
    with (
        serve_figures(ServerSettings(metrics_port=port)),
        urllib.request.urlopen(address, timeout=60) as answer,
    ):
        lines = answer.read().decode().splitlines()
    assert "dateline_sessions 2.0" in lines
    assert 'dateline_articles_total{origin="kept"} 3.0' in lines
    assert 'dateline_errors_total{error="ZeroDivisionError"} 1.0' in lines
    assert 'dateline_run_seconds_count{part="page"} 1.0' in lines
    assert any(line.startswith("process_resident_memory_bytes ") for line in lines)


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(DatelineError, match="DATELINE_METRICS_PORT"),
            serve_figures(ServerSettings(metrics_port=port)),
        ):
            pass
