"""A gate in front of a service: so many questions a second, and a pause while it is down."""

import threading
import time
from collections.abc import Callable


class Gate:
    """Lets questions through one by one, `rate` a second, for all threads of the process.

    Picture a row of slots, 1/rate seconds apart: each caller takes the next free one and sleeps
    until it comes. `clock` and `sleep` are seams for tests.
    """

    def __init__(
        self,
        rate: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap = 1.0 / rate
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._next = self._closed_until = float("-inf")

    @property
    def closed_for(self) -> float:
        """Seconds until the gate opens again; 0 when it is open."""
        return max(0.0, self._closed_until - self._clock())

    def close(self, seconds: float) -> None:
        """Let nothing through for so many seconds."""
        self._closed_until = max(self._closed_until, self._clock() + seconds)

    def wait(self) -> None:
        """Return when it is the caller's turn."""
        with self._lock:
            now = self._clock()
            slot = max(now, self._next)
            self._next = slot + self._gap
        if slot > now:
            self._sleep(slot - now)
