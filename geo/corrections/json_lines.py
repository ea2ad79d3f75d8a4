"""Corrections as lines of JSON, written for people and machines, read as if from an enemy."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from geo.corrections.correction import Anchor, Correction, Scope, Verdict
from geo.errors import InputError
from geo.model.mentions import Field, MentionType
from geo.model.places import Place, PlaceKind
from geo.text.cleaning import for_message, strip_controls

LONGEST_LINE = 1 << 16
"""Bytes; no correction of the limits below is longer."""
LONGEST = {
    "id": 64, "article": 64, "article_id": 200, "source": 2000, "quote": 1000, "prefix": 200,
    "suffix": 200, "who": 100, "note": 1000, "name": 200, "country_code": 2, "region_id": 100,
}  # fmt: skip
"""Characters a value may have."""
LARGEST_OFFSET = 2**31 - 1
"""Characters before a name; a column of a database holds no larger number."""
_CODE = re.compile(r"[A-Z]{2}")
_HEX = frozenset("0123456789abcdef")
_WITH_PLACE = frozenset({Verdict.PLACE, Verdict.CONFIRMED})

Record = Mapping[str, object]
E = TypeVar("E", bound=StrEnum)


def correction_record(correction: Correction) -> dict[str, Any]:
    """A correction as plain data, which `correction_from_record` reads back."""
    anchor = correction.anchor
    return {
        "id": correction.id,
        "verdict": correction.verdict.value,
        "scope": correction.scope.value,
        "place": place_record(correction.place) if correction.place else None,
        "type": correction.type.value if correction.type else None,
        "who": correction.who,
        "when": correction.when.isoformat(),
        "note": correction.note,
        "article": anchor.article,
        "article_id": anchor.article_id,
        "source": anchor.source,
        "field": anchor.field,
        "start": anchor.start,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def place_record(place: Place) -> dict[str, Any]:
    """A place as plain data, which `place_from_record` reads back."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country_code,
        "geonameid": place.geonameid,
        "population": place.population,
        "region_id": place.region_id,
        "radius_km": place.radius_km,
        "is_capital": place.is_capital,
    }


def read_lines(lines: Iterable[bytes | None]) -> Iterator[Correction | str]:
    """Of each line its correction, or the sentence that says why there is none.

    None stands for a line that is too long to be read. Empty lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if line is None or len(line) > LONGEST_LINE:
            yield f"Line {number} is longer than any correction; leave it out."
        elif line.strip():
            try:
                yield correction_from_record(_decoded(line))
            except InputError as error:
                yield f"Line {number}: {error}"


def correction_from_record(record: Record) -> Correction:
    """The correction of a record. Raises InputError where it is none."""
    verdict = _member(record, "verdict", Verdict)
    place = place_from_record(_object(record, "place")) if verdict in _WITH_PLACE else None
    kind = _member(record, "type", MentionType) if verdict == Verdict.TYPE else None
    return Correction(
        _identifier(record, "id"),
        _anchor(record),
        _member(record, "scope", Scope),
        verdict,
        _moment(record),
        place,
        kind,
        " ".join(_text(record, "who").split()),
        " ".join(_text(record, "note").split()),
    )


def place_from_record(record: Record) -> Place:
    """The place of a record. Raises InputError where it is none."""
    radius = None if record.get("radius_km") is None else _number(record, "radius_km", 0, 20_000)
    return Place(
        _identifier(record, "id", longest=100),
        " ".join(_text(record, "name", least=1).split()),
        _member(record, "kind", PlaceKind),
        _number(record, "lat", -90, 90),
        _number(record, "lon", -180, 180),
        _country(record),
        None if record.get("geonameid") is None else _whole(record, "geonameid"),
        _whole(record, "population") if "population" in record else 0,
        _identifier(record, "region_id", least=0, longest=100),
        radius,
        record.get("is_capital") is True,
    )


def _anchor(record: Record) -> Anchor:
    article = _text(record, "article", least=64)
    if not set(article) <= _HEX:
        raise _wrong("article", "an article's hash in hexadecimal")
    return Anchor(
        article,
        _text(record, "article_id"),
        _text(record, "source"),
        _field(record),
        _whole(record, "start", most=LARGEST_OFFSET),
        _text(record, "quote", least=1),
        _text(record, "prefix"),
        _text(record, "suffix"),
    )


def _decoded(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError("it is not UTF-8; write it as UTF-8.") from None
    except RecursionError:
        raise InputError("it is nested too deeply; write a flat object.") from None
    except ValueError:
        raise InputError("it is not JSON; write one correction a line, as exported.") from None
    if not isinstance(record, dict):
        raise InputError("it is no object; write one correction a line, as exported.")
    return record


def _object(record: Record, key: str) -> Record:
    value = record.get(key)
    if not isinstance(value, dict):
        raise _wrong(key, "an object with an id, a name, a kind, a lat and a lon")
    return value


def _text(record: Record, key: str, *, least: int = 0) -> str:
    value = record.get(key)
    if value is None and not least:
        return ""
    longest = LONGEST[key]
    if not isinstance(value, str) or not least <= len(value) <= longest:
        raise _wrong(key, f"a text of {least} to {longest:,} characters")
    # The words around a name are compared as they are; all else is shown somewhere.
    return _without_halves(value) if key in {"prefix", "suffix", "quote"} else strip_controls(value)


def _without_halves(text: str) -> str:
    return text.encode(errors="ignore").decode().replace("\0", "")


def _identifier(record: Record, key: str, *, least: int = 1, longest: int = 64) -> str:
    value = record.get(key)
    if value is None and not least:
        return ""
    if not isinstance(value, str) or not least <= len(value) <= longest or not _is_plain(value):
        raise _wrong(key, f"{least} to {longest} letters, digits and hyphens")
    return value


def _is_plain(value: str) -> bool:
    return value.isascii() and all(c.isalnum() or c == "-" for c in value)


def _number(record: Record, key: str, least: float, most: float) -> float:
    value = record.get(key)
    # Not a number is in no range, and True is no number though Python takes it for 1.
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise _wrong(key, f"a number from {least} to {most:,}")
    return float(value)


def _whole(record: Record, key: str, *, most: int = 2**40) -> int:
    value = record.get(key)
    if type(value) is not int or not 0 <= value <= most:
        raise _wrong(key, f"a whole number up to {most:,}")
    return value


def _country(record: Record) -> str:
    code = _text(record, "country_code")
    if code and not _CODE.fullmatch(code):
        raise _wrong("country_code", "two capital letters")
    return code


def _member(record: Record, key: str, kind: type[E]) -> E:
    value = record.get(key)
    if not isinstance(value, str) or value not in set(kind):
        raise _wrong(key, f"one of {', '.join(kind)}")
    return kind(value)


def _field(record: Record) -> Field:
    value = record.get("field")
    if value == "title":
        return "title"
    if value == "text":
        return "text"
    raise _wrong("field", '"title" or "text"')


def _moment(record: Record) -> datetime:
    value = record.get("when")
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        utc = moment and (moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        utc = utc and utc.astimezone(UTC)
    except (ValueError, OverflowError):
        utc = None
    if utc is None or utc.year < 1900:
        raise _wrong("when", "a time such as 2026-05-03T12:00:00+00:00")
    return utc


def _wrong(key: str, wanted: str) -> InputError:
    return InputError(f'"{for_message(key)}" must be {wanted}.')
