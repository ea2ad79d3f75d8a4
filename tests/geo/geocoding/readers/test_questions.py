import pytest
from support.samples import HARBIN

from geo.geocoding.readers.questions import NAME_ONLY, askings, elsewhere, reverse_options
from geo.geocoding.search_area import Area, area_of
from geo.geocoding.services import Asking, Question, Taste
from geo.model.places import PlaceKind

AREA = area_of(HARBIN)
CHURCH = Question("Church of the Intercession", "Harbin", "CN", PlaceKind.FACILITY, AREA)


def asked(service: str, question: Question, taste: Taste | None = None) -> list[Asking]:
    return list(askings(service, question, taste or Taste()))


def test_nominatim_is_asked_inside_the_area_then_with_the_town_then_in_the_country() -> None:
    ways = asked("nominatim", CHURCH)
    assert [way.query for way in ways] == [
        "Church of the Intercession",
        "Intercession Church",
        {"amenity": "Church of the Intercession", "city": "Harbin"},
        "Church of the Intercession",
    ]
    assert [way.options.get("bounded", False) for way in ways] == [True, True, False, False]
    assert ways[0].options["viewbox"] == AREA.box if AREA else False
    assert {way.options["country_codes"] for way in ways} == {"cn"}
    assert [way.trust for way in ways] == sorted((way.trust for way in ways), reverse=True)


@pytest.mark.parametrize("street", ["Central Street", "Red Square", "Nevsky avenue"])
def test_a_street_is_asked_for_as_a_street(street: str) -> None:
    question = Question(street, "Harbin", "CN", PlaceKind.FACILITY, AREA)
    assert {"street": street, "city": "Harbin"} in [w.query for w in asked("nominatim", question)]


def test_without_context_only_the_name_is_asked() -> None:
    (way,) = asked("nominatim", Question("Xyzzy"))
    assert way.query == "Xyzzy"
    assert "country_codes" not in way.options


def test_a_parent_in_the_name_is_not_said_twice() -> None:
    (way,) = asked("photon", Question("Harbin University", "Harbin", "CN"))
    assert way.query == "Harbin University"


@pytest.mark.parametrize(
    ("said", "wordings"),
    [
        ("cathedral of St Sophia", ["cathedral of St Sophia", "St Sophia cathedral"]),
        ("the Palace of the Republic", ["the Palace of the Republic", "Republic Palace"]),
        ("Harbin's Central Street", ["Harbin's Central Street", "Central Street"]),
        ("Sun Island", ["Sun Island"]),
    ],
)
def test_inside_an_area_a_name_is_also_asked_for_as_a_map_has_it(
    said: str, wordings: list[str]
) -> None:
    ways = asked("photon", Question(said, "Harbin", "CN", area=AREA))
    assert [way.query for way in ways if "bbox" in way.options] == wordings


def test_an_area_across_the_antimeridian_is_no_box() -> None:
    ways = asked("nominatim", Question("Nuku", "Taveuni", "FJ", area=Area(-16.9, 179.9, 60.0)))
    assert not any("viewbox" in way.options for way in ways)


@pytest.mark.parametrize(
    ("service", "options"),
    [
        ("photon", {"limit": 5, "language": "en", "bbox": AREA and AREA.box}),
        ("geonames", {"country": "cn"}),
        ("pelias", {"language": "en", "countries": ["CN"], "boundary_rect": AREA and AREA.box}),
        ("mapbox", {"language": "en", "country": "cn", "bbox": AREA and AREA.box}),
        (
            "opencage",
            {"language": "en", "country": "cn", "bounds": AREA and AREA.box, "annotations": False},
        ),
    ],
)
def test_each_service_is_asked_in_geopys_words(service: str, options: dict[str, object]) -> None:
    assert asked(service, CHURCH)[0].options == options


def test_a_service_nobody_described_is_asked_in_words_only() -> None:
    assert [way.options for way in asked("somebody", CHURCH)] == [{}, {}]


def test_the_last_question_is_the_name_in_any_country() -> None:
    last = elsewhere("nominatim", Question("Quorvik", "Harbin", "CN", None, AREA), Taste())
    assert last is not None
    assert (last.query, last.trust) == ("Quorvik", NAME_ONLY)
    assert not {"country_codes", "viewbox"} & set(last.options)


@pytest.mark.parametrize(
    ("service", "question"),
    [
        ("nominatim", Question("Quorvik")),
        ("photon", Question("Quorvik", country_code="CN")),
        ("nominatim", CHURCH),
    ],
    ids=["no country", "no limit", "a site"],
)
def test_no_last_question_where_it_was_asked_or_would_mislead(
    service: str, question: Question
) -> None:
    assert elsewhere(service, question, Taste()) is None


def test_the_country_of_the_settings_is_asked_first_where_the_article_says_none() -> None:
    here, anywhere = asked("nominatim", Question("Paris"), Taste("de", "US"))
    assert (here.options["language"], here.options["country_codes"]) == ("de", "us")
    assert "country_codes" not in anywhere.options
    (said,) = asked("nominatim", Question("Paris", country_code="FR"), Taste("de", "US"))
    assert said.options["country_codes"] == "fr"


@pytest.mark.parametrize(
    ("service", "options"),
    [("nominatim", {"language": "de"}), ("geonames", {"lang": "de"}), ("mapbox", {}), ("x", {})],
)
def test_what_lies_at_a_point_is_said_in_the_language_of_the_settings(
    service: str, options: dict[str, object]
) -> None:
    assert reverse_options(service, Taste("de")) == options
