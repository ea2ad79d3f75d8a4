"""Random parsed articles for the tests of coverage, and its answers counted one by one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from geo.coverage import Counts, Search
from geo.model.article import Article
from geo.model.atlas import AtlasPlace, Occurrence, gather
from geo.model.mentions import Mention, MentionType
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place, PlaceKind, Resolution, Status

WORDS = ("flood", "vote", "snow")
PLACES = [
    Place(f"gn-{i}", name, kind, float(i), float(i), country)
    for i, (name, kind, country) in enumerate([
        ("Harbin", PlaceKind.CITY, "CN"), ("China", PlaceKind.COUNTRY, "CN"),
        ("Kharkiv", PlaceKind.CITY, "UA"), ("Georgia", PlaceKind.COUNTRY, "GE"),
        ("Georgia", PlaceKind.REGION, "US"), ("Arctic", PlaceKind.PHYSICAL, ""),
    ])
]  # fmt: skip
OUTLETS = ("", "Post", "Times")
DAYS = [None, *(date(2024, 2, 27) + timedelta(days=n) for n in (0, 1, 3, 40, 400))]

mentions = st.tuples(
    st.sampled_from([*PLACES, None]), st.sampled_from(list(MentionType)),
    st.sampled_from([0.3, 0.6, 0.8, 1.0]), st.booleans(),
)  # fmt: skip
rows = st.tuples(
    st.sampled_from(OUTLETS), st.sampled_from(DAYS),
    st.lists(st.sampled_from(WORDS), max_size=2), st.lists(mentions, max_size=6),
)  # fmt: skip
searches = st.builds(
    Search,
    words=st.sampled_from(["", "", *WORDS]),
    since=st.sampled_from([None, None, *DAYS]),
    until=st.sampled_from([None, None, *DAYS]),
    outlets=st.none() | st.frozensets(st.sampled_from([*OUTLETS, "Nobody"])),
    countries=st.none() | st.frozensets(st.sampled_from(["CN", "US", "", "XX"])),
    kinds=st.none() | st.frozensets(st.sampled_from(list(PlaceKind))),
    types=st.none() | st.frozensets(st.sampled_from(list(MentionType))),
    sure=st.sampled_from([0.0, 0.0, 0.6, 0.8]),
    place=st.sampled_from(["", "", "gn-1", "gn-99"]),
)


def article(number: int, row: tuple[str, date | None, list[str], list[tuple]]) -> ParsedArticle:
    """A parsed article; a nested mention lies in the one before it."""
    outlet, day, words, named = row
    text = " ".join(["Nothing", *words])
    made = [
        (
            Mention("text", 0, 7, "Nothing", kind, (0, 7), i - 1 if nested and i else None),
            Resolution(place, probability, Status.RESOLVED if place else Status.NOT_FOUND),
        )
        for i, (place, kind, probability, nested) in enumerate(named)
    ]
    return ParsedArticle(
        Article(f"a{number}", text, "", outlet, day),
        tuple(m for m, _ in made), tuple(r for _, r in made),
    )  # fmt: skip


def numbered(found: Sequence[tuple]) -> list[ParsedArticle]:
    return [article(number, row) for number, row in enumerate(found)]


articles = st.lists(rows, max_size=8).map(numbered)


def holding(parsed: Sequence[ParsedArticle], words: str) -> set[str]:
    return {p.article.id for p in parsed if words in p.article.text}


def occurrences(
    parsed: Sequence[ParsedArticle], search: Search, *, but: str = ""
) -> list[Occurrence]:
    """What passes a search, one facet aside, in the plainest Python."""

    def passes(one: Occurrence) -> bool:
        day, place = one.article.published, one.place
        return place is not None and (one.article.id, one.index) not in nested and all([
            search.words in one.article.text,
            one.resolution.probability >= search.sure,
            not search.place or place.id == search.place,
            but == "dates" or not (search.since or search.until)
            or (day is not None
                and (search.since or date.min) <= day <= (search.until or date.max)),
            but == "outlets" or not search.outlets or one.article.outlet in search.outlets,
            but == "countries" or not search.countries or place.country_code in search.countries,
            but == "kinds" or not search.kinds or place.kind in search.kinds,
            but == "types" or not search.types or one.mention.type in search.types,
        ])  # fmt: skip

    nested = {
        (one.article.id, index)
        for one in parsed
        for index, mention in enumerate(one.mentions)
        if mention.inside is not None
        and one.resolutions[index].place == one.resolutions[mention.inside].place
    }
    return [one for one in gather(parsed).occurrences if passes(one)]


def counts(found: Sequence[Occurrence]) -> Counts:
    return Counts(len({one.article.id for one in found}), len(found))


def named_places(found: Sequence[Occurrence]) -> list[tuple[Place, Counts, dict, float]]:
    """Each place with its counts, groups and mean probability, in the order promised."""
    by_place: dict[str, list[Occurrence]] = {}
    for one in found:
        by_place.setdefault(one.place.id, []).append(one)
    places = [AtlasPlace(group[0].place, tuple(group)) for group in by_place.values()]
    rows = [(p.place, counts(p.occurrences), p.groups, p.probability) for p in places]
    return sorted(rows, key=lambda r: (-r[1].articles, -r[1].mentions, r[0].name, r[0].id))


def valued(found: Sequence[Occurrence], value: object) -> dict[str, Counts]:
    """Counts by what `value` gives of an occurrence."""
    values = Counter(value(one) for one in found)
    return {v: counts([one for one in found if value(one) == v]) for v in values}
