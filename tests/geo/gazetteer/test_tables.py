import re
from itertools import chain

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.compiling.compilation import NAME_TABLES, PLACE_TABLES
from geo.gazetteer.name_keys import name_key
from geo.gazetteer.tables import read_table, split, table_names
from geo.model.places import Match, PlaceKind

FAR_FROM_ANY_TOWN = frozenset(
    {"dl-aconcagua", "dl-aldabra", "dl-macquarie-island", "dl-pratas-islands"}
)


@pytest.mark.parametrize("table", table_names())
def test_every_row_names_its_source(table: str) -> None:
    rows = read_table(table)
    assert rows
    assert all(row["source"].strip() for row in rows)
    assert all(None not in row and None not in row.values() for row in rows)


def test_own_places_have_sound_ids_and_positions() -> None:
    rows = list(chain.from_iterable(map(read_table, PLACE_TABLES)))
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"dl-[a-z0-9-]+", row["id"])
        assert PlaceKind(row["kind"])
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
        assert float(row["radius_km"]) > 0


def test_further_names_are_names_of_a_kind_that_exists() -> None:
    for table in NAME_TABLES:
        for row in read_table(table):
            assert Match(row["match"])
            assert all(name_key(name) for name in split(row["names"])), row


def test_seas_lands_and_sites_by_the_hundred() -> None:
    assert len(read_table("waters")) > 900
    assert len(read_table("lands")) > 1000
    assert len(read_table("facilities")) > 1000


def test_own_places_lie_in_or_near_their_country(gazetteer: Gazetteer) -> None:
    """Of the nearest towns one is its country's, wherever there are towns around."""
    astray = []
    for row in chain.from_iterable(map(read_table, PLACE_TABLES)):
        if row["country_code"] in {"", "AQ", "UM"} or row["id"] in FAR_FROM_ANY_TOWN:
            continue
        towns = gazetteer.nearest(float(row["lat"]), float(row["lon"]), limit=20)
        if row["country_code"] not in {town.country_code for town in towns}:
            astray.append((row["name"], row["country_code"], towns[0].country_code))
    assert astray == []


def test_names_of_no_fixed_place_say_why_in_a_sentence() -> None:
    for row in read_table("no_fixed_place"):
        assert row["reason"].endswith(".")
