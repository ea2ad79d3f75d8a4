"""The header: which article, when and where it appeared, share, bring in."""

from collections.abc import Sequence

import streamlit as st

from dashboard.links.article_view import ALL_ARTICLES
from dashboard.links.scope import ArticleScope, picked
from dashboard.page.adding.add_dialog import open_add_dialog
from dashboard.page.frame.account import account
from dashboard.page.reader.citations import is_web_address
from dashboard.page.session import article_page
from dashboard.page.session.keys import Key
from dashboard.page.session.visitor import is_importing
from dashboard.page.sharing.share_dialog import share
from dashboard.wording.escaping import for_html
from dashboard.wording.phrases import count_of, distinct_labels, long_date, name_of
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle
from geo.text.cleaning import strip_invisible

ALL = ALL_ARTICLES[0]
_PICKER: Key[str] = Key("article-picker")


def article_picker(at_hand: Sequence[Article], scope: ArticleScope) -> None:
    """The choice of an article, or of all of them."""
    everything = f"All articles ({len(at_hand)})"
    *names, everything = distinct_labels(
        [*((name_of(a), _detail(a)) for a in at_hand), (everything, "")]
    )
    titles = dict(zip((a.id for a in at_hand), names, strict=True)) | {ALL: everything}
    _PICKER.set(ALL if scope.several else scope.reading)
    st.selectbox(
        "Article",
        list(titles),
        format_func=titles.__getitem__,
        key=_PICKER.name,
        on_change=_pick,
        label_visibility="collapsed",
        filter_mode="contains",
    )


def byline(scope: ArticleScope) -> None:
    """Date, outlet and address of the article, or how many articles are shown."""
    if scope.several:
        st.html(f'<p class="byline">{count_of(len(scope.loaded), "article")}</p>')
        return
    article = scope.loaded[0]
    parts = [
        f'<time datetime="{article.published}">{long_date(article.published)}</time>'
        if article.published
        else "",
        for_html(article.outlet),
        _source(article),
    ]
    st.html(f'<p class="byline">{" · ".join(part for part in parts if part)}</p>')


def header_actions(parsed: Sequence[ParsedArticle], scope: ArticleScope) -> None:
    """Bring in, share, and sign in."""
    if is_importing() and st.button("Add article", icon=":material/add:", key="bring-in"):
        open_add_dialog()
    # Opening it runs the page, so that what it gives is what is seen then.
    popover = st.popover("Share", icon=":material/share:", key="share", on_change="rerun")
    if popover.open:
        with popover:
            share(parsed, scope)
    account()


def _detail(article: Article) -> str:
    published = long_date(article.published) if article.published else ""
    return ", ".join(part for part in (strip_invisible(article.outlet), published) if part)


def _pick() -> None:
    chosen = _PICKER.get()
    article_page.show(picked(article_page.view(), ALL_ARTICLES if chosen == ALL else (chosen,)))


def _source(article: Article) -> str:
    if not is_web_address(article.source):
        return ""
    address = for_html(article.source)
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">Original</a>'
