"""Take the screenshots of the README: laptop and phone, light and dark, in docs/screenshots."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.page import CHROMIUM, FLAGS, OURS, serving

SIZES = {"laptop": (1440, 900), "tablet": (768, 1024), "phone": (390, 844)}
OUT = ROOT / "docs" / "screenshots"


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, serving(OURS) as (url, _):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, size in SIZES.items():
            for scheme in ("light", "dark"):
                _shoot(browser, url, OUT / f"{name}-{scheme}.png", size, scheme)
        browser.close()


def _shoot(browser: Browser, url: str, to: Path, size: tuple[int, int], scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(url)
    frame = page.frame_locator("iframe").first
    frame.locator(".dl-place").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1500)
    page.screenshot(path=to)
    context.close()


if __name__ == "__main__":
    main()
