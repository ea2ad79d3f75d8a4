"""The library's articles that this session has opened, and those it may delete."""

from collections.abc import Iterable

from dashboard.engine.failures import for_readers
from dashboard.engine.permissions import Deed
from dashboard.engine.process import process
from dashboard.page.session.keys import OPENED_ARTICLES, STORED_ARTICLES
from dashboard.page.session.visitor import check, is_deleting, is_embedded, who
from geo.errors import LibraryError
from geo.library import is_token
from geo.model.article import Article

MOST = 50
"""Articles of the library that one session has at hand at once, the latest opened."""


def open_articles(wanted: Iterable[str]) -> None:
    """Open the articles of these ids, of which those that are tokens may be the library's."""
    known = [*OPENED_ARTICLES.get(), *filter(is_token, wanted)]
    OPENED_ARTICLES.set(list(dict.fromkeys(reversed(known)))[:MOST][::-1])


def opened() -> tuple[list[Article], list[str]]:
    """The articles of the library this session has opened.

    The second list says why they cannot be read, where that is so.
    """
    asked = OPENED_ARTICLES.get()
    if not asked:
        return [], []
    try:
        shelf = process().library().articles
        found = [article for token in asked if (article := shelf.get(token))]
    except LibraryError as error:
        return [], [for_readers(error)]
    return found, []


def store(article: Article) -> str:
    """Store an article of this session for everybody with its token, which is given back.

    Raises AccessError where this session may not.
    """
    check(Deed.SHARE)
    stored = process().library().articles.add(article, who())
    open_articles([stored.token])
    if stored.is_new:
        STORED_ARTICLES.set([*STORED_ARTICLES.get(), stored.token])
    return stored.token


def may_delete(token: str) -> bool:
    """Whether this session may delete a stored article: as set, or because it stored it first.

    Having a link is not enough, and neither is storing the same text again; and in a frame of
    another page nothing is deleted.
    """
    return is_token(token) and (is_deleting() or _is_own(token))


def delete(token: str) -> bool:
    """Delete a stored article; whether there was one. Raises AccessError where this session
    may not.
    """
    if not is_token(token):
        return False
    if not _is_own(token):
        check(Deed.DELETE)
    deleted = process().library().articles.delete(token, who())
    OPENED_ARTICLES.set([one for one in OPENED_ARTICLES.get() if one != token])
    return deleted


def _is_own(token: str) -> bool:
    return token in STORED_ARTICLES.get() and not is_embedded()
