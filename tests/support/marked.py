"""Articles with marked names, for tests: [a name], {a site}, <people or a language>."""

import re

from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.places import PlaceKind

MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}|<([^>]+)>")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


def read(marked: str) -> tuple[Article, tuple[Mention, ...]]:
    """An article and its mentions, from text with marks that do not nest."""
    text, names, at = "", list[tuple[int, str, MentionType, PlaceKind | None]](), 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        name = next(group for group in mark.groups() if group)
        meant = MentionType.DEMONYM if mark[3] else MentionType.LITERAL
        names.append((len(text), name, meant, PlaceKind.FACILITY if mark[2] else None))
        text += name
        at = mark.end()
    text += marked[at:]
    bounds = [m.span() for m in SENTENCE.finditer(text)]

    def mention(start: int, name: str, meant: MentionType, kind: PlaceKind | None) -> Mention:
        sentence = next(b for b in bounds if b[0] <= start < b[1])
        return Mention("text", start, start + len(name), name, meant, sentence, None, kind)

    return Article("a", text), tuple(mention(*row) for row in names)
