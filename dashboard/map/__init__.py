"""The map: `show_map` in the dashboard, `html_map` as one file, `png_map` as a picture.

Streamlit is imported with the first use of `show_map`: the command line writes its files
without it.
"""

from typing import TYPE_CHECKING, Any

from dashboard.map.one_file.html_page import html_map
from dashboard.map.picture.png import png_map

if TYPE_CHECKING:
    from dashboard.map.widget.article_map import Look, MapEvent, show_map

__all__ = ["Look", "MapEvent", "html_map", "png_map", "show_map"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dashboard.map.widget import article_map

    return getattr(article_map, name)
