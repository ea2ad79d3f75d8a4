"""Corrections made by hand, for tests of what is done with them."""

from datetime import UTC, datetime
from itertools import count

from support.samples import HARBIN

from geo.corrections import Anchor, Correction, Scope, Verdict
from geo.corrections.correction import CONTEXT
from geo.model.article import Article, content_hash
from geo.model.mentions import MentionType
from geo.model.places import Place

DAY = datetime(2026, 5, 3, 12, tzinfo=UTC)
_numbers = count()


def correction(
    quote: str = "fell",
    *,
    article: Article,
    nth: int = 0,
    scope: Scope = Scope.MENTION,
    verdict: Verdict = Verdict.PLACE,
    place: Place | None = HARBIN,
    meant: MentionType | None = None,
    when: datetime = DAY,
    who: str = "",
    note: str = "",
) -> Correction:
    """A correction of the nth time that `quote` stands in an article's text."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(quote, start + 1)
    end = start + len(quote)
    anchor = Anchor(
        content_hash(article), article.id, article.source, "text", start, quote,
        article.text[max(0, start - CONTEXT) : start], article.text[end : end + CONTEXT],
    )  # fmt: skip
    has_place = verdict in {Verdict.PLACE, Verdict.CONFIRMED}
    return Correction(
        f"c{next(_numbers)}", anchor, scope, verdict, when, place if has_place else None, meant,
        who, note,
    )  # fmt: skip
