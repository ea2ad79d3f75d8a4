"""Corrections: what people say of names, found again in articles and put before resolution."""

from geo.corrections.anchors import anchor
from geo.corrections.corrected_mentions import (
    ByName,
    Decision,
    answers,
    by_name,
    decide,
    retyped,
    reviewed,
)
from geo.corrections.correction import (
    Anchor,
    Correction,
    Scope,
    Verdict,
    dated_after,
    is_point,
    name_of,
    point,
)
from geo.corrections.json_lines import correction_from_record, correction_record, read_lines

__all__ = [
    "Anchor",
    "ByName",
    "Correction",
    "Decision",
    "Scope",
    "Verdict",
    "anchor",
    "answers",
    "by_name",
    "correction_from_record",
    "correction_record",
    "dated_after",
    "decide",
    "is_point",
    "name_of",
    "point",
    "read_lines",
    "retyped",
    "reviewed",
]
