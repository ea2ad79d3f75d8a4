"""The result of one article as plain data: what `dateline parse --jsonl` writes on a line."""

from typing import Any

from geo.exports.json_encoding import dumps
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Alternative, Focus, Place, Resolution

DIGITS = 4
"""Decimals kept of a probability or score."""

Record = dict[str, Any]


def result_record(parsed: ParsedArticle) -> Record:
    """The article's focus and mentions, as the command line's contract names them.

    Offsets are code points in the mention's field; `lat` and `lon` degrees WGS 84.
    """
    return {
        "id": parsed.article.id,
        "focus": [_focus(focus) for focus in parsed.focus],
        "mentions": [
            _mention(mention, resolution)
            for mention, resolution in zip(parsed.mentions, parsed.resolutions, strict=True)
        ],
    }


def to_json(parsed: ParsedArticle) -> str:
    """`result_record` as indented JSON."""
    return dumps(result_record(parsed), indent=2) + "\n"


def _focus(focus: Focus) -> Record:
    place = focus.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "score": round(focus.score, DIGITS),
    }


def _mention(mention: Mention, resolution: Resolution) -> Record:
    return {
        "field": mention.field,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "sentence": list(mention.sentence),
        "inside": mention.inside,
        "type": mention.type.value,
        "is_literal": mention.type.is_literal,
        "probability": round(resolution.probability, DIGITS),
        "place": _place(resolution.place) if resolution.place else None,
        "reasons": list(resolution.reasons),
        "alternatives": [_alternative(other) for other in resolution.alternatives],
    }


def _place(place: Place) -> Record:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country_code,
        "geonameid": place.geonameid,
    }


def _alternative(other: Alternative) -> Record:
    record = _place(other.place)
    del record["geonameid"]
    return record | {"probability": round(other.probability, DIGITS)}
