"""dateline gazetteer: import, status, reset, as typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.dumps import name_line, place_line, use_toy_sources, written

from dashboard import cli
from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling.build import ensure_built
from geo.settings import Settings

TOWN = place_line(99, "Newfound")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use_toy_sources(monkeypatch)
    monkeypatch.setenv("DATELINE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def said(capsys: pytest.CaptureFixture[str], *argv: str | Path) -> str:
    assert cli.main(["gazetteer", *map(str, argv)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_import_status_and_reset(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = written(tmp_path / "XX.zip", [TOWN, place_line(1, "Bad", lat=99), *MORE])
    names = written(tmp_path / "names.txt", [name_line(99, "en", "Newfie")])
    out = said(capsys, "import", names, dump)
    assert (
        "XX.zip (places): 202 lines, 201 new places, 0 lines about known places, 0 skipped" in out
    )
    assert "1 lines could not be read (first line 2: its position '99'" in out
    assert "names.txt (alternate names): 1 lines" in out
    status = said(capsys, "status")
    assert "201 from " in status
    assert f"{dump}\n" in status
    assert str(cache / "imported.sqlite") in status
    assert Gazetteer.open(Settings()).lookup("Newfie")
    assert said(capsys, "reset") == "Only the built-in places are left.\n"
    assert said(capsys, "reset") == "Nothing was imported.\n"
    assert "imported" not in said(capsys, "status")


MORE = [place_line(n, f"Town {n}") for n in range(1000, 1200)]


@pytest.mark.usefixtures("cache")
def test_min_population(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = written(tmp_path / "XX.txt", [TOWN, place_line(98, "Big", people=500)])
    assert "1 new places" in said(capsys, "import", dump, "--min-population", "500")


@pytest.mark.usefixtures("cache")
def test_a_file_that_cannot_be_used_is_one_line_and_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "XX.zip", MORE)
    path.write_bytes(path.read_bytes()[:-30])
    assert cli.main(["gazetteer", "import", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("dateline: XX.zip is a zip file that is damaged")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["import"],
        ["import", "a.txt", "--min-population", "-1"],
        ["import", "a.txt", "--min-population", "9" * 5000],
        ["import", "a.txt", "--min-population", "٣"],
        ["import", "a.txt", "--min", "3"],
        ["status", "now"],
        ["reset", "now"],
    ],
)
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", *argv]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("argv", [[], ["import"], ["status"], ["reset"]])
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", *argv, "--help"]) == 0
    assert "usage: dateline gazetteer" in capsys.readouterr().out


def test_into_the_real_gazetteer_by_the_real_command(tmp_path: Path) -> None:
    built = ensure_built(Settings().cache_dir)
    cache = tmp_path / "cache"
    cache.mkdir()
    shutil.copyfile(built, cache / built.name)
    rows = [
        place_line(200, "Tiny Hamlet", country="CN", admin1="08", lat=46, lon=127),
        place_line(201, "Charkiwska", "A.ADM1", country="UA", admin1="07", lat=49, lon=36),
        place_line(4736286, "Lone Star Land", "A.ADM1", country="US", admin1="TX"),
    ]
    dump = written(tmp_path / "allCountries.zip", rows)
    subprocess.run(
        [sys.executable, "-m", "dashboard.cli", "gazetteer", "import", str(dump)],
        env=os.environ | {"DATELINE_CACHE_DIR": str(cache)},
        check=True,
        capture_output=True,
    )
    gazetteer = Gazetteer.open(Settings(cache_dir=cache))
    (hamlet,) = gazetteer.lookup("Tiny Hamlet")
    assert hamlet.place.region_id == "iso-CN-HL"
    assert [c.place.id for c in gazetteer.lookup("Charkiwska")] == ["iso-UA-63"]
    assert [c.place.id for c in gazetteer.lookup("Lone Star Land")] == ["iso-US-TX"]
    assert gazetteer.lookup("Harbin") == Gazetteer(built).lookup("Harbin")
