"""`complete` on the sample article: Moscow has no place there, the West never gets one."""

from dataclasses import replace

import pytest
from support.samples import sample

from geo.errors import ServiceUnavailable
from geo.geocoding import Finding, Question, complete
from geo.mentions import MentionType
from geo.parsed import ParsedArticle
from geo.places import Place, PlaceKind, Status

MOSCOW = Place("osm-relation-1", "Moscow", PlaceKind.CITY, 55.75, 37.62, "RU")


class FakeService:
    name = "fake"

    def __init__(self, *places: Place, down: bool = False) -> None:
        self.asked: list[Question] = []
        self._places, self._down = places, down

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question)
        if self._down:
            raise ServiceUnavailable("The geocoder is down.")
        return tuple(Finding(place, 0.6, f"{question.name}, Russia") for place in self._places)

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        raise NotImplementedError


def moscow(parsed: ParsedArticle) -> int:
    return next(i for i, m in enumerate(parsed.mentions) if m.text == "Moscow")


def test_found() -> None:
    before = sample()
    after = complete(before, [FakeService(MOSCOW)])
    answer = after.resolutions[moscow(before)]
    assert (answer.place, answer.status, answer.source) == (MOSCOW, Status.RESOLVED, "fake")
    assert any("fake" in reason and "Moscow, Russia" in reason for reason in answer.reasons)


def test_not_found() -> None:
    before = sample()
    answer = complete(before, [FakeService()]).resolutions[moscow(before)]
    assert (answer.place, answer.status) == (None, Status.NOT_FOUND)
    assert "fake does not know it either." in answer.reasons


def test_unavailable_is_not_not_found() -> None:
    before = sample()
    answer = complete(before, [FakeService(down=True)]).resolutions[moscow(before)]
    assert (answer.place, answer.status) == (None, Status.UNAVAILABLE)
    assert "The geocoder is down." in answer.reasons


def test_a_second_service_answers_for_one_that_is_down() -> None:
    before = sample()
    after = complete(before, [FakeService(down=True), FakeService(MOSCOW)])
    assert after.resolutions[moscow(before)].place == MOSCOW


def test_one_silent_and_one_down_is_unavailable() -> None:
    before = sample()
    after = complete(before, [FakeService(), FakeService(down=True)])
    assert after.resolutions[moscow(before)].status == Status.UNAVAILABLE


def test_an_unavailable_name_is_asked_again_later() -> None:
    before = sample()
    down = complete(before, [FakeService(down=True)])
    assert complete(down, [FakeService(MOSCOW)]).resolutions[moscow(before)].place == MOSCOW
    again = complete(down, [FakeService(down=True)]).resolutions[moscow(before)]
    assert again.reasons.count("The geocoder is down.") == 1


def test_reasons_of_an_earlier_failure_do_not_stay() -> None:
    before = sample()
    down = complete(before, [FakeService(down=True)])
    answer = complete(down, [FakeService()]).resolutions[moscow(before)]
    assert answer.reasons == ("fake does not know it either.",)


def test_a_name_said_twice_is_asked_once() -> None:
    before = sample()
    index = moscow(before)
    twice = replace(
        before,
        mentions=(*before.mentions, before.mentions[index]),
        resolutions=(*before.resolutions, before.resolutions[index]),
    )
    service = FakeService(MOSCOW)
    after = complete(twice, [service])
    assert len(service.asked) == 1
    assert (after.resolutions[index].place, after.resolutions[-1].place) == (MOSCOW, MOSCOW)


@pytest.mark.parametrize("people", [MentionType.DEMONYM, MentionType.LANGUAGE])
def test_people_and_languages_are_no_question(people: MentionType) -> None:
    before = sample()
    index = moscow(before)
    mention = replace(before.mentions[index], type=people)
    mentions = (*before.mentions[:index], mention, *before.mentions[index + 1 :])
    service = FakeService(MOSCOW)
    complete(replace(before, mentions=mentions), [service])
    assert service.asked == []


def test_nothing_else_is_reopened() -> None:
    before = sample()
    service = FakeService(MOSCOW)
    after = complete(before, [service])
    others = [i for i in range(len(before.mentions)) if i != moscow(before)]
    assert [after.resolutions[i] for i in others] == [before.resolutions[i] for i in others]
    assert [question.name for question in service.asked] == ["Moscow"]


def test_the_question_says_what_lies_around(  # the closest place of its sentence, its country
) -> None:
    before = sample()
    index = next(i for i, m in enumerate(before.mentions) if m.text == "Harbin University")
    unknown = replace(before.resolutions[index], place=None, status=Status.NOT_FOUND)
    resolutions = (*before.resolutions[:index], unknown, *before.resolutions[index + 1 :])
    service = FakeService()
    complete(replace(before, resolutions=resolutions), [service])
    assert service.asked[0] == Question("Harbin University", "Harbin", "CN", PlaceKind.FACILITY)


@pytest.mark.parametrize("services", [[], ()])
def test_without_services_nothing_changes(services: list[FakeService]) -> None:
    before = sample()
    assert complete(before, services) == before
