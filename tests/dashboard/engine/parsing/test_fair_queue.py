"""The fair queue."""

import threading
from collections.abc import Callable

import pytest

from dashboard.engine.parsing.fair_queue import Turns, Waiter
from geo.errors import Unwanted


class Readers:
    """Readers in threads of their own; each waits in the queue before the next one comes."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.order: list[str] = []
        self.told: dict[str, list[int]] = {}
        self.threads: list[threading.Thread] = []

    def come(self, who: str, name: str) -> None:
        here = threading.Event()

        def tell(place: int) -> None:
            self.told.setdefault(name, []).append(place)
            here.set()

        def wait() -> None:
            with self.turns.turn(Waiter(who, tell)):
                self.order.append(name)

        self.threads.append(threading.Thread(target=wait))
        self.threads[-1].start()
        assert here.wait(60)

    def served(self) -> list[str]:
        for thread in self.threads:
            thread.join(60)
        return self.order


def nobody(_: int) -> None:
    raise AssertionError("there was no need to wait")


def test_who_comes_to_an_empty_queue_does_not_wait() -> None:
    turns = Turns(2)
    with turns.turn(Waiter("a", nobody)), turns.turn(Waiter("b", nobody)):
        pass
    with turns.turn(Waiter("a", nobody)):
        pass


def test_one_of_somebody_else_goes_before_the_second_of_the_same() -> None:
    readers = Readers(Turns(1))
    with readers.turns.turn(Waiter("greedy", nobody)):
        for nth in range(3):
            readers.come("greedy", f"greedy {nth}")
        readers.come("other", "other")
    assert readers.served() == ["other", "greedy 0", "greedy 1", "greedy 2"]
    assert readers.told["other"][0] == 1
    assert readers.told["greedy 2"][0] == 3


def test_those_who_had_as_many_are_served_as_they_came() -> None:
    readers = Readers(Turns(1))
    with readers.turns.turn(Waiter("first", nobody)):
        for who in "abc":
            readers.come(who, who)
    assert readers.served() == ["a", "b", "c"]


def test_no_more_than_so_many_at_once() -> None:
    turns, inside, most = Turns(2), [0], [0]
    lock = threading.Lock()

    def work() -> None:
        with turns.turn(Waiter("x", lambda _: None)):
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
    turns = Turns(2)

    def stop(place: int) -> None:
        raise KeyError(place)

    with turns.turn(Waiter("a", nobody), is_long=True):
        with pytest.raises(KeyError), turns.turn(Waiter("b", stop), is_long=True):
            pass
        with turns.turn(Waiter("b", nobody)):
            pass
    with turns.turn(Waiter("b", nobody), is_long=True):
        pass


def test_where_there_is_one_place_long_ones_have_it_too() -> None:
    with Turns(1).turn(Waiter("a", nobody), is_long=True):
        pass


def test_who_is_not_here_any_more_loses_the_place() -> None:
    turns, told = Turns(1), list[int]()
    with turns.turn(Waiter("a", nobody)):
        away = Waiter("b", told.append, lambda: len(told) < 2)
        with pytest.raises(Unwanted, match="open the article again"), turns.turn(away):
            pass
    assert told == [1, 1]
    with turns.turn(Waiter("c", nobody)):
        pass


@pytest.mark.parametrize("where", ["waiting", "inside"])
def test_who_goes_away_leaves_the_place_to_others(where: str) -> None:
    turns = Turns(1)

    def leave(_: int = 0) -> None:
        raise KeyError("gone")

    def go(tell: Callable[[int], None], then: Callable[[], None]) -> None:
        with pytest.raises(KeyError), turns.turn(Waiter("x", tell)):
            then()

    if where == "waiting":
        with turns.turn(Waiter("a", nobody)):
            go(leave, nobody)  # type: ignore[arg-type]
    else:
        go(nobody, leave)
    with turns.turn(Waiter("b", nobody)):
        pass
