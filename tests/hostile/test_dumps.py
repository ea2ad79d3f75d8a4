"""Files for the gazetteer, brought in by the command line; what is refused leaves it as it was."""

from pathlib import Path

import pytest
from hostile.rows import Row
from hostile.rows.dumps import BAD_LINES, FILES, NAMES, many
from support.dumps import use_toy_sources

from dashboard import cli
from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import imported_path
from geo.settings import Settings

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use_toy_sources(monkeypatch)
    folder = tmp_path / "cache"
    monkeypatch.setenv("DATELINE_CACHE_DIR", str(folder))
    return folder


def imported(folder: Path, name: str, data: bytes) -> int:
    path = folder / name
    path.write_bytes(data)
    return cli.main(["gazetteer", "import", str(path)])


@pytest.mark.parametrize("row", FILES, ids=str)
def test_a_file(row: Row, tmp_path: Path, cache: Path, capsys: Captured) -> None:
    assert imported(tmp_path, *row.given) == 1
    out, err = capsys.readouterr()
    said = err.splitlines()[-1]
    assert row.refused in said
    assert said.isprintable()
    assert len(said) < 400
    assert out == ""
    assert not imported_path(cache).exists()
    assert not {path.suffix for path in cache.glob("*")} & {".building", ".staging"}


@pytest.mark.parametrize("row", BAD_LINES, ids=str)
def test_a_bad_line(row: Row, tmp_path: Path, capsys: Captured) -> None:
    assert imported(tmp_path, "a.txt", many(row.given)) == 0
    said = "".join(capsys.readouterr())
    assert row.refused in said
    assert "line 101" in said
    assert max(map(len, said.splitlines())) < 400
    assert Gazetteer.open(Settings()).lookup("Prova 199")


@pytest.mark.parametrize("row", NAMES, ids=str)
def test_a_name(row: Row, tmp_path: Path) -> None:
    assert imported(tmp_path, "a.txt", many(row.given)) == 0
    place = Gazetteer.open(Settings()).place("gn-9000001")
    assert place is not None
    assert place.name == row.holds
    assert Gazetteer.open(Settings()).lookup("Kharkov")
