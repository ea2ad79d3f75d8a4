"""`streamlit run dashboard/app.py` from a checkout, as Community Cloud does it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect
from support.chromium import Recorder
from support.page import PATIENCE, drawn, text_mark
from support.ports import free_port
from support.served import ANSWER_S, ROOT, end, wait_for

from geo.gazetteer import Gazetteer
from geo.settings import Settings

pytestmark = pytest.mark.browser


@contextmanager
def checkout(folder: Path) -> Iterator[str]:
    """The address of a copy of the tracked files, run without Dateline being installed."""
    source = folder / "checkout"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "dashboard", "geo", "seeds", ".streamlit", "*.md"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    port = free_port()
    # -P and no PYTHONPATH: what is found is found by the script itself.
    command = [sys.executable, "-P", "-m", "streamlit", "run", "dashboard/app.py"]
    environment = os.environ | {
        "DATELINE_DATA_DIR": str(folder), "HOME": str(folder),
        "DATELINE_CACHE_DIR": str(Settings().cache_dir),  # or a gazetteer is built for a minute
    }  # fmt: skip
    environment.pop("PYTHONPATH", None)
    process = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=source, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        end(process)


def test_the_page_is_drawn_and_asks_nobody_else(
    browser: Browser, recorder: Recorder, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    assert gazetteer  # compiled
    with checkout(tmp_path) as address:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        recorder.watch(page)
        page.goto(address)
        drawn(page)
        text_mark(page, "Harbin").click()
        expect(page.locator(".panel h2")).to_have_text("Harbin")
        for title in ("Library", "Atlas", "About"):
            page.get_by_role("link", name=title).click()
            expect(page).to_have_title(f"{title} · Dateline", timeout=PATIENCE)
            expect(page.locator("[data-testid='stException']")).to_have_count(0)
        context.close()
        # As deploy/community-cloud.md says: Streamlit alone serves here.
        assert "content-security-policy" not in httpx.get(address, timeout=ANSWER_S).headers
        assert "parts" not in httpx.get(f"{address}/healthz", timeout=ANSWER_S).text
    outside = [url for url in recorder.requests if not url.startswith((address, "blob:", "data:"))]
    assert outside == []
    assert recorder.errors == []
