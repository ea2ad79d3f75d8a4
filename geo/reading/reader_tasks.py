"""What is read, as the process that reads and the one that asks both know it.

What is found crosses between them as JSON, and pydantic holds it against the dataclass: a reader
that a file took over can say nothing but text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, TypeAdapter

from geo.documents import Contents, read_docx
from geo.documents.feeds import Feed, read_feed
from geo.documents.markup import HtmlPage, markdown_body, read_html
from geo.errors import InputError, TooLarge, Unsupported

Kind = Literal["markdown", "html", "docx", "feed"]


class Task(BaseModel):
    """What to read: `size` bytes follow. `most` is the most bytes of a Word file's part."""

    model_config = ConfigDict(frozen=True)
    kind: Kind
    name: str
    size: int
    most: int = 0


@dataclass(frozen=True, slots=True)
class MarkdownBody:
    """The first heading of level one ("" if none), and all other paragraphs in order."""

    heading: str
    paragraphs: list[str]


class Answer(BaseModel):
    """What was found, as JSON; or the name of an error, and its sentence where it has one."""

    found: str = ""
    error: str = ""
    message: str = ""


class Reader(NamedTuple):
    """How a kind of file is read, and how what is found is written."""

    read: Callable[[bytes, Task], Any]
    found: TypeAdapter[Any]


READERS: dict[Kind, Reader] = {
    "markdown": Reader(
        lambda data, task: MarkdownBody(*markdown_body(data.decode(), task.name)),
        TypeAdapter(MarkdownBody),
    ),
    "html": Reader(lambda data, task: read_html(data, task.name), TypeAdapter(HtmlPage)),
    "docx": Reader(
        lambda data, task: read_docx(data, task.name, limit=task.most), TypeAdapter(Contents)
    ),
    "feed": Reader(lambda data, task: read_feed(data, address=task.name), TypeAdapter(Feed)),
}
ERRORS: dict[str, type[InputError]] = {
    error.__name__: error for error in (InputError, TooLarge, Unsupported)
}
"""The errors that readers raise on purpose; each has a sentence."""
