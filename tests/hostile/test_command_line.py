"""The command line: shown with exit code 0, or refused with 1 and one line on stderr."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hostile.corpus import FILES, LAST, TEMPLATE_RESULT, Refused, Shown, refused, shown

from dashboard import cli
from dashboard.commands.inputs import parsers
from geo import Geoparser
from geo.settings import Settings

LIMIT = Settings().max_article_bytes
SMALL = [case for case in shown() if len(case.data) < 20_000]


@pytest.fixture(autouse=True)
def one_geoparser(geoparser: Geoparser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsers, "geoparser", lambda _settings: geoparser)


def written(case: Shown | Refused, folder: Path) -> str:
    path = folder / case.file.replace("/", "-")
    path.write_bytes(case.data)
    return str(path)


@pytest.mark.parametrize("case", SMALL, ids=lambda c: c.name)
def test_shown(case: Shown, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", written(case, tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert all(line.isprintable() for line in out.split("\n"))
    assert "Kharkiv, UA" in out
    assert TEMPLATE_RESULT not in out


@pytest.mark.parametrize("case", refused(LIMIT), ids=lambda c: c.name)
def test_refused(case: Refused, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", written(case, tmp_path), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert case.message in err
    assert err.count("\n") == 1
    assert err[:-1].isprintable()


def test_jsonl_takes_the_whole_corpus(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = [
        {"id": case.name + case.literal, "text": case.data.decode(), "title": case.literal[:99]}
        for case in SMALL
    ]
    lines = b"".join(json.dumps(d).encode() + b"\n\xff\n" for d in documents)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert cli.main(["parse", "--jsonl"]) == 0
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["id"] for r in results[::2]] == [d["id"] for d in documents]
    assert all("not UTF-8" in r["error"] for r in results[1::2])
    for document, result in zip(documents, results[::2], strict=True):
        last = document["text"].rindex(LAST)
        assert [m for m in result["mentions"] if m["field"] == "text" and m["start"] >= last]


def test_the_real_program_in_its_own_process(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard.cli"]
    (tmp_path / "a.txt").write_bytes(bytes(range(256)))
    bad = subprocess.run([*command, "parse", "a.txt"], capture_output=True, check=False)
    assert (bad.returncode, bad.stdout, bad.stderr.count(b"\n")) == (1, b"", 1)
    good = subprocess.run(
        [*command, "parse", FILES / "injection.md"], capture_output=True, check=True
    )
    assert b"Traceback" not in good.stderr
    assert "Kharkiv, UA" in good.stdout.decode()
