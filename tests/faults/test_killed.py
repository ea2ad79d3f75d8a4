"""kill -9 at random moments: what was confirmed is there, and nothing half-written is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.confirming import TOWNS, use_towns
from support.killing import FULL, killed

from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import imported_path
from geo.library import Library
from geo.library.database.engine import FILE
from geo.settings import Settings

TIMES = 12 if FULL else 3


def named(settings: Settings) -> dict[str, str]:
    return {
        "DATELINE_DATA_DIR": str(settings.data_dir), "DATELINE_DATABASE_URL": settings.database_url,
    }  # fmt: skip


def is_sound(settings: Settings) -> bool:
    if settings.database_url:
        return True
    with closing(sqlite3.connect(settings.data_dir / FILE)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def test_an_import_killed_in_the_middle_loses_no_article(settings: Settings) -> None:
    confirmed: list[str] = []
    for seed in range(TIMES):
        confirmed += killed("storing", seed, 1.0, first=1, **named(settings))
        library = Library.open(settings)
        try:
            articles = {token: library.articles.get(token) for token in confirmed}
            table = library.index.table()
            places = {table.articles[i].id for i in table.article.tolist()}
            assert not [t for t, a in articles.items() if a is None or not a.text.endswith("ll. ")]
            assert set(confirmed) <= places
            # at most the one it was at is stored and not read yet
            assert len(table.articles) - len(confirmed) <= seed + 1
        finally:
            library.close()
        assert is_sound(settings)
    assert confirmed


def test_corrections_killed_in_the_middle_stay_kept_and_undone(settings: Settings) -> None:
    for seed in range(TIMES):
        confirmed = killed("correcting", seed, 0.6, first=3, **named(settings))
        library = Library.open(settings)
        try:
            active = {one.id for one in library.corrections.active()}
            said = {change.subject for change in library.changes.latest(100_000)}
        finally:
            library.close()
        assert {one for one in confirmed if int(one) % 3} <= active
        assert not {one for one in confirmed if int(one) % 3 == 0} & active
        assert set(confirmed) | active <= said, "each is written down with what it changed"
        assert is_sound(settings)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of an empty cache folder, in which a gazetteer of towns is built."""
    use_towns(monkeypatch)
    return Settings(cache_dir=tmp_path / "cache")


def test_a_gazetteer_killed_while_it_is_built_is_built_again(cache: Settings) -> None:
    for seed in range(TIMES):
        killed("building_gazetteer", seed, 0.8, DATELINE_CACHE_DIR=str(cache.cache_dir))
        gazetteer = Gazetteer.open(cache, progress=False)
        assert gazetteer.lookup("Kharkov")
        assert gazetteer.lookup(f"Town {TOWNS - 1}")
        (file,) = cache.cache_dir.glob("gazetteer-*.sqlite")
        assert {f.name for f in cache.cache_dir.iterdir()} == {file.name, "gazetteer.lock"}
        file.unlink()


def test_an_import_of_places_killed_in_the_middle_is_whole_or_not_there(cache: Settings) -> None:
    Gazetteer.open(cache, progress=False)
    for seed in range(TIMES):
        done = killed("importing_dump", seed, 1.0, DATELINE_CACHE_DIR=str(cache.cache_dir))
        there = imported_path(cache.cache_dir).exists()
        assert there or not done
        gazetteer = Gazetteer.open(cache, progress=False)
        found = [gazetteer.lookup(f"Hamlet {n}", limit=1) for n in (0, TOWNS - 1)]
        assert [bool(one) for one in found] == [there] * 2
        assert gazetteer.lookup("Kharkov")
        imported_path(cache.cache_dir).unlink(missing_ok=True)
