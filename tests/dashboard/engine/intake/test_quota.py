"""Articles an hour."""

from dashboard.engine.intake.quota import HOUR_S, MOST_READERS, Quota


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_an_hour_and_then_the_time_to_wait() -> None:
    clock = Clock()
    quota = Quota("session", 3, clock=clock)
    assert quota.take("a", 2) == 0
    clock.now += 600
    assert quota.take("a") == 0
    assert quota.take("a") == HOUR_S - 600
    assert quota.take("a", 3) == HOUR_S
    assert quota.take("b") == 0
    clock.now += HOUR_S - 600
    assert quota.take("a", 2) == 0
    assert quota.take("a") == 600


def test_what_had_to_wait_is_not_counted() -> None:
    clock = Clock()
    quota = Quota("session", 1, clock=clock)
    assert quota.take("a", 2) == HOUR_S
    assert quota.take("a") == 0


def test_only_the_latest_readers_are_remembered() -> None:
    quota = Quota("session", 1, clock=Clock())
    quota.take("first")
    quota.take("second")
    for nth in range(MOST_READERS - 1):
        quota.take(str(nth))
    assert quota.take("second") == HOUR_S
    assert quota.take("first") == 0
