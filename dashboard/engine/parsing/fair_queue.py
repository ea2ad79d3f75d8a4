"""A fair queue for what takes long: so many at once, and no reader's many before another's one."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from threading import Condition

from dashboard.engine.timing import QUEUE_LOOK_S
from geo.errors import Unwanted

LEFT = "Reading ended because the page was closed or offline: open the article again."


@dataclass(frozen=True, slots=True)
class Waiter:
    """Who waits, and whether they are here still: who has left loses the place."""

    who: str = ""
    is_here: Callable[[], bool] = lambda: True


NOBODY = Waiter()
"""Whoever has no page: the server itself."""


@dataclass(frozen=True, slots=True)
class _Ticket:
    who: str
    number: int
    is_long: bool


class FairQueue:
    """Lets `at_once` through together, for all threads of the process.

    Who has had the fewest turns since the queue was last empty comes first, then who came first:
    somebody with twenty articles waits for somebody with one, not the other way round. Long
    turns never take the last place: short ones pass them.
    """

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._free_for_long = max(1, at_once - 1)
        self._changed = Condition()
        self._numbers = count()
        self._waiting: set[_Ticket] = set()
        self._had: Counter[str] = Counter()

    @contextmanager
    def place(self, waiter: Waiter = NOBODY, *, is_long: bool = False) -> "Iterator[Iterator[int]]":
        """A place in the queue, given back at the end.

        Gives the number of the place (1 is next), again and again until it is the waiter's turn;
        who has gone through all of them has it. Raises Unwanted where the waiter leaves before.
        """
        ticket = _Ticket(waiter.who, next(self._numbers), is_long)
        with self._changed:
            self._waiting.add(ticket)
        try:
            yield self._places(ticket, waiter)
        finally:
            self._give_back(ticket)

    @contextmanager
    def turn(self, waiter: Waiter = NOBODY, *, is_long: bool = False) -> Iterator[None]:
        """Wait for a turn and have it, for who need not know the place."""
        with self.place(waiter, is_long=is_long) as places:
            for _ in places:
                pass
            yield

    def _places(self, ticket: _Ticket, waiter: Waiter) -> Iterator[int]:
        while place := self._place_unless_taken(ticket):
            yield place
            if not waiter.is_here():
                raise Unwanted(LEFT)
            with self._changed:
                self._changed.wait(QUEUE_LOOK_S)

    def _give_back(self, ticket: _Ticket) -> None:
        with self._changed:
            if ticket in self._waiting:  # it never had its turn
                self._waiting.remove(ticket)
            else:
                self._free += 1
                self._free_for_long += ticket.is_long
                if not self._waiting:
                    self._had.clear()
            self._changed.notify_all()

    def _place_unless_taken(self, ticket: _Ticket) -> int:
        """The ticket's place in the queue; 0 once its turn is taken."""
        with self._changed:
            order = sorted(self._waiting, key=lambda t: (self._had[t.who], t.number))
            able = [t for t in order if self._free and (self._free_for_long or not t.is_long)]
            if ticket not in able[: self._free]:
                return order.index(ticket) + 1
            self._free -= 1
            self._free_for_long -= ticket.is_long
            self._waiting.remove(ticket)
            self._had[ticket.who] += 1
            return 0
