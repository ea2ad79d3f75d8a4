"""A stored library of generated articles, as an analyst's month of news."""

from datetime import date, timedelta
from pathlib import Path

from geo import Article, Geoparser
from geo.library import Library
from geo.settings import Settings

OUTLETS = ("North Wire", "Harbour Post, Evening", "<b>Hill</b> {{7*7}} Gazette", "")
PLACES = (
    "Harbin", "Kharkiv", "Lagos", "Lima", "Oslo", "Nairobi", "Hanoi", "Toronto", "Perth", "Lyon",
    "Quito", "Porto", "Osaka", "Tunis", "Turku", "Cebu City",
)  # fmt: skip
LAST = date(2024, 6, 30)


def article(number: int) -> Article:
    """The article of this number: of some outlet, on some day before LAST."""
    here, there = PLACES[number % len(PLACES)], PLACES[(3 * number + 1) % len(PLACES)]
    topic = ("Rain", "Snow", "Trade")[number % 3]
    return Article(
        f"generated-{number}",
        f"{topic} fell on {here} on Monday. Visitors from {there} came to {here} all the same, "
        f"and the Kenyan president spoke of it. <img src=x onerror=alert({number})>",
        title=f"{topic} in {here}, report {number}",
        outlet=OUTLETS[number % len(OUTLETS)],
        published=LAST - timedelta(days=number % 40) if number % 10 else None,
        language="en",
    )


def fill(folder: Path, count: int, parser: Geoparser) -> list[str]:
    """Store and index articles in a library in this folder; their tokens."""
    library = Library.open(Settings(data_dir=folder, database_url=""))
    try:
        tokens = [library.articles.add(article(n)).token for n in range(count)]
        stored = [found for token in tokens if (found := library.articles.get(token))]
        for parsed in parser.parse_many(stored):
            library.index.add(parsed.article.id, parsed, parser=parser.fingerprint)
    finally:
        library.close()
    return tokens
