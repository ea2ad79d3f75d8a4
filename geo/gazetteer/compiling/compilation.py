"""From the installed sources and the project's tables to entries."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from geo.errors import GazetteerError
from geo.gazetteer.compiling.divisions import Divisions
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.compiling.package_sources import (
    City,
    Country,
    read_cities,
    read_countries,
    read_divisions,
    read_situated,
    read_us_states,
)
from geo.gazetteer.name_keys import name_key
from geo.gazetteer.tables import read_table, split
from geo.model.places import Match, Place, PlaceKind

PLACE_TABLES = ("continents", "regions", "waters", "lands", "districts", "facilities")
NAME_TABLES = ("spellings", "abbreviations", "adjectives", "historical", "nicknames")
_CODE, _OTHER = Match.ABBREVIATION, Match.ALTERNATE
_DISSOLVED = frozenset({"AN", "CS"})
_WEIGHTS = {
    PlaceKind.CONTINENT: 500_000_000,
    PlaceKind.REGION: 2_000_000,
    PlaceKind.COUNTY: 200_000,
    PlaceKind.PHYSICAL: 500_000,
    PlaceKind.CITY: 20_000,
    PlaceKind.FACILITY: 200_000,
}


def compile_entries(step: Callable[[str], None]) -> list[Entry]:
    """All places of the gazetteer with all their names; `step` is told what comes next."""
    step("cities")
    cities = read_cities()
    step("divisions")
    known = list(read_countries())
    countries = list(country_entries(known))
    capitals = find_capitals(cities, known)
    divisions = Divisions(
        cities,
        read_situated(),
        read_divisions(),
        read_us_states(),
        {entry.place.country_code: entry.place for entry in countries},
    )
    step("places")
    entries = {
        entry.place.id: entry
        for entry in chain(
            (
                city_entry(city, divisions.region_id(city), is_capital=city.geonameid in capitals)
                for city in cities
            ),
            divisions.entries,
            countries,
            table_entries(),
        )
    }
    add_table_names(entries)
    return list(entries.values())


def find_capitals(cities: Iterable[City], countries: Iterable[Country]) -> frozenset[int]:
    """The GeoNames ids of the capitals: of each country's cities so called, the largest."""
    wanted = {(country.code, name_key(country.capital)) for country in countries}
    found: dict[tuple[str, str], City] = {}
    for city in cities:
        key = (city.country_code, name_key(city.name))
        if key in wanted and (key not in found or found[key].population < city.population):
            found[key] = city
    return frozenset(city.geonameid for city in found.values())


def city_entry(city: City, region_id: str, *, is_capital: bool = False) -> Entry:
    """A populated place and its names."""
    place = Place(
        f"gn-{city.geonameid}",
        city.name,
        PlaceKind.CITY,
        city.lat,
        city.lon,
        city.country_code,
        city.geonameid,
        city.population,
        region_id,
        is_capital=is_capital,
    )
    # Airport and railway codes stand among the alternative names.
    alternates = [
        (name, _CODE if len(name) <= 4 and name.isascii() and name.isupper() else _OTHER)
        for name in city.alternates
    ]
    return Entry(place, [(city.name, Match.NAME), *alternates])


def country_entries(countries: Iterable[Country]) -> Iterator[Entry]:
    """The countries; where the project's table has a position or a name, it goes first."""
    own = {row["code"]: row for row in read_table("countries")}
    for country in countries:
        if country.code in _DISSOLVED:
            continue
        row = own.get(country.code, {})
        lat, lon = row.get("lat") or country.lat, row.get("lon") or country.lon
        if lat is None or lon is None:
            raise GazetteerError(f"{country.name} has no position: add it to countries.csv.")
        name = row.get("name") or country.name
        place = Place(
            f"iso-{country.code}",
            name,
            PlaceKind.COUNTRY,
            float(lat),
            float(lon),
            country.code,
            country.geonameid,
            country.population,
        )
        entry = Entry(place, [(name, Match.NAME), (country.name, Match.NAME)])
        entry.add(Match.ABBREVIATION, country.iso3)
        entry.add(Match.NAME, *split(row.get("names", "")))
        for spelling in country.spellings:
            if len(spelling) > 3:
                entry.add(Match.ALTERNATE, spelling)
        entry.add(Match.DEMONYM, country.demonym)
        yield entry


def table_entries() -> Iterator[Entry]:
    """The places only the project's tables have."""
    for row in chain.from_iterable(map(read_table, PLACE_TABLES)):
        kind = PlaceKind(row["kind"])
        place = Place(
            row["id"],
            row["name"],
            kind,
            float(row["lat"]),
            float(row["lon"]),
            row["country_code"],
            geonameid=int(row["geonameid"]) if row["geonameid"] else None,
            radius_km=float(row["radius_km"]) if row["radius_km"] else None,
        )
        entry = Entry(place, [(row["name"], Match.NAME)], _WEIGHTS.get(kind, 0))
        entry.add(Match.NAME, *split(row["aliases"]))
        yield entry


def add_table_names(entries: dict[str, Entry]) -> None:
    """Let places go by the further names of the project's tables."""
    for table in NAME_TABLES:
        for row in read_table(table):
            entry = entries.get(row["place_id"])
            if entry is None:
                raise GazetteerError(
                    f"The table {table}.csv names a place {row['place_id']} that no source has."
                )
            entry.add(Match(row["match"]), *split(row["names"]))
