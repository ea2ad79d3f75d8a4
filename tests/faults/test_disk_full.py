"""A full disk: a sentence without a path, nothing half-written, and on once there is room."""

from pathlib import Path

import pytest
from support.asking import Clock, asking
from support.confirming import TOWNS, use_towns
from support.dumps import place_line, written
from support.nominatim_server import result, serve
from support.small_disk import fill, small_disk

from geo.errors import DatelineError, GazetteerError, LibraryError
from geo.gazetteer import Gazetteer
from geo.gazetteer.importing import import_dumps
from geo.geocoding import Question
from geo.library import Library
from geo.library.backup import back_up
from geo.library.database.engine import FILE
from geo.model.article import Article
from geo.settings import Settings

MB = 1_000_000


def told(error: DatelineError, folder: Path) -> None:
    """One sentence for readers, that names no file."""
    assert str(folder) not in error.for_readers
    assert "/" not in error.for_readers
    assert error.for_readers.isprintable()


def text(number: int) -> str:
    return f"Rain fell on town {number}. " + "It fell. " * 2000


def test_a_library_keeps_what_was_stored_and_goes_on(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2 * MB) as disk:
        other = disk / "somebody else's"
        other.write_bytes(b"\0" * (MB // 2))
        library = Library.open(Settings(data_dir=disk, database_url=""))
        stored: list[tuple[str, str]] = []

        def store() -> None:
            for number in range(1000):
                article = Article("a", text(number))
                stored.append((library.articles.add(article).token, article.text))

        with pytest.raises(LibraryError) as caught:
            store()
        told(caught.value, disk)
        assert "disk is full" in caught.value.for_readers
        kept = [library.articles.get(token) for token, _ in stored]
        assert [one and one.text for one in kept] == [said for _, said in stored]
        other.unlink()
        assert library.articles.add(Article("b", text(len(stored)))).is_new
        library.close()


def test_a_gazetteer_that_does_not_fit_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_towns(monkeypatch)
    with small_disk(tmp_path / "disk", 1 * MB) as disk:
        with pytest.raises(GazetteerError) as caught:
            Gazetteer.open(Settings(cache_dir=disk), progress=False)
        told(caught.value, disk)
        assert {f.name for f in disk.iterdir()} == {"gazetteer.lock"}


def test_an_import_that_does_not_fit_leaves_the_gazetteer_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_towns(monkeypatch)
    lines = [place_line(2 * 10**7 + n, f"Hamlet {n}") for n in range(TOWNS)]
    dump = written(tmp_path / "dump.txt", lines)
    with small_disk(tmp_path / "disk", 9 * MB) as disk:
        settings = Settings(cache_dir=disk)
        Gazetteer.open(settings, progress=False)
        before = {f.name for f in disk.iterdir()}
        with pytest.raises(GazetteerError, match="make room there"):
            import_dumps([dump], settings, progress=False)
        assert {f.name for f in disk.iterdir()} == before
        assert Gazetteer.open(settings).lookup("Town 7")


def test_a_backup_that_does_not_fit_leaves_no_file(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", database_url="")
    library = Library.open(settings)
    for number in range(60):
        library.articles.add(Article("a", text(number)))
    library.close()
    with small_disk(tmp_path / "disk", MB // 2) as disk:
        with pytest.raises(LibraryError) as caught:
            back_up(settings, disk / "backup.sqlite")
        told(caught.value, disk)
        assert not list(disk.iterdir())
    assert (tmp_path / "data" / FILE).exists()


def test_a_cache_that_cannot_grow_stops_no_question_and_goes_on(tmp_path: Path) -> None:
    with serve() as server, small_disk(tmp_path / "disk", MB) as disk:
        server.knows("Daoli", result("Daoli", 45.75, 126.6, display_name="x" * 20_000))
        service = asking(server.domain, disk, Clock(), rate=1000)
        ballast = fill(disk)
        assert [len(service.find(Question("Daoli"))) for _ in range(2)] == [1, 1]
        assert server.questions == ["Daoli"] * 2, "nothing is kept"
        ballast.unlink()
        assert [len(service.find(Question("Daoli"))) for _ in range(2)] == [1, 1]
        assert server.questions == ["Daoli"] * 3, "kept again"
