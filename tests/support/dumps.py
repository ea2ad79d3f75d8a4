"""Dumps as GeoNames writes them, and a toy gazetteer to import them into."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support.toy_gazetteer import toy_entries

from geo.gazetteer.compiling import build
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.compiling.package_sources import City
from geo.gazetteer.importing import importer
from geo.model.places import Match, Place, PlaceKind


def place_line(
    number: object,
    name: str,
    feature: str = "P.PPL",
    *,
    others: str = "",
    lat: object = 33.5,
    lon: object = -95.5,
    country: str = "US",
    admin1: str = "TX",
    people: object = 0,
) -> str:
    """A line of the main table: 19 columns, most of them empty as they are in most rows."""
    feature_class, _, code = feature.partition(".")
    head = [number, name, name, others, lat, lon, feature_class, code, country, "", admin1]
    return "\t".join(
        map(str, [*head, "", "", "", people, "", 120, "America/Chicago", "2024-05-17"])
    )


def name_line(number: object, language: str, name: str, flags: str = "") -> str:
    """A line of alternateNamesV2; `flags` are of "preferred", "short", "colloquial", "historic"."""
    marks = ("1" if f in flags else "" for f in ("preferred", "short", "colloquial", "historic"))
    return "\t".join(["9", str(number), language, name, *marks, "", ""])


def written(path: Path, lines: Iterable[str]) -> Path:
    """A dump of these lines: UTF-8, LF, as .zip if the path says so."""
    data = "".join(line + "\n" for line in lines).encode()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{path.stem}.txt", data)
    else:
        path.write_bytes(data)
    return path


def use_toy_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the toy in the place of the real gazetteer, and a little more."""

    def compile_toy(step: Callable[[str], None]) -> list[Entry]:
        step("toy")
        return [*toy_entries(), *_more()]

    monkeypatch.setattr(build, "compile_entries", compile_toy)
    monkeypatch.setattr(importer, "read_cities", _cities)


def _more() -> list[Entry]:
    county = Place(
        "dl-US-TX-lamar-county", "Lamar County", PlaceKind.COUNTY, 33.6, -95.5, "US",
        population=25_000, region_id="iso-US-TX",
    )  # fmt: skip
    danube = Place("dl-danube", "Danube", PlaceKind.PHYSICAL, 45.2, 29.7, radius_km=900)
    kyiv = Place("iso-UA-30", "Kyiv", PlaceKind.REGION, 50.45, 30.52, "UA")
    city = Place("gn-703448", "Kyiv", PlaceKind.CITY, 50.45, 30.52, "UA", 703448, 2_900_000,
        "iso-UA-30")  # fmt: skip
    named = [Entry(place, [(place.name, Match.NAME)]) for place in (county, danube, city)]
    return [*named, Entry(kyiv)]  # the division goes by no name: Kyiv means the city


def _cities() -> list[City]:
    return [
        City(3041563, "Andorra la Vella", 42.5, 1.5, "AD", "07", 20_430, []),
        City(4717560, "Paris", 33.66, -95.56, "US", "TX", 24_782, []),
        City(706483, "Kharkiv", 49.98, 36.26, "UA", "07", 1_421_125, []),
        City(703448, "Kyiv", 50.45, 30.52, "UA", "12", 2_900_000, []),
    ]
