"""Taking articles in on the page: a feed's, with what is said of those that fail."""

from collections.abc import Iterable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.engine.intake.intake import Failed, Repeated, Taken
from dashboard.engine.parsing.fair_queue import Waiter
from dashboard.engine.parsing.parsed_articles import Reading
from dashboard.engine.process import Process, replaced
from dashboard.page.adding.reading_progress import report_of
from dashboard.page.session.keys import ADDED_ARTICLES
from dashboard.wording.escaping import for_markdown
from geo import Article, ParsedArticle
from geo.errors import FetchError, TooLarge

FEED = b"""<rss version="2.0"><channel><title>World *news*</title>
<item><title>Rain</title><link>https://news.test/rain</link></item>
<item><title>Snow</title><link>https://news.test/snow</link></item>
<item><title>Wind</title><link>https://news.test/wind</link></item>
</channel></rss>"""


class Parser:
    """Parses nothing, at once."""

    def reading(self, articles: Iterable[Article], waiter: Waiter) -> Reading:
        assert waiter.who
        yield from ()
        return [ParsedArticle(article, (), ()) for article in articles]


def dialog() -> None:
    """The dialog's contents as a page of their own."""
    import streamlit as st

    from dashboard.page.adding import reading_progress
    from dashboard.page.adding.add_dialog import ask
    from dashboard.page.session import article_page, own_articles

    article_page.start()
    reading_progress.resume()
    ask()
    st.text(" ".join(article.title for article in own_articles.added()))
    st.text(",".join(article_page.view().articles))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    import geo.fetching

    def fetch(url: str, _settings: object, **wanted: object) -> tuple[bytes, str]:
        if wanted:
            return FEED, "feed.xml"
        if url.endswith("snow"):
            raise FetchError("news.test answered with status 404; check the address.")
        return f"The {url[-4:]} came down all day.".encode(), "page.txt"

    monkeypatch.setattr(geo.fetching, "fetch", fetch)
    monkeypatch.setattr(Process, "articles", lambda _: Parser())
    monkeypatch.setenv("DATELINE_FEED_ARTICLES", "2")
    return AppTest.from_function(dialog, default_timeout=30).run()


def said(app: AppTest) -> str:
    return " ".join(str(getattr(element.proto, "body", "")) for element in app.get("html"))


def test_the_first_articles_of_a_feed_are_chosen_and_one_that_fails_stops_nothing(app) -> None:
    app.text_input("feed").set_value("https://news.test/feed").run()
    app.button("read-feed").click().run()
    items = app.multiselect("feed-items")
    assert "World &#42;news&#42;" in items.label
    assert items.options == ["Rain", "Snow", "Wind"]
    assert items.value == [0, 1]
    app.button("read-items").click().run()
    assert "news.test answered with status 404" in said(app)
    assert "1 article could be read." in said(app)
    assert app.text[0].value == "Rain"
    app.button("show-taken").click().run()
    assert app.text[1].value == loading_id(app)


def loading_id(app: AppTest) -> str:
    return ",".join(app.session_state[ADDED_ARTICLES.name])


def test_pages_are_fetched_once_each_and_shown(app) -> None:
    app.text_area("addresses").set_value(
        "https://news.test/rain\nhttps://news.test/rain https://news.test/wind"
    ).run()
    app.button("read-addresses").click().run()
    assert len(app.session_state[ADDED_ARTICLES.name]) == 2
    assert app.text[1].value == loading_id(app)


def test_the_same_words_twice_are_said_and_kept_once(app) -> None:
    app.text_area("pasted-text").set_value("Rain fell in Harbin.").run()
    app.button("read-pasted").click().run()
    app.button("read-pasted").click().run()
    assert "The pasted text is already here" in said(app)
    assert len(app.session_state[ADDED_ARTICLES.name]) == 1


def test_nothing_chosen_and_too_much_are_said(app, monkeypatch: pytest.MonkeyPatch) -> None:
    app.button("read-uploaded").click().run()
    assert "No file is chosen yet" in said(app)
    app.button("read-addresses").click().run()
    assert "No address is given yet" in said(app)
    monkeypatch.setenv("DATELINE_MAX_FILES", "1")
    with replaced():
        app.text_area("addresses").set_value("https://a.test https://b.test").run()
        app.button("read-addresses").click().run()
    assert "2 addresses are more than the 1 read at once" in said(app)
    assert "raise DATELINE_MAX_FILES" in said(app)


def test_a_text_over_the_limit_is_said_with_the_setting(app, monkeypatch) -> None:
    monkeypatch.setenv("DATELINE_MAX_ARTICLE_BYTES", "10")
    with replaced():
        app.text_area("pasted-text").set_value("Rain fell in Harbin.").run()
        app.button("read-pasted").click().run()
    assert "20 bytes is more than the 10 that are read" in said(app)
    assert "DATELINE_MAX_ARTICLE_BYTES" in said(app)


def test_no_more_of_a_feed_can_be_chosen_than_is_set(app) -> None:
    app.text_input("feed").set_value("https://news.test/feed").run()
    app.button("read-feed").click().run()
    items = app.multiselect("feed-items")
    assert items.label.endswith("(up to 2)")
    assert items.proto.max_selections == 2  # DATELINE_FEED_ARTICLES


def test_what_was_being_read_is_shown_by_the_next_run_where_one_is_ended(
    app, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Streamlit ends it where the page lost its connection, and has another."""

    def ended(*_: object, **__: object) -> None:
        st.stop()

    with monkeypatch.context() as patch:
        patch.setattr(Parser, "reading", ended)
        app.text_area("pasted-text").set_value("Rain fell in Harbin.").run()
        app.button("read-pasted").click().run()
    assert ADDED_ARTICLES.name not in app.session_state
    app.run()
    assert len(app.session_state[ADDED_ARTICLES.name]) == 1
    assert app.text[1].value == loading_id(app), "it is shown"
    app.run()
    assert app.text[1].value == loading_id(app)


def test_what_cannot_be_read_is_not_shown_by_the_next_run(
    app, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise TooLarge("It names too many places.")

    monkeypatch.setattr(Parser, "reading", refused)
    app.text_area("pasted-text").set_value("Rain fell in Harbin.").run()
    app.button("read-pasted").click().run()
    assert "It names too many places." in said(app)
    app.run()
    assert ADDED_ARTICLES.name not in app.session_state


def test_a_report_says_each_thing_once() -> None:
    article = Article("a", "Rain.", "Rain")
    outcomes = [
        Failed("x", "It failed."), Failed("y", "It failed."), Repeated("z", article),
        Taken("t", ParsedArticle(article, (), ())),
    ]  # fmt: skip
    made = report_of(outcomes)
    assert made.failures == ("It failed.",)
    assert made.articles == ("a",)
    assert made.added == 1


def test_words_of_others_are_no_markdown() -> None:
    assert for_markdown(":red[x] $y$ ![i](u)\u202e") == (
        "&#58;red&#91;x&#93; &#36;y&#36; &#33;&#91;i&#93;&#40;u&#41;"
    )
