"""The gazetteer: names to candidates, points to cities."""

import heapq
import json
import math
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import Self

from geo.gazetteer.active_file import installed_path, path_instead
from geo.gazetteer.database import place_of
from geo.gazetteer.misspellings import LONGEST, SHORTEST, SHORTEST_OF_TWO, SURE, is_close, one_slip
from geo.gazetteer.name_keys import Variant, name_key, variants
from geo.gazetteer.nearest_city import KM_PER_DEGREE, REACH_KM, Surroundings, surroundings
from geo.gazetteer.open_file import OpenFile, Renewed, Row
from geo.gazetteer.tables import read_table, split
from geo.model.places import Candidate, Match, Place, PlaceKind
from geo.settings import Settings

# Thousands of villages share a name: which to show is decided before their rows are fetched.
_BY_KEY = """
    SELECT place.*, match, text FROM (
        SELECT * FROM name WHERE key = ? ORDER BY score DESC, place LIMIT ?
    ) JOIN place ON number = place ORDER BY score DESC, number
"""
_BY_PREFIX = """
    SELECT place.*, max(score) AS best FROM name JOIN place ON number = place
    WHERE key >= ? AND key < ? GROUP BY number ORDER BY best DESC, number LIMIT ?
"""
_PLACES = "SELECT place.* FROM place"
_IN_BOX = """
    SELECT number, lat, lon FROM place INDEXED BY place_position
    WHERE kind = 'city' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
"""
_BY_NUMBER = "SELECT * FROM place WHERE number IN (SELECT value FROM json_each(?))"
_ONE_SLIP = """
    SELECT place.*, match, text FROM name JOIN place ON number = place
    WHERE key IN (SELECT value FROM json_each(?))
    AND score >= ? AND (kind IN ('continent', 'country', 'region') OR population >= ?)
    AND NOT (kind = 'county' AND match = 'alternate name')
    ORDER BY score DESC, number LIMIT ?
"""
_TWO_SLIPS = """
    SELECT place.*, match, text FROM name JOIN place ON number = place
    WHERE key > ? AND key < ? AND length(key) BETWEEN ? AND ?
    AND score >= ? AND (kind IN ('continent', 'country', 'region') OR population >= ?)
    AND NOT (kind = 'county' AND match = 'alternate name')
    ORDER BY score DESC, number
"""
_KNOWN_CITY, _KNOWN_BY_A_SHORT_NAME = 15_000, 100_000
"""Inhabitants of the smallest town that a misspelt name may mean."""
_SHORT = 8
"""Letters from which a name is no longer short."""
_LEAST_SCORE = 5.0
"""The score its name must reach: a further name does only with a hundred thousand inhabitants."""
_CACHED_NAMES = 8192


class Gazetteer:
    """Places by name, id and position. Thread-safe; the data stays on disk.

    A file that is deleted or damaged while it is read is built again.

    >>> gazetteer = Gazetteer.open(Settings())
    >>> gazetteer.lookup("Kharkov")[0].place.name
    'Kharkiv'
    """

    def __init__(self, path: Path, renewed: Renewed | None = None) -> None:
        """Read the compiled database at `path`; see `Gazetteer.open`."""
        self._file = OpenFile(path, renewed, self._forget)
        self._lookup = lru_cache(maxsize=_CACHED_NAMES)(self._find)

    @classmethod
    def open(cls, settings: Settings, *, progress: bool | None = None) -> Self:
        """The gazetteer of the installed sources, built first where it is missing or stale,
        or the one that dumps were imported into.

        `progress` shows a bar on stderr while building; None: only in a terminal.
        Raises GazetteerError where the cache folder cannot be used.
        """
        folder = settings.cache_dir
        return cls(installed_path(folder, progress=progress), partial(path_instead, folder))

    @property
    def is_sound(self) -> bool:
        """Whether its file lies there as it was opened; else the next question takes long."""
        return self._file.is_sound

    def mend(self) -> None:
        """Build the file again if it went bad, which takes up to a minute; else nothing.

        Raises GazetteerError where that cannot be done.
        """
        self._file.mend()

    def lookup(self, name: str, *, limit: int = 50) -> tuple[Candidate, ...]:
        """The places `name` may mean: large ones and exact names first, at most `limit`.

        Each place comes once, with its best match. Candidates found only after leaving a
        generic word out ("City of", "County", "northern"), or by taking the name for a
        misspelling of a well-known place's, match as NORMALISED.
        """
        return self._lookup(name, limit)

    def no_fixed_place(self, name: str) -> str | None:
        """Why `name` ("the West") stands for no place on the map, or None."""
        return _no_fixed_places().get(name_key(name))

    def place(self, id: str) -> Place | None:  # noqa: A002
        """The place with this id."""
        return self._first("WHERE id = ?", id) if id.isascii() else None

    def country_place(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code."""
        return self.place(f"iso-{code.upper()}")

    def search(self, prefix: str, limit: int = 20) -> tuple[Place, ...]:
        """Places with a name that begins with `prefix`, the largest first."""
        key = name_key(prefix)
        if not key:
            return ()
        rows = self._rows(_BY_PREFIX, key, key + "\U0010ffff", limit)
        return tuple(place_of(row[:-1]) for row in rows)

    def largest(
        self, limit: int, *, kind: PlaceKind = PlaceKind.CITY, country_code: str = ""
    ) -> tuple[Place, ...]:
        """The most populous places of a kind, of one country if given."""
        where = "WHERE kind = ?" + (" AND country_code = ?" if country_code else "")
        arguments = (kind.value, country_code) if country_code else (kind.value,)
        return self._places(f"{where} ORDER BY population DESC, number LIMIT ?", *arguments, limit)

    def nearest(self, lat: float, lon: float, *, limit: int = 1) -> tuple[Place, ...]:
        """The cities nearest to a point in degrees, the nearest first."""
        degrees = 0.25
        while True:
            found = self._cities_around(lat, lon, degrees)
            sure = sum(distance <= degrees for distance, _ in found)
            if sure >= limit or degrees >= 180:
                nearest = heapq.nsmallest(limit, found)
                return tuple(p for _, n in nearest for p in self._places("WHERE number = ?", n))
            degrees *= 2

    @cached_property
    def fingerprint(self) -> str:
        """A name of what it holds: what it was compiled from, and how much was imported."""
        ((compiled,),) = self._rows("SELECT fingerprint FROM meta")
        return f"{compiled}-{self._file.size}"

    def reverse(self, lat: float, lon: float) -> Surroundings | None:
        """What lies at a point in degrees: the city around it, else one within REACH_KM of it."""
        lon = (lon + 180) % 360 - 180
        found = self._cities_around(lat, lon, REACH_KM / KM_PER_DEGREE)
        away = {number: degrees * KM_PER_DEGREE for degrees, number in found}
        rows = self._rows(_BY_NUMBER, json.dumps([n for n, km in away.items() if km <= REACH_KM]))
        return surroundings(lat, lon, ((place_of(row), away[row[0]]) for row in rows))

    def _cities_around(self, lat: float, lon: float, degrees: float) -> list[tuple[float, int]]:
        """Great-circle distance, in degrees, and number of the cities in a box of a point."""
        highest = min(abs(lat) + degrees, 89.9)
        width = min(180.0, degrees / math.cos(math.radians(highest)))
        # A box over the date line is asked for a second time, a turn around the earth away.
        turns = [t for t in (-360, 0, 360) if abs(lon + t) - width < 180]
        return list(
            {
                (_distance(lat, lon, row[1], row[2]), row[0])
                for turn in turns
                for row in self._rows(
                    _IN_BOX, lat - degrees, lat + degrees, lon + turn - width, lon + turn + width
                )
            }
        )

    def _find(self, name: str, limit: int) -> tuple[Candidate, ...]:
        key = name_key(name)
        if not key:
            return ()
        return self._spelt(name, key, limit) or self._misspelt(key, limit)

    def _spelt(self, name: str, key: str, limit: int) -> tuple[Candidate, ...]:
        """Candidates for a name as it stands, in another spelling, or without generic words."""
        if found := self._named(key, limit):
            return found
        for variant in variants(name):
            if found := self._named(variant.key, limit):
                return _normalised(found, variant)
        return self._in_region(name, limit)

    def _misspelt(self, key: str, limit: int) -> tuple[Candidate, ...]:
        """Well-known places whose name is a slip away, or two where the name is long."""
        if not SHORTEST <= len(key) <= LONGEST or not key.replace(" ", "").isalpha():
            return ()
        known = (_LEAST_SCORE, _KNOWN_CITY if len(key) >= _SHORT else _KNOWN_BY_A_SHORT_NAME)
        rows = self._rows(_ONE_SLIP, json.dumps(list(one_slip(key))), *known, limit)
        if not rows and len(key) >= SHORTEST_OF_TWO:
            start, lengths = key[:SURE], (len(key) - 2, len(key) + 2)
            rows = [
                row
                for row in self._rows(_TWO_SLIPS, start, start + "\U0010ffff", *lengths, *known)
                if is_close(key, name_key(row[-1]), 2)
            ][:limit]
        found = {row[0]: row for row in reversed(rows)}
        return tuple(
            Candidate(place_of(row[:-2]), Match.NORMALISED, str(row[-1]))
            for row in reversed(found.values())
        )

    def _in_region(self, name: str, limit: int) -> tuple[Candidate, ...]:
        """Candidates for "City, Region": those of the city that lie in the region."""
        head, comma, tail = name.rpartition(",")
        if not (comma and head.strip() and tail.strip()):
            return ()
        around = {c.place for c in self._spelt(tail, name_key(tail), limit)}
        ids = {place.id for place in around}
        countries = {p.country_code for p in around if p.kind is PlaceKind.COUNTRY}
        return tuple(
            Candidate(c.place, Match.NORMALISED, c.matched)
            for c in self._spelt(head, name_key(head), 10 * limit)
            if c.place.region_id in ids or c.place.country_code in countries
        )[:limit]

    def _named(self, key: str, limit: int) -> tuple[Candidate, ...]:
        rows = self._rows(_BY_KEY, key, limit)
        return tuple(
            Candidate(place_of(row[:-2]), Match(str(row[-2])), str(row[-1])) for row in rows
        )

    def _first(self, where: str, *arguments: object) -> Place | None:
        return next(iter(self._places(where, *arguments)), None)

    def _places(self, where: str, *arguments: object) -> tuple[Place, ...]:
        return tuple(place_of(row) for row in self._rows(f"{_PLACES} {where}", *arguments))

    def _rows(self, query: str, *arguments: object) -> Sequence[Row]:
        return self._file.rows(query, arguments)

    def _forget(self) -> None:
        """Another file may hold other places."""
        self._lookup.cache_clear()
        self.__dict__.pop("fingerprint", None)


def _normalised(found: Sequence[Candidate], variant: Variant) -> tuple[Candidate, ...]:
    def fits(candidate: Candidate) -> bool:
        return candidate.place.kind is variant.kind

    if not variant.affix:
        return tuple(found)
    in_order = sorted(found, key=fits, reverse=True)
    return tuple(Candidate(c.place, Match.NORMALISED, c.matched) for c in in_order)


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in degrees; geopy's takes ten times as long for a whole box."""
    up, across = math.radians(other_lat - lat), math.radians(other_lon - lon)
    share = math.sin(up / 2) ** 2 + (
        math.cos(math.radians(lat)) * math.cos(math.radians(other_lat)) * math.sin(across / 2) ** 2
    )
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(share))))


@cache
def _no_fixed_places() -> dict[str, str]:
    return {
        name_key(name): row["reason"]
        for row in read_table("no_fixed_place")
        for name in split(row["names"])
    }
