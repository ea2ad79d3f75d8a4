"""The cache of online answers going bad: questions are answered, and answers kept again."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.asking import Clock, asking, settings_for
from support.nominatim_server import Server, result, serve

from geo.geocoding import Question, services_from
from geo.geocoding.cache import answer_cache

FILE = "geocoding.sqlite"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.knows("Daoli", result("Daoli", 45.75, 126.6))
        yield running


def spoil(folder: Path, how: str) -> None:
    for path in folder.glob(f"{FILE}*"):
        if how == "deleted":
            path.unlink()
        elif how == "cut":
            os.truncate(path, path.stat().st_size // 3)
        else:
            path.write_bytes(b"\xde\xad" * 9000)


@pytest.mark.parametrize("how", ["deleted", "cut", "garbage"])
def test_one_that_goes_bad_while_in_use_is_made_anew(
    server: Server, tmp_path: Path, how: str
) -> None:
    service = asking(server.domain, tmp_path, Clock(), rate=1000)
    assert service.find(Question("Daoli"))
    spoil(tmp_path, how)
    assert [len(service.find(Question("Daoli"))) for _ in range(5)] == [1] * 5
    assert len(server.questions) <= 3, "kept again"


@pytest.mark.parametrize("how", ["deleted", "cut", "garbage"])
def test_one_that_went_bad_between_runs_is_made_anew(
    server: Server, tmp_path: Path, how: str
) -> None:
    asking(server.domain, tmp_path, Clock()).find(Question("Daoli"))
    spoil(tmp_path, how)
    (service,) = services_from(settings_for(server.domain, tmp_path))
    assert [len(service.find(Question("Daoli"))) for _ in range(2)] == [1, 1]
    assert len(server.questions) == 2


def test_one_that_somebody_keeps_locked_stops_no_question(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_cache, "_BUSY_MS", 100)
    service = asking(server.domain, tmp_path, Clock(), rate=1000)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert service.find(Question("Daoli"))
    assert [len(service.find(Question("Daoli"))) for _ in range(2)] == [1, 1]
    assert server.questions == ["Daoli"] * 2
