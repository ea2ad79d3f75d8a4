"""Who waits for which article."""

from dashboard.engine.parsing.waiting_readers import WaitingReaders
from dashboard.engine.timing import LINGER_S
from geo import Article

ONE, OTHER = Article("a", "Rain."), Article("b", "Snow.")


class Reader:
    """Somebody who is here or not, and is looked for so many times."""

    def __init__(self) -> None:
        self.here, self.looked_for = True, 0

    def __call__(self) -> bool:
        self.looked_for += 1
        return self.here


def test_an_article_is_wanted_while_one_of_those_who_wait_for_it_is_here() -> None:
    now = [100.0]
    wanted, first, second = WaitingReaders(clock=lambda: now[0]), Reader(), Reader()
    with wanted.by(first, [ONE, OTHER]):
        with wanted.by(second, [Article("a", "Rain.")]):
            assert wanted.is_wanted(ONE)
            first.here = False
            assert wanted.is_wanted(ONE)
            assert not wanted.is_wanted(OTHER)
            second.here = False
            assert not wanted.is_wanted(ONE)
            second.here = True
        assert wanted.is_wanted(ONE), "the same reader's next run may wait for it"
        now[0] += LINGER_S
        assert not wanted.is_wanted(ONE), "who waits no more does not count"
        first.here = True
        assert wanted.is_wanted(OTHER)
    now[0] += LINGER_S
    assert not wanted.is_wanted(OTHER)


def test_each_who_waits_is_looked_for_each_time() -> None:
    wanted, first, second = WaitingReaders(), Reader(), Reader()
    with wanted.by(first, [ONE]), wanted.by(second, [ONE]):
        assert wanted.is_wanted(ONE)
    assert (first.looked_for, second.looked_for) == (1, 1)
