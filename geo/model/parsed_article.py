"""A parsed article: an article, its mentions, and what each was resolved to."""

from dataclasses import dataclass

from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Focus, Resolution


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article with its n mentions, and what each of them was resolved to.

    Parameters
    ----------
    article
        The article itself.
    mentions
        n mentions in reading order, those of the title first. Their offsets are code points of
        the field they stand in (`mention.field`).
    resolutions
        n resolutions: `resolutions[i]` belongs to `mentions[i]`. Where its `place` is set,
        `place.lat` and `place.lon` are degrees WGS 84, `place.radius_km` kilometres, and
        `probability` lies between 0 and 1.
    focus
        The places the article as a whole is about, most central first, each with a score.

    Examples
    --------
    >>> from geo import Article, Geoparser
    >>> parsed = Geoparser().parse(Article("a", "The river rose.", "Flood in Harbin"))
    >>> place = parsed.resolutions[0].place
    >>> place.id, place.name, round(place.lat), round(place.lon)
    ('gn-2037013', 'Harbin', 46, 127)
    >>> parsed.field_text(0)
    'Flood in Harbin'
    """

    article: Article
    mentions: tuple[Mention, ...]
    resolutions: tuple[Resolution, ...]
    focus: tuple[Focus, ...] = ()

    def field_text(self, index: int) -> str:
        """The text in which the offsets of a mention count.

        Parameters
        ----------
        index
            The mention's position in `mentions`.

        Returns
        -------
        str
            The article's title or its text.
        """
        return self.article.title if self.mentions[index].field == "title" else self.article.text
