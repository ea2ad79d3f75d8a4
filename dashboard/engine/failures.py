"""Failures: the log gets every detail, readers get one sentence."""

import logging

from geo.errors import DatelineError

_log = logging.getLogger(__name__)


def for_readers(error: DatelineError) -> str:
    """The sentence for readers; one that names files or addresses goes to the log."""
    if error.for_readers != str(error):
        _log.warning("%s", error)
    return error.for_readers
