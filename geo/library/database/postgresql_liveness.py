"""Connections to PostgreSQL that are given up once the server answers nobody any more.

A server that hangs keeps its sockets open, and the machine it runs on acknowledges what is sent:
neither it nor TCP ends the wait. And no time is right for every statement, as a large library
may be copied or brought up to date for minutes. So whoever has heard nothing for a few seconds
asks the server for another connection. One that gives it is busy, and is waited for.
"""

from collections.abc import Callable, Generator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.errors import ConnectionTimeout

T = TypeVar("T")
PATIENCE_S = 3
"""How long a server may say nothing: to a statement, then to who asks for another connection."""
PAUSE_S = 3.0
"""How long a server that did not answer is not asked by anybody else."""
SILENT = "the server does not answer"


class Server:
    """A server, by what `psycopg.connect` takes. Thread-safe."""

    def __init__(self) -> None:
        self._was_silent = -PAUSE_S

    def connect(self, *given: Any, **options: Any) -> "Answered":
        """A connection. Raises psycopg.OperationalError where it cannot be had, or just now."""
        if monotonic() - self._was_silent < PAUSE_S:
            raise psycopg.OperationalError(SILENT)
        try:
            made = Answered.connect(*given, **{"connect_timeout": PATIENCE_S, **options})
        except ConnectionTimeout:
            self._was_silent = monotonic()
            raise psycopg.OperationalError(SILENT) from None
        made.again = lambda: self.connect(*given, **options)
        return made


class Answered(psycopg.Connection[Any]):
    """A connection that asks `again` for another while it waits, and is closed if there is none."""

    again: Callable[[], "Answered"]

    def wait(self, gen: Generator[Any, Any, T], *how: Any, **limits: Any) -> T:
        """Psycopg's way to wait for all that a server answers."""
        return super().wait(self._watched(gen), *how, **limits)

    def _watched(self, gen: Generator[Any, Any, T]) -> Generator[Any, Any, T]:
        heard = monotonic()
        try:
            wanted = next(gen)
            while True:
                is_ready = yield wanted
                if is_ready:
                    heard = monotonic()
                elif monotonic() - heard > PATIENCE_S:
                    self._ask()
                    heard = monotonic()
                wanted = gen.send(is_ready)
        except StopIteration as end:
            answer: T = end.value
            return answer

    def _ask(self) -> None:
        try:
            self.again().close()
        except psycopg.OperationalError as error:
            if str(error) != SILENT:
                return  # it refuses, and so it answers
            self.close()
            raise
