"""What becomes of the rows of a dump: looked up after a real import into the toy."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from support.dumps import name_line, place_line, use_toy_sources, written

from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import imported_path
from geo.gazetteer.database import connect
from geo.gazetteer.importing import Report, import_dumps
from geo.gazetteer.name_keys import name_key
from geo.model.places import Match, PlaceKind
from geo.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    use_toy_sources(monkeypatch)
    return Settings(cache_dir=tmp_path / "cache")


def imported(settings: Settings, *dumps: Sequence[str], least: int = 0) -> list[Report]:
    folder = settings.cache_dir.parent
    paths = [written(folder / f"dump{i}.txt", lines) for i, lines in enumerate(dumps)]
    return import_dumps(paths, settings, min_population=least, progress=False)


def ids(settings: Settings, name: str) -> list[str]:
    return [candidate.place.id for candidate in Gazetteer.open(settings).lookup(name)]


def counts(report: Report) -> tuple[int, int, int]:
    return report.added, report.known, report.left_out


def test_a_new_place_is_found_by_all_its_names_with_all_its_fields(settings: Settings) -> None:
    line = place_line(99, "Šaľa", others="Vágsellye,SAL,Шаля", people=21_000, lat=48.15, lon=17.88)
    (report,) = imported(settings, [line])
    assert counts(report) == (1, 0, 0)
    (candidate,) = Gazetteer.open(settings).lookup("Sala")
    place = candidate.place
    assert (place.id, place.name, place.kind, place.geonameid) == (
        "gn-99", "Šaľa", PlaceKind.CITY, 99
    )  # fmt: skip
    assert (place.lat, place.lon, place.population) == (48.15, 17.88, 21_000)
    assert (place.country_code, place.region_id) == ("US", "iso-US-TX")
    gazetteer = Gazetteer.open(settings)
    assert gazetteer.lookup("Vagsellye")[0].match is Match.ALTERNATE
    assert gazetteer.lookup("SAL")[0].match is Match.ABBREVIATION
    assert not gazetteer.lookup("Шаля")  # no English text spells it so
    assert gazetteer.place("gn-99") == place
    assert gazetteer.nearest(48.1, 17.9) == (place,)
    assert place in gazetteer.search("sal")


def test_a_known_place_gets_names_and_nothing_else(settings: Settings) -> None:
    before = Gazetteer.open(settings).place("gn-706483")
    row = place_line(706483, "Charkow", others="Kharkiv City", people=5, lat=0, country="RU")
    (report,) = imported(settings, [row])
    assert counts(report) == (0, 1, 0)
    assert ids(settings, "Charkow") == ids(settings, "Kharkiv City") == ["gn-706483"]
    assert Gazetteer.open(settings).place("gn-706483") == before
    assert Gazetteer.open(settings).lookup("Kharkov")[0].match is Match.ALTERNATE


def test_a_place_twice_in_a_dump_is_added_once(settings: Settings) -> None:
    (report,) = imported(settings, [place_line(99, "Twice"), place_line(99, "Twice")])
    assert counts(report) == (1, 0, 1)
    assert ids(settings, "Twice") == ["gn-99"]


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("P.PPLX", PlaceKind.CITY),
        ("A.ADM3", PlaceKind.COUNTY),
        ("A.TERR", PlaceKind.REGION),
        ("A.PRSH", PlaceKind.COUNTY),
        ("H.STM", PlaceKind.PHYSICAL),
        ("T.MT", PlaceKind.PHYSICAL),
        ("V.FRST", PlaceKind.PHYSICAL),
        ("L.PRK", PlaceKind.PHYSICAL),
        ("L.RGN", PlaceKind.REGION),
        ("L.MILB", PlaceKind.FACILITY),
        ("S.AIRP", PlaceKind.FACILITY),
    ],
)
def test_a_feature_becomes_a_kind(settings: Settings, feature: str, kind: PlaceKind) -> None:
    imported(settings, [place_line(99, "Newfound", feature)])
    assert [c.place.kind for c in Gazetteer.open(settings).lookup("Newfound")] == [kind]


@pytest.mark.parametrize("feature", ["A.PCLI", "A.PCLH", "A.ADM1H", "L.CONT", "R.RD", ".", "A.ZN"])
def test_some_features_are_left_out(settings: Settings, feature: str) -> None:
    reports = imported(settings, [place_line(99, "Newfound", feature), place_line(98, "Town")])
    assert counts(reports[0]) == (1, 0, 1)
    assert not ids(settings, "Newfound")


def test_small_towns_may_be_left_out_and_mountains_stay(settings: Settings) -> None:
    rows = [place_line(97, "Small", people=999), place_line(98, "Large", people=1000)]
    imported(settings, [*rows, place_line(99, "Peak", "T.PK")], least=1000)
    assert [ids(settings, n) for n in ("Small", "Large", "Peak")] == [[], ["gn-98"], ["gn-99"]]


def test_a_first_level_division_is_the_region_of_its_code(settings: Settings) -> None:
    row = place_line(706482, "Kharkivska", "A.ADM1", country="UA", admin1="07")
    imported(settings, [row], [name_line(706482, "en", "Slobozhanshchyna")])
    assert ids(settings, "Kharkivska") == ids(settings, "Slobozhanshchyna") == ["iso-UA-63"]
    region = Gazetteer.open(settings).place("iso-UA-63")
    assert region is not None
    assert region.geonameid == 706482
    imported(settings, [row])
    assert ids(settings, "Kharkivska") == ["iso-UA-63"]


def test_tables_of_divisions_name_regions_and_counties(settings: Settings) -> None:
    first, second = "UA.07\tCharkiwska\tCharkiwska\t706482", "US.TX.277\tLamar County\tLamar\t99"
    main = [place_line(706482, "Kharkivshchyna", "A.ADM1", country="UA", admin1="07")]
    reports = imported(settings, main, [first], [second])
    assert [counts(report) for report in reports] == [(0, 1, 0)] * 3
    assert ids(settings, "Charkiwska") == ids(settings, "Kharkivshchyna") == ["iso-UA-63"]
    assert ids(settings, "Lamar") == ["dl-US-TX-lamar-county"]


def test_a_county_is_found_by_its_name_in_its_region(settings: Settings) -> None:
    ours = place_line(98, "Lamar County", "A.ADM2", others="Lamarshire")
    theirs = place_line(99, "Lamar County", "A.ADM2", admin1="GA")
    imported(settings, [theirs, ours])
    assert ids(settings, "Lamarshire") == ["dl-US-TX-lamar-county"]
    assert sorted(ids(settings, "Lamar County")) == ["dl-US-TX-lamar-county", "gn-99"]


def test_a_region_the_gazetteer_leaves_to_its_city_stays_unnamed(settings: Settings) -> None:
    imported(settings, [place_line(703447, "Kyiv", "A.ADM1", country="UA", admin1="12")])
    assert ids(settings, "Kyiv") == ["gn-703448"]


def test_what_the_tables_have_is_not_added_again(settings: Settings) -> None:
    near = place_line(98, "Danube", "H.STM", lat=46, lon=28)
    far = place_line(99, "Danube", "H.STM", lat=40, lon=-90)
    imported(settings, [near, far])
    assert ids(settings, "Danube") == ["dl-danube", "gn-99"] or ids(settings, "Danube") == [
        "gn-99", "dl-danube"
    ]  # fmt: skip


def test_alternate_names_say_how_they_match(settings: Settings) -> None:
    names = [
        name_line(99, "", "Officialtown"),
        name_line(99, "en", "Officialtown", "preferred"),
        name_line(99, "", "Othertown"),
        name_line(99, "en", "Nicktown", "colloquial"),
        name_line(99, "en", "Oldtown", "historic preferred"),
        name_line(99, "iata", "QQX"),
        name_line(99, "abbr", "O.T."),
        name_line(99, "link", "https://example.org/Linktown"),
        name_line(99, "wkdt", "Q42"),
        name_line(99, "de", "Anderstadt"),
        name_line(7, "en", "Nowhere"),
    ]
    # The names are given first: they wait for the places.
    _, report = imported(settings, names, [place_line(99, "Town")])
    assert counts(report) == (0, 7, 4)
    gazetteer = Gazetteer.open(settings)
    found = {n: gazetteer.lookup(n)[0].match for n in ("Officialtown", "Othertown", "Nicktown")}
    assert list(found.values()) == [Match.NAME, Match.ALTERNATE, Match.NICKNAME]
    assert [gazetteer.lookup(n)[0].match for n in ("Oldtown", "QQX", "OT")] == [
        Match.ALTERNATE, Match.ABBREVIATION, Match.ABBREVIATION
    ]  # fmt: skip
    assert not any(gazetteer.lookup(n) for n in ("Q42", "Anderstadt", "Nowhere", "Linktown"))


def test_a_village_of_a_city_s_name_does_not_come_before_it(settings: Settings) -> None:
    rows = [place_line(n, "Paris") for n in range(1000, 1100)]
    communes = [place_line(99, "Paris", "A.ADM4", country="FR", people=4_000_000)]
    imported(settings, rows + communes)
    assert ids(settings, "Paris")[:1] == ["gn-2988507"]
    assert len(ids(settings, "Paris")) == 50


def test_a_second_import_adds_to_the_first(settings: Settings) -> None:
    imported(settings, [place_line(98, "Firstville")])
    (again,) = imported(settings, [place_line(98, "Firstville"), place_line(99, "Secondville")])
    assert counts(again) == (1, 1, 0)
    assert ids(settings, "Firstville") == ["gn-98"]
    assert ids(settings, "Secondville") == ["gn-99"]
    imported(settings, [name_line(98, "en", "Ersatzville")])
    assert ids(settings, "Ersatzville") == ["gn-98"]


def test_lookups_use_the_indexes(settings: Settings) -> None:
    imported(settings, [place_line(99, "Town")], [name_line(99, "en", "Townie")])
    with closing(connect(imported_path(settings.cache_dir))) as database:
        indexes = {row[1] for row in database.execute("PRAGMA index_list(place)")}
        (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'name'").fetchone()
    assert indexes == {"place_id", "place_position", "place_population", "place_geonameid"}
    assert "PRIMARY KEY (key, place)" in sql


@given(name=st.text(st.characters(exclude_characters="\t\n"), min_size=1, max_size=40))
@hypothesis_settings(max_examples=60)
def test_any_name_that_is_imported_is_found(settings: Settings, name: str) -> None:
    name = name.encode("utf-8", "ignore").decode()
    if not name_key(name):
        return
    imported(settings, [place_line(99, name, people=9_000_000), place_line(98, "Town")])
    assert "gn-99" in ids(settings, name)
    place = Gazetteer.open(settings).place("gn-99")
    assert place is not None
    assert place.name.isprintable()
    imported_path(settings.cache_dir).unlink()


def test_nothing_of_a_dump_is_run_as_sql(settings: Settings) -> None:
    name = "Robert'); DROP TABLE place; --"
    imported(settings, [place_line(99, name, others=name)])
    assert ids(settings, name) == ["gn-99"]
    with closing(sqlite3.connect(imported_path(settings.cache_dir))) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
