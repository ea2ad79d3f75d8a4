"""Take the screenshots, to docs/screenshots or the folder named: three widths, light and dark.

As the page opens, and with a place chosen that may be another: why it is put there, and the
ghost of where else it may lie. The About page, and the map in a frame of another page.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.page import CHROMIUM, FLAGS, OURS, serving

SIZES = {"laptop": (1440, 900), "tablet": (768, 1024), "phone": (390, 844)}
OUT = ROOT / "docs" / "screenshots"
UNSURE = "?articles=11-fort-mcmurray-wildfire"
EMBED = "?embed=true&articles=01-harbin-visit&place=iso-RU"
FRAME = (800, 500)


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, serving(OURS) as (url, _):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, size in SIZES.items():
            for scheme in ("light", "dark"):
                _shoot(browser, url, out / f"{name}-{scheme}.png", size, scheme)
                _shoot(browser, url + UNSURE, out / f"unsure-{name}-{scheme}.png", size, scheme)
                _shoot(browser, url + "about", out / f"about-{name}-{scheme}.png", size, scheme)
        for scheme in ("light", "dark"):
            _shoot(browser, url + EMBED, out / f"embed-{scheme}.png", FRAME, scheme)
        browser.close()


def _shoot(browser: Browser, url: str, to: Path, size: tuple[int, int], scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(url)
    if url.endswith("about"):
        page.get_by_role("heading", name="Limits").wait_for(timeout=60_000)
    else:
        frame = page.frame_locator("iframe").first
        frame.locator(".dl-place").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1500)
    if url.endswith(UNSURE):
        _choose_the_unsure(page)
    page.screenshot(path=to)
    context.close()


def _choose_the_unsure(page: Page) -> None:
    page.locator(".text mark.is-unsure").first.click()
    page.locator(".panel h2").wait_for()
    page.get_by_text("Why here?").click()
    page.locator(".other").first.click()
    page.wait_for_timeout(2500)


if __name__ == "__main__":
    main()
