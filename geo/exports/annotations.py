"""JSON-LD: W3C Web Annotations, one a mention, for annotation tools and linked data."""

import re
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from geo.exports.json_encoding import dumps
from geo.exports.parse_result import DIGITS
from geo.model.article import Article
from geo.model.atlas import Atlas, Occurrence
from geo.model.places import Place

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "schema": "http://schema.org/",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "dl": "urn:x-dateline:",
    },
)
QUOTED_AROUND = 32
"""Characters kept before and after the quoted mention, by which its place is found again."""

_OSM_ID = re.compile(r"osm-(node|way|relation)-(\d+)")
_IRI_SAFE = "%/:=&?~#+!$,;@*.-_"
Node = dict[str, Any]


def to_jsonld(atlas: Atlas) -> str:
    """An AnnotationCollection: what each mention quotes, where it stands, and its place.

    Positions are code points in the mention's field, title or text, as `dl:field` says; the
    quote finds the mention again on the page the text came from. A mention without a place
    has its type alone for a body. Latitude and longitude are degrees WGS 84.
    """
    items = [_annotation(occurrence) for occurrence in atlas.occurrences]
    collection = _urn("collection", *(item["id"] for item in items))
    page = {
        "id": _urn("page", collection),
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    found = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": "Dateline",
        "total": len(items),
        "schema:about": [_article(article) for article in atlas.articles],
        "first": page,
    }
    return dumps(found, indent=2) + "\n"


def place_iri(place: Place) -> str:
    """The address by which others know the place, or a name of Dateline's own."""
    if place.geonameid is not None:
        return f"https://sws.geonames.org/{place.geonameid}/"
    if found := _OSM_ID.fullmatch(place.id):
        return f"https://www.openstreetmap.org/{found[1]}/{found[2]}"
    return f"urn:x-dateline:place:{_iri(place.id)}"


def article_iri(article: Article) -> str:
    """The address an article was published at, or a name made from its id."""
    if article.source.startswith(("https://", "http://")):
        return _iri(article.source)
    return _urn("article", article.id)


def _annotation(occurrence: Occurrence) -> Node:
    place, mention = occurrence.place, occurrence.mention
    kind = {"type": "TextualBody", "purpose": "classifying", "value": mention.type.value}
    return {
        "id": _urn("mention", occurrence.article.id, str(occurrence.index)),
        "type": "Annotation",
        "motivation": "identifying" if place else "classifying",
        "body": [_place(place), kind] if place else [kind],
        "target": {
            "source": article_iri(occurrence.article),
            "selector": _selectors(occurrence),
            "dl:field": mention.field,
        },
        "dl:probability": round(occurrence.resolution.probability, DIGITS),
    }


def _place(place: Place) -> Node:
    source: Node = {
        "id": place_iri(place),
        "type": "schema:Place",
        "schema:name": place.name,
        "schema:additionalType": place.kind.value,
        "geo:lat": place.lat,
        "geo:long": place.lon,
    }
    if place.country_code:
        source["schema:addressCountry"] = place.country_code
    return {"type": "SpecificResource", "purpose": "identifying", "source": source}


def _selectors(occurrence: Occurrence) -> list[Node]:
    article, mention = occurrence.article, occurrence.mention
    field = article.title if mention.field == "title" else article.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": field[mention.start : mention.end],
            "prefix": field[max(0, mention.start - QUOTED_AROUND) : mention.start],
            "suffix": field[mention.end : mention.end + QUOTED_AROUND],
        },
        {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
    ]


def _article(article: Article) -> Node:
    said = {
        "schema:headline": article.title,
        "schema:publisher": article.outlet,
        "schema:datePublished": article.published.isoformat() if article.published else "",
        "schema:inLanguage": article.language,
    }
    known = {key: value for key, value in said.items() if value}
    return {"id": article_iri(article), "type": "schema:NewsArticle", **known}


def _urn(*parts: str) -> str:
    """A name that is the same each time the same thing is exported."""
    return uuid5(NAMESPACE_URL, "dateline:" + "/".join(_iri(part) for part in parts)).urn


def _iri(text: str) -> str:
    # An id or address may be anything a sender wrote; what no IRI may hold is percent-encoded.
    return quote(text, safe=_IRI_SAFE, errors="replace")
