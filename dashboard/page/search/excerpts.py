"""Excerpts as the components show them, each with its way into the article."""

from dashboard.records.page_data import Excerpt as ExcerptData
from dashboard.wording.phrases import long_date
from dashboard.wording.place_words import sureness
from geo.coverage import Excerpt, Headline
from geo.model.places import Review
from geo.text.cleaning import strip_invisible


def excerpt_data(one: Excerpt) -> ExcerptData:
    """An excerpt, and what a link says that opens the article at it."""
    before, name, after = one.words
    link = {
        "articles": one.article.id,
        "place": one.place.id,
        "mention": str(one.mention),
    }
    return {
        "before": before,
        "name": name,
        "after": after,
        "group": one.type.group.value,
        "type": one.type.label,
        "likelihood": sureness(one.probability, Review.AUTOMATIC),
        "title": strip_invisible(one.article.title) or "Untitled",
        "credit": credit_line(one.article),
        "query": link,
    }


def credit_line(article: Headline) -> str:
    """What follows an article's title: outlet and date, as far as they are known."""
    parts = [
        strip_invisible(article.outlet),
        long_date(article.published) if article.published else "",
    ]
    return "".join(f" · {part}" for part in parts if part)
