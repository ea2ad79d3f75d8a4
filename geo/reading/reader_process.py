"""Reads files one after the other, for `geo.reading.time_limited`: see `geo.system.processes`.

A hostile file can make a reader take the square of its length, or fill memory. So it is read
here, within limits. It is asked with a `Task` in a line of JSON and the file's bytes, and writes
an `Answer` in a line.
"""

import sys

from geo.errors import InputError
from geo.reading.reader_tasks import READERS, Answer, Task
from geo.system.processes import begin, waited_for

MEMORY = 1_500_000_000
"""Bytes of address space."""


def main() -> None:
    """Answer until there is nothing more to read."""
    with begin(MEMORY) as out:
        while line := waited_for(sys.stdin.buffer):
            task = Task.model_validate_json(line)
            answer = _answer(task, sys.stdin.buffer.read(task.size))
            out.write(answer.model_dump_json().encode() + b"\n")
            out.flush()


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
