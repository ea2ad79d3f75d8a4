"""Feeds, read from bytes that came from an address, and from a server that sends them."""

import pytest
from hostile.rows import Row
from hostile.rows.feeds import ADDRESS, ROWS
from support.raw_server import raw_server

from geo.documents.feeds import read_feed
from geo.errors import InputError
from geo.fetching import FEEDS, Network, fetch
from geo.settings import Settings


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_feed(row: Row) -> None:
    with raw_server() as server:
        server.answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n" + row.given
        here = Network(lambda *_: ["127.0.0.1"], lambda _: True)
        url = f"http://news.test:{server.port}/"
        data, _ = fetch(url, Settings(), network=here, wanted=FEEDS)
    assert data == row.given
    if row.refused:
        with pytest.raises(InputError) as caught:
            read_feed(data, address=ADDRESS)
        assert row.refused in str(caught.value)
        assert str(caught.value).isprintable()
        return
    feed = read_feed(data, address=ADDRESS)
    assert len(feed.items) == row.holds
    for item in feed.items:
        assert item.address.startswith(("http://", "https://"))
        assert len(item.title) <= 300
    assert len(feed.title) <= 300
    assert "root:" not in feed.title
