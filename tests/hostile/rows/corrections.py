# ruff: noqa: E501 - a row is easier to read in one piece
"""Lines of corrections to import: a good one with one thing wrong."""

import json

from hostile.corpus import RUN, TEMPLATE
from hostile.rows import Row
from hostile.seeds import CORRECTION

_PLACE = CORRECTION["place"]


def line(**changed: object) -> bytes:
    return json.dumps(CORRECTION | changed).encode()


def placed(**changed: object) -> bytes:
    assert isinstance(_PLACE, dict)
    return line(place=_PLACE | changed)


def text(old: str, new: str) -> bytes:
    """The line with a piece of its JSON replaced: what json.dumps would not write."""
    assert old in line().decode()
    return line().decode().replace(old, new).encode()


_BAD_ID = "letters, digits and hyphens"
ROWS = [
    Row("no JSON", b"id=a1", "it is not JSON"),
    Row("half a line", line()[:99], "it is not JSON"),
    Row("two objects", line() + line(), "it is not JSON"),
    Row("a list", b"[1]", "it is no object"),
    Row("null", b"null", "it is no object"),
    Row("brackets", b"[" * 60_000, "nested too deeply"),
    Row("not UTF-8", line()[:-1] + b"\xff}", "not UTF-8"),
    Row("UTF-16", line().decode().encode("utf-16"), "not UTF-8"),
    Row("longer than any", line(note="x" * 70_000), "longer than any correction"),
    Row("a number of 5,000 digits", text('"start": 3', f'"start": {"9" * 5_000}'), "it is not JSON"),
    Row("a number no column holds", line(start=2**31), "whole number"),
    Row("a start below nothing", line(start=-1), "whole number"),
    Row("a start that is true", line(start=True), "whole number"),
    Row("a start with a point", line(start=1.0), "whole number"),
    Row("no id", line(id=None), _BAD_ID),
    Row("an id of markup", line(id=f"<script>{RUN}</script>"), _BAD_ID),
    Row("an id of SQL", line(id="'; drop table correction; --"), _BAD_ID),
    Row("an id of letters that look alike", line(id="\u0430"), _BAD_ID),
    Row("a verdict of its own", line(verdict="deleted"), '"verdict" must be one of'),
    Row("a scope of its own", line(scope="*"), '"scope" must be one of'),
    Row("a type of its own", line(verdict="type", type=TEMPLATE), '"type" must be one of'),
    Row("a field of its own", line(field="note"), '"field" must be'),
    Row("no place", line(place=None), '"place" must be an object'),
    Row("a place of a list", line(place=[1]), '"place" must be an object'),
    Row("a place beyond the pole", placed(lat=90.01), '"lat" must be a number'),
    Row("a place that is nowhere", text('"lat": 45.75', '"lat": NaN'), '"lat" must be a number'),
    Row("a place at infinity", text('"lon": 126.65', '"lon": 1e999'), '"lon" must be a number'),
    Row("a place of text", placed(lat="45"), '"lat" must be a number'),
    Row("a place of truth", placed(lat=True), '"lat" must be a number'),
    Row("an id of a place with markup", placed(id="<b>"), _BAD_ID),
    Row("a place without a name", placed(name=""), '"name" must be a text'),
    Row("a name of 10,000 letters", placed(name="x" * 10_000), '"name" must be a text'),
    Row("a country of markup", placed(country_code="<b"), '"country_code" must be two'),
    Row("a country of three letters", placed(country_code="CHN"), '"country_code" must be'),
    Row("a radius around the world twice", placed(radius_km=50_000), '"radius_km" must be'),
    Row("people below nothing", placed(population=-1), "whole number"),
    Row("no day", line(when="soon"), '"when" must be a time'),
    Row("a day before days", line(when="0001-01-01T00:00:00+23:59"), '"when" must be a time'),
    Row("a day after days", line(when="9999-12-31T23:59:59-23:59"), '"when" must be a time'),
    Row("a hash of other letters", line(article="g" * 64), "hexadecimal"),
    Row("a short hash", line(article="a" * 63), '"article" must be a text'),
    Row("no quote", line(quote=""), '"quote" must be a text'),
    Row("a key that is long", line(**{"x" * 40_000: 1}), holds="Harbin"),
    Row("a note that runs", line(note=f"{TEMPLATE}<script>{RUN}</script>"),
        holds=f"{TEMPLATE}<script>{RUN}</script>"),
    Row("a note with terminal codes", line(note="a\x1b[2J\x07b"), holds="a[2Jb"),
    Row("a note of lines", line(note="a\r\nb\u2028c"), holds="a b c"),
    Row("half a character", line(note="a\ud800b"), holds="ab"),
    Row("a name of bidi", placed(name="\u202enibraH"), holds="\u202enibraH"),
    Row("keys twice", text('"note": ""', '"note": "", "note": "b"'), holds="b"),
]  # fmt: skip
