"""A gazetteer of some thirty places in memory, enough to be ambiguous; for tests of resolution."""

from geo.model.places import Candidate, Match, Place, PlaceKind

CITY, REGION, COUNTRY = PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY

PLACES = {
    place.id: place
    for place in (
        Place("gn-1", "China", COUNTRY, 35.0, 105.0, "CN", 1, 1_400_000_000),
        Place("gn-2", "Russia", COUNTRY, 60.0, 100.0, "RU", 2, 144_000_000),
        Place("gn-3", "Ukraine", COUNTRY, 49.0, 32.0, "UA", 3, 44_000_000),
        Place("gn-4", "United States", COUNTRY, 39.8, -98.6, "US", 4, 327_000_000),
        Place("gn-5", "France", COUNTRY, 46.0, 2.0, "FR", 5, 67_000_000),
        Place("gn-6", "Georgia", COUNTRY, 42.0, 43.5, "GE", 6, 3_700_000),
        Place("iso-US-GA", "Georgia", REGION, 32.8, -83.5, "US", population=10_700_000),
        Place("iso-US-IL", "Illinois", REGION, 40.0, -89.0, "US", population=12_600_000),
        Place("iso-US-MA", "Massachusetts", REGION, 42.4, -71.8, "US", population=7_000_000),
        Place("iso-US-MO", "Missouri", REGION, 38.5, -92.5, "US", population=6_100_000),
        Place("iso-US-TX", "Texas", REGION, 31.5, -99.3, "US", population=29_500_000),
        Place("iso-CN-HL", "Heilongjiang", REGION, 48.0, 128.0, "CN", population=31_850_000),
        Place("gn-20", "Beijing", CITY, 39.9, 116.4, "CN", 20, 18_960_744, "iso-CN-BJ"),
        Place("gn-21", "Harbin", CITY, 45.75, 126.65, "CN", 21, 5_878_939, "iso-CN-HL"),
        Place("gn-22", "Moscow", CITY, 55.75, 37.6, "RU", 22, 10_381_222, "iso-RU-MOW"),
        Place("gn-23", "Moscow", CITY, 46.73, -117.0, "US", 23, 25_000, "iso-US-ID"),
        Place("gn-24", "Kharkiv", CITY, 49.98, 36.25, "UA", 24, 1_430_885, "iso-UA-63"),
        Place("gn-25", "Kyiv", CITY, 50.45, 30.52, "UA", 25, 2_797_553, "iso-UA-30"),
        Place("gn-26", "Paris", CITY, 48.85, 2.35, "FR", 26, 2_138_551, "iso-FR-IDF"),
        Place("gn-27", "Paris", CITY, 33.66, -95.55, "US", 27, 24_699, "iso-US-TX"),
        Place("gn-28", "Dallas", CITY, 32.78, -96.8, "US", 28, 1_300_000, "iso-US-TX"),
        Place("gn-29", "Atlanta", CITY, 33.75, -84.39, "US", 29, 463_878, "iso-US-GA"),
        Place("gn-30", "Tbilisi", CITY, 41.69, 44.83, "GE", 30, 1_049_498, "iso-GE-TB"),
        Place("gn-31", "Springfield", CITY, 37.2, -93.3, "US", 31, 166_810, "iso-US-MO"),
        Place("gn-32", "Springfield", CITY, 42.1, -72.6, "US", 32, 154_341, "iso-US-MA"),
        Place("gn-33", "Springfield", CITY, 39.8, -89.6, "US", 33, 116_565, "iso-US-IL"),
        Place("gn-34", "Chicago", CITY, 41.85, -87.65, "US", 34, 2_720_546, "iso-US-IL"),
        Place("gn-35", "Boston", CITY, 42.36, -71.06, "US", 35, 667_137, "iso-US-MA"),
        Place("gn-37", "Georgia", CITY, 47.0, 1.0, "FR", 37, 900, "iso-FR-CVL"),
        Place("gn-36", "Worcester", CITY, 42.26, -71.8, "US", 36, 184_815, "iso-US-MA"),
    )
}
OTHER_NAMES = (
    ("Kharkov", "gn-24", Match.ALTERNATE),
    ("Kiev", "gn-25", Match.ALTERNATE),
    ("Chinese", "gn-1", Match.ADJECTIVE),
    ("Russian", "gn-2", Match.ADJECTIVE),
    ("Russians", "gn-2", Match.DEMONYM),
    ("Ukrainian", "gn-3", Match.ADJECTIVE),
    ("French", "gn-5", Match.LANGUAGE),
    ("U.S.", "gn-4", Match.ABBREVIATION),
    ("Ill.", "iso-US-IL", Match.ABBREVIATION),
    ("Asian giant", "gn-1", Match.NICKNAME),
)
NO_FIXED_PLACES = {
    "west": "A part of the world without fixed bounds.",
    "asian giant": "A by-name that several countries are given.",
}


class SmallGazetteer:
    """Counts its look-ups in `asked`."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def lookup(self, name: str, *, limit: int = 50) -> tuple[Candidate, ...]:
        self.asked.append(name)
        key = name.casefold()
        own = [
            Candidate(p, Match.NAME, p.name) for p in PLACES.values() if p.name.casefold() == key
        ]
        other = [
            Candidate(PLACES[place_id], match, said)
            for said, place_id, match in OTHER_NAMES
            if said.casefold() == key
        ]
        return tuple(sorted(own + other, key=lambda c: -c.place.population)[:limit])

    def place(self, place_id: str) -> Place | None:
        return PLACES.get(place_id)

    def country_place(self, code: str) -> Place | None:
        countries = (p for p in PLACES.values() if p.kind == COUNTRY)
        return next((p for p in countries if p.country_code == code), None)

    def no_fixed_place(self, name: str) -> str | None:
        return NO_FIXED_PLACES.get(name.casefold().removeprefix("the "))
