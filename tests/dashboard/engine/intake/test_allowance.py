"""Articles an hour."""

from dashboard.engine.intake.allowance import HOUR_S, MOST_NAMES, OwnAllowance


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_an_hour_and_then_the_time_to_wait() -> None:
    clock = Clock()
    allowance = OwnAllowance(3, clock)
    assert allowance.take("a", 2) == 0
    clock.now += 600
    assert allowance.take("a") == 0
    assert allowance.take("a") == HOUR_S - 600
    assert allowance.take("a", 3) == HOUR_S
    assert allowance.take("b") == 0
    clock.now += HOUR_S - 600
    assert allowance.take("a", 2) == 0
    assert allowance.take("a") == 600


def test_what_had_to_wait_is_not_counted() -> None:
    clock = Clock()
    allowance = OwnAllowance(1, clock)
    assert allowance.take("a", 2) == HOUR_S
    assert allowance.take("a") == 0


def test_only_the_latest_readers_are_remembered() -> None:
    allowance = OwnAllowance(1, Clock())
    allowance.take("first")
    allowance.take("second")
    for nth in range(MOST_NAMES - 1):
        allowance.take(str(nth))
    assert allowance.take("second") == HOUR_S
    assert allowance.take("first") == 0
