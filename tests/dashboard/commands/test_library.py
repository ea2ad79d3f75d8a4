"""dateline library: a month of articles stored, listed, deleted, read again."""

import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support.parsers import StubGeoparser

from dashboard import cli
from dashboard.commands.inputs import parsers
from geo.library import Library
from geo.library.reparsing import Reader
from geo.model.article import Article
from geo.settings import Settings

Run = Callable[..., tuple[int, str, str]]
VISIT = "The guest flew from Harbin to Kharkov."


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> StubGeoparser:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    geoparser = StubGeoparser()

    def reader(_: Settings) -> Reader:
        def parse(articles: Iterable[Article], _: object) -> object:
            return geoparser.parse_many(articles)

        return Reader("stub", parse)

    monkeypatch.setattr(parsers, "reader", reader)
    return geoparser


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["library", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def given(monkeypatch: pytest.MonkeyPatch, *lines: object) -> None:
    data = "".join(f"{x if isinstance(x, str) else json.dumps(x)}\n" for x in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))


def folder(tmp_path: Path, **files: str) -> str:
    made = tmp_path / "articles"
    made.mkdir(exist_ok=True)
    for name, text in files.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(made)


def test_a_folder_is_stored_and_counted(run: Run, tmp_path: Path) -> None:
    path = folder(tmp_path, a=VISIT, b="Nothing happened here today at all.")
    assert run("add", path)[:2] == (0, "2 articles added, 0 already stored, 0 failed\n")
    code, listed, _ = run("list")
    assert code == 0
    assert sorted(line.split("\t")[2] for line in listed.splitlines()) == ["0", "2"]
    assert run("list", "guests")[1].count("\n") == 1
    assert run("list", "guests", "nothing")[1] == ""


def test_one_bad_article_never_stops_the_rest(
    run: Run, stub: StubGeoparser, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(
        monkeypatch, {"id": "a", "text": VISIT}, "nonsense", {"id": "b", "text": "crash"},
        {"id": "n", "text": "Half \0 a text"}, {"id": "c", "text": "Rain in Harbin."},
    )  # fmt: skip
    code, out, err = run("add", "--jsonl")
    assert (code, out) == (1, "2 articles added, 0 already stored, 3 failed\n")
    said = [line for line in err.splitlines() if line.startswith("dateline: ")]
    assert len(said) == 3
    assert "Line 2 is not JSON" in said[0]
    assert stub.batches[0] == 4  # parsed together where nothing fails


def test_what_is_stored_is_passed_over_and_broken_off_work_goes_on(
    run: Run, stub: StubGeoparser, tmp_path: Path
) -> None:
    run("add", folder(tmp_path, a=VISIT))
    parsed = sum(stub.batches)
    path = folder(tmp_path, b="Rain in Harbin.", c=f"{VISIT.upper()}!")
    assert run("add", path)[1] == "1 articles added, 2 already stored, 0 failed\n"
    assert sum(stub.batches) == parsed + 1
    assert run("add", path)[1] == "0 articles added, 3 already stored, 0 failed\n"


def test_stored_but_not_indexed_is_indexed_by_either_command(run: Run, tmp_path: Path) -> None:
    library = Library.open(Settings())
    library.articles.add(Article("x", VISIT))
    assert run("index")[1] == "1 articles parsed again, 0 failed\n"
    assert run("index")[1] == "0 articles parsed again, 0 failed\n"
    library.articles.add(Article("y", "Rain in Harbin."))
    path = folder(tmp_path, b="Rain in Harbin.")
    assert run("add", path)[1] == "0 articles added, 1 already stored, 0 failed\n"
    assert library.index.stale("stub") == []
    library.close()


def test_articles_are_deleted_by_their_tokens(run: Run, tmp_path: Path) -> None:
    run("add", folder(tmp_path, a=VISIT))
    token = run("list")[1].split("\t")[0]
    code, out, err = run("remove", token, "nobody")
    assert (code, out) == (1, "1 articles deleted\n")
    assert "nobody" in err
    assert run("list")[1] == ""


def test_a_full_library_says_so_and_stops(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_MAX_SHARED_ARTICLES", "1")
    code, out, err = run("add", folder(tmp_path, a=VISIT, b="Rain in Harbin."))
    assert (code, out) == (1, "1 articles added, 0 already stored, 0 failed\n")
    assert "DATELINE_MAX_SHARED_ARTICLES" in err


def test_a_list_says_nothing_that_a_terminal_obeys(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = {"id": "a", "text": VISIT, "title": "\x1b[31mred\ttab\u202e", "outlet": "a\nb"}
    given(monkeypatch, hostile)
    run("add", "--jsonl")
    (line,) = run("list")[1].splitlines()
    assert line.split("\t")[3:] == ["a b", "[31mred tab"]


@pytest.mark.parametrize(
    "arguments", [(), ("add",), ("add", "--jsonl", "x.txt"), ("add", "--jsonl", "--feed"),
                  ("remove",), ("index", "x"), ("changes", "--limit", "-1"),
                  ("changes", "--limit", "9" * 30)],
)  # fmt: skip
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_a_backup_is_made_and_restored(run: Run, tmp_path: Path) -> None:
    run("add", folder(tmp_path, visit=VISIT))
    listed = run("list")
    file = str(tmp_path / "backup.sqlite")
    assert run("backup", file) == (0, f"1 articles are in {file}\n", "")
    code, _, told = run("backup", file)
    assert (code, "is there already" in told) == (1, True)
    code, _, told = run("restore", file)
    assert (code, "give --replace" in told) == (1, True)
    assert run("restore", file, "--replace") == (0, "1 articles are in the library\n", "")
    assert run("list") == listed


def test_changes_are_told_a_line_each(run: Run, tmp_path: Path) -> None:
    run("add", folder(tmp_path, visit=VISIT))
    token = run("list")[1].partition("\t")[0]
    run("remove", token)
    lines = [line.split("\t") for line in run("changes")[1].splitlines()]
    assert [line[1:] for line in lines] == [
        ["-", "article deleted", token],
        ["-", "article stored", token],
    ]
    assert len(run("changes", "--limit", "1")[1].splitlines()) == 1
