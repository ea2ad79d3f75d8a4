"""dateline parse and map with readers' corrections, and how far they are."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.corrections import correction
from support.parsers import StubGeoparser
from support.samples import CHINA, HEILONGJIANG

from dashboard import cli
from dashboard.commands.inputs import parsers
from geo.corrections import Correction, Scope, correction_record
from geo.library import Library
from geo.model.article import Article
from geo.reading.article_reader import read_article
from geo.settings import Settings

TEXT = "She flew from Harbin to Kharkov."


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATELINE_DATABASE_URL", raising=False)
    monkeypatch.setattr(parsers, "geoparser", lambda _settings: StubGeoparser())
    opened = Library.open(Settings())
    yield opened
    opened.close()


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    path = tmp_path / "trip.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def article(trip: Path) -> Article:
    return read_article(trip.read_bytes(), name=trip.name, settings=Settings())


def saved(folder: Path, *corrections: Correction) -> Path:
    path = folder / "corrections.jsonl"
    lines = "".join(json.dumps(correction_record(c)) + "\n" for c in corrections)
    path.write_text("no correction\n" + lines, encoding="utf-8")
    return path


def places(capsys: pytest.CaptureFixture[str]) -> list[str]:
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    return [mention["place"]["name"] for mention in mentions]


def test_the_corrections_of_a_file_are_taken_in(
    tmp_path: Path, trip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = correction("Harbin", article=article(trip), scope=Scope.EVERYWHERE, place=CHINA)
    file = saved(tmp_path, one)
    assert cli.main(["parse", str(trip), "--corrections", str(file), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [m["place"]["name"] for m in json.loads(out)["mentions"]] == ["China", "Kharkiv"]
    assert err.startswith("dateline: ")
    assert "corrections.jsonl: Line 1: it is not JSON" in err


def test_those_of_the_library_are_taken_in_on_request_alone(
    trip: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    one = correction("Kharkov", article=article(trip), scope=Scope.EVERYWHERE, place=HEILONGJIANG)
    library.corrections.add([one])
    assert cli.main(["parse", str(trip), "--format", "json"]) == 0
    assert places(capsys) == ["Harbin", "Kharkiv"]
    assert cli.main(["parse", str(trip), "--corrected", "--format", "json"]) == 0
    assert places(capsys) == ["Harbin", "Heilongjiang"]


def test_a_map_takes_them_too(tmp_path: Path, trip: Path) -> None:
    one = correction("Harbin", article=article(trip), scope=Scope.EVERYWHERE, place=CHINA)
    out = tmp_path / "map.html"
    argv = ["map", str(trip), "--corrections", str(saved(tmp_path, one)), "-o", str(out)]
    assert cli.main(argv) == 0
    page = out.read_text(encoding="utf-8")
    assert CHINA.id in page
    assert "gn-2037013" not in page


def test_a_file_that_is_not_there_is_one_sentence(
    trip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["parse", str(trip), "--corrections", "nowhere.jsonl"]) == 1
    assert capsys.readouterr().err.startswith("dateline: nowhere.jsonl cannot be read")


@pytest.mark.parametrize("option", [["--corrected"], ["--corrections", "a.jsonl"]])
def test_streams_take_no_corrections(option: list[str]) -> None:
    assert cli.main(["parse", "--jsonl", *option]) == 2


def several(folder: Path) -> list[str]:
    for nth in range(4):
        (folder / f"{nth}.txt").write_text(f"{TEXT} {nth}", encoding="utf-8")
    (folder / "2.txt").write_text(f"{TEXT} 1", encoding="utf-8")
    return [str(folder / f"{nth}.txt") for nth in range(4)]


def test_many_files_show_how_far_it_is_in_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert cli.main(["parse", *several(tmp_path), "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    assert "4/4" in err or "3/4" in err
    assert "2.txt is already here" in err
    assert out.startswith(("\ufeff", "article"))


def test_in_a_pipe_nothing_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = several(tmp_path)
    assert cli.main(["parse", files[0], files[1], files[3], "--format", "csv"]) == 0
    assert capsys.readouterr().err == ""
