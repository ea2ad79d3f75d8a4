"""Bringing in articles: pasted, uploaded, from an address or a feed; the session's until shared."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.engine.failures import for_readers
from dashboard.engine.intake.file_sizes import upload_megabytes
from dashboard.engine.intake.intake import Source
from dashboard.engine.intake.web_sources import feed_at, item_sources, page_source
from dashboard.engine.permissions import Deed
from dashboard.engine.process import process
from dashboard.page.adding import reading_progress
from dashboard.page.adding.limits import quota_refusal
from dashboard.page.frame.notices import alert
from dashboard.page.session.keys import Key, none
from dashboard.page.session.visitor import check
from dashboard.server_settings import ServerSettings
from dashboard.wording.escaping import for_markdown
from dashboard.wording.phrases import distinct_labels
from geo.documents.feeds import Feed, FeedItem
from geo.errors import AccessError, DatelineError
from geo.reading.article_reader import READABLE_SUFFIXES, article_from_text, read_article
from geo.text.cleaning import strip_invisible

TYPES = sorted(suffix.removeprefix(".") for suffix in READABLE_SUFFIXES)
_FEED: Key[Feed | None] = Key("feed-looked-at", none)
_FEED_ITEMS: Key[list[int]] = Key("feed-items", list)


def open_add_dialog() -> None:
    """Open the dialog that asks for articles, reads them, and shows them."""
    reading_progress.forget()
    st.dialog("Add articles", width="medium")(ask)()


def ask() -> None:
    """The dialog's contents."""
    st.caption("This server reads them, and stores nothing unless you share it.")
    settings = process().settings
    tabs = st.tabs(["Paste a text", "Upload files", "From the web", "From a feed"])
    sources: Sequence[Source] = ()
    for tab, ask in zip(tabs, (_pasted, _uploaded, _linked, _fed), strict=True):
        with tab:
            sources = ask(settings) or sources
    try:
        if sources:
            reading_progress.read_sources(sources, settings)
    except AccessError as error:
        alert(for_readers(error))
    reading_progress.report()


def _pasted(settings: ServerSettings) -> Sequence[Source]:
    text = st.text_area(
        "Text of the article",
        height=260,
        key="pasted-text",
        placeholder="The first short line becomes the title.",
    )
    if not st.button("Show it on the map", type="primary", key="read-pasted"):
        return ()
    return [Source("The pasted text", partial(article_from_text, text or "", settings=settings))]


def _uploaded(settings: ServerSettings) -> Sequence[Source]:
    files = st.file_uploader(
        f"Text, Markdown, HTML, PDF or Word files, up to {settings.max_files} at once",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=upload_megabytes(settings),
        key="uploaded-files",
    )
    if not st.button("Show them on the map", type="primary", key="read-uploaded"):
        return ()
    if not files:
        alert("No file is chosen yet: choose one or more, then show them on the map.")
    if len(files) > settings.max_files:
        alert(
            f"{len(files)} files are more than the {settings.max_files} read at once: take some "
            "out or raise DATELINE_MAX_FILES."
        )
        return ()
    return [
        Source(f.name, partial(read_article, f.getvalue(), name=f.name, settings=settings))
        for f in files
    ]


def _linked(settings: ServerSettings) -> Sequence[Source]:
    text = st.text_area(
        "Addresses of articles, one a line",
        height=110,
        key="addresses",
        placeholder="https://",
        help="Public http and https addresses only. Each is fetched once, now.",
    )
    if not st.button("Fetch and show on the map", type="primary", key="read-addresses"):
        return ()
    addresses = list(dict.fromkeys((text or "").split()))
    if not addresses:
        alert("No address is given yet: paste one or more, then fetch them.")
    if len(addresses) > settings.max_files:
        alert(
            f"{len(addresses)} addresses are more than the {settings.max_files} read at once: take "
            "some out or raise DATELINE_MAX_FILES."
        )
        return ()
    return [page_source(address, settings) for address in addresses]


def _fed(settings: ServerSettings) -> Sequence[Source]:
    address = st.text_input("Address of an RSS or Atom feed", key="feed", placeholder="https://")
    if st.button("Look into the feed", key="read-feed"):
        try:
            _FEED.set(look_into((address or "").strip(), settings))
        except AccessError as error:
            alert(for_readers(error))
    feed = _FEED.get()
    if feed is None:
        return ()
    most, names = settings.feed_articles, distinct_labels(_named(item) for item in feed.items)
    chosen = st.multiselect(
        f"Articles of {for_markdown(feed.title[:80]) or 'the feed'} (up to {most})",
        range(len(feed.items)),
        default=range(min(most, len(feed.items))),
        format_func=names.__getitem__,
        max_selections=most,
        key=_FEED_ITEMS.name,
    )
    if not st.button("Fetch and show on the map", type="primary", key="read-items"):
        return ()
    if not chosen:
        alert("No article is chosen: choose one or more of the feed, then fetch them.")
    return item_sources([feed.items[nth] for nth in chosen], settings)


def look_into(address: str, settings: ServerSettings) -> Feed | None:
    """The feed at an address, None where it cannot be read, which is said.

    It is fetched for a reader and so counts as an article does. Raises AccessError where this
    session may not bring in articles.
    """
    check(Deed.BRING)
    if sentence := quota_refusal(1):
        alert(sentence)
        return None
    try:
        with st.spinner("Fetching the feed…"):
            found = feed_at(address, settings)
    except DatelineError as error:
        alert(for_readers(error))
        return None
    # What was chosen was chosen from another feed.
    _FEED_ITEMS.forget()
    return found


def _named(item: FeedItem) -> tuple[str, str]:
    day = f" · {item.published}" if item.published else ""
    return (strip_invisible(item.title) or item.address) + day, item.address
