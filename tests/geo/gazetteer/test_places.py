"""What the real gazetteer must know: well-known names, each with its place."""

import re
from contextlib import closing

import pytest
from geopy.distance import great_circle

from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling.build import ensure_built
from geo.gazetteer.compiling.compilation import city_entry
from geo.gazetteer.compiling.package_sources import City, read_countries
from geo.gazetteer.database import connect
from geo.model.places import Match, PlaceKind
from geo.settings import Settings

CITY, REGION, COUNTRY = PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY
COUNTY, PHYSICAL, CONTINENT = PlaceKind.COUNTY, PlaceKind.PHYSICAL, PlaceKind.CONTINENT
FACILITY = PlaceKind.FACILITY

COUNTRIES = [
    "AE",
    "AF",
    "AL",
    "AM",
    "AO",
    "AR",
    "AT",
    "AU",
    "AZ",
    "BA",
    "BD",
    "BE",
    "BF",
    "BG",
    "BI",
    "BJ",
    "BO",
    "BR",
    "BW",
    "BY",
    "CA",
    "CD",
    "CF",
    "CG",
    "CH",
    "CI",
    "CL",
    "CM",
    "CN",
    "CO",
    "CR",
    "CU",
    "CZ",
    "DE",
    "DJ",
    "DK",
    "DO",
    "DZ",
    "EC",
    "EE",
    "EG",
    "ER",
    "ES",
    "ET",
    "FI",
    "FR",
    "GA",
    "GB",
    "GE",
    "GH",
    "GN",
    "GR",
    "GT",
    "GY",
    "HN",
    "HR",
    "HT",
    "HU",
    "ID",
    "IE",
    "IL",
    "IN",
    "IQ",
    "IR",
    "IS",
    "IT",
    "JO",
    "JP",
    "KE",
    "KG",
    "KH",
    "KP",
    "KR",
    "KZ",
    "LA",
    "LB",
    "LR",
    "LS",
    "LT",
    "LV",
    "LY",
    "MA",
    "MD",
    "MG",
    "MK",
    "ML",
    "MM",
    "MN",
    "MR",
    "MW",
    "MX",
    "MY",
    "MZ",
    "NA",
    "NE",
    "NG",
    "NI",
    "NO",
    "NP",
    "NZ",
    "OM",
    "PA",
    "PE",
    "PG",
    "PH",
    "PK",
    "PL",
    "PS",
    "PT",
    "PY",
    "QA",
    "RO",
    "RS",
    "RU",
    "RW",
    "SA",
    "SD",
    "SE",
    "SI",
    "SK",
    "SL",
    "SN",
    "SO",
    "SR",
    "SS",
    "SV",
    "SY",
    "SZ",
    "TD",
    "TG",
    "TH",
    "TJ",
    "TL",
    "TM",
    "TN",
    "TR",
    "TZ",
    "UA",
    "UG",
    "US",
    "UY",
    "UZ",
    "VE",
    "VN",
    "XK",
    "YE",
    "ZA",
    "ZM",
    "ZW",
]
KNOWN = [
    # name, id of the first candidate, its kind
    ("Harbin", "gn-2037013", CITY),
    ("Kharkov", "gn-706483", CITY),
    ("Kharkiv", "gn-706483", CITY),
    ("Kiev", "gn-703448", CITY),
    ("Peking", "gn-1816670", CITY),
    ("Beijing", "gn-1816670", CITY),
    ("Moscow", "gn-524901", CITY),
    ("MOSCOW", "gn-524901", CITY),
    ("London", "gn-2643743", CITY),
    ("Paris", "gn-2988507", CITY),
    ("Paris, Texas", "gn-4717560", CITY),
    ("Washington, D.C.", "gn-4140963", CITY),
    ("New York", "gn-5128581", CITY),
    ("St. Louis", "gn-4407066", CITY),
    ("Saint Petersburg", "gn-498817", CITY),
    ("Leningrad", "gn-498817", CITY),
    ("Constantinople", "gn-745044", CITY),
    ("Bombay", "gn-1275339", CITY),
    ("Saigon", "gn-1566083", CITY),
    ("Londoners", "gn-2643743", CITY),
    ("Parisian", "gn-2988507", CITY),
    ("Heilongjiang", "iso-CN-HL", REGION),
    ("Heilongjiang Province", "iso-CN-HL", REGION),
    ("Kharkiv region", "iso-UA-63", REGION),
    ("Kharkov Oblast", "iso-UA-63", REGION),
    ("Crimea", "iso-UA-43", REGION),
    ("Catalonia", "iso-ES-CT", REGION),
    ("Bavarian", "iso-DE-BY", REGION),
    ("Texan", "iso-US-TX", REGION),
    ("Calif.", "iso-US-CA", REGION),
    ("W.Va.", "iso-US-WV", REGION),
    ("B.C.", "iso-CA-BC", REGION),
    ("NSW", "iso-AU-NSW", REGION),
    ("Scotland", "iso-GB-SCT", REGION),
    ("northern Scotland", "iso-GB-SCT", REGION),
    ("Normandy", "iso-FR-NOR", REGION),
    ("Tibet", "iso-CN-XZ", REGION),
    ("Middle East", "dl-middle-east", REGION),
    ("the West Bank", "dl-west-bank", REGION),
    ("Gaza Strip", "dl-gaza-strip", REGION),
    ("Donbass", "dl-donbas", REGION),
    ("Darfur", "dl-darfur", REGION),
    ("Kashmiri", "dl-kashmir", REGION),
    ("Siberia", "dl-siberia", REGION),
    ("the Balkans", "dl-balkans", REGION),
    ("EU", "dl-european-union", REGION),
    ("Orange County", "dl-US-CA-orange-county", COUNTY),
    ("Harris County", "dl-US-TX-harris-county", COUNTY),
    ("China", "iso-CN", COUNTRY),
    ("Chinese", "iso-CN", COUNTRY),
    ("the Asian giant", "iso-CN", COUNTRY),
    ("Russia's", "iso-RU", COUNTRY),
    ("Russians", "iso-RU", COUNTRY),
    ("Soviet Union", "iso-RU", COUNTRY),
    ("Ukrainian", "iso-UA", COUNTRY),
    ("U.S.", "iso-US", COUNTRY),
    ("USA", "iso-US", COUNTRY),
    ("America", "iso-US", COUNTRY),
    ("UK", "iso-GB", COUNTRY),
    ("Britons", "iso-GB", COUNTRY),
    ("Turkey", "iso-TR", COUNTRY),
    ("Türkiye", "iso-TR", COUNTRY),
    ("Ivory Coast", "iso-CI", COUNTRY),
    ("Côte d’Ivoire", "iso-CI", COUNTRY),
    ("Burma", "iso-MM", COUNTRY),
    ("Zaire", "iso-CD", COUNTRY),
    ("DRC", "iso-CD", COUNTRY),
    ("Kosovo", "iso-XK", COUNTRY),
    ("Taiwan", "iso-TW", COUNTRY),
    ("the Vatican", "iso-VA", COUNTRY),
    ("Palestine", "iso-PS", COUNTRY),
    ("Palestinians", "iso-PS", COUNTRY),
    ("Georgia", "iso-GE", COUNTRY),
    ("Europe", "dl-europe", CONTINENT),
    ("African", "dl-africa", CONTINENT),
    ("Black Sea", "dl-black-sea", PHYSICAL),
    ("River Thames", "dl-thames", PHYSICAL),
    ("Himalayas", "dl-himalayas", PHYSICAL),
    ("Mt. Everest", "dl-mount-everest", PHYSICAL),
    ("the Kremlin", "dl-kremlin", FACILITY),
    ("Heathrow", "dl-heathrow-airport", FACILITY),
]


@pytest.mark.parametrize(("name", "identity", "kind"), KNOWN, ids=[row[0] for row in KNOWN])
def test_a_well_known_name(gazetteer: Gazetteer, name: str, identity: str, kind: PlaceKind) -> None:
    place = gazetteer.lookup(name)[0].place
    assert (place.id, place.kind) == (identity, kind)


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Georgia", "iso-US-GA"),
        ("Washington", "iso-US-WA"),
        ("Washington", "gn-4140963"),
        ("Korea", "iso-KP"),
        ("Congo", "iso-CG"),
        ("Punjab", "iso-IN-PB"),
        ("Gaza", "gn-281133"),
        ("Hong Kong", "iso-HK"),
        ("Mexico", "iso-MX"),
        ("Singapore", "iso-SG"),
        ("Russian", "iso-RU"),
    ],
)
def test_an_ambiguous_name_has_its_other_places(gazetteer: Gazetteer, name: str, also: str) -> None:
    assert also in [candidate.place.id for candidate in gazetteer.lookup(name)]


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Harbin", 45.75, 126.65),
        ("Kharkov", 49.99, 36.23),
        ("Kiev", 50.45, 30.52),
        ("Moscow", 55.75, 37.62),
        ("Beijing", 39.9, 116.4),
        ("Nairobi", -1.29, 36.82),
        ("Santiago", -33.45, -70.67),
        ("Wellington", -41.29, 174.78),
    ],
)
def test_cities_lie_within_fifty_kilometres(
    gazetteer: Gazetteer, name: str, lat: float, lon: float
) -> None:
    place = gazetteer.lookup(name)[0].place
    assert great_circle((place.lat, place.lon), (lat, lon)).km < 50


def test_cities_know_their_division(gazetteer: Gazetteer) -> None:
    expected = {
        "gn-2037013": "iso-CN-HL",
        "gn-706483": "iso-UA-63",
        "gn-703448": "iso-UA-30",
        "gn-524901": "iso-RU-MOW",
        "gn-4140963": "iso-US-DC",
        "gn-2988507": "iso-FR-IDF",
        "gn-4717560": "iso-US-TX",
        "gn-2643743": "iso-GB-ENG",
        "gn-281133": "dl-gaza-strip",
    }
    for city, region in expected.items():
        place = gazetteer.place(city)
        assert place is not None
        assert place.region_id == region
        assert gazetteer.place(region) is not None


def test_every_country_has_its_place_and_ids(gazetteer: Gazetteer) -> None:
    for country in read_countries():
        place = gazetteer.country_place(country.code)
        if country.code in {"AN", "CS"}:  # dissolved
            assert place is None
            continue
        assert place is not None, country.name
        assert place.geonameid == country.geonameid
        assert place.kind is COUNTRY


@pytest.mark.parametrize(
    "code",
    COUNTRIES,
)
def test_a_countrys_point_lies_inside_it(gazetteer: Gazetteer, code: str) -> None:
    country = gazetteer.country_place(code)
    assert country is not None
    around = gazetteer.nearest(country.lat, country.lon, limit=12)
    assert code in {place.country_code for place in around}


def test_the_united_states_point_is_in_the_lower_48(gazetteer: Gazetteer) -> None:
    place = gazetteer.country_place("US")
    assert place is not None
    assert 25 < place.lat < 49
    assert -124 < place.lon < -67


def test_the_date_line_is_no_edge(gazetteer: Gazetteer) -> None:
    west, east = gazetteer.nearest(-16.8, 179.99), gazetteer.nearest(-16.8, -179.99)
    assert west == east
    assert west[0].country_code == "FJ"


def test_large_cities_for_labels(gazetteer: Gazetteer) -> None:
    assert {"Shanghai", "Beijing"} <= {place.name for place in gazetteer.largest(10)}


def test_names_of_no_fixed_place(gazetteer: Gazetteer) -> None:
    for name in ("the West", "Western", "Global South", "the international community"):
        assert gazetteer.no_fixed_place(name)


def test_a_code_among_a_citys_names_is_an_abbreviation() -> None:
    city = City(1, "Harbin", 45.75, 126.65, "CN", "08", 5, ["HRB", "Kharbin", "Харбин"])
    assert dict(city_entry(city, "iso-CN-HL").names) == {
        "Harbin": Match.NAME,
        "HRB": Match.ABBREVIATION,
        "Kharbin": Match.ALTERNATE,
        "Харбин": Match.ALTERNATE,
    }


@pytest.mark.parametrize("name", ["Kyiv", "Moscow", "Beijing", "Berlin", "Vienna", "Bangkok"])
def test_a_city_that_is_a_division_of_its_own_is_meant_as_the_city(
    gazetteer: Gazetteer, name: str
) -> None:
    first, *others = [candidate.place for candidate in gazetteer.lookup(name)]
    assert first.kind is PlaceKind.CITY
    assert first.is_capital
    assert not [p for p in others if p.kind is PlaceKind.REGION and p.name == name]


def test_only_one_city_of_a_country_is_its_capital(gazetteer: Gazetteer) -> None:
    capitals = [c.place for c in gazetteer.lookup("Moscow") if c.place.is_capital]
    assert [p.country_code for p in capitals] == ["RU"]


def test_every_id_is_letters_digits_and_hyphens() -> None:
    """Ids stand in links and reach the map's script ungated."""
    with closing(connect(ensure_built(Settings().cache_dir))) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM place")]
    assert len(ids) > 200_000
    assert [i for i in ids if not re.fullmatch(r"[A-Za-z0-9-]+", i)] == []
