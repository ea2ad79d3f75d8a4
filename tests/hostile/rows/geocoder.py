# ruff: noqa: E501 - a row is easier to read in one piece
"""Answers of an online geocoder that was taken over: status, body, headers."""

import gzip
import json

from hostile.corpus import RUN, TEMPLATE
from hostile.rows import Row
from hostile.seeds import OSM


def places(**changed: object) -> tuple[int, bytes, dict[str, str]]:
    return 200, json.dumps([OSM | changed]).encode(), {}


def body(data: bytes, status: int = 200, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    return status, data, {name.replace("_", "-"): value for name, value in headers.items()}


ROWS = [
    Row("no JSON", body(b"<html>"), "could not be asked"),
    Row("an object", body(b'{"a": 1}'), "could not be asked"),
    Row("a text", body(b'"Harbin"'), "could not be asked"),
    Row("a number", body(b"1"), "could not be asked"),
    Row("a list of texts", body(b'["Harbin"]'), "could not be asked"),
    Row("a list of lists", body(b"[[]]"), "could not be asked"),
    Row("brackets", body(b"[" * 100_000), "could not be asked"),
    Row("a number of 5,000 digits", body(b"[" + b"9" * 5_000 + b"]"), "could not be asked"),
    Row("larger than is read", body(b"[" + b" " * 1_100_000 + b"]"), "could not be asked"),
    Row("compression bomb", body(gzip.compress(b" " * 30_000_000), Content_Encoding="gzip"),
        "could not be asked"),
    Row("damaged", body(b"\x1f\x8b\x08\0abc", Content_Encoding="gzip"), "could not be asked"),
    Row("another encoding", body(b"\xff\xfe[\0]\0"), "could not be asked"),
    Row("nowhere", places(lat="NaN"), "could not be asked"),
    Row("at infinity", places(lon="1e999"), "could not be asked"),
    Row("beyond the pole", places(lat="91"), "could not be asked"),
    Row("underscores", places(lat="4_5"), "could not be asked"),
    Row("truth", places(lat=True), "could not be asked"),
    Row("a list for a number", places(lat=[45]), "could not be asked"),
    Row("no id", places(osm_id=None), "could not be asked"),
    Row("an id of markup", places(osm_id=f"<script>{RUN}</script>"), "could not be asked"),
    Row("an id of 100,000 digits", places(osm_id="9" * 100_000), "could not be asked"),
    Row("a type of its own", places(osm_type="relation-1/../../x"), "could not be asked"),
    Row("no name", places(name="", display_name=""), "could not be asked"),
    Row("a name of bidi only", places(name="\u202e", display_name="\u200b"), "could not be asked"),
    Row("a name that is an object", places(name={"a": 1}), holds="Saint Sophia"),
    Row("a name that runs", places(name=f"<script>{RUN}</script>{TEMPLATE}"),
        holds=f"<script>{RUN}</script>{TEMPLATE}"),
    Row("a name that turns round", places(name="\u202eaihpoS\u202c Saint"), holds="aihpoS Saint"),
    Row("a name with terminal codes", places(name="Saint\x1b[2J\x07 Sophia"), holds="Saint[2J Sophia"),
    Row("a name of 100,000 letters", places(name="x" * 100_000), holds="x" * 200),
    Row("half a character", places(name="Saint \ud800Sophia"), holds="Saint Sophia"),
    Row("a country of markup", places(address={"country_code": "<b"}), holds="Saint Sophia"),
    Row("an address that is none", places(address=["cn"]), holds="Saint Sophia"),
    Row("a class that is a list", places(**{"class": ["place"]}), holds="Saint Sophia"),
    Row("a redirect inside", body(b"", 302, Location="http://169.254.169.254/"), "could not be asked"),
    Row("a redirect to a file", body(b"", 301, Location="file:///etc/passwd"), "could not be asked"),
    Row("a pause without end", body(b"", 429, Retry_After="9" * 400), "could not be asked"),
    Row("an error that runs", body(f"<script>{RUN}</script>".encode(), 500), "could not be asked"),
]  # fmt: skip
