"""Faults of the page's script: one sentence for the reader, everything else in the log."""

import logging
import secrets

from dashboard.engine.process import process
from dashboard.page.frame.notices import alert

_log = logging.getLogger(__name__)


def say_fault(error: Exception) -> bool:
    """Say that something went wrong, by a number that the log has too.

    True, so that Streamlit shows nothing of the error itself.
    """
    number = secrets.token_hex(4)
    _log.error("Fault %s on the page", number, exc_info=error)
    process().measures.add("errors", type(error).__name__)
    alert(
        "Something went wrong. Reload the page; if it happens again, tell the server's "
        f"administrator the number {number}."
    )
    return True
