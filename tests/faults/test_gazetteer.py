"""The gazetteer's file going bad while it is read: nothing of it is believed, it is built again."""

import logging
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.confirming import use_towns
from support.dumps import place_line, written
from support.toy_gazetteer import toy_entries

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import imported_path
from geo.gazetteer.compiling import build as building
from geo.gazetteer.database import write_database
from geo.gazetteer.importing import import_dumps
from geo.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    use_towns(monkeypatch)
    return Settings(cache_dir=tmp_path / "cache")


def file_of(settings: Settings) -> Path:
    (path,) = settings.cache_dir.glob("gazetteer-*.sqlite")
    return path


def spoil(path: Path, how: str) -> None:
    size = path.stat().st_size
    if how == "deleted":
        path.unlink()
    elif how == "cut":
        os.truncate(path, size // 3)
    elif how == "emptied":
        os.truncate(path, 0)
    elif how == "garbage":
        path.write_bytes(b"\xde\xad" * (size // 2))
    elif how == "zeros within":
        with path.open("rb+") as file:
            file.seek(size // 4)
            file.write(b"\0" * (size // 2))
    elif how == "another written over it":
        other = path.with_suffix(".other")
        write_database(other, toy_entries(), building.source_fingerprint())
        path.write_bytes(other.read_bytes())
        other.unlink()
    elif how == "replaced":
        other = path.with_suffix(".other")
        other.write_bytes(b"not a database " * 1000)
        other.replace(path)


HOWS = (
    "deleted",
    "cut",
    "emptied",
    "garbage",
    "zeros within",
    "another written over it",
    "replaced",
)


@pytest.mark.parametrize("how", HOWS)
def test_it_is_built_again_and_answers_as_before(
    settings: Settings, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    gazetteer = Gazetteer.open(settings, progress=False)
    names = [f"Town {n}" for n in range(0, 20_000, 997)]
    before = {name: gazetteer.lookup(name) for name in names[::2]}
    assert gazetteer.is_sound
    spoil(file_of(settings), how)
    assert not gazetteer.is_sound
    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(4) as pool:
        after = dict(zip(names, pool.map(gazetteer.lookup, names), strict=True))
    assert all(after.values()), "no town is unknown because its page is empty"
    assert {name: after[name] for name in before} == before
    assert gazetteer.is_sound
    assert Gazetteer.open(settings).lookup("Town 9")
    assert caplog.text.count("is not used any more") == 1, "by one of the threads"


def test_what_keeps_breaking_is_not_built_for_ever(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazetteer = Gazetteer.open(settings, progress=False)
    built = []
    build = building._build

    def counted(*given: object) -> None:
        built.append(given)
        build(*given)

    monkeypatch.setattr(building, "_build", counted)
    failed = None
    for number in range(8):
        spoil(file_of(settings), "cut")
        try:
            gazetteer.lookup(f"Town {number}")
        except GazetteerError as error:
            failed = error
    assert len(built) == 3
    assert failed is not None
    assert "/" not in failed.for_readers


def test_a_damaged_import_is_left_alone_and_the_built_in_places_are_there(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    dump = written(tmp_path / "dump.txt", [place_line(2 * 10**7, "Hamlet")])
    import_dumps([dump], settings, progress=False)
    gazetteer = Gazetteer.open(settings)
    name = gazetteer.fingerprint
    assert gazetteer.lookup("Hamlet")
    imported = imported_path(settings.cache_dir)
    spoil(imported, "zeros within")
    with caplog.at_level(logging.WARNING):
        assert gazetteer.lookup("Town 7")
    assert not gazetteer.lookup("Hamlet"), "what was kept in memory is asked anew"
    assert gazetteer.fingerprint != name
    assert imported.exists()
    assert "dateline gazetteer import" in caplog.text


def test_an_import_made_while_another_is_in_use_is_used(settings: Settings, tmp_path: Path) -> None:
    first, second = (
        written(tmp_path / f"{n}.txt", [place_line(2 * 10**7 + n, f"Hamlet {n}")]) for n in (1, 2)
    )
    import_dumps([first], settings, progress=False)
    gazetteer = Gazetteer.open(settings)
    assert not gazetteer.lookup("Hamlet 2")
    import_dumps([second], settings, progress=False)
    assert gazetteer.lookup("Kharkov")
    assert gazetteer.lookup("Hamlet 2")
