"""A small parsed article, made by hand: tests of the rooms after recognition start from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from geo.model.article import Article
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Alternative, Place, PlaceKind, Resolution, Status

CHINA = Place("gn-1814991", "China", PlaceKind.COUNTRY, 35.0, 105.0, "CN", 1814991, 1_411_778_724)
RUSSIA = Place("gn-2017370", "Russia", PlaceKind.COUNTRY, 60.0, 100.0, "RU", 2017370, 144_478_050)
HEILONGJIANG = Place("iso-CN-HL", "Heilongjiang", PlaceKind.REGION, 48.0, 128.0, "CN")
HARBIN = Place(
    "gn-2037013", "Harbin", PlaceKind.CITY, 45.75, 126.65, "CN", 2037013, 5_878_939, "iso-CN-HL"
)
KHARKIV = Place("gn-706483", "Kharkiv", PlaceKind.CITY, 49.98, 36.25, "UA", 706483, 1_430_885)
UNIVERSITY = Place(
    "dl-harbin-university-gn-2037013", "Harbin University", PlaceKind.FACILITY, 45.75, 126.65,
    "CN", radius_km=20.0,
)  # fmt: skip

TITLE = "Russian visitor in Harbin"
TEXT = (
    "HARBIN, China - The guest met students of Harbin University on Friday.\n\n"
    "Harbin is the capital of Heilongjiang. The Russian delegation said nothing of Kharkov, "
    "and Russians at home saw little of it. Moscow and the West disagree."
)
SENTENCE = re.compile(r"\S[^.\n]*\.?")


def sample() -> ParsedArticle:
    """Ten mentions of six places; one name nested, one of no fixed place, one not found."""
    article = Article(
        "sample", TEXT, TITLE, "Dateline sample", date(2024, 5, 17), "en",
        "https://example.org/story?a=1",
    )  # fmt: skip
    rows = [
        _row("title", "Russian", 0, MentionType.NON_LITERAL_MODIFIER, RUSSIA, 0.96),
        _row("title", "Harbin", 0, MentionType.LITERAL, HARBIN, 0.97),
        _row("text", "HARBIN", 0, MentionType.LITERAL, HARBIN, 0.97),
        _row("text", "China", 0, MentionType.LITERAL, CHINA, 0.99),
        _row("text", "Harbin University", 0, MentionType.LITERAL, UNIVERSITY, 0.6),
        _row("text", "Harbin", 0, MentionType.EMBEDDED_LITERAL, HARBIN, 0.95, inside=4),
        _row("text", "Harbin", 1, MentionType.LITERAL, HARBIN, 0.97),
        _row("text", "Heilongjiang", 0, MentionType.LITERAL, HEILONGJIANG, 0.98),
        _row("text", "Russian", 0, MentionType.NON_LITERAL_MODIFIER, RUSSIA, 0.96),
        _row("text", "Kharkov", 0, MentionType.LITERAL, KHARKIV, 0.91),
        _row("text", "Russians", 0, MentionType.DEMONYM, RUSSIA, 0.95),
        _row("text", "Moscow", 0, MentionType.METONYMIC, None, 0.7),
        _row("text", "West", 0, MentionType.METONYMIC, None, 1.0, status=Status.NO_FIXED_PLACE),
    ]
    return ParsedArticle(article, tuple(m for m, _ in rows), tuple(r for _, r in rows))


def places_named(names: Iterable[str]) -> Iterator[ParsedArticle]:
    """An article a name, with one place: its name, its mention and its article all say it."""
    parsed = sample()
    for number, name in enumerate(names):
        place = replace(HARBIN, id=f"x-{number}", name=name, lat=number - 40.0, lon=number - 90.0)
        article = replace(parsed.article, id=f"a{number}", title=name, outlet=name, text=name)
        mention = replace(
            parsed.mentions[2], start=0, end=len(name), text=name, sentence=(0, len(name))
        )
        resolution = replace(parsed.resolutions[2], place=place, reasons=(name,))
        yield ParsedArticle(article, (mention,), (resolution,))


def _row(
    field: str,
    name: str,
    nth: int,
    kind: MentionType,
    place: Place | None,
    probability: float,
    *,
    inside: int | None = None,
    status: Status | None = None,
) -> tuple[Mention, Resolution]:
    text = TITLE if field == "title" else TEXT
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    end = start + len(name)
    sentence = next(m.span() for m in SENTENCE.finditer(text) if m.start() <= start < m.end())
    hint = PlaceKind.FACILITY if place is UNIVERSITY else None
    mention = Mention(
        "title" if field == "title" else "text", start, end, name, kind, sentence, inside, hint
    )
    status = status or (Status.RESOLVED if place else Status.NOT_FOUND)
    other = (Alternative(CHINA, 0.02),) if place is HARBIN else ()
    return mention, Resolution(place, probability, status, ("A reason in words.",), other)
