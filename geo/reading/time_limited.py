"""Asks for files to be read, and waits no longer than is set; see `geo.reading.reader_process`."""

from threading import BoundedSemaphore
from typing import IO, cast

from pydantic import ValidationError

from geo.documents import Contents
from geo.documents.feeds import Feed
from geo.documents.markup import HtmlPage
from geo.errors import InputError, TooLarge
from geo.reading.reader_tasks import ERRORS, READERS, Answer, MarkdownBody, Task
from geo.system.processes import Pool
from geo.text.cleaning import for_message

SMALL = 10_000
"""Bytes of a file that is read here: the worst of them take a fraction of a second, and the
articles that ship are not kept waiting for a process."""
AT_ONCE = 2
"""Processes that read at once; more files wait."""
_turn = BoundedSemaphore(AT_ONCE)
_pool = Pool("geo.reading.reader_process")


def read_markdown(text: str, name: str, *, seconds: int) -> MarkdownBody:
    """The text of a Markdown file, its front matter gone; see `geo.documents.markup`."""
    data = text.encode()
    task = Task(kind="markdown", name=name, size=len(data))
    return cast("MarkdownBody", _read(task, data, seconds))


def read_html(data: bytes, name: str, *, seconds: int) -> HtmlPage:
    """The article in an HTML page; as `geo.documents.markup.read_html`."""
    return cast("HtmlPage", _read(Task(kind="html", name=name, size=len(data)), data, seconds))


def read_docx(data: bytes, name: str, *, limit: int, seconds: int) -> Contents:
    """The paragraphs of a Word file; as `geo.documents.read_docx`."""
    task = Task(kind="docx", name=name, size=len(data), most=limit)
    return cast("Contents", _read(task, data, seconds))


def read_feed(data: bytes, *, address: str, seconds: int) -> Feed:
    """The articles that a feed names; as `geo.documents.feeds.read_feed`."""
    return cast("Feed", _read(Task(kind="feed", name=address, size=len(data)), data, seconds))


def _read(task: Task, data: bytes, seconds: int) -> object:
    """What a reader finds. Raises what it raises, and TooLarge where it takes too long."""
    reader = READERS[task.kind]
    # a file's name may hold what no JSON does
    task = task.model_copy(update={"name": task.name.encode(errors="ignore").decode()})
    # a Word file of a few bytes may unpack to many
    if len(data) <= SMALL and task.kind != "docx":
        return reader.read(data, task)
    with _turn, _pool.process() as process:
        answer = process.ask(task.model_dump_json().encode() + b"\n" + data, _answer, seconds)
    if answer is None or answer.error == "MemoryError":
        raise TooLarge(
            f"{for_message(task.name)} takes more than {seconds} seconds or too much memory to "
            "read; paste its text, or raise DATELINE_READING_SECONDS."
        )
    if answer.message:
        raise ERRORS.get(answer.error, InputError)(answer.message)
    try:
        return reader.found.validate_json(answer.found)
    except ValidationError:
        kind = answer.error or "no answer"
        raise InputError(
            f"{for_message(task.name)} could not be read ({kind}); leave it out."
        ) from None


def _answer(answered: IO[bytes]) -> Answer:
    line = answered.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    return Answer.model_validate_json(line)
