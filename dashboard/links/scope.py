"""Which of the articles at hand a view shows, and how an event changes the view."""

from collections.abc import Sequence
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
class Scope:
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


def scope_of(view: View, at_hand: Sequence[Article]) -> Scope:
    """The scope of a view among the articles at hand, which must not be empty."""
    known = {article.id: article for article in at_hand}
    if view.articles == ALL_ARTICLES:
        return _several(view, at_hand, ALL_ARTICLES, ())
    wanted = tuple(known[i] for i in view.articles if i in known)
    missing = [i for i in view.articles if i not in known]
    notices = (_not_here(missing),) if missing else ()
    if len(wanted) > 1:
        return _several(view, at_hand, tuple(a.id for a in wanted), notices)
    one = wanted[0] if wanted else at_hand[0]
    return Scope((one,), False, one.id, (one.id,), notices)


def patched(view: View, patch: object, scope: Scope) -> View:
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
) -> Scope:
    readable = [a.id for a in at_hand if pinned == ALL_ARTICLES or a.id in pinned]
    reading = view.reading if view.reading in readable else readable[0]
    return Scope(tuple(at_hand), True, reading, pinned, notices)


def _not_here(missing: Sequence[str]) -> str:
    names = ", ".join(f"“{for_message(i)}”" for i in missing[:MOST_NAMED])
    if len(missing) > MOST_NAMED:
        names += f" and {len(missing) - MOST_NAMED:,} more"
    return (
        f"The link names an article that is not here: {names}. It was deleted, or never shared: "
        "pasted and uploaded articles are gone when the page is closed or the server ends."
    )
