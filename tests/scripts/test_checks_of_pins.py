"""The checks of pins: licences as they are listed, and a database of advisories that may fail."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Answer = Callable[[int], bytes]


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def database() -> Iterator[tuple[str, list[Answer]]]:
    """The address of a database, and how it answers so many questions."""
    answers: list[Answer] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answers[0](len(asked)))

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", answers
    server.shutdown()
    server.server_close()
    thread.join()


def results(*vulnerable: int) -> Answer:
    def answer(count: int) -> bytes:
        found = [{"vulns": [{"id": "GHSA-1"}]} if n in vulnerable else {} for n in range(count)]
        return json.dumps({"results": found}).encode()

    return answer


def test_the_list_of_licences_is_true() -> None:
    done = run("licenses.py")
    assert (done.returncode, done.stderr) == (0, "")


def test_only_a_known_hit_fails(database: tuple[str, list[Answer]]) -> None:
    address, answers = database
    answers.append(results())
    assert run("advisories.py", "--database", address).returncode == 0
    answers[0] = results(3)
    done = run("advisories.py", "--database", address)
    assert done.returncode == 1
    assert "has GHSA-1" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "answer",
    [lambda _: b"<html>", lambda _: b'{"results": []}', lambda _: b"[]", lambda _: b"\xff",
     lambda n: json.dumps({"results": [{"vulns": [7]}] * n}).encode()],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_said(
    answer: Answer, database: tuple[str, list[Answer]]
) -> None:
    address, answers = database
    answers.append(answer)
    done = run("advisories.py", "--database", address)
    assert (done.returncode, done.stderr) == (0, "")
    assert "cannot be asked" in done.stdout
    assert done.stdout.count("\n") == 1


def test_a_database_that_is_not_there_is_said() -> None:
    done = run("advisories.py", "--database", "http://127.0.0.1:9/")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert "not checked" in done.stdout
