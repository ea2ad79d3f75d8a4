"""What the articles' page shows, made by one function, once a run.

Who makes it before the workspace is drawn (the page that parsed the articles, a click that
corrected one) hands it on, so that nothing is parsed or fetched again in the same run.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.engine.parsing.fair_queue import NOBODY, Waiter
from dashboard.engine.parsing.parsed_articles import Reading, finished
from dashboard.engine.process import process
from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope, scope_of
from dashboard.page.session import article_page
from dashboard.page.session.keys import Key, none
from geo.corrections import Correction
from geo.model.article import Article
from geo.model.parsed_article import ParsedArticle

Parsed = list[ParsedArticle]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the page is asked for: the view, its articles, and readers' corrections.

    `trouble` is a sentence where the corrections cannot be read.
    """

    view: View
    scope: ArticleScope
    corrections: tuple[Correction, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A selection, and its articles as parsed and corrected.

    `online_stamp` is `Progress.stamp` from before they were parsed: with a younger one the page
    would take rows without the latest finding of an online service for new ones.
    """

    selection: Selection
    parsed: tuple[ParsedArticle, ...]
    online_stamp: int


_HANDED_ON: Key[Shown | None] = Key("shown-articles", none)


def select(at_hand: Sequence[Article]) -> Selection:
    """What the page is asked for among the articles at hand, which must not be empty."""
    view = article_page.view()
    scope = scope_of(view, at_hand)
    article_page.keep_scope(scope)
    return Selection(scope.pin(view), scope, *process().corrections())


def shown(
    selection: Selection, waiter: Waiter = NOBODY, wait: Callable[[Reading], Parsed] = finished
) -> Shown:
    """The selection's articles parsed. Raises DatelineError where they cannot be.

    `wait` goes through the reading, and shows the waiter's place in the queue if it likes.
    """
    wanted, articles = selection.scope.loaded, process().articles()
    stamp = articles.completed.progress(wanted).stamp
    parsed = wait(articles.reading(wanted, selection.corrections, waiter))
    return Shown(selection, tuple(parsed), stamp)


def hand_on(made: Shown) -> None:
    """Keep what was made for the workspace that is drawn next in this run."""
    _HANDED_ON.set(made)


def handed_on(at_hand: Sequence[Article]) -> Shown | None:
    """What was made for this run, once; None where nothing was, or the view is another by now."""
    made = _HANDED_ON.pop()
    if made is None:
        return None
    view = article_page.view()
    scope = scope_of(view, at_hand)
    if scope.loaded != made.selection.scope.loaded:
        return None
    article_page.keep_scope(scope)
    selection = replace(made.selection, view=scope.pin(view), scope=scope)
    return replace(made, selection=selection)
