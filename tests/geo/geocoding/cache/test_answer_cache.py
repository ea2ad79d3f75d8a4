"""What is kept of answers, for how long."""

import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from support.asking import Clock, asking
from support.nominatim_server import Server, result, serve

from geo.geocoding import Question

DAOLI = Question("Daoli")


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.knows("Daoli", result("Daoli", 45.75, 126.6))
        yield running


def kept(folder: Path) -> list[dict[str, str]]:
    with sqlite3.connect(folder / "geocoding.sqlite") as connection:
        rows = connection.execute("SELECT value FROM responses").fetchall()
    connection.close()
    return [json.loads(value) for (value,) in rows]


def test_found_and_not_found_live_for_different_times(server: Server, tmp_path: Path) -> None:
    service = asking(server.domain, tmp_path, Clock())
    service.find(DAOLI)
    service.find(Question("Gone"))
    spans = {
        "Gone" in row["url"]: datetime.fromisoformat(row["expires"])
        - datetime.fromisoformat(row["created_at"])
        for row in kept(tmp_path)
    }
    slack = timedelta(seconds=5)
    assert abs(spans[False] - timedelta(days=30)) < slack
    assert abs(spans[True] - timedelta(days=7)) < slack


def test_nothing_is_kept_of_who_asked_nor_of_what_came_beside(
    server: Server, tmp_path: Path
) -> None:
    body = json.dumps([result("Daoli", 45.75, 126.6)]).encode()
    server.says("Daoli", 200, body, Set_Cookie="session=abc", Vary="*", X_Server="s1")
    asking(server.domain, tmp_path, Clock()).find(DAOLI)
    (row,) = kept(tmp_path)
    text = json.dumps(row)
    assert not [word for word in ("me@example.org", "session", "Vary", "s1") if word in text]
    asking(server.domain, tmp_path, Clock()).find(DAOLI)
    assert server.questions == ["Daoli"]


def test_the_oldest_answers_go_where_there_are_too_many(server: Server, tmp_path: Path) -> None:
    service = asking(server.domain, tmp_path, Clock(), rate=1000)
    answers = service._geocoder.adapter._answers.cache.responses
    answers.most = 60_000
    for number in range(120):
        name = f"Place {number}"
        server.knows(name, result(name, 1, 1, display_name="x" * 1000))
        service.find(Question(name))
    assert answers.used() <= 70_000
    asked = len(server.questions)
    service.find(Question("Place 119"))
    assert len(server.questions) == asked
    service.find(Question("Place 0"))
    assert len(server.questions) == asked + 1


def test_many_threads_and_two_processes_worth_of_connections(
    server: Server, tmp_path: Path
) -> None:
    services = [asking(server.domain, tmp_path, Clock(), rate=1000) for _ in range(2)]

    def ask(number: int) -> int:
        return len(services[number % 2].find(Question(f"Place {number % 10}")))

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(ask, range(400))) == {0}
    assert len(kept(tmp_path)) == 10


def test_a_cache_that_breaks_while_in_use_is_said_once_and_made_anew(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    service = asking(server.domain, tmp_path, Clock())
    service.find(DAOLI)
    with service._geocoder.adapter._answers.cache.responses.connection(commit=True) as connection:
        connection.execute("DROP TABLE responses")
    for _ in range(2):
        assert service.find(DAOLI)
    assert server.questions == ["Daoli"] * 2
    assert caplog.text.count("The geocoding cache") == 1
