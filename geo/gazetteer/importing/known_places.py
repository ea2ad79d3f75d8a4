"""Which rows of a dump stand for places the gazetteer has without a geonameid, or has already."""

from collections import defaultdict
from collections.abc import Iterable

from geopy.distance import great_circle

from geo.gazetteer.compiling.package_sources import City
from geo.gazetteer.importing.geonames_rows import LARGEST_ID, DumpPlace
from geo.gazetteer.importing.staging_database import Staging
from geo.gazetteer.name_keys import name_key
from geo.model.places import PlaceKind

_NEAR_KM = 50
_REGION_OF = """
    SELECT region_id FROM place JOIN staging.known USING (number) WHERE known.geonameid = ?
"""
_REGIONS = "SELECT id, number, name, geonameid FROM place WHERE kind = 'region'"
_HAS_NAME = "SELECT 1 FROM main.name WHERE key = ? AND place = ?"
_COUNTIES = """
    SELECT number FROM main.name JOIN place ON number = place
    WHERE key = ? AND kind = 'county' AND country_code = ? AND region_id = ? AND geonameid IS NULL
"""
_OF_TABLES = """
    SELECT name, kind, lat, lon, radius_km FROM place WHERE id LIKE 'dl-%' AND kind <> 'county'
"""


class Identities:
    """A set of geonameids in 16 MiB, however many there are."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._bits = bytearray(LARGEST_ID // 8)
        for identity in ids:
            self.add(identity)

    def __contains__(self, identity: int) -> bool:
        return bool(self._bits[identity >> 3] >> (identity & 7) & 1)

    def add(self, identity: int) -> None:
        """Put an id below LARGEST_ID in."""
        self._bits[identity >> 3] |= 1 << (identity & 7)


class KnownDivisions:
    """The gazetteer's divisions by GeoNames' codes.

    No place holds its code, so `cities`, which have codes, lead there: a code stands for the
    region the gazetteer has its cities in.
    """

    def __init__(self, staging: Staging, cities: Iterable[City]) -> None:
        self._staging = staging
        self._ids: dict[tuple[str, str], str] = {}
        for city in cities:
            key = city.country_code, city.admin1
            if city.admin1 and key not in self._ids:
                found = staging.rows(_REGION_OF, city.geonameid)
                if found and found[0][0]:
                    self._ids[key] = str(found[0][0])
        linked = set(self._ids.values())
        rows = [row for row in staging.rows(_REGIONS) if row[0] in linked]
        self._numbers = {row[0]: row[1] for row in rows if row[3] is None}
        self.unnamed = frozenset(
            row[1] for row in rows if not staging.rows(_HAS_NAME, name_key(row[2]), row[1])
        )
        """Numbers of regions whose names the gazetteer leaves to the cities called so."""

    def region_id(self, country: str, admin1: str) -> str:
        """The id of the region with this code, or ""."""
        return self._ids.get((country, admin1), "")

    def find(self, country: str, codes: tuple[str, ...], name: str) -> int | None:
        """The number of a division that has no geonameid yet: a region by its code, or a county
        (where there are two codes) by the first and its name.
        """
        region = self.region_id(country, codes[0])
        if len(codes) == 1:
            number: int | None = self._numbers.pop(region, None)
            return number
        found = self._staging.rows(_COUNTIES, name_key(name), country, region)
        return int(found[0][0]) if len(found) == 1 else None


class TablePlaces:
    """The places of the project's own tables: seas, mountains, buildings, macro-regions."""

    def __init__(self, staging: Staging) -> None:
        self._places: defaultdict[tuple[str, str], list[tuple[float, float, float]]]
        self._places = defaultdict(list)
        for name, kind, lat, lon, radius in staging.rows(_OF_TABLES):
            self._places[name_key(name), kind].append((lat, lon, max(radius or 0, _NEAR_KM)))

    def has(self, row: DumpPlace, kind: PlaceKind) -> bool:
        """Whether a place of the same name and kind lies where `row` does."""
        return any(
            great_circle((lat, lon), (row.lat, row.lon)).km <= reach
            for lat, lon, reach in self._places.get((name_key(row.name), kind.value), ())
        )
