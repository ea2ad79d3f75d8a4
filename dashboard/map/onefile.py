"""One self-contained HTML file of an atlas."""

from geo.atlas import Atlas


def html_map(atlas: Atlas, *, title: str, dark: bool = False) -> str:
    """The page as text."""
    raise NotImplementedError
