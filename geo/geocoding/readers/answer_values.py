"""Single values of an answer, checked: what a service sends is as hostile as any input."""

import hashlib
import re
from collections.abc import Mapping
from math import isfinite

from geo.text.cleaning import one_line

LONGEST_NAME = 200
"""Characters; longer names are cut."""
_CODE = re.compile(r"[A-Za-z]{2}")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,20})?")
_NO_ID = re.compile(r"[^A-Za-z0-9]+")


def point_of(lat: object, lon: object) -> tuple[float, float]:
    """Degrees WGS 84, from numbers or text; ValueError where they are no point on earth."""
    point = _degrees(lat), _degrees(lon)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise ValueError(f"no point on earth: {point[0]}, {point[1]}")
    return point


def _degrees(said: object) -> float:
    if isinstance(said, float):
        return said
    text = str(said)[:40]
    if not _DEGREES.fullmatch(text):
        raise ValueError(f"no degrees: {text}")
    return float(text)


def name_of(said: object) -> str:
    """A name as one short line, without invisible characters; ValueError where there is none.

    Markup in it stays what it is, text: who shows it escapes it.
    """
    name = one_line(said, LONGEST_NAME, ending="") if isinstance(said, str) else ""
    if not name:
        raise ValueError("a place without a name")
    return name


def code_of(said: object) -> str:
    """A country's code, ISO 3166-1 alpha-2 in capitals, or "" where it is none."""
    return said.upper() if isinstance(said, str) and _CODE.fullmatch(said) else ""


def number_of(said: object, *, most: float) -> float | None:
    """A number from 0 to `most`, or None where it is none."""
    if isinstance(said, bool) or not isinstance(said, int | float) or not isfinite(said):
        return None
    return float(said) if 0 <= said <= most else None


def whole_number_of(said: object) -> int:
    """A whole number of at most 18 digits; ValueError where it is none."""
    text = str(said)
    if isinstance(said, bool) or not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ValueError(f"no number: {text[:40]!r}")
    return int(text)


def id_of(service: str, said: object) -> str:
    """A service's id of a place as one of ours: `mapbox-poi-123`, letters, digits and hyphens.

    Where letters get lost, a hash of the whole keeps ids apart.
    """
    text = str(said).strip() if isinstance(said, str | int) and not isinstance(said, bool) else ""
    if not text:
        raise ValueError("a place without an id")
    plain = _NO_ID.sub("-", text).strip("-")
    if plain == text.replace(".", "-").replace(":", "-") and len(plain) <= 60:
        return f"{service}-{plain}"
    return f"{service}-{hashed(text)}"


def hashed(text: str) -> str:
    """Sixteen letters and digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def mapping_of(said: object) -> Mapping[str, object]:
    """An object of JSON; ValueError where it is none."""
    if not isinstance(said, Mapping):
        raise ValueError("no object where one belongs")
    return said


def list_of(said: object) -> list[object]:
    """A list of JSON; ValueError where it is none."""
    if not isinstance(said, list):
        raise ValueError("no list where one belongs")
    return said
