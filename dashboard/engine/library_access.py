"""The library of this process: opened when it is first asked for, left alone where it fails."""

import logging
import time
from threading import Lock

from dashboard.engine.timing import LIBRARY_PAUSE_S
from geo.corrections import Correction
from geo.errors import LibraryError
from geo.library import Library
from geo.settings import Settings

_log = logging.getLogger(__name__)


class LibraryAccess:
    """Opens a library once; where that fails, not again for a while. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._library: Library | None = None
        self._failure: tuple[float, LibraryError] | None = None
        self._known: tuple[Correction, ...] = ()

    def open(self) -> Library:
        """The library. Raises LibraryError where it cannot be opened, or could not just now."""
        with self._lock:
            if failed := self._failed_lately():
                raise LibraryError(str(failed), for_readers=failed.for_readers)
            if self._library is not None:
                return self._library
            try:
                self._library = Library.open(self._settings)
            except LibraryError as error:
                self._fail(error)
                raise
            return self._library

    def corrections(self) -> tuple[tuple[Correction, ...], LibraryError | None]:
        """What readers corrected: as it is, or as it was before the library failed, and why."""
        try:
            self._known = self.open().corrections.active()
        except LibraryError as error:
            self._fail(error)
            return self._known, error
        self._failure = None
        return self._known, None

    @property
    def has_failed(self) -> bool:
        """Whether it failed when it was asked last."""
        return self._failure is not None

    def _failed_lately(self) -> LibraryError | None:
        failure = self._failure  # another thread may take it away
        lately = failure is not None and time.monotonic() - failure[0] < LIBRARY_PAUSE_S
        return failure[1] if failure and lately else None

    def _fail(self, error: LibraryError) -> None:
        if not self._failed_lately():
            self._failure = (time.monotonic(), error)
            _log.warning("%s", error)
