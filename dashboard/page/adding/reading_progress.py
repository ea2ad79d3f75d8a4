"""Reading what is brought in: one after the other with progress, then shown or explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.engine.intake.intake import Failed, Outcome, Repeated, Source, Taken, take
from dashboard.engine.permissions import Deed
from dashboard.engine.process import process
from dashboard.links.article_view import View
from dashboard.links.scope import picked
from dashboard.page.adding.limits import quota_refusal, waiter, while_waiting
from dashboard.page.frame.notices import alert, notices
from dashboard.page.session import article_page, navigation, own_articles
from dashboard.page.session.keys import Key, none
from dashboard.page.session.visitor import check
from dashboard.server_settings import ServerSettings
from dashboard.wording.escaping import for_markdown
from dashboard.wording.phrases import count_of
from geo.errors import DatelineError
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle

MOST_SAID = 12
"""Most sentences about what was not read; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is said where not everything could be taken in, and what there is to show."""

    failures: tuple[str, ...]
    repeats: tuple[str, ...]
    articles: tuple[str, ...]
    added: int


_REPORT: Key[Report | None] = Key("taking-in-report", none)
_BEGUN: Key[dict[str, Article]] = Key("taking-in-begun", dict)
"""The articles that are being read, by id."""


def read_sources(sources: Sequence[Source], settings: ServerSettings) -> None:
    """Read the sources and keep their articles; show them if all went well, else report.

    Raises AccessError where this session may not bring in articles.
    """
    check(Deed.BRING)
    if sentence := quota_refusal(len(sources)):
        alert(sentence)
        return
    at_hand, _ = own_articles.available_articles(settings)
    bar = st.progress(0.0)
    outcomes = list(take(_announced(sources, bar), _parsed, known=at_hand))
    bar.empty()
    _BEGUN.forget()
    for outcome in outcomes:
        if isinstance(outcome, Taken):
            own_articles.add(outcome.parsed.article)
    made = report_of(outcomes)
    if made.failures or made.repeats:
        _REPORT.set(made)
    elif made.articles:
        _show(made.articles)


def resume() -> None:
    """Show what was being read when the page lost its connection.

    It has the whole script run once it is connected again, which ends the run that reads and
    closes the dialog.
    """
    begun = _BEGUN.pop()
    for article in begun.values():
        own_articles.add(article)
    if begun:
        _show(list(begun))


def report() -> None:
    """What was not taken in, and why; and a way to what was."""
    made = _REPORT.get()
    if made is None:
        return
    for sentence in made.failures[:MOST_SAID]:
        alert(sentence)
    rest = len(made.failures) - MOST_SAID
    notices([*made.repeats[:MOST_SAID], *([f"{rest} more could not be read."] if rest > 0 else [])])
    if made.added:
        notices([f"{count_of(made.added, 'article')} could be read."])
    if made.articles and st.button("Show on the map", type="primary", key="show-taken"):
        forget()
        _show(made.articles)


def forget() -> None:
    """Nothing is reported any more."""
    _REPORT.forget()


def report_of(outcomes: Sequence[Outcome]) -> Report:
    """What there is to say and to show of these outcomes."""
    articles = [_article(o) for o in outcomes if not isinstance(o, Failed)]
    return Report(
        failures=tuple(dict.fromkeys(o.reason for o in outcomes if isinstance(o, Failed))),
        repeats=tuple(o.notice for o in outcomes if isinstance(o, Repeated)),
        articles=tuple(dict.fromkeys(article.id for article in articles)),
        added=sum(isinstance(o, Taken) for o in outcomes),
    )


def _article(outcome: Taken | Repeated) -> Article:
    return outcome.parsed.article if isinstance(outcome, Taken) else outcome.article


def _announced(sources: Sequence[Source], bar: DeltaGenerator) -> Iterator[Source]:
    """The sources, each named on the bar when its turn has come."""
    for nth, source in enumerate(sources):
        said = f"Reading {nth + 1} of {len(sources)}: {source.name[:80]}"
        bar.progress(nth / len(sources), text=for_markdown(said))
        yield source


def _parsed(article: Article) -> ParsedArticle:
    begun = _BEGUN.setdefault()
    begun[article.id] = article
    try:
        return while_waiting(process().articles().reading([article], waiter=waiter()))[0]
    except DatelineError:
        begun.pop(article.id, None)
        raise


def _show(articles: Sequence[str]) -> None:
    # What was filtered was another article: a new one is shown whole.
    view = picked(View(), tuple(articles))
    if navigation.is_at_root():
        article_page.show(view)
        st.rerun()
    navigation.go("", view.query())
