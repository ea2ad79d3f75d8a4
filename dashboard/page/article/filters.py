"""The chips: what each part of the filter would show, and what it shows now.

A chip's count is that of the occurrences that pass the other parts of the filter, so that
a chip that is off still says what it would bring back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.links.article_view import ALL_ARTICLES, View
from dashboard.records.page_data import ChipGroup, ChipOption, FilterChips
from dashboard.wording.certainty_filter import doubt
from dashboard.wording.glossary import said_of
from dashboard.wording.phrases import count_of, name_of
from geo.model.article import Article
from geo.model.atlas import Atlas
from geo.model.mentions import MentionGroup, MentionType
from geo.model.places import PlaceKind

_FILTERED = ("types", "kinds", "sure", "words", "since", "until")


def chips(atlas: Atlas, view: View, articles: Sequence[Article], *, several: bool) -> FilterChips:
    """The chips' data; `atlas` holds the articles shown, unfiltered.

    `articles` are those to choose from where `several` are shown.
    """
    filtered = view.filter
    return {
        "groups": _groups(atlas.filtered(replace(filtered, types=None)), view),
        "kinds": _kinds(atlas.filtered(replace(filtered, kinds=None)), view),
        "articles": _articles(atlas, view, articles) if several else [],
        "doubt": doubt(atlas.filtered(replace(filtered, sure=0.0)), view.sure),
        "words": view.words,
        "dates": _dates(view),
        "changed": is_filtered(view, several=several),
        "reset": dict.fromkeys(_FILTERED) | ({"articles": ALL_ARTICLES[0]} if several else {}),
        "shown": count_of(len(atlas.filtered(filtered).places), "place"),
    }


def is_filtered(view: View, *, several: bool) -> bool:
    """Whether anything is left out that a reset would bring back."""
    plain = replace(view, types=None, kinds=None, words="", since=None, until=None, sure=0.0)
    return plain != view or (several and len(view.articles) > 1)


def _groups(atlas: Atlas, view: View) -> list[ChipGroup]:
    counts = atlas.count_by_type()
    return [
        {
            "key": group.value,
            "label": group.label,
            "options": [
                {
                    "key": kind.value,
                    "label": kind.label,
                    "help": said_of(kind.value),
                    "count": counts[kind],
                    "on": view.types is None or kind in view.types,
                }
                for kind in MentionType
                if kind.group is group
            ],
        }
        for group in MentionGroup
    ]


def _kinds(atlas: Atlas, view: View) -> list[ChipOption]:
    counts = atlas.count_by_kind()
    return [
        {
            "key": kind.value,
            "label": kind.label,
            "help": said_of(kind.value),
            "count": counts[kind],
            "on": view.kinds is None or kind in view.kinds,
        }
        for kind in PlaceKind
    ]


def _articles(atlas: Atlas, view: View, articles: Sequence[Article]) -> list[ChipOption]:
    what = replace(view.filter, articles=None)
    counts = Counter(o.article.id for o in atlas.filtered(what).occurrences)
    return [
        {
            "key": article.id,
            "label": name_of(article),
            "help": "",
            "count": counts[article.id],
            "on": len(view.articles) < 2 or article.id in view.articles,
        }
        for article in articles
    ]


def _dates(view: View) -> str:
    if view.since and view.until:
        return f"{view.since} to {view.until}"
    if view.since:
        return f"since {view.since}"
    return f"until {view.until}" if view.until else ""
