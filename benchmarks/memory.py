"""Memory of a dashboard: `python -m benchmarks.memory`, needs Chromium.

Resident memory of the server's process, run by `dateline serve` and, as Community Cloud does, by
`streamlit run`: once a first page is drawn, after all seeds are drawn together, and at its
highest until then. Community Cloud gives an app about 1 GB.
"""

import subprocess
import sys
from pathlib import Path

import psutil
from playwright.sync_api import Browser, sync_playwright

from benchmarks.page import CHROMIUM, FLAGS, serving

MB = 1_000_000
WAYS = {
    "dateline serve": [sys.executable, "-m", "dashboard.cli", "serve", "--port"],
    "streamlit run": [
        sys.executable, "-m", "streamlit", "run", "dashboard/app.py",
        "--server.headless=true", "--server.port",
    ],
}  # fmt: skip


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, command in WAYS.items():
            with serving(command) as (address, server):
                first = _after(browser, address, server)
                seeds = _after(browser, f"{address}?articles=*", server)
                print(
                    f"{name:15} first page {first:4.0f} MB, all seeds {seeds:4.0f} MB, "
                    f"at its highest {_highest(server):4.0f} MB"
                )
        browser.close()


def _after(browser: Browser, address: str, server: "subprocess.Popen[bytes]") -> float:
    """MB once the page is drawn."""
    page = browser.new_page()
    page.goto(address)
    frame = page.frame_locator("iframe[title*='st_folium']")
    frame.locator(".dl-place").first.wait_for(state="attached", timeout=120_000)
    page.wait_for_timeout(1000)
    page.close()
    return psutil.Process(server.pid).memory_info().rss / MB


def _highest(server: "subprocess.Popen[bytes]") -> float:
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / MB


if __name__ == "__main__":
    main()
