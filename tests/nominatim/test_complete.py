"""An article of our own, parsed by the real geoparser and completed by a real Nominatim."""

from pathlib import Path

import pytest
from support.asking import settings_for

from geo import Article, Geoparser
from geo.geocoding import Service, complete, services_from
from geo.model.parsed_article import ParsedArticle
from geo.model.places import PlaceKind, Resolution, Status

TEXT = (
    "HARBIN, China - The choir of the Church of the Intercession in Harbin sang on Sunday. "
    "Guests from Kharkiv had come by way of Sun Island.\n\n"
    "In Kharkiv, the Church of the Intercession was closed. Its own choir was at Derzhprom.\n\n"
    "Soldiers left Manshiyet Rugola near Suez. Nobody was seen at Quxyzal Hospital in Suez."
)


@pytest.fixture(scope="module")
def parsed(geoparser: Geoparser) -> ParsedArticle:
    return geoparser.parse(Article("choir", TEXT, "Two choirs"))


def of(parsed: ParsedArticle, name: str) -> list[tuple[str, Resolution]]:
    """The resolutions of a name, with the words after it."""
    return [
        (TEXT[mention.end : mention.end + 10], resolution)
        for mention, resolution in zip(parsed.mentions, parsed.resolutions, strict=True)
        if mention.text == name and mention.field == "text"
    ]


def test_an_approximate_church_gets_its_own_position(
    parsed: ParsedArticle, service: Service
) -> None:
    ((_, before), *_) = of(parsed, "Church of the Intercession")
    assert before.source == "inherited"
    (_, after), *_ = of(complete(parsed, [service]), "Church of the Intercession")
    assert after.place is not None
    assert (after.place.id, after.place.radius_km) == ("osm-node-3", None)
    assert after.source == "nominatim"
    assert "It lies 1 km from Harbin." in after.reasons


def test_a_village_the_gazetteer_does_not_know(parsed: ParsedArticle, service: Service) -> None:
    ((_, before),) = of(parsed, "Manshiyet Rugola")
    assert before.place is None
    ((_, after),) = of(complete(parsed, [service]), "Manshiyet Rugola")
    assert after.place is not None
    assert (after.place.kind, after.place.country_code) == (PlaceKind.CITY, "EG")


def test_what_nobody_knows_keeps_the_position_of_its_town(
    parsed: ParsedArticle, service: Service
) -> None:
    ((_, before),) = of(parsed, "Quxyzal Hospital")
    ((_, after),) = of(complete(parsed, [service]), "Quxyzal Hospital")
    assert (after.place, after.probability) == (before.place, before.probability)
    assert after.place is not None
    assert after.place.radius_km is not None
    assert after.reasons[-1] == "nominatim does not know it either."


def test_a_service_that_is_down_changes_no_position(parsed: ParsedArticle, tmp_path: Path) -> None:
    down = services_from(settings_for("127.0.0.1:1", tmp_path, timeout=1, rate=1000))
    after = complete(parsed, down)
    before_places = [resolution.place for resolution in parsed.resolutions]
    assert [resolution.place for resolution in after.resolutions] == before_places
    ((_, village),) = of(after, "Manshiyet Rugola")
    assert village.status == Status.UNAVAILABLE


def test_no_other_mention_changes(parsed: ParsedArticle, service: Service) -> None:
    after = complete(parsed, [service])
    for before, now in zip(parsed.resolutions, after.resolutions, strict=True):
        if before.place is not None and before.source != "inherited":
            assert now == before
