"""Answers that ship with Dateline, for the names of its sample articles.

They stand in where a service cannot be asked, and are never kept among its answers. Nothing in
them is any service's: `scripts/seed_answers.py` writes the file from points that were written by
hand, good to about a kilometre. This module needs the extra `online`.
"""

import logging
from collections.abc import Mapping
from pathlib import Path

from requests_cache.models.response import CachedResponse

from geo.errors import InputError
from geo.geocoding.cache.answer_records import keyed

FILE = Path(__file__).with_name("seed_answers.jsonl")
_log = logging.getLogger(__name__)


def shipped_answers() -> Mapping[str, CachedResponse]:
    """The answers by the key of their question; none, which is said, where the file is damaged."""
    try:
        return dict(keyed(line) for line in FILE.read_bytes().splitlines())
    except (InputError, OSError):
        _log.warning(
            "The answers that ship with Dateline (%s) cannot be read: install Dateline again. "
            "Only places of its sample articles may be missing, while a service is down.",
            FILE,
        )
        return {}
