"""A gazetteer of a dozen places, compiled by the real builder in milliseconds.

Andorra and a few namesakes, with the ids they have in the real one.
"""

from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.database import write_database
from geo.model.places import Match, Place, PlaceKind

CITY, REGION, COUNTRY = PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY


def toy_gazetteer(folder: Path) -> Gazetteer:
    """The toy gazetteer, in a file of its own in `folder`."""
    path = folder / "toy.sqlite"
    path.unlink(missing_ok=True)
    write_database(path, toy_entries(), "toy")
    return Gazetteer(path)


def toy_entries() -> list[Entry]:
    return [
        _country("AD", "Andorra", 42.5, 1.5, 3041565, 77_000, "Andorran"),
        _country("FR", "France", 46.0, 2.0, 3017382, 67_000_000, "French"),
        _country("US", "United States", 39.76, -98.5, 6252001, 327_000_000, "American"),
        _country("UA", "Ukraine", 49.0, 32.0, 690791, 40_000_000, "Ukrainian"),
        _entry(Place("iso-AD-07", "Andorra la Vella", REGION, 42.51, 1.52, "AD")),
        _entry(Place("iso-US-TX", "Texas", REGION, 31.0, -100.0, "US", 4736286, 27_000_000)),
        _entry(Place("iso-UA-63", "Kharkiv Oblast", REGION, 49.8, 36.4, "UA"), "Kharkiv region"),
        _city(3041563, "Andorra la Vella", 42.508, 1.522, "AD", "iso-AD-07", 20_430),
        _city(3040051, "les Escaldes", 42.507, 1.534, "AD", "", 15_853),
        _city(2988507, "Paris", 48.853, 2.349, "FR", "", 2_138_551),
        _city(4717560, "Paris", 33.661, -95.556, "US", "iso-US-TX", 24_782),
        _city(706483, "Kharkiv", 49.982, 36.255, "UA", "iso-UA-63", 1_421_125, "Kharkov"),
    ]


def _city(
    number: int,
    name: str,
    lat: float,
    lon: float,
    country: str,
    region: str,
    people: int,
    *others: str,
) -> Entry:
    place = Place(f"gn-{number}", name, CITY, lat, lon, country, number, people, region)
    return _entry(place, *others)


def _country(
    code: str, name: str, lat: float, lon: float, number: int, people: int, adjective: str
) -> Entry:
    entry = _entry(Place(f"iso-{code}", name, COUNTRY, lat, lon, code, number, people))
    entry.add(Match.ADJECTIVE, adjective)
    entry.add(Match.DEMONYM, adjective + "s")
    return entry


def _entry(place: Place, *others: str) -> Entry:
    entry = Entry(place, [(place.name, Match.NAME)])
    entry.add(Match.ALTERNATE, *others)
    return entry
