"""The query of a data address: the same as the page's link, but what is wrong is refused.

The page drops a bad value and says so; a program must be told, or it would take the wrong
data for the right one.
"""

from collections import Counter
from http import HTTPStatus
from urllib.parse import parse_qsl

from dashboard.hosting.api.problems import Problem
from dashboard.links.article_view import ALL_ARTICLES, ONE_ARTICLE, View

LONGEST = 8000
"""Longest query, in bytes."""
MOST_ARTICLES = 50
"""Articles named in one query."""
TAKES = {
    "articles": "ids of articles, separated by commas, or *",
    ONE_ARTICLE: "the id of an article",
    "types": "mention types, separated by commas",
    "kinds": "kinds of place, separated by commas",
    "since": "a date as 2024-05-17",
    "until": "a date as 2024-05-17",
    "words": "at most 200 characters",
    "sure": "a number from 0 to 1",
    "place": "the id of a place",
    "center": "latitude and longitude, separated by a comma",
    "zoom": "a number from 0 to 20",
    "mention": "the number of a mention",
    "reading": "the id of an article",
    "tab": "article or places",
}
"""What a value must be, by its key."""


def read_query(query: bytes) -> View:
    """The view of a raw query string; keys that the page's links do not have are ignored.

    Raises Problem that names each value that cannot be read, and each that is given twice.
    """
    if len(query) > LONGEST:
        raise Problem(
            HTTPStatus.REQUEST_URI_TOO_LONG,
            f"The query is longer than {LONGEST:,} bytes: ask for fewer articles at once.",
        )
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    known = [key for key, _ in pairs if key in TAKES]
    twice = [(key, "given more than once") for key, times in Counter(known).items() if times > 1]
    view, dropped = View.read(dict(pairs))
    wrong = [(name, _wanted(name)) for name in _as_given(dropped, known)]
    if len(view.articles) > MOST_ARTICLES:
        wrong.append(("articles", f"at most {MOST_ARTICLES} articles at once"))
    if "*" in view.articles and view.articles != ALL_ARTICLES:
        wrong.append(("articles", "either * or ids"))
    if twice or wrong:
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            "The query cannot be read: correct what “errors” names.",
            (*twice, *wrong),
        )
    return view


def _as_given(dropped: tuple[str, ...], known: list[str]) -> list[str]:
    return [
        ONE_ARTICLE if key == "articles" and "articles" not in known else key for key in dropped
    ]


def _wanted(key: str) -> str:
    return f"takes {TAKES[key]}"
