"""Gold documents made by hand, around the places of the toy gazetteer."""

from benchmarks.answers import Answer
from geo.model.places import Place, PlaceKind, Resolution, Status
from training.corpora import GoldDocument, GoldSpan
from training.gold_places import GoldKind

FRANCE = Place("iso-FR", "France", PlaceKind.COUNTRY, 46.0, 2.0, "FR", 3017382, 67_000_000)
PARIS = Place("gn-2988507", "Paris", PlaceKind.CITY, 48.853, 2.349, "FR", 2988507, 2_138_551)
PARIS_TX = Place(
    "gn-4717560", "Paris", PlaceKind.CITY, 33.661, -95.556, "US", 4717560, 24_782, "iso-US-TX"
)


def span(text: str, name: str, place: Place | None = None, kind: str = "") -> GoldSpan:
    """The first `name` in a text, meant to be a place."""
    start = text.index(name)
    where = (place.lat, place.lon, place.geonameid) if place else (None, None, None)
    return GoldSpan(start, start + len(name), name, kind, *where)


def document(text: str, *spans: GoldSpan, id: str = "d", corpus: str = "lgl") -> GoldDocument:
    return GoldDocument(id, corpus, "", text, "", "", "", spans, ())


def said(place: Place | None, probability: float = 0.9) -> Resolution:
    status = Status.RESOLVED if place else Status.NOT_FOUND
    return Resolution(place, probability, status)


def answer(resolution: Resolution | None, **rest: object) -> Answer:
    """An answer about Paris in a document of its own."""
    gold = span("Paris", "Paris", PARIS)
    return Answer(document("Paris", gold), gold, GoldKind.CITY, resolution, **rest)
