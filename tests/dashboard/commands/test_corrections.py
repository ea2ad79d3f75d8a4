"""dateline corrections: export and import, as typed."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.corrections import correction

from dashboard import cli
from geo.corrections import Correction, Scope, correction_record
from geo.library import Library
from geo.model.article import Article
from geo.settings import Settings

RAIN = Article("a", "Rain fell in “Łódź” 🌧 and in Harbin.")
ALL = [correction("Łódź", article=RAIN), correction("Harbin", article=RAIN, scope=Scope.ARTICLE)]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATELINE_DATABASE_URL", raising=False)
    opened = Library.open(Settings())
    yield opened
    opened.close()


def run(capsys: pytest.CaptureFixture[str], *argv: str | Path) -> tuple[str, str]:
    assert cli.main(["corrections", *map(str, argv)]) == 0
    out, err = capsys.readouterr()
    return out, err


def lines(corrections: list[Correction]) -> str:
    return "".join(json.dumps(correction_record(c)) + "\n" for c in corrections)


def test_what_is_exported_is_imported_into_another_library(
    library: Library,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library.corrections.add(ALL)
    file = tmp_path / "corrections.jsonl"
    assert run(capsys, "export", file) == (f"2 corrections written to {file}\n", "")
    assert run(capsys, "import", file)[0] == "0 corrections imported, 2 known already\n"
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "other"))
    assert run(capsys, "import", file) == ("2 corrections imported, 0 known already\n", "")
    other = Library.open(Settings())
    assert list(other.corrections.active()) == ALL
    other.close()


@pytest.mark.usefixtures("library")
def test_bad_lines_are_said_and_the_rest_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mixed.jsonl"
    bad = b'{"id": 1}\nnonsense \x1b[31m\n\n\xff\n' + b"x" * 200_000 + b"\n"
    file.write_bytes(bad + lines(ALL).encode() + b"[")
    out, err = run(capsys, "import", file)
    assert out == "2 corrections imported, 0 known already\n"
    said = err.splitlines()
    assert [s.split(":")[1].split(" is")[0] for s in said] == [
        " Line 1", " Line 2", " Line 4", " Line 5", " Line 8",
    ]  # fmt: skip
    assert "\x1b" not in err


def test_standard_input_and_output(
    library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(lines(ALL).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run(capsys, "import", "-")[0].startswith("2 corrections imported")
    library.corrections.undo(ALL[0].id)
    out, err = run(capsys, "export", "-")
    assert (out.count("\n"), err) == (1, "")
    assert json.loads(out)["id"] == ALL[1].id


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("action", ["import", "export"])
def test_a_file_that_cannot_be_used_is_one_line_and_exit_code_1(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["corrections", action, str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_a_library_that_cannot_be_opened_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_DATABASE_URL", "mysql://a:secret@b/c")
    assert cli.main(["corrections", "export", "-"]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "secret" not in err


@pytest.mark.parametrize("argv", [[], ["fly"], ["import"], ["export"], ["export", "a", "b"]])
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["corrections", *argv]) == 2
    assert capsys.readouterr().err.count("\n") == 1
