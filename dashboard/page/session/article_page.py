"""What this session sees of the articles' page: its view, its scope, its ground."""

from secrets import token_hex

from dashboard.links.article_view import View
from dashboard.links.scope import ArticleScope, patched
from dashboard.page.session.current_view import CurrentView
from dashboard.page.session.keys import CHANNEL, IS_DARK, SCOPE
from geo.model.article import Article

_VIEWING = CurrentView(View)


def start() -> None:
    """Take the view from the address where the page is opened, or gone back to."""
    _VIEWING.start()


def view() -> View:
    """What is seen now."""
    return _VIEWING.view()


def notices() -> tuple[str, ...]:
    """What the address said that could not be read."""
    return _VIEWING.notices()


def show(changed: View) -> None:
    """See something else."""
    _VIEWING.show(changed)


def write_address() -> None:
    """Make the address say the view."""
    _VIEWING.write_address()


def keep_scope(scope: ArticleScope) -> None:
    """Remember the scope that events of this page are about."""
    SCOPE.set(scope)


def loaded() -> tuple[Article, ...]:
    """The articles of the scope that was drawn last."""
    scope = SCOPE.get()
    return scope.loaded if scope else ()


def patch(event: object) -> None:
    """Apply an event of a component: a patch of the link."""
    if scope := SCOPE.get():
        show(patched(view(), event, scope))


def channel() -> str:
    """The name on which this page's text and map talk: pages in other tabs have another."""
    if not CHANNEL.is_set():
        CHANNEL.set(f"dateline-{token_hex(8)}")
    return CHANNEL.get()


def is_dark() -> bool:
    """Whether the page's ground is dark: as the page itself said, else as Streamlit thinks."""
    return IS_DARK.get()


def tell_dark(said: object) -> None:
    """Remember what the page said of its ground."""
    IS_DARK.set(said == "dark")
