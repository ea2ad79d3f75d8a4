"""The library is opened once, and one that fails is left alone for a while."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.engine import library_access
from dashboard.engine.library_access import LibraryAccess
from geo.errors import LibraryError
from geo.library import Library
from geo.settings import Settings


def test_it_is_opened_once(tmp_path: Path) -> None:
    opener = LibraryAccess(Settings(data_dir=tmp_path / "data"))
    assert opener.open() is opener.open()
    opener.open().close()


def test_one_that_fails_is_asked_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fail(settings: Settings) -> None:
        asked.append(settings)
        raise LibraryError("It is down.")

    now = [100.0]
    monkeypatch.setattr(Library, "open", fail)
    monkeypatch.setattr(library_access, "time", SimpleNamespace(monotonic=lambda: now[0]))
    opener = LibraryAccess(Settings())
    for moment, times in ((100.0, 1), (110.0, 1), (131.0, 2)):
        now[0] = moment
        with pytest.raises(LibraryError, match="It is down"):
            opener.open()
        assert len(asked) == times
