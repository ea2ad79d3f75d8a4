"""The atlas page."""

from dashboard.page import frame
from geo.settings import Settings


def render(settings: Settings) -> None:
    """Draw the page for this session."""
    with frame.header():
        pass
