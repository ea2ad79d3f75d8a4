"""dateline cache: kept answers counted, removed, and carried to another Dateline."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.asking import settings_for
from support.nominatim_server import Server, result, serve

from dashboard import cli
from geo.geocoding import Question, services_from
from geo.geocoding.cache.shipped_answers import FILE

DAOLI = Question("Daoli")


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        running.knows("Daoli", result("Daoli", 45.75, 126.6))
        yield running


@pytest.fixture
def chain(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "one"
    monkeypatch.setenv("DATELINE_CACHE_DIR", str(folder))
    (service,) = services_from(settings_for(server.domain, folder, rate=100))
    service.find(DAOLI)
    service.find(Question("Gone"))
    return folder


def test_info_and_clear(chain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cache", "info"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2 answers, 0 of them expired\n")
    assert str(chain) in said
    shipped = len(FILE.read_bytes().splitlines())
    assert f"\n{shipped} more ship with Dateline" in said
    assert cli.main(["cache", "clear"]) == 0
    assert cli.main(["cache", "info"]) == 0
    assert capsys.readouterr().out.startswith("2 answers deleted.\n0 answers")


@pytest.mark.usefixtures("chain")
def test_answers_are_carried_to_another_machine(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "answers.jsonl"
    assert cli.main(["cache", "export", str(file)]) == 0
    other = tmp_path / "other"
    monkeypatch.setenv("DATELINE_CACHE_DIR", str(other))
    assert cli.main(["cache", "import", str(file)]) == 0
    (service,) = services_from(settings_for(server.domain, other))
    assert service.find(DAOLI)[0].place.name == "Daoli"
    assert service.find(Question("Gone")) == ()
    assert server.questions == ["Daoli", "Gone"]


@pytest.mark.parametrize(
    "bad",
    [
        b"{", b"7", b"null", b'{"url": 1}', b"\xff\xfe", b"[" * 100_000,
        (b'{"url": "file:///etc/passwd", "body": "[]", "created": "2026-01-01T00:00:00+00:00",'
        b' "expires": "2026-02-01T00:00:00+00:00"}'),
        (b'{"url": "http://a/", "body": "<html>", "created": "2026-01-01T00:00:00+00:00",'
        b' "expires": "2026-02-01T00:00:00+00:00"}'),
        b'{"url": "http://a/", "body": "[]", "created": "yesterday", "expires": "tomorrow"}',
        b'{"url": "http://a/", "body": "[]", "created": "2026-01-01", "expires": "2026-01-01"}',
        pytest.param(b"[" * 8_000_001, id="too long"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("chain")
def test_a_bad_line_is_said_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: bytes
) -> None:
    file = tmp_path / "answers.jsonl"
    assert cli.main(["cache", "export", str(file)]) == 0
    file.write_bytes(bad + b"\n" + file.read_bytes())
    capsys.readouterr()
    assert cli.main(["cache", "import", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == "2 answers imported, 1 lines skipped.\n"
    assert said.err.count("\n") == 1
    assert "line 1 is skipped" in said.err
    assert (len(bad) > 8_000_000) == ("longer than any answer" in said.err)


@pytest.mark.usefixtures("chain")
def test_an_older_answer_does_not_replace_a_younger_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["cache", "export", "-"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    older = [r | {"created": "2020-01-01T00:00:00+00:00", "body": "[]"} for r in records]
    file = tmp_path / "older.jsonl"
    file.write_text("\n".join(map(json.dumps, older)), encoding="utf-8")
    assert cli.main(["cache", "import", str(file)]) == 0
    capsys.readouterr()
    assert cli.main(["cache", "export", "-"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == records


@pytest.mark.parametrize("action", ["info", "clear"])
def test_a_redis_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], action: str
) -> None:
    monkeypatch.setenv("DATELINE_REDIS_URL", f"unix://{tmp_path}/none.sock")
    assert cli.main(["cache", action]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Redis server" in said.err
