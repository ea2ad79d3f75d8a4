"""Loading at the server's start what the first reader would wait for."""

import logging
from threading import Thread

from dashboard.engine.process import process
from dashboard.server_settings import ServerSettings
from geo.errors import DatelineError
from geo.reading.seeds import seed_articles

_log = logging.getLogger(__name__)


class Warming:
    """Loads gazetteer and model and parses the first article, beside the server's start."""

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings
        self._thread = Thread(target=self._warm, name="dateline-warming", daemon=True)

    def start(self) -> None:
        """Begin; the server answers meanwhile."""
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def _warm(self) -> None:
        try:
            parser = process().articles()
            seeds, _ = seed_articles(self._settings)
            parser.parsed(seeds[:1], process().corrections()[0])
        except DatelineError as error:
            _log.error("%s", error)
