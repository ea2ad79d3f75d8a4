"""The end of a fetch, whatever it is waiting for."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator


class Deadline:
    """One clock for a whole fetch, which shuts the socket in use when it runs out.

    A server that sends a byte now and then never trips a socket's own timeout.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds left. Raises TimeoutError where none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @property
    def has_passed(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._end

    @contextlib.contextmanager
    def guarding(self, sock: socket.socket) -> Iterator[None]:
        """Shut the socket if time runs out within."""
        timer = threading.Timer(self.remaining, _shut, [sock])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _shut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        # The plain socket's method: the TLS one would also take the session from the reader.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
