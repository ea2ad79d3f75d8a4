"""The dataclasses that travel between the steps: Article, Mention, Place, ParsedArticle, Atlas."""
