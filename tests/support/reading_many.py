"""Resident memory while very many articles are read, a process of its own.

`python tests/support/reading_many.py WARM MEASURED` reads so many articles to warm up, then so
many that no one has seen, and writes both figures in bytes as JSON.
"""

import gc
import json
import random
import sys

import psutil

from dashboard.engine.measures import Measures
from dashboard.engine.parsing.parsed_articles import ParsedArticles
from dashboard.server_settings import ServerSettings
from geo import Article, Geoparser

AT_ONCE = 10
SYLLABLES = ("ka", "lo", "mi", "ter", "von", "shi", "u", "na")


def articles(first: int, last: int, names: list[str]) -> list[Article]:
    return [_article(number, names) for number in range(first, last)]


def _article(number: int, names: list[str]) -> Article:
    """An article of some 400 words: real places, and words that no other article has."""
    draw = random.Random(number)
    sentences = [
        f"{_word(draw).title()} {_word(draw).title()} of {draw.choice(names)} said that the "
        f"{_word(draw)} near {draw.choice(names)} had cost {draw.randrange(10**6)} a day."
        for _ in range(25)
    ]
    return Article(f"read-{number}", " ".join(sentences), title=f"{_word(draw)} {number}")


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(5))


def main() -> None:
    warm, measured = map(int, sys.argv[1:])
    settings = ServerSettings()
    reader = ParsedArticles(Geoparser(settings), settings, Measures())
    names = [place.name for place in reader.parser.gazetteer.largest(3000)]
    seen = []
    for first in range(0, warm + measured, AT_ONCE):
        reader.parsed(articles(first, first + AT_ONCE, names))
        gc.collect()
        seen.append(psutil.Process().memory_info().rss)
    step = {"before": seen[warm // AT_ONCE - 1], "after": seen[-1], "seen": seen}
    sys.stdout.write(json.dumps(step))


if __name__ == "__main__":
    main()
