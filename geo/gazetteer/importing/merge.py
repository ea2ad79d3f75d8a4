"""What becomes of each row of a dump: a new place, names of a known one, or nothing."""

from collections.abc import Iterable
from enum import Enum

from geo.gazetteer.compiling.package_sources import City
from geo.gazetteer.importing.feature_kinds import kind_of
from geo.gazetteer.importing.geonames_rows import DumpDivision, DumpName, DumpPlace
from geo.gazetteer.importing.known_places import Identities, KnownDivisions, TablePlaces
from geo.gazetteer.importing.staging_database import Staging
from geo.gazetteer.name_keys import name_key
from geo.model.places import Match, Place, PlaceKind

_LANGUAGES = frozenset({"", "en", "abbr", "iata"})
"""Those of alternate names that an English text may use."""
_CODES = frozenset({"abbr", "iata"})
_LEVELS = {"ADM1": 1, "ADM2": 2}
Names = list[tuple[str, Match]]


class Outcome(Enum):
    """What became of a row."""

    ADDED = "added"
    KNOWN = "known"
    LEFT_OUT = "left out"


class Merger:
    """Takes rows in and tells the staging area what to add.

    `cities` lead from GeoNames' codes to divisions (`KnownDivisions`). Populated places of
    fewer than `min_population` people are left out.
    """

    def __init__(self, staging: Staging, cities: Iterable[City], min_population: int) -> None:
        self._staging = staging
        self._least = min_population
        self._seen = Identities(staging.known_ids())
        self._divisions = KnownDivisions(staging, cities)
        self._of_tables = TablePlaces(staging)

    def take_place(self, row: DumpPlace) -> Outcome:
        """A row of the main table."""
        if row.geonameid in self._seen or self._identify(row):
            return self._add_names(row.geonameid, _names(row))
        kind = kind_of(row.feature_class, row.feature_code)
        if (
            kind is None
            or (row.feature_class == "P" and row.population < self._least)
            or not name_key(row.name)
            or self._of_tables.has(row, kind)
        ):
            return Outcome.LEFT_OUT
        self._seen.add(row.geonameid)
        self._staging.add_place(self._place(row, kind), _names(row))
        return Outcome.ADDED

    def take_division(self, row: DumpDivision) -> Outcome:
        """A row of a table of divisions: names and a geonameid, but no position."""
        if row.geonameid not in self._seen:
            self._link(row.geonameid, row.country_code, row.codes, row.name)
        return self._add_names(row.geonameid, _written(row))

    def take_name(self, row: DumpName) -> Outcome:
        """A row of the table of alternate names; all places must be settled by then."""
        if row.language not in _LANGUAGES or not name_key(row.name):
            return Outcome.LEFT_OUT
        return self._add_names(row.geonameid, [(row.name, _match(row))])

    def _identify(self, row: DumpPlace) -> bool:
        level = _LEVELS.get(row.feature_code) if row.feature_class == "A" else None
        if level is None:
            return False
        codes = (row.admin1, row.name)[:level]  # a county is found by its name
        return self._link(row.geonameid, row.country_code, codes, row.name)

    def _link(self, geonameid: int, country: str, codes: tuple[str, ...], name: str) -> bool:
        number = self._divisions.find(country, codes, name)
        if number is None:
            return False
        self._staging.identify(number, geonameid)
        self._seen.add(geonameid)
        return True

    def _add_names(self, geonameid: int, names: Names) -> Outcome:
        known = self._staging.known(geonameid)
        if known is None:
            return Outcome.LEFT_OUT
        if known[0] not in self._divisions.unnamed:
            self._staging.add_names(known, names)
        return Outcome.KNOWN

    def _place(self, row: DumpPlace, kind: PlaceKind) -> Place:
        is_first = kind is PlaceKind.REGION
        return Place(
            f"gn-{row.geonameid}",
            row.name,
            kind,
            row.lat,
            row.lon,
            row.country_code,
            row.geonameid,
            row.population,
            "" if is_first else self._divisions.region_id(row.country_code, row.admin1),
        )


def _written(row: DumpPlace | DumpDivision) -> Names:
    if row.ascii_name == row.name:
        return [(row.name, Match.NAME)]
    return [(row.name, Match.NAME), (row.ascii_name, Match.NAME)]


def _names(row: DumpPlace) -> Names:
    return [*_written(row), *((name, _alternate(name)) for name in row.alternates)]


def _alternate(name: str) -> Match:
    # Airport and railway codes stand among the alternative names.
    is_code = len(name) <= 4 and name.isascii() and name.isupper()
    return Match.ABBREVIATION if is_code else Match.ALTERNATE


def _match(row: DumpName) -> Match:
    if row.language in _CODES:
        return Match.ABBREVIATION
    if row.is_colloquial:
        return Match.NICKNAME
    is_name = row.language == "en" and row.is_preferred and not row.is_historic
    return Match.NAME if is_name else Match.ALTERNATE
