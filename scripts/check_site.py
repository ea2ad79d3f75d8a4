"""Fails where a built site loads anything from another host.

    python scripts/check_site.py build/site

Links that a reader may follow (<a href>) are let through; what a browser fetches by itself is not.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

OUTSIDE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)['\"]?((?:https?:)?//[^'\")\s]+)", re.IGNORECASE)
FETCHED = ("src", "srcset", "data", "poster", "action", "href")


class _Loaded(HTMLParser):
    """Collects what a page has its browser fetch from other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            fetched = name in FETCHED and tag not in ("a", "area")
            if value and fetched and OUTSIDE.match(value):
                self.found.append(f"<{tag} {name}={value}>")
            elif value and name == "style":
                self.found += IN_STYLE.findall(value)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.found += IN_STYLE.findall(data)


def outside(path: Path) -> list[str]:
    """What a page or a style sheet loads from other hosts."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return IN_STYLE.findall(text)
    page = _Loaded()
    page.feed(text)
    return page.found


def main(folder: Path) -> int:
    """Report what is loaded from outside; the exit code."""
    pages = [path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".css", ".svg")]
    if not any(path.name == "index.html" for path in pages):
        print(f"{folder} holds no site: run make docs.", file=sys.stderr)
        return 1
    found = [f"{path}: {what}" for path in pages for what in outside(path)]
    print("\n".join(found) or f"{len(pages)} pages and style sheets load nothing from other hosts.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
