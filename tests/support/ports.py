"""Ports for servers that cannot choose one themselves."""

import os
import random
import socket
from itertools import count

_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_next = count(20_000 + 1_000 * (_WORKER % 9) + random.randrange(800))
"""Each worker of a run in parallel has ports of its own."""


def free_port() -> int:
    """A port on which nobody listens, another one each time.

    It is none of those that the system gives to connections: until the server has it, somebody's
    connection could, even the one that asks whether the server is there.
    """
    for port in _next:
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:
            continue
    raise AssertionError("there is an end to ports")
