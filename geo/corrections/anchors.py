"""Finding a corrected name again: by its position, and after edits by the words around it."""

from collections.abc import Sequence

from geo.corrections.correction import CONTEXT, Anchor, name_of
from geo.model.article import Article, content_hash
from geo.model.mentions import Mention

ENOUGH = 16
"""Characters around a name that must be the same in another version of its article."""
ALONE = 40
"""Characters around a name that tell the passage where nothing else tells the article."""


def anchor(article: Article, mention: Mention) -> Anchor:
    """The anchor of one of an article's mentions."""
    text = _field(article, mention)
    return Anchor(
        content_hash(article),
        article.id,
        article.source,
        mention.field,
        mention.start,
        mention.text,
        text[max(0, mention.start - CONTEXT) : mention.start],
        text[mention.end : mention.end + CONTEXT],
    )


class Version:
    """One article, in which anchors are sought."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._article, self._mentions = article, mentions
        self._hash = content_hash(article)
        self._named: dict[tuple[str, str], list[int]] = {}
        for index, mention in enumerate(mentions):
            self._named.setdefault((mention.field, name_of(mention.text)), []).append(index)

    def holds(self, sought: Anchor) -> bool:
        """Whether the anchor was made in this article, or in another version of it."""
        return (
            sought.article == self._hash
            or bool(sought.source and sought.source == self._article.source)
            or self.find(sought) is not None
        )

    def find(self, sought: Anchor) -> int | None:
        """The index of the anchored mention, None where it is not there (any more)."""
        same = self._named.get((sought.field, name_of(sought.quote)), [])
        if sought.article == self._hash:
            return next((i for i in same if self._mentions[i].start == sought.start), None)
        ranked = [(self._agreement(i, sought), -self._moved(i, sought), i) for i in same]
        agreement, _, index = max(ranked, default=(-1, 0, 0))
        return index if agreement >= self._needed(sought) else None

    def _moved(self, index: int, sought: Anchor) -> int:
        return abs(self._mentions[index].start - sought.start)

    def _agreement(self, index: int, sought: Anchor) -> int:
        """Characters right before and right after the mention that are as they were."""
        mention = self._mentions[index]
        text = _field(self._article, mention)
        before = text[max(0, mention.start - CONTEXT) : mention.start]
        after = text[mention.end : mention.end + CONTEXT]
        return _common(before[::-1], sought.prefix[::-1]) + _common(after, sought.suffix)

    def _needed(self, sought: Anchor) -> int:
        whole = len(sought.prefix) + len(sought.suffix)
        known = sought.article_id == self._article.id or (
            sought.source and sought.source == self._article.source
        )
        return min(whole, ENOUGH) if known else max(whole, ALONE)


def _field(article: Article, mention: Mention) -> str:
    return article.title if mention.field == "title" else article.text


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
