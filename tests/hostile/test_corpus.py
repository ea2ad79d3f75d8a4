"""The corpus is as large and as wide as it says."""

from pathlib import Path

from hostile.corpus import refused, shown
from hostile.rows import (
    Row,
    addresses,
    corrections,
    dumps,
    feeds,
    files,
    geocoder,
    libraries,
    pipelines,
    queries,
    slow,
)

WAYS: dict[str, list[Row]] = {
    **files.BY_FILE,
    "slow file": [*(row for rows in slow.BY_FILE.values() for row in rows), *slow.FEEDS],
    "name of a file": files.NAMES,
    "host": addresses.HOSTS,
    "address": addresses.URLS,
    "answer": addresses.ANSWERS,
    "feed": feeds.ROWS,
    "query": queries.BAD + queries.SHOWN,
    "correction": corrections.ROWS,
    "dump": dumps.BAD_LINES + dumps.NAMES + dumps.FILES,
    "geocoder": geocoder.ROWS,
    "pipeline": pipelines.ROWS + pipelines.COUNTS,
    "library": libraries.CHANGES + libraries.ARTICLES + libraries.BYTES,
}


def test_there_are_hundreds_over_every_way_in() -> None:
    rows = sum(map(len, WAYS.values())) + len(shown()) + len(refused(5_000_000))
    assert rows > 400
    assert {way: len(found) for way, found in WAYS.items() if len(found) < 5} == {}


def test_no_two_of_a_kind_have_one_name() -> None:
    for way, found in WAYS.items():
        names = [row.name for row in found]
        assert len(names) == len(set(names)), way


def test_every_file_of_rows_is_counted() -> None:
    folder = Path(str(files.__file__)).parent
    counted = {"addresses", "corrections", "dumps", "feeds", "files", "geocoder", "libraries",
               "pipelines", "queries", "slow"}  # fmt: skip
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == counted
