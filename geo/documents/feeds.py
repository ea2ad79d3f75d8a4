"""RSS and Atom feeds: which articles a feed names. Nothing in it is followed here."""

import io
import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

from geo.errors import InputError, TooLarge
from geo.text.cleaning import LOOKED_AT, for_message, stored_line
from geo.text.frontmatter import web_address

MAX_BYTES = 2_000_000
"""Largest feed that is read: its reader is slow."""
MAX_ITEMS = 200
"""Most articles of a feed that are looked at."""
LONGEST_TITLE = 300
"""Characters; longer titles are cut."""

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article that a feed names: its title, http(s) address and day, "" and None if untold."""

    title: str
    address: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its articles, in its order, each address once."""

    title: str
    items: tuple[FeedItem, ...]


def read_feed(data: bytes, *, address: str) -> Feed:
    """The feed in the bytes that came from `address`, which relative links count from.

    Raises InputError where they are no feed, or one without a single article to fetch, and
    TooLarge past MAX_BYTES.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{for_message(address)}: the feed is larger than {MAX_BYTES:,} bytes.")
    parsed = _parsed(data, address)
    if not parsed.get("version"):
        raise InputError(
            f"{for_message(address)} is no RSS or Atom feed; give the feed's own address, or add "
            "the article by its address."
        )
    found = [_item(entry) for entry in parsed["entries"][:MAX_ITEMS]]
    items = {item.address: item for item in reversed(found) if item.address}
    if not items:
        raise InputError(
            f"{for_message(address)} names no article with a web address; try another feed."
        )
    return Feed(_line(parsed["feed"].get("title")), tuple(reversed(items.values())))


def _parsed(data: bytes, address: str) -> Mapping[str, Any]:
    # feedparser takes a fifth of a second to import: only those who read a feed pay for it.
    import feedparser

    try:
        # As a stream: it would take a string for an address or a file's name and open it.
        found: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-location": address, "content-type": "application/xml"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - a broken feed raises whatever it meets
        return {}
    return found


def _item(entry: Mapping[str, Any]) -> FeedItem:
    said = entry.get("published_parsed") or entry.get("updated_parsed")
    address = web_address(str(entry.get("link") or ""))
    return FeedItem(_line(entry.get("title")), address, _day(said))


def _line(value: object) -> str:
    """A title as one line of plain text: feeds write it as HTML as often as not."""
    text = str(value or "")[: LOOKED_AT * LONGEST_TITLE]
    return stored_line(unescape(_TAG.sub("", text)), LONGEST_TITLE)


def _day(value: Any) -> date | None:
    try:
        return datetime.fromtimestamp(timegm(value), UTC).date() if value else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
