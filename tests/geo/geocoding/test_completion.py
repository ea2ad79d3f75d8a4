"""`complete` on the sample article: Moscow has no place there, the West never gets one."""

from dataclasses import replace
from datetime import date

import pytest
from support.samples import HARBIN, UNIVERSITY, sample

from geo.errors import ServiceUnavailable
from geo.geocoding import Finding, Question, complete
from geo.geocoding.search_area import area_of
from geo.model.mentions import MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Focus, Place, PlaceKind, Resolution, Status

MOSCOW = Place("osm-relation-1", "Moscow", PlaceKind.CITY, 55.75, 37.62, "RU")


class FakeService:
    name = "fake"
    probability = 0.6

    def __init__(self, *places: Place, down: bool = False) -> None:
        self.asked: list[Question] = []
        self._places, self._down = places, down

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question)
        if self._down:
            raise ServiceUnavailable("The geocoder is down.")
        return tuple(self._finding(question, place) for place in self._places)

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        raise NotImplementedError

    def _finding(self, question: Question, place: Place) -> Finding:
        inside = question.area is not None and question.area.holds(place)
        return Finding(place, self.probability, f"{question.name}, Russia", inside)


class Atlas(FakeService):
    """Knows places by their names, and nothing else."""

    def find(self, question: Question) -> tuple[Finding, ...]:
        self.asked.append(question)
        known = (place for place in self._places if place.name == question.name)
        return tuple(self._finding(question, place) for place in known)


def named(parsed: ParsedArticle, name: str) -> int:
    return next(i for i, m in enumerate(parsed.mentions) if m.text == name)


def moscow(parsed: ParsedArticle) -> int:
    return named(parsed, "Moscow")


def with_resolution(parsed: ParsedArticle, index: int, resolution: Resolution) -> ParsedArticle:
    before, after = parsed.resolutions[:index], parsed.resolutions[index + 1 :]
    return replace(parsed, resolutions=(*before, resolution, *after))


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


def test_an_answer_past_its_time_says_so() -> None:
    class Stale(FakeService):
        def find(self, question: Question) -> tuple[Finding, ...]:
            return tuple(replace(f, kept=date(2026, 5, 3)) for f in super().find(question))

    before = sample()
    answer = complete(before, [Stale(MOSCOW)]).resolutions[moscow(before)]
    said = "This answer was kept on 3 May 2026; fake could not be asked again."
    assert answer.reasons[-1] == said
    fresh = complete(before, [FakeService(MOSCOW)]).resolutions[moscow(before)]
    assert said not in fresh.reasons


class Shipping(FakeService):
    """Cannot be asked; what it gives came with Dateline."""

    def find(self, question: Question) -> tuple[Finding, ...]:
        return tuple(replace(f, shipped=True) for f in super().find(question))


def test_what_ships_with_dateline_counts_where_no_other_service_has_a_place() -> None:
    before, elsewhere = sample(), replace(MOSCOW, id="osm-relation-2")
    own = Shipping(MOSCOW)
    for others in ([], [FakeService()], [FakeService(down=True)]):
        answer = complete(before, [own, *others]).resolutions[moscow(before)]
        assert (answer.place, answer.source) == (MOSCOW, "shipped")
        assert not any("does not know" in reason for reason in answer.reasons)
    answer = complete(before, [own, FakeService(elsewhere)]).resolutions[moscow(before)]
    assert (answer.place, answer.source) == (elsewhere, "fake")


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


def test_that_the_gazetteer_does_not_know_it_stays_a_reason() -> None:
    known = "Not found in the gazetteer."
    unknown = Resolution(None, 0.9, Status.NOT_FOUND, (known,))
    before = with_resolution(sample(), moscow(sample()), unknown)
    for again in (before, complete(before, [FakeService(down=True)])):
        down = complete(again, [FakeService(down=True)]).resolutions[moscow(before)]
        assert down.reasons == (known, "The geocoder is down.")


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


def test_the_question_says_what_lies_around() -> None:
    before = sample()
    index = named(before, "Harbin University")
    unknown = replace(before.resolutions[index], place=None, status=Status.NOT_FOUND)
    service = FakeService()
    complete(with_resolution(before, index, unknown), [service])
    assert service.asked[-1] == Question(
        "Harbin University", "Harbin", "CN", PlaceKind.FACILITY, area_of(HARBIN)
    )


@pytest.mark.parametrize("services", [[], ()])
def test_without_services_nothing_changes(services: list[FakeService]) -> None:
    before = sample()
    assert complete(before, services) == before


CAMPUS = Place("osm-way-7", "Harbin University", PlaceKind.FACILITY, 45.74, 126.63, "CN")
APPROXIMATE = Resolution(
    replace(UNIVERSITY, id=f"dl-harbin-university-{HARBIN.id}"), 0.8, Status.RESOLVED,
    ("Position of Harbin: the place in its name.",), source="inherited",
)  # fmt: skip


def approximate() -> tuple[ParsedArticle, int]:
    """The sample, its university only placed where Harbin is."""
    parsed = sample()
    index = named(parsed, "Harbin University")
    return with_resolution(parsed, index, APPROXIMATE), index


def test_an_approximate_position_is_made_exact() -> None:
    before, index = approximate()
    service = Atlas(CAMPUS)
    answer = complete(before, [service]).resolutions[index]
    assert (answer.place, answer.source) == (CAMPUS, "fake")
    # no surer than that it lies in Harbin, for which the answer speaks
    assert answer.probability == pytest.approx(0.6 * 0.8 * 5 / (0.8 * 5 + 0.2), abs=1e-4)
    assert "It lies 2 km from Harbin." in answer.reasons
    assert service.asked[-1].area == area_of(HARBIN)


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        (FakeService(), "fake does not know it either."),
        (FakeService(down=True), "The geocoder is down."),
    ],
)
def test_an_approximate_position_stays_where_no_service_helps(
    service: FakeService, reason: str
) -> None:
    before, index = approximate()
    after = complete(before, [service]).resolutions[index]
    assert after == replace(APPROXIMATE, reasons=(*APPROXIMATE.reasons, reason))
    # asked again, its reasons do not pile up
    again = complete(with_resolution(before, index, after), [FakeService()])
    assert len(again.resolutions[index].reasons) == 2


@pytest.mark.parametrize(
    ("place", "probability"),
    [(replace(CAMPUS, lat=55.7, lon=37.6), 0.6), (CAMPUS, 0.3)],
    ids=["elsewhere", "unlikely"],
)
def test_an_approximate_position_stays_beside_a_doubtful_one(
    place: Place, probability: float
) -> None:
    before, index = approximate()
    service = Atlas(place)
    service.probability = probability
    after = complete(before, [service]).resolutions[index]
    assert (after.place, after.probability) == (APPROXIMATE.place, APPROXIMATE.probability)
    assert [other.place for other in after.alternatives] == [place]


def test_what_a_reader_said_stays() -> None:
    before, index = approximate()
    given = replace(APPROXIMATE, source="verified")
    after = complete(with_resolution(before, index, given), [Atlas(CAMPUS)])
    assert after.resolutions[index] == given


def unknown_town() -> ParsedArticle:
    """An article in which neither the town nor the church in it is known."""
    parsed = sample()
    text = "The church of St Anna in Anninsk burned. Anninsk mourns."
    article = replace(parsed.article, text=text, title="")
    nowhere = Resolution(None, 0.9, Status.NOT_FOUND, ("Not found in the gazetteer.",))
    rows = (("church of St Anna", PlaceKind.FACILITY), ("Anninsk", None))
    first = parsed.mentions[2]
    mentions = tuple(
        replace(
            first, text=name, start=text.index(name), end=text.index(name) + len(name),
            sentence=(0, 40), kind_hint=kind,
        )
        for name, kind in rows
    )  # fmt: skip
    return replace(
        parsed, article=article, mentions=mentions, resolutions=(nowhere, nowhere), focus=()
    )


ANNINSK = Place("osm-node-5", "Anninsk", PlaceKind.CITY, 52.0, 60.0, "RU")


def test_a_site_is_asked_for_in_the_town_a_service_found() -> None:
    service = Atlas(ANNINSK)
    complete(unknown_town(), [service])
    assert [(question.name, question.parent) for question in service.asked] == [
        ("Anninsk", ""), ("church of St Anna", "Anninsk"),
    ]  # fmt: skip


def test_a_site_no_service_knows_takes_the_position_of_the_town_it_found() -> None:
    church, town = complete(unknown_town(), [Atlas(ANNINSK)]).resolutions
    assert town.place == ANNINSK
    assert church.place is not None
    assert (church.place.lat, church.place.lon, church.source) == (52.0, 60.0, "inherited")
    assert church.place.radius_km == 15.0
    assert church.probability < town.probability
    assert church.reasons[0].startswith("Position of Anninsk")


def test_only_a_site_is_looked_for_in_the_articles_main_city() -> None:
    parsed = unknown_town()
    service = FakeService()
    complete(replace(parsed, focus=(Focus(HARBIN, 0.7),)), [service])
    assert [question.parent for question in service.asked] == ["", "Harbin"]


def test_an_answer_elsewhere_says_how_far_it_is() -> None:
    before, index = approximate()
    nowhere = Resolution(None, 0.9, Status.NOT_FOUND)
    far = replace(CAMPUS, lat=45.74, lon=100.0)
    answer = complete(with_resolution(before, index, nowhere), [Atlas(far)]).resolutions[index]
    assert answer.reasons[-1].endswith("km from Harbin, so it may be another.")
    assert answer.alternatives == ()
