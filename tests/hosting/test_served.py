"""`dateline serve` as a process: what it sends, what it writes to its log, what it opens."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.served import ANSWER_S, Served, served
from support.waiting import until

from geo import Article
from geo.library import Library
from geo.settings import Settings

pytestmark = pytest.mark.server

PLACES = "/api/places.geojson?articles=*"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def token(folder: Path) -> str:
    """Of an article that somebody shared."""
    library = Library.open(Settings(data_dir=folder, database_url=""))
    try:
        return library.articles.add(Article("fog", "Fog lay over Bergen.", "Fog")).token
    finally:
        library.close()


@pytest.fixture(scope="module")
def server(folder: Path, token: str) -> Iterator[Served]:
    assert token  # it is stored before the server looks
    opener = folder / "opener"
    opener.write_text(f'#!/bin/sh\necho "$1" >> {folder}/opened\n')
    opener.chmod(0o755)
    with served(
        folder,
        "--open",
        DATELINE_DATA_DIR=str(folder),
        STREAMLIT_SERVER_BASE_URL_PATH="maps/dateline",
        BROWSER=f"{opener} %s",
    ) as running:
        yield running


@pytest.fixture
def reader(server: Served) -> Iterator[httpx.Client]:
    address = f"{server.address}/maps/dateline"
    with httpx.Client(base_url=address, timeout=ANSWER_S) as client:
        yield client


def test_data_is_compressed_where_asked_and_not_sent_twice(reader: httpx.Client) -> None:
    plain = reader.get(PLACES, headers={"Accept-Encoding": "identity"})
    with reader.stream("GET", PLACES, headers={"Accept-Encoding": "gzip"}) as packed:
        sent = b"".join(packed.iter_raw())
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(sent) == plain.content
    assert len(sent) < len(plain.content) / 2
    assert "accept-encoding" in packed.headers["vary"].lower()
    # One tag for both: a reader who has either has the data.
    tag = packed.headers["etag"]
    assert tag == plain.headers["etag"]
    assert tag.startswith("W/")
    for encoding in ("gzip", "identity"):
        sent_again = {"If-None-Match": tag, "Accept-Encoding": encoding}
        again = reader.get(PLACES, headers=sent_again)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag


def test_the_log_names_no_article_that_was_shared(
    server: Served, reader: httpx.Client, token: str
) -> None:
    """Whoever has the token may read the article: it is in no log, whatever is asked with it."""
    for path, status in (
        (f"/?article={token}", 200),
        (f"/?articles={token}&types=nonsense", 200),
        (f"/api/mentions.csv?article={token}", 200),
        (f"/api/preview.png?article={token}", 200),
        (f"/api/mentions.csv?article={token}&sure=x", 400),
        (f"/api/places.geojson?articles={token},{token[::-1]}", 404),
        (f"/api/{token}", 404),
        (f"/media/{token}", 404),
    ):
        answer = reader.get(path, headers={"Referer": f"http://x/?article={token}"})
        assert answer.status_code == status, path
    assert reader.post(f"/api/mentions.csv?article={token}").status_code == 405
    said = server.log.read_text()
    assert token not in said
    assert token[::-1] not in said
    assert "Bergen" not in said


def test_open_shows_the_address_readers_take(server: Served, folder: Path) -> None:
    page, said = f"{server.address}/maps/dateline/", folder / "opened"
    until(lambda: said.exists() and said.read_text().endswith("\n"))
    assert said.read_text().splitlines() == [page]
    assert httpx.get(page, timeout=ANSWER_S).status_code == 200
