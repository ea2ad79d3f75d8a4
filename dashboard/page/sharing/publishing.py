"""Giving articles of this session an address, and taking it back."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard.engine import indexing
from dashboard.engine.failures import for_readers
from dashboard.engine.process import process
from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope, picked
from dashboard.page.frame.notices import alert
from dashboard.page.session import article_page, library_articles, own_articles
from dashboard.page.session.keys import Key
from dashboard.page.session.visitor import is_importing
from dashboard.wording.phrases import count_of
from geo.errors import DatelineError
from geo.model.article import Article

NOT_SHARED = (
    "This article was pasted or uploaded: nobody else can open it yet. If you share it, "
    "this server keeps it, and anybody with its link can read it{}."
)
NOT_HERE = (
    "This article is in this session only, and only some people may share articles here. "
    "The page below holds it, for anybody you give the file to."
)
_TROUBLE: Key[str] = Key("sharing-trouble", str)
"""What did not work just now, in a sentence."""
_TO_DELETE: Key[str] = Key("sharing-to-delete", str)
"""The id of the article that the reader is asked to confirm the deletion of."""


def unshared(scope: ArticleScope) -> list[Article]:
    """The articles of a scope that are in this session only."""
    own = {article.id for article in own_articles.added()}
    return [article for article in scope.loaded if article.id in own]


def offer(brought: Sequence[Article], scope: ArticleScope) -> None:
    """Offer to share the articles that have no address yet."""
    days = process().settings.retention_days
    if not is_importing():
        st.markdown(NOT_HERE)
        return
    st.markdown(NOT_SHARED.format(f", for {count_of(days, 'day')}" if days else ""))
    st.button(
        "Share it by link" if len(brought) == 1 else f"Share {len(brought)} articles by link",
        icon=":material/link:",
        type="primary",
        on_click=_store,
        args=(brought, scope),
        key="share-article",
        width="stretch",
    )
    _say()


def withdraw(scope: ArticleScope) -> None:
    """Offer to delete the article that is shown, where this session may."""
    article = scope.loaded[0]
    if scope.several or not library_articles.may_delete(article.id):
        return
    if _TO_DELETE.get() != article.id:
        st.button("Delete it from this server", on_click=_ask, args=(article,), key="delete")
        return
    st.markdown("Nobody will be able to open its link any more.")
    with st.container(horizontal=True, key="delete-choice"):
        st.button("Delete", type="primary", on_click=_delete, args=(article,), key="delete-sure")
        st.button("Keep", on_click=_ask, args=(None,), key="delete-not")
    _say()


def _store(brought: Sequence[Article], scope: ArticleScope) -> None:
    tokens: dict[str, str] = {}
    try:
        for article in brought:
            tokens[article.id] = library_articles.store(article)
            indexing.index(tokens[article.id], article)
            own_articles.remove(article)
    except DatelineError as error:
        _TROUBLE.set(for_readers(error))
    view = scope.pin(article_page.view())
    articles = tuple(tokens.get(i, i) for i in view.articles)
    article_page.show(
        replace(view, articles=articles, reading=tokens.get(view.reading, view.reading))
    )


def _ask(article: Article | None) -> None:
    _TO_DELETE.set(article.id if article else "")


def _delete(article: Article) -> None:
    try:
        deleted = library_articles.delete(article.id)
    except DatelineError as error:
        _TROUBLE.set(for_readers(error))
        return
    if deleted:
        process().articles().forget(article.id)
        st.toast("The article is deleted from this server.")
        article_page.show(picked(View(), ()))


def _say() -> None:
    """Say what did not work, once."""
    if trouble := _TROUBLE.pop():
        alert(trouble)
