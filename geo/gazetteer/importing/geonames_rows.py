"""Lines of GeoNames' tables as typed rows."""

import math
import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from geo.gazetteer.name_keys import LONGEST_NAME
from geo.text.cleaning import is_format, one_line, replace_invisible

LARGEST_ID = 1 << 27
"""Geonameids lie below; those of today need a tenth of it."""
MOST_PEOPLE = 10_000_000_000

_CODE = re.compile(r"[A-Z]{2}")
_FEATURE = re.compile(r"[A-Z]?")
_LATIN = re.compile(r"[\x20-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u2027\ua720-\ua7ff]+")


class Form(Enum):
    """Which table a file is; the value is what a reader calls it."""

    DIVISIONS = "names of divisions"
    PLACES = "places"
    NAMES = "alternate names"


_FORMS = {4: Form.DIVISIONS, 19: Form.PLACES, 8: Form.NAMES, 10: Form.NAMES}


class BadLine(ValueError):
    """A line is no row of its table; the message says what is wrong with it."""


class DumpPlace(NamedTuple):
    """A row of GeoNames' main table. Degrees; `alternates` are in Latin script."""

    geonameid: int
    name: str
    ascii_name: str
    alternates: list[str]
    lat: float
    lon: float
    feature_class: str
    feature_code: str
    country_code: str
    admin1: str
    population: int


class DumpDivision(NamedTuple):
    """A row of admin1CodesASCII.txt ("US.TX", one code) or admin2Codes.txt (two codes)."""

    country_code: str
    codes: tuple[str, ...]
    name: str
    ascii_name: str
    geonameid: int


@dataclass(frozen=True, slots=True)
class DumpName:
    """A row of alternateNamesV2.txt."""

    geonameid: int
    language: str
    name: str
    is_preferred: bool
    is_colloquial: bool
    is_historic: bool


def form_of(line: str) -> Form | None:
    """The table `line` is from, by its number of columns."""
    return _FORMS.get(line.count("\t") + 1)


def place_row(line: str) -> DumpPlace:
    """A line of the main table. Raises BadLine."""
    cells = _cells(line, 19)
    return DumpPlace(
        _id(cells[0]),
        clean_name(cells[1]),
        clean_name(cells[2]),
        [clean_name(name) for name in cells[3].split(",") if is_latin(name)] if cells[3] else [],
        _degrees(cells[4], 90),
        _degrees(cells[5], 180),
        _matching(_FEATURE, cells[6], "feature class"),
        cells[7],
        _matching(_CODE, cells[8], "country code") if cells[8] else "",
        cells[10],
        _count(cells[14] or "0", MOST_PEOPLE, "population"),
    )


def division_row(line: str) -> DumpDivision:
    """A line of the tables of first-level or second-level divisions. Raises BadLine."""
    code, name, ascii_name, number = _cells(line, 4)
    country, *codes = code.split(".")
    if not codes or len(codes) > 2:
        raise BadLine(f"{code[:20]!r} is no code of a division")
    return DumpDivision(
        _matching(_CODE, country, "country code"),
        tuple(codes),
        clean_name(name),
        clean_name(ascii_name),
        _id(number),
    )


def name_row(line: str) -> DumpName:
    """A line of the table of alternate names, with or without its last two columns.

    Raises BadLine.
    """
    cells = line.split("\t")
    if len(cells) not in {8, 10}:
        raise BadLine(f"it has {len(cells)} columns rather than 10")
    return DumpName(
        _id(cells[1]),
        cells[2],
        clean_name(cells[3]),
        is_preferred=cells[4] == "1",
        is_colloquial=cells[6] == "1",
        is_historic=cells[7].strip() == "1",
    )


def clean_name(name: str) -> str:
    """`name` on one line, without invisible characters; "" where it is too long.

    What goes makes no difference to `name_key`, to which format characters alone are nothing.
    """
    if len(name) > LONGEST_NAME:
        return ""
    return one_line(replace_invisible(name, lambda c: "" if is_format(c) else " "))


def is_latin(name: str) -> bool:
    """Whether an English text could spell a name so: Latin letters and no others."""
    return name.isascii() or _LATIN.fullmatch(name) is not None


def _cells(line: str, count: int) -> list[str]:
    cells = line.split("\t")
    if len(cells) != count:
        raise BadLine(f"it has {len(cells)} columns rather than {count}")
    return cells


def _id(text: str) -> int:
    return _count(text, LARGEST_ID - 1, "geonameid")


def _count(text: str, most: int, what: str) -> int:
    # int() takes underscores, spaces and other scripts' digits, and is slow on long ones.
    if len(text) > 12 or not (text.isascii() and text.isdigit()) or int(text) > most:
        raise BadLine(f"its {what} {text[:20]!r} is no number from 0 to {most:,}")
    return int(text)


def _degrees(text: str, most: int) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not -most <= value <= most:  # not-a-number is not either
        raise BadLine(f"its position {text[:20]!r} is no number from {-most} to {most}")
    return value


def _matching(pattern: re.Pattern[str], text: str, what: str) -> str:
    if not pattern.fullmatch(text):
        raise BadLine(f"{text[:20]!r} is no {what}")
    return text
