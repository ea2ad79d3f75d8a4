"""Reads files one after the other: `python -m geo.reading.process`, for `geo.reading.limited`.

A hostile file can make a reader take the square of its length, or fill memory. So it is read
here, with a limit on memory, and whoever asks ends the process when it takes too long. On
standard input stand a `Task` in a line of JSON and the file's bytes, on standard output an
`Answer` in a line; and so on, until nothing is asked for a while.
"""

import contextlib
import logging
import os
import sys
from threading import Timer
from typing import BinaryIO

from geo.errors import InputError
from geo.reading.tasks import READERS, Answer, Task

MEMORY = 1_500_000_000
"""Bytes of address space."""
IDLE_S = 60.0
"""Seconds after which a process that is asked nothing ends, with 0."""
NICE = 10
"""Whoever waits for a page comes first."""


def main() -> None:
    """Answer until there is nothing more to read."""
    # whatever a library prints must not stand between the answers
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        _limit()
        logging.disable(logging.CRITICAL)
        while line := _next(sys.stdin.buffer):
            task = Task.model_validate_json(line)
            answer = _answer(task, sys.stdin.buffer.read(task.size))
            out.write(answer.model_dump_json().encode() + b"\n")
            out.flush()


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource  # not on Windows

        os.nice(NICE)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _next(asked: BinaryIO) -> bytes:
    """The next line; the process ends where none comes."""
    patience = Timer(IDLE_S, os._exit, (0,))
    patience.daemon = True
    patience.start()
    line = asked.readline()
    patience.cancel()
    return line


def _answer(task: Task, data: bytes) -> Answer:
    reader = READERS[task.kind]
    try:
        found = reader.read(data, task)
        return Answer(found=reader.found.dump_json(found).decode())
    except InputError as error:
        return Answer(error=type(error).__name__, message=str(error))
    except Exception as error:  # noqa: BLE001 - a broken file raises whatever it meets
        return Answer(error=type(error).__name__)


if __name__ == "__main__":
    main()
