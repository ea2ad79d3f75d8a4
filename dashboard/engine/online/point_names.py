"""What online services call a point that a reader chose, asked behind the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from dashboard.engine.online.background_worker import Worker
from geo.errors import ServiceUnavailable
from geo.geocoding import Service
from geo.model.places import Place
from geo.system.latest_cache import LatestCache

KEPT = 256
"""Points whose names are kept for all sessions."""
OFFERED = 3
Point = tuple[float, float]
"""Latitude and longitude, degrees WGS 84."""


class PointNames:
    """Asks each point once, the services in their order. Safe to share between threads.

    The gazetteer is not asked here: what it knows is there at once.
    """

    def __init__(self, services: Sequence[Service], worker: Worker) -> None:
        self._services, self._worker = services, worker
        self._known: LatestCache[Point, _Answer] = LatestCache(KEPT)
        self._lock = Lock()

    def ask(self, point: Point) -> None:
        """Have the services asked about a point, if there are any and they were not."""
        with self._lock:
            if self._services and point not in self._known and self._worker.add(self._job(point)):
                self._known.put(point, _Answer(is_awaited=True))

    def is_asking(self, point: Point | None) -> bool:
        """Whether an answer about this point is awaited."""
        with self._lock:
            answer = self._known.get(point) if point else None
            return answer is not None and answer.is_awaited

    def of(self, point: Point) -> tuple[Place, ...]:
        """What is known by now to lie at a point, the nearest first."""
        with self._lock:
            answer = self._known.get(point)
            return answer.places if answer else ()

    def _job(self, point: Point) -> Iterator[None]:
        found: tuple[Place, ...] | None = ()
        try:
            for service in self._services:
                try:
                    found = service.reverse(*point)[:OFFERED]
                except ServiceUnavailable:
                    found = None
                if found:
                    break
                yield
        finally:
            self._end(point, found)

    def _end(self, point: Point, found: tuple[Place, ...] | None) -> None:
        with self._lock:
            if found is None:
                # Nobody could be asked: a later search may.
                self._known.forget(lambda known: known == point)
            elif point in self._known:
                self._known.put(point, _Answer(found))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What services say of a point; nothing yet while it is awaited."""

    places: tuple[Place, ...] = ()
    is_awaited: bool = False
