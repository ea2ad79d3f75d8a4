"""Take the screenshots, to docs/screenshots or the folder named: every page, three widths, light
and dark. `scripts/screenshots.py FOLDER atlas place` takes those two alone.

The articles' page as it opens, and with a place chosen that may be another: why it is put
there, and the ghost of where else it may lie; the map in a frame of another page. Library,
atlas and place with a library of generated articles. The About page.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from specimens import records

from benchmarks.page import CHROMIUM, FLAGS, OURS, serving

SIZES = {"laptop": (1440, 900), "tablet": (768, 1024), "phone": (390, 844)}
FRAME = {"": (800, 500)}
OUT = ROOT / "docs" / "screenshots"
STORED = 400
"""Generated articles in the library."""


@dataclass(frozen=True)
class Shot:
    """A page to take: the beginning of its files' names, its address, what is done first."""

    name: str
    address: str
    prepare: Callable[[Page], None]
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=lambda: SIZES)


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not sys.argv[2:] or shot.name in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ["DATELINE_DATA_DIR"] = folder
        _store(STORED)
        with serving(OURS) as (url, _):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for shot in wanted:
                for size, pixels in shot.sizes.items():
                    for scheme in ("light", "dark"):
                        page = _page(browser, pixels, scheme)
                        page.goto(url + shot.address)
                        shot.prepare(page)
                        page.screenshot(
                            path=out / f"{'-'.join(filter(None, (shot.name, size, scheme)))}.png"
                        )
                        page.context.close()
            browser.close()


def _store(number: int) -> None:
    lines = "\n".join(json.dumps(record) for record in records(number))
    command = [sys.executable, "-m", "dashboard.cli", "library", "add", "--jsonl"]
    subprocess.run(command, input=lines.encode(), cwd=ROOT, check=True)


def _page(browser: Browser, size: tuple[int, int], scheme: str) -> Page:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    return context.new_page()


def _opened(page: Page) -> None:
    frame = page.frame_locator("iframe").first
    frame.locator(".dl-place").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1500)


def _unsure(page: Page) -> None:
    _opened(page)
    page.locator(".text mark.is-unsure").first.click()
    page.locator(".panel h2").wait_for()
    page.get_by_text("Why here?").click()
    page.locator(".other").first.click()
    page.wait_for_timeout(2500)


def _about(page: Page) -> None:
    page.get_by_role("heading", name="Limits").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)


def _many(page: Page) -> None:
    page.locator(".counted").wait_for(timeout=60_000)
    page.wait_for_timeout(2500)


def _atlas(page: Page) -> None:
    page.frame_locator("iframe[title*='st_folium']").locator(".dl-ready").wait_for(timeout=60_000)
    _many(page)


def _first_place(page: Page) -> None:
    _atlas(page)
    page.locator(".rows .row").first.click()
    page.locator("[data-id='all-excerpts']").click()
    page.locator("h1").wait_for()
    page.wait_for_timeout(1500)


SHOTS = (
    Shot("", "", _opened),
    Shot("unsure", "?articles=11-fort-mcmurray-wildfire", _unsure),
    Shot("embed", "?embed=true&articles=01-harbin-visit&place=iso-RU", _opened, FRAME),
    Shot("about", "about", _about),
    Shot("library", "library", _many),
    Shot("atlas", "atlas", _atlas),
    Shot("place", "atlas", _first_place),
)


if __name__ == "__main__":
    main()
