"""What library, atlas and place know of the stored articles, where this session may list them."""

from collections.abc import Collection, Sequence

from dashboard.engine.failures import for_readers
from dashboard.engine.permissions import Deed
from dashboard.engine.process import process
from dashboard.page.session.visitor import check, may_list
from geo.coverage import Excerpt, Found, Table
from geo.errors import LibraryError
from geo.library import Index

Key = tuple[str, int]
NOTHING = Table()


def table() -> tuple[Table, list[str]]:
    """The table of stored articles; the list says why it cannot be read, where that is so."""
    if not may_list():
        return NOTHING, []
    try:
        return index().table(), []
    except LibraryError as error:
        return NOTHING, [for_readers(error)]


def index() -> Index:
    """What the library's articles name. Raises AccessError where this session may not list them."""
    check(Deed.LIST)
    return process().library().index


def texts(words: str) -> Collection[str]:
    """The ids of stored articles that hold all the words.

    Raises LibraryError where they cannot be searched.
    """
    return index().search(words) if may_list() else ()


def excerpts(found: Sequence[Found]) -> dict[Key, Excerpt]:
    """Mentions of stored articles with their words, by article's id and mention's index."""
    if not found or not may_list():
        return {}
    read = index().excerpts(found)
    return {(one.article.id, one.mention): one for one in read}
