"""A parsed article: an article, its mentions, and what each was resolved to."""

from dataclasses import dataclass

from geo.model.article import Article
from geo.model.mentions import Mention
from geo.model.places import Focus, Resolution


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """`resolutions[i]` belongs to `mentions[i]`; mentions of the title come first."""

    article: Article
    mentions: tuple[Mention, ...]
    resolutions: tuple[Resolution, ...]
    focus: tuple[Focus, ...] = ()

    def field_text(self, index: int) -> str:
        """The text of the field that mention `index` stands in."""
        return self.article.title if self.mentions[index].field == "title" else self.article.text
