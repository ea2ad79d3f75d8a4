"""What this process counts of itself: amounts and times by name, never words or tokens.

Counting needs no library; `hosting.prometheus` hands the amounts to Prometheus where that is
switched on.
"""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

Key = tuple[str, str]
"""A name and a label, "" where there is none."""


class Measures:
    """Amounts, and how often and how many seconds things took. Safe to share between threads."""

    def __init__(self) -> None:
        self._amounts: Counter[Key] = Counter()
        self._times: dict[Key, tuple[int, float]] = {}
        self._lock = Lock()

    def add(self, name: str, label: str = "", amount: int = 1) -> None:
        """Count something."""
        with self._lock:
            self._amounts[name, label] += amount

    @contextmanager
    def timed(self, name: str, label: str = "") -> Iterator[None]:
        """Count something and the seconds it takes, however it ends."""
        start = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - start
            with self._lock:
                times, total = self._times.get((name, label), (0, 0.0))
                self._times[name, label] = (times + 1, total + seconds)

    def amounts(self) -> Mapping[Key, int]:
        """All amounts until now."""
        with self._lock:
            return dict(self._amounts)

    def times(self) -> Mapping[Key, tuple[int, float]]:
        """How often each thing was timed, and the seconds of all together."""
        with self._lock:
            return dict(self._times)
