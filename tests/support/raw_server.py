"""A server that sends what it is told, byte by byte if need be; HTTP or not."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class RawServer:
    """Answers every connection with `answer`, then with `drip` again and again until it is shut."""

    def __init__(self) -> None:
        self.answer, self.drip, self.pause = b"", b"", 0.01
        self.asked: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._is_open = True
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def _serve(self) -> None:
        while self._is_open:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._talk, args=(client,))
            self._threads.append(thread)
            thread.start()

    def _talk(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            self.asked.append(client.recv(4096))
            client.sendall(self.answer)
            while self.drip and self._is_open:
                client.sendall(self.drip)
                time.sleep(self.pause)

    def close(self) -> None:
        self._is_open = False
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(5)


@contextmanager
def raw_server() -> Iterator[RawServer]:
    """A server on a free port of this machine, stopped at the end."""
    server = RawServer()
    try:
        yield server
    finally:
        server.close()
