from support.samples import CHINA, HARBIN, HEILONGJIANG, KHARKIV

from dashboard.map.layers.place_features import point_of
from dashboard.page.reader.alternatives import alternatives
from geo.model.places import Alternative, Place, PlaceKind, Resolution, Status

AROUND = {"CN": CHINA, "iso-CN-HL": HEILONGJIANG}


def place_of(key: str) -> Place | None:
    return AROUND.get(key)


def rows(*others: Alternative) -> list[dict]:
    return alternatives(Resolution(KHARKIV, 0.6, Status.RESOLVED, (), others), place_of)


def test_alternatives_come_likeliest_first_with_their_probabilities() -> None:
    found = rows(Alternative(CHINA, 0.1), Alternative(HARBIN, 0.3))
    assert [(row["name"], row["kind"], row["likelihood"]) for row in found] == [
        ("Harbin, Heilongjiang, China", "city or town", "0.30"), ("China", "country", "0.10"),
    ]  # fmt: skip


def test_a_row_says_where_its_ghost_stands() -> None:
    harbin, china = rows(Alternative(HARBIN, 0.3), Alternative(CHINA, 0.1))
    assert (harbin["lat"], harbin["lon"], harbin["outline"]) == (HARBIN.lat, HARBIN.lon, "")
    assert ((china["lat"], china["lon"]), china["outline"]) == (point_of(CHINA), "CN")


def test_a_ghost_beyond_the_seam_stands_with_its_country() -> None:
    (fiji,) = rows(Alternative(Place("x", "Taveuni", PlaceKind.PHYSICAL, -16.8, -179.9, "FJ"), 0.2))
    assert fiji["lon"] > 180


def test_hidden_characters_of_a_name_are_not_shown() -> None:
    (row,) = rows(Alternative(Place("x", "Har\u202ebin", PlaceKind.CITY, 1, 2), 0.2))
    assert row["name"] == "Harbin"
