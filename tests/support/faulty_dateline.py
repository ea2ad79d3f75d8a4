"""Dateline with a fault in it, for who wants to see what readers see then."""

import sys

from dashboard.cli import main
from geo.model.atlas import Atlas

WORDS = "the words of the error"


def _fail(*_: object) -> None:
    raise ZeroDivisionError(WORDS)


if __name__ == "__main__":
    Atlas.filtered = _fail
    sys.exit(main())
