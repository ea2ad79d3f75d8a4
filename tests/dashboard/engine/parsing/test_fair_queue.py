"""The fair queue."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice

import pytest

from dashboard.engine.parsing.fair_queue import FairQueue, Waiter
from geo.errors import Unwanted


class Readers:
    """Readers in threads of their own; each waits in the queue before the next one comes."""

    def __init__(self, turns: FairQueue) -> None:
        self.turns = turns
        self.order: list[str] = []
        self.told: dict[str, list[int]] = {}
        self.threads: list[threading.Thread] = []

    def come(self, who: str, name: str) -> None:
        here = threading.Event()

        def wait() -> None:
            with self.turns.place(Waiter(who)) as places:
                for place in places:
                    self.told.setdefault(name, []).append(place)
                    here.set()
                self.order.append(name)

        self.threads.append(threading.Thread(target=wait))
        self.threads[-1].start()
        assert here.wait(60)

    def served(self) -> list[str]:
        for thread in self.threads:
            thread.join(60)
        return self.order


@contextmanager
def at_once(turns: FairQueue, who: str, *, is_long: bool = False) -> Iterator[None]:
    with turns.place(Waiter(who), is_long=is_long) as places:
        assert not list(places), "there was no need to wait"
        yield


def test_who_comes_to_an_empty_queue_does_not_wait() -> None:
    turns = FairQueue(2)
    with at_once(turns, "a"), at_once(turns, "b"):
        pass
    with at_once(turns, "a"):
        pass


def test_one_of_somebody_else_goes_before_the_second_of_the_same() -> None:
    readers = Readers(FairQueue(1))
    with at_once(readers.turns, "greedy"):
        for nth in range(3):
            readers.come("greedy", f"greedy {nth}")
        readers.come("other", "other")
    assert readers.served() == ["other", "greedy 0", "greedy 1", "greedy 2"]
    assert readers.told["other"][0] == 1
    assert readers.told["greedy 2"][0] == 3


def test_those_who_had_as_many_are_served_as_they_came() -> None:
    readers = Readers(FairQueue(1))
    with at_once(readers.turns, "first"):
        for who in "abc":
            readers.come(who, who)
    assert readers.served() == ["a", "b", "c"]


def test_no_more_than_so_many_at_once() -> None:
    turns, inside, most = FairQueue(2), [0], [0]
    lock = threading.Lock()

    def work() -> None:
        with turns.turn(Waiter("x")):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            threading.Event().wait(0.01)
            with lock:
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert most == [2]


def test_long_ones_leave_a_place_to_short_ones() -> None:
    turns = FairQueue(2)

    with at_once(turns, "a", is_long=True):
        with turns.place(Waiter("b"), is_long=True) as places:
            assert next(places) == 1
        with at_once(turns, "b"):
            pass
    with at_once(turns, "b", is_long=True):
        pass


def test_where_there_is_one_place_long_ones_have_it_too() -> None:
    with at_once(FairQueue(1), "a", is_long=True):
        pass


def test_who_is_not_here_any_more_loses_the_place() -> None:
    turns, told = FairQueue(1), list[int]()
    with at_once(turns, "a"):
        away = Waiter("b", lambda: len(told) < 2)
        with pytest.raises(Unwanted, match="open the article again"), turns.place(away) as places:
            told.extend(places)
    assert told == [1, 1]
    with at_once(turns, "c"):
        pass


@pytest.mark.parametrize("where", ["waiting", "inside"])
def test_who_goes_away_leaves_the_place_to_others(where: str) -> None:
    turns = FairQueue(1)

    def leave(places: Iterator[int]) -> None:
        assert list(islice(places, 1)) == [1] * (where == "waiting")
        raise KeyError("gone")

    with ExitStack() as others:
        if where == "waiting":
            others.enter_context(at_once(turns, "a"))
        with pytest.raises(KeyError), turns.place(Waiter("x")) as places:
            leave(places)
    with at_once(turns, "b"):
        pass
