"""Asks for files to be read, and waits no longer than is set; see `geo/reading/process.py`."""

import atexit
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore, Lock, Timer
from typing import IO, cast

from pydantic import ValidationError

from geo.documents import Contents
from geo.errors import InputError, TooLarge
from geo.feeds import Feed
from geo.markup import HtmlPage
from geo.plaintext import shown
from geo.reading.tasks import ERRORS, READERS, Answer, MarkdownBody, Task

SMALL = 10_000
"""Bytes of a file that is read here: the worst of them take a fraction of a second, and the
articles that ship are not kept waiting for a process."""
AT_ONCE = 2
"""Processes that read at once; more files wait."""
_turn = BoundedSemaphore(AT_ONCE)


def read_markdown(text: str, name: str, *, seconds: int) -> MarkdownBody:
    """The text of a Markdown file, its front matter gone; as `geo.markup.markdown_body`."""
    data = text.encode()
    task = Task(kind="markdown", name=name, size=len(data))
    return cast("MarkdownBody", _read(task, data, seconds))


def read_html(data: bytes, name: str, *, seconds: int) -> HtmlPage:
    """The article in an HTML page; as `geo.markup.read_html`."""
    return cast("HtmlPage", _read(Task(kind="html", name=name, size=len(data)), data, seconds))


def read_docx(data: bytes, name: str, *, limit: int, seconds: int) -> Contents:
    """The paragraphs of a Word file; as `geo.documents.read_docx`."""
    task = Task(kind="docx", name=name, size=len(data), most=limit)
    return cast("Contents", _read(task, data, seconds))


def read_feed(data: bytes, *, address: str, seconds: int) -> Feed:
    """The articles that a feed names; as `geo.feeds.read_feed`."""
    return cast("Feed", _read(Task(kind="feed", name=address, size=len(data)), data, seconds))


def _read(task: Task, data: bytes, seconds: int) -> object:
    """What a reader finds. Raises what it raises, and TooLarge where it takes too long."""
    reader = READERS[task.kind]
    # a file's name may hold what no JSON does
    task = task.model_copy(update={"name": task.name.encode(errors="ignore").decode()})
    # a Word file of a few bytes may unpack to many
    if len(data) <= SMALL and task.kind != "docx":
        return reader.read(data, task)
    with _turn, _process() as process:
        answer = process.ask(task, data, seconds)
    if answer is None or answer.error == "MemoryError":
        raise TooLarge(
            f"{shown(task.name)} takes more than {seconds} seconds or too much memory to read; "
            "paste its text, or raise DATELINE_READING_SECONDS."
        )
    if answer.message:
        raise ERRORS.get(answer.error, InputError)(answer.message)
    try:
        return reader.found.validate_json(answer.found)
    except ValidationError:
        kind = answer.error or "no answer"
        raise InputError(f"{shown(task.name)} could not be read ({kind}); leave it out.") from None


class _Process:
    """A process that reads; started when it is first asked, and again when it has ended."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def ask(self, task: Task, data: bytes, seconds: int) -> Answer | None:
        """Its answer; None where it takes longer, or ends without one."""
        while True:
            running = self._started()
            patience = Timer(seconds, running.kill)
            patience.start()
            try:
                said = _exchanged(running, task.model_dump_json().encode() + b"\n" + data)
            finally:
                patience.cancel()
            if said.endswith(b"\n"):
                return Answer.model_validate_json(said)
            if self.end() != 0:  # with 0 it had only waited too long to be asked
                return None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is None:
            # -P: the folder it is run in is no place to import from
            self._running = subprocess.Popen(
                [sys.executable, "-P", "-m", "geo.reading.process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._running

    def end(self) -> int:
        """Let it end, as it does once nothing more can be asked; the number it ends with."""
        running, self._running = self._running, None
        if running is None:
            return 0
        for pipe in (running.stdin, running.stdout):
            with suppress(OSError):  # what it did not read any more is written in closing
                cast("IO[bytes]", pipe).close()
        return running.wait()


def _exchanged(running: "subprocess.Popen[bytes]", question: bytes) -> bytes:
    asked, answered = cast("IO[bytes]", running.stdin), cast("IO[bytes]", running.stdout)
    with suppress(OSError):
        asked.write(question)
        asked.flush()
    return answered.readline()


_idle: list[_Process] = []
_lock = Lock()


@atexit.register
def _end_all() -> None:
    """No process is left behind."""
    while _idle:
        _idle.pop().end()


@contextmanager
def _process() -> Iterator[_Process]:
    """A process that nobody else asks meanwhile."""
    with _lock:
        process = _idle.pop() if _idle else _Process()
    try:
        yield process
    finally:
        with _lock:
            _idle.append(process)
