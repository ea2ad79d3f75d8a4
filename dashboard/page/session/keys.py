"""What a session keeps from one run of the page's script to the next: by name, with its type.

What the session itself keeps is listed here. What one file alone needs is a private `Key` of that
file. Nothing else on the page touches `st.session_state`, and no two keys have one name;
tests/test_architecture.py holds both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

import streamlit as st

from dashboard.links.query import Query
from dashboard.links.scope import ArticleScope
from geo.model.article import Article

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """One value of a session, under `name` in Streamlit's session state.

    `default` makes what it is while nothing was set. A key without one is set, by us or by the
    widget of that name, before it is read.
    """

    name: str
    default: Callable[[], T] | None = None

    def is_set(self) -> bool:
        """Whether something was set."""
        return self.name in st.session_state

    def get(self) -> T:
        """The value, or the default, which is not kept."""
        if self.default is not None and not self.is_set():
            return self.default()
        return cast("T", st.session_state[self.name])

    def set(self, value: T) -> None:
        """Keep a value."""
        st.session_state[self.name] = value

    def setdefault(self) -> T:
        """The value, or the default, which is kept then: changes of it stay."""
        if not self.is_set():
            self.set(self.get())
        return cast("T", st.session_state[self.name])

    def pop(self) -> T:
        """The value, or the default; it is kept no longer."""
        value = self.get()
        self.forget()
        return value

    def forget(self) -> None:
        """Keep nothing."""
        st.session_state.pop(self.name, None)


def none() -> None:
    """The default of a value that may be missing."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What is seen of a page, and what its address said that could not be read."""

    view: Query
    notices: tuple[str, ...] = ()


VIEWS: Key[dict[str, PageView]] = Key("views", dict)
"""What is seen of each page, by the name of its kind of view."""
PAGES: Key[dict[str, tuple[str, st.Page]]] = Key("pages")
"""The pages by their paths, each with its label in the header."""
PAGE_PATH: Key[str] = Key("page-path", str)
"""The path of the page that was drawn last."""
IS_PAGE_OPENED: Key[bool] = Key("page-is-opened", bool)
"""Whether the present run opens the page."""
PAGE_QUERIES: Key[dict[str, dict[str, str]]] = Key("page-queries", dict)
"""What the address of each page said last, by the page's path."""
SCOPE: Key[ArticleScope | None] = Key("scope", none)
"""The articles that the page of the articles was drawn with last."""
IS_DARK: Key[bool] = Key("dark", lambda: st.context.theme.type == "dark")
"""Whether the page's ground is dark: as the page said, else as Streamlit thinks."""
CHANNEL: Key[str] = Key("channel")
"""The name on which this session's page and map talk."""
ADDED_ARTICLES: Key[dict[str, Article]] = Key("added-articles", dict)
"""The articles pasted or uploaded in this session, by id, oldest first."""
OPENED_ARTICLES: Key[list[str]] = Key("opened-articles", list)
"""The tokens of the library's articles that this session has opened, the latest last."""
STORED_ARTICLES: Key[list[str]] = Key("stored-articles", list)
"""The tokens of the articles that this session was the first to store."""
