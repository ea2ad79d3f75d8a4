"""One reader brings in 5 MB, another clicks: `python -m benchmarks isolation`, on loopback.

The first uploads an article as large as the settings allow, made up here: news with a place in
every second sentence, then a tenth of that which is hardly anything but places. Then that reader
looks at it, shares it, and corrects a name everywhere and takes it back, several times. The
second, in a session of its own, selects a name or filters every second, and opens the page now
and then; what that takes is measured before and during each of these. All in one Chromium on the
machine that serves, with a library of its own.
"""

import asyncio
import os
import random
import re
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from playwright.async_api import Browser, FilePayload, Page, async_playwright, expect

from benchmarks.clicks import CLOCK
from benchmarks.coverage import largest_places
from benchmarks.load import FILTER, NAMES, another_name
from benchmarks.page import CHROMIUM, FLAGS, OURS, serving
from geo.gazetteer import Gazetteer
from geo.settings import Settings

SIZE = int(os.environ.get("ISOLATION_BYTES", Settings().max_article_bytes))
BEFORE_S, AFTER_S, BETWEEN_S = 30.0, 20.0, 1.0
OPENED_EVERY = 8
"""Of so many clicks one is a new reader's: the page opened anew."""
CORRECTIONS = 3
"""So often a name is corrected, and that undone."""
PATIENCE_S = 1800.0
SEED = 7
_NEWS = (
    "The council of {} voted on the new bridge after two days of talks.",
    "Rain stopped the trains early in the morning, and nobody could say for how long.",
    "A spokesman said that the figures would be looked at again before the end of the year.",
    "Farmers near {} lost most of their harvest, and the price of bread went up again.",
    "She had worked there as a teacher before she joined the paper.",
    "Workers from {} and {} met to speak about wages, holidays and the long way home.",
)
_FLIGHTS = (f"Flights went to {', '.join(['{}'] * 40)}.",)
ARTICLES = {"news": (_NEWS, SIZE), "hardly anything but places": (_FLIGHTS, SIZE // 10)}
"""Sentences, and bytes: ten times as many names as the latter has are refused."""
WEIGHT = """
() => {
  const roots = [...document.querySelectorAll("*")].map((e) => e.shadowRoot).filter(Boolean);
  const pane = roots.map((r) => r.querySelector(".pane")).find(Boolean);
  const map = document.querySelector("iframe[title*='st_folium']").contentDocument;
  return [pane.innerHTML.length, pane.querySelectorAll("mark").length,
          map.querySelectorAll(".dl-place").length];
}
"""


def made(sentences: Sequence[str], names: Sequence[str], size: int) -> bytes:
    """An article of these sentences, of `size` bytes at most, each place drawn anew."""
    draw = random.Random(SEED)

    def paragraphs() -> Iterator[bytes]:
        left = size - 100
        while left > 0:
            some = draw.choices(sentences, k=5)
            filled = (s.format(*draw.choices(names, k=s.count("{}"))) for s in some)
            paragraph = " ".join(filled).encode() + b"\n\n"
            left -= len(paragraph)
            if left > 0:
                yield paragraph

    return b"Many days on the road\n\n" + b"".join(paragraphs())


def run(say: Callable[[str], None] = print) -> None:
    names = [place.name for place in largest_places(Gazetteer.open(Settings()))]
    random.seed(SEED)
    for kind, (sentences, size) in ARTICLES.items():
        asyncio.run(_measure(kind, made(sentences, names, size), say))


async def _measure(kind: str, article: bytes, say: Callable[[str], None]) -> None:
    with (
        tempfile.TemporaryDirectory() as library,
        serving(OURS, DATELINE_DATA_DIR=library) as (
            url,
            _,
        ),
    ):
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            first = await _opened(browser, url)
            clicks = _Clicks(browser, url, await _opened(browser, url))
            stop = asyncio.Event()
            clicking = asyncio.create_task(clicks.go_on(stop))
            await asyncio.sleep(BEFORE_S)
            done = await _worked(first, article, clicks)
            stop.set()
            await clicking
            size, marks, places = await first.evaluate(WEIGHT)
            await browser.close()
    say(f"{len(article) / 1e6:.1f} MB of {kind}")
    say(f"  its text pane: {size / 1000:,.0f} kB, {marks:,} marks; on the map {places:,} places")
    for what, times in done.items():
        say(f"  the first reader's page, {what}: {_said(times)}")
    for (during, what), times in clicks.times.items():
        say(f"  the second's, {during}: {what} {_said(times)}")


async def _worked(first: Page, article: bytes, clicks: "_Clicks") -> dict[str, list[float]]:
    """What the first reader does with an article, and the seconds each takes."""
    done: dict[str, list[float]] = {}
    clicks.during = "while it is read"
    done["article read"] = [await _brought_in(first, article)]
    clicks.during = "while it is looked at"
    done["name selected"] = await _looked_at(first)
    clicks.during = "while it is shared"
    done["article shared"] = [await _shared(first)]
    clicks.during = "while it is corrected"
    done["name corrected"], done["correction undone"] = await _corrected(first)
    return done


async def _opened(browser: Browser, url: str) -> Page:
    page = await (await browser.new_context(viewport={"width": 1440, "height": 900})).new_page()
    await page.goto(url, timeout=PATIENCE_S * 1000)
    await page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=120_000)
    return page


async def _brought_in(page: Page, article: bytes) -> float:
    """Seconds from the click that has the article read to its first marked name."""
    await page.get_by_role("button", name="Add article").click()
    await page.get_by_role("tab", name="Upload files").click()
    file = FilePayload(name="road.txt", mimeType="text/plain", buffer=article)
    await page.locator("input[type=file]").first.set_input_files(file)
    await page.get_by_text("road.txt").first.wait_for(timeout=60_000)
    started = time.perf_counter()
    await page.get_by_role("button", name="Show them on the map").click()
    heading = page.locator(".text h3", has_text="Many days on the road")
    await heading.wait_for(timeout=PATIENCE_S * 1000)
    await page.locator(".text mark").first.wait_for(timeout=PATIENCE_S * 1000)
    return time.perf_counter() - started


async def _looked_at(page: Page) -> list[float]:
    """What the first reader's own selections take."""
    times: list[float] = []
    until, selected = time.monotonic() + AFTER_S, ""
    await page.wait_for_timeout(5000)
    while time.monotonic() < until or not times:
        target, selected = await another_name(page, selected)
        times.append(await _clocked(page, target, "panel"))
        await page.wait_for_timeout(2000)
    return times


async def _shared(page: Page) -> float:
    """Seconds from the click that stores the article to its link."""
    await page.get_by_role("button", name="Share", exact=True).click()
    started = time.perf_counter()
    await page.get_by_role("button", name="Share it by link").click()
    await page.get_by_role("button", name="Copy link").wait_for(timeout=PATIENCE_S * 1000)
    seconds = time.perf_counter() - started
    await page.keyboard.press("Escape")
    return seconds


async def _corrected(page: Page) -> tuple[list[float], list[float]]:
    """What it takes to say that a name is no place, everywhere, and to take that back."""
    await page.locator(NAMES).first.click()
    panel = page.locator(".panel")
    times: tuple[list[float], list[float]] = ([], [])
    if await panel.locator("details").get_attribute("open") is None:
        await panel.locator("summary").click()
    await panel.get_by_label("Change", exact=True).select_option("everywhere")
    not_a_place = panel.get_by_role("button", name="Not a place")
    undo = panel.get_by_role("button", name=re.compile("^Undo: "))
    for _ in range(CORRECTIONS):
        for button, told, into in ((not_a_place, "Verified", 0), (undo, "Automatic", 1)):
            started = time.perf_counter()
            await button.click()
            told_there = panel.locator(".told")
            await expect(told_there).to_contain_text(told, timeout=PATIENCE_S * 1000)
            times[into].append(time.perf_counter() - started)
            await page.wait_for_timeout(2000)
    return times


class _Clicks:
    """What a second reader does, and the seconds it takes, by what goes on meanwhile."""

    def __init__(self, browser: Browser, url: str, page: Page) -> None:
        self._browser, self._url, self._page = browser, url, page
        self._selected = ""
        self.during = "before"
        self.times: defaultdict[tuple[str, str], list[float]] = defaultdict(list)

    async def go_on(self, stop: asyncio.Event) -> None:
        nth = 0
        while not stop.is_set():
            nth += 1
            await asyncio.sleep(BETWEEN_S)
            during = self.during
            what, seconds = await self._one(nth)
            self.times[during, what].append(seconds)

    async def _one(self, nth: int) -> tuple[str, float]:
        if nth % OPENED_EVERY == 0:
            started = time.perf_counter()
            page = await _opened(self._browser, self._url)
            seconds = time.perf_counter() - started
            await page.context.close()
            return "open", seconds
        if nth % 2:
            target, self._selected = await another_name(self._page, self._selected)
            return "select", await _clocked(self._page, target, "panel")
        return "filter", await _clocked(
            self._page, await self._page.locator(FILTER).element_handle(), "filter"
        )


async def _clocked(page: Page, target: object, change: str) -> float:
    clock = f"([target, change]) => ({CLOCK})(target, change)"
    async with asyncio.timeout(PATIENCE_S):
        took: float = await page.evaluate(clock, [target, change])
    return took / 1000


def _said(times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"{times[0]:.2f} s (once)"
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return (
        f"median {cuts[9]:.2f}, p95 {cuts[18]:.2f}, slowest {max(times):.2f} s ({len(times)} times)"
    )
