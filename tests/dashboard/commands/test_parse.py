"""dateline parse: one article, several, what cannot be read, a line a document."""

import csv
import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import spacy
from spacy.tokens import DocBin
from support.parsers import StubGeoparser

from dashboard import cli
from dashboard.commands.inputs import parsers
from geo.errors import FetchError, GazetteerError
from geo.model.parsed_article import ParsedArticle
from geo.text.cleaning import for_message


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


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


@pytest.mark.usefixtures("parser")
def test_a_folder_is_read_by_name_and_the_same_article_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["parse", str(folder), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    said = [[mention["text"] for mention in one["mentions"]] for one in json.loads(out)]
    assert said == [["Harbin"], ["Kharkov"], ["Harbin", "Kharkov"], ["Kharkov", "Harbin"]]
    assert err.count("\n") == 1
    assert "c.HTML is already here as “Harbin”" in err


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
        for_message(str(folder / "crash.txt")),
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
    assert "write it to a file with -o FILE" in capsys.readouterr().err


def test_where_the_gazetteer_fails_it_is_said_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_settings: object) -> StubGeoparser:
        raise GazetteerError("No disk.")

    monkeypatch.setattr(parsers, "geoparser", fail)
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


# A line a document


@pytest.mark.usefixtures("parser")
def test_jsonl_goes_on_after_a_bad_line_with_exit_code_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b'{"id": "a", "text": "Harbin"}\noops\n{"id": "b", "text": "\xc3\xa9"}\n')
    assert cli.main(["parse", "--jsonl"]) == 0
    out, err = capsys.readouterr()
    assert ["error" in json.loads(line) for line in out.splitlines()] == [False, True, False]
    assert err == ""
