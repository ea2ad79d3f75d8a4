from dashboard.engine.online.background_worker import Worker
from dashboard.engine.online.point_names import PointNames
from geo.errors import ServiceUnavailable
from geo.geocoding import Finding, Question
from geo.model.places import Place, PlaceKind

HERE = (45.8, 126.7)
HALL = Place("osm-way-1", "Town Hall", PlaceKind.FACILITY, 45.8, 126.7, "CN")


class Fake:
    name = "fake"
    closed_for = 0.0

    def __init__(self, *places: Place, down: bool = False) -> None:
        self.asked = 0
        self.places, self.down = places, down

    def find(self, question: Question) -> tuple[Finding, ...]:
        raise NotImplementedError

    def reverse(self, lat: float, lon: float) -> tuple[Place, ...]:
        assert (lat, lon) == HERE
        self.asked += 1
        if self.down:
            raise ServiceUnavailable("It is down.")
        return self.places


def test_a_point_is_asked_once_and_its_places_come_behind() -> None:
    worker, service = Worker(), Fake(HALL)
    names = PointNames([service], worker)
    for _ in range(3):
        names.ask(HERE)
        worker.join()
    assert (names.of(HERE), names.is_asking(HERE), service.asked) == ((HALL,), False, 1)


def test_the_next_service_is_asked_where_one_is_silent_or_down() -> None:
    worker = Worker()
    names = PointNames([Fake(), Fake(down=True), Fake(HALL)], worker)
    names.ask(HERE)
    worker.join()
    assert names.of(HERE) == (HALL,)


def test_what_could_not_be_asked_is_asked_again_with_the_next_search() -> None:
    worker, service = Worker(), Fake(HALL, down=True)
    names = PointNames([service], worker)
    names.ask(HERE)
    worker.join()
    assert (names.of(HERE), names.is_asking(HERE)) == ((), False)
    service.down = False
    names.ask(HERE)
    worker.join()
    assert names.of(HERE) == (HALL,)


def test_without_services_nothing_is_awaited() -> None:
    names = PointNames([], Worker())
    names.ask(HERE)
    assert not names.is_asking(HERE)
    assert not names.is_asking(None)
