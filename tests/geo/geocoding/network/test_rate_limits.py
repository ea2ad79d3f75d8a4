"""Turns and breakers, on a clock that stands still."""

from itertools import pairwise

import pytest
from support.asking import Bucket, Clock

from geo.geocoding.network.rate_limits import MARGIN, Breaker, Turns


def turns(rate: float, clock: Clock) -> Turns:
    return Turns(Bucket(rate, clock), clock, clock.sleep)


def test_the_first_passes_at_once_and_the_others_a_turn_apart() -> None:
    clock = Clock()
    waiting, began = turns(4.0, clock), clock.now
    starts = []
    for _ in range(4):
        waiting.wait()
        starts.append(clock.now - began)
    gaps = [later - sooner for sooner, later in pairwise(starts)]
    assert starts[0] == 0
    assert all(0.25 <= gap <= 0.25 * MARGIN + 0.002 for gap in gaps)


def test_after_a_while_nobody_waits() -> None:
    clock = Clock()
    waiting = turns(1.0, clock)
    waiting.wait()
    clock.now += 5
    waiting.wait()
    assert clock.slept == []


def test_an_overslept_turn_does_not_bring_the_next_one_nearer() -> None:
    clock = Clock()
    waiting = Turns(Bucket(1.0, clock), clock, lambda seconds: clock.sleep(seconds + 0.4))
    waiting.wait()
    waiting.wait()
    second = clock.now
    waiting.wait()
    assert clock.now - second >= 1.0


def test_what_is_closed_opens_by_itself() -> None:
    clock = Clock()
    waiting = turns(1.0, clock)
    waiting.close(30)
    waiting.close(10)
    assert waiting.closed_for == 30
    clock.now += 31
    assert waiting.closed_for == 0


def test_a_breaker_opens_after_failures_in_a_row_and_not_before() -> None:
    breaker = Breaker(most=3, clock=Clock())
    for _ in range(2):
        assert breaker.enter() == 0
        breaker.failed()
    breaker.succeeded()
    for _ in range(2):
        breaker.failed()
    assert breaker.open_for == 0
    breaker.failed()
    assert breaker.enter() > 0


def broken(clock: Clock) -> Breaker:
    breaker = Breaker(most=1, first=30, longest=100, clock=clock)
    breaker.failed()
    return breaker


def test_half_open_it_lets_one_question_through() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now += 40
    assert breaker.enter() == 0
    assert breaker.enter() > 0
    breaker.succeeded()
    assert (breaker.enter(), breaker.enter()) == (0, 0)


@pytest.mark.parametrize("failures", [1, 2, 3, 40])
def test_failing_again_it_stays_open_longer_but_not_for_ever(failures: int) -> None:
    clock = Clock()
    breaker = broken(clock)
    for _ in range(failures):
        clock.now += 1000
        assert breaker.enter() == 0
        breaker.failed()
    wanted = min(30 * 2.0**failures, 100)
    assert 0.75 * wanted <= breaker.open_for <= 1.25 * wanted


def test_breakers_do_not_come_back_all_at_once() -> None:
    assert len({broken(Clock()).open_for for _ in range(20)}) > 10
