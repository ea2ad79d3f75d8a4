"""Corrections: each bad line is said and left out, and the good ones beside it are kept."""

from pathlib import Path

import pytest
from hostile.rows import Row
from hostile.rows.corrections import ROWS, line

from dashboard import cli
from geo.library import Library
from geo.settings import Settings


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_line_among_good_ones(
    row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    file = tmp_path / "corrections.jsonl"
    file.write_bytes(b"\n".join([line(id="first"), row.given, line(id="last")]))
    assert cli.main(["corrections", "import", str(file)]) == 0
    _, err = capsys.readouterr()
    kept = {c.id: c for c in _kept()}
    assert {"first", "last"} <= set(kept)
    if row.refused:
        assert row.refused in err
        assert err.count("Line 2") == err.count("\n") == 1
        assert err[:-1].isprintable()
        assert len(err) < 300
        assert len(kept) == 2
    else:
        assert err == ""
        place = kept["a1"].place
        assert place is not None
        assert row.holds in kept["a1"].note + place.name


def _kept() -> tuple:
    library = Library.open(Settings())
    try:
        return library.corrections.active()
    finally:
        library.close()
