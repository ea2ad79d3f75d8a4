"""`stepwise` on the sample article with Moscow and Kharkov open."""

from dataclasses import replace

import pytest
from support.samples import sample

from geo.errors import ServiceUnavailable
from geo.geocoding import Finding, Question, complete, credits_of, stepwise, unasked_names
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Status

NOWHERE = Resolution(None, 0.9, Status.NOT_FOUND)


class Knowing:
    """Knows some names, and is down for others."""

    name = "fake"
    closed_for = 0.0

    def __init__(self, *known: str, down: str = "") -> None:
        self.asked: list[Question] = []
        self._known, self._down = known, down

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question)
        if question.name == self._down:
            raise ServiceUnavailable("It is down.")
        place = Place(f"osm-way-{len(question.name)}", question.name, PlaceKind.CITY, 1.0, 2.0)
        return (Finding(place, 0.6, question.name),) if question.name in self._known else ()

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        raise NotImplementedError


def two_open() -> ParsedArticle:
    parsed = sample()
    resolutions = [
        NOWHERE if mention.text == "Kharkov" else found
        for mention, found in zip(parsed.mentions, parsed.resolutions, strict=True)
    ]
    return replace(parsed, resolutions=tuple(resolutions))


def placed(parsed: ParsedArticle) -> set[str]:
    pairs = zip(parsed.mentions, parsed.resolutions, strict=True)
    return {mention.text for mention, found in pairs if found.source == "fake"}


def test_each_step_adds_a_name_and_the_last_is_what_complete_gives() -> None:
    service = Knowing("Kharkov", "Moscow")
    steps = list(stepwise(two_open(), [service]))
    assert [placed(step) for step in steps] == [{"Kharkov"}, {"Kharkov", "Moscow"}]
    again = Knowing("Kharkov", "Moscow")
    assert steps[-1] == complete(two_open(), [again])
    assert service.asked == again.asked


def test_what_could_not_be_asked_alone_is_asked_again() -> None:
    first = list(stepwise(two_open(), [Knowing(down="Kharkov")]))[-1]
    (unasked,) = unasked_names(first)
    service = Knowing("Kharkov")
    last = list(stepwise(first, [service], [unasked]))[-1]
    assert [question.name for question in service.asked] == ["Kharkov"]
    assert placed(last) == {"Kharkov"}


@pytest.mark.parametrize(
    ("source", "identifier", "said"),
    [
        ("nominatim", "osm-way-1", ("© OpenStreetMap contributors",)),
        ("verified", "osm-way-1", ("© OpenStreetMap contributors",)),
        ("elsewhere", "x-1", ("Places by elsewhere",)),
        ("gazetteer", "gn-1", ()),
    ],
)
def test_a_service_is_credited_for_its_answers_alone(
    source: str, identifier: str, said: tuple[str, ...]
) -> None:
    place = Place(identifier, "Somewhere", PlaceKind.CITY, 1.0, 2.0)
    one = Resolution(place, 0.9, Status.RESOLVED, source=source)
    assert credits_of([one, one, replace(one, place=None)]) == said
