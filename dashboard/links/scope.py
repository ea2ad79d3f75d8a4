"""Which of the articles at hand a view shows, and how an event changes the view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.links import query
from dashboard.links.article_view import ALL_ARTICLES, View
from geo.model.article import Article
from geo.text.cleaning import for_message

SELECTION = ("place", "mention", "reading")
POSITION = ("center", "zoom")
MOST_NAMED = 3
"""Articles that are not here which a notice names; the others are counted."""


@dataclass(frozen=True, slots=True)
class ArticleScope:
    """The articles a view shows.

    `loaded` are parsed and counted: the one article, or all of them where several are
    shown, so that those left out can be brought back. `reading` is the open one's id.
    """

    loaded: tuple[Article, ...]
    several: bool
    reading: str
    pinned: tuple[str, ...]
    notices: tuple[str, ...] = ()

    def pin(self, view: View) -> View:
        """The view with the articles that are really shown."""
        return replace(view, articles=self.pinned)


@dataclass(frozen=True, slots=True)
class LinkedArticles:
    """The articles that a link means, in its order, and the ids of those that are not here."""

    articles: tuple[Article, ...]
    missing: tuple[str, ...] = ()


def linked_articles(
    view: View,
    at_hand: Sequence[Article],
    stored: Callable[[str], Article | None] = lambda _: None,
) -> LinkedArticles:
    """Which articles a view's link means: no id the first at hand, `*` all of them.

    `stored` gives an article that is not at hand by its token; None where there is none.
    """
    if view.articles == ALL_ARTICLES:
        return LinkedArticles(tuple(at_hand))
    if not view.articles:
        return LinkedArticles(tuple(at_hand[:1]))
    known = {article.id: article for article in at_hand}
    wanted = dict.fromkeys(view.articles)
    found = {key: known.get(key) or stored(key) for key in wanted}
    return LinkedArticles(
        tuple(article for article in found.values() if article is not None),
        tuple(key for key, article in found.items() if article is None),
    )


def scope_of(view: View, at_hand: Sequence[Article]) -> ArticleScope:
    """The scope of a view among the articles at hand, which must not be empty."""
    linked = linked_articles(view, at_hand)
    if view.articles == ALL_ARTICLES:
        return _several(view, at_hand, ALL_ARTICLES, ())
    notices = (_not_here(linked.missing),) if linked.missing else ()
    if len(linked.articles) > 1:
        return _several(view, at_hand, tuple(a.id for a in linked.articles), notices)
    one = linked.articles[0] if linked.articles else at_hand[0]
    return ArticleScope((one,), False, one.id, (one.id,), notices)


def patched(view: View, patch: object, scope: ArticleScope) -> View:
    """The view after an event of the page, written as a patch of its link.

    What cannot be read is left out, and the articles shown are pinned, so that the address no
    longer depends on what is at hand.
    """
    changed, _ = View.of(query.patched(scope.pin(view).query(), patch))
    several = changed.articles == ALL_ARTICLES or len(changed.articles) > 1
    return changed if several else replace(changed, reading="")


def picked(view: View, articles: tuple[str, ...]) -> View:
    """The view after other articles are picked: the filter stays, the selection goes."""
    default = View()
    kept = {name: getattr(default, name) for name in (*SELECTION, *POSITION)}
    return replace(view, articles=articles, **kept)


def _several(
    view: View, at_hand: Sequence[Article], pinned: tuple[str, ...], notices: tuple[str, ...]
) -> ArticleScope:
    readable = [a.id for a in at_hand if pinned == ALL_ARTICLES or a.id in pinned]
    reading = view.reading if view.reading in readable else readable[0]
    return ArticleScope(tuple(at_hand), True, reading, pinned, notices)


def _not_here(missing: Sequence[str]) -> str:
    names = ", ".join(f"“{for_message(i)}”" for i in missing[:MOST_NAMED])
    if len(missing) > MOST_NAMED:
        names += f" and {len(missing) - MOST_NAMED:,} more"
    return (
        f"The link names an article that is not here: {names}. It was deleted, or never shared: "
        "pasted and uploaded articles are gone when the page is closed or the server ends."
    )
