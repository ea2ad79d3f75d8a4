"""The map: `show_map` in the dashboard, `html_map` as one file."""

from dashboard.map.onefile import html_map
from dashboard.map.widget import MapEvent, fit_all, show_map

__all__ = ["MapEvent", "fit_all", "html_map", "show_map"]
