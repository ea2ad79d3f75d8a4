"""Many readers at once: `python -m benchmarks load`, on loopback, bounded in number and time.

One of eleven is a Chromium context, all others websocket sessions (`benchmarks.sessions`). They
come one after the other, then each clicks every few seconds; what they do is counted once the
last has come. Readers and servers share the machine, so the figures are worse than those of a
server alone: in the last two runs but one reader is a browser.
"""

import asyncio
import math
import os
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle
from typing import NamedTuple

import psutil
from playwright.async_api import Browser, ElementHandle, Page, async_playwright

from benchmarks.clicks import CLOCK
from benchmarks.page import CHROMIUM, FLAGS, OURS, serving
from benchmarks.sessions import PATIENCE_S, Script, recorded, session

LEVELS = ((1, 1), (20, 1), (100, 1), (220, 1), (220, 2))
"""Readers and servers."""
ALONE = ((220, 1), (220, 2))
"""The same, with one browser among them."""
BROWSER_OF = 11
"""One reader of so many is a real browser."""
ARRIVAL_S = 0.25
"""Between one reader and the next."""
THINK_S = (5.0, 15.0)
"""Between two clicks of one reader."""
STAY_S = 60.0
"""How long all stay after the last has come."""
SEED = 7
NAMES = ".text mark[data-place^='gn-']"
FILTER = "[data-id='modifiers']"


@dataclass
class Visit:
    """What readers do together: seconds by what was done, and what went wrong."""

    coming: set[int]
    until: float = math.inf
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    def came(self, nth: int) -> None:
        """One has opened the page, or failed to."""
        self.coming.discard(nth)
        if not self.coming and self.until == math.inf:
            self.until = time.monotonic() + STAY_S

    @property
    def lasts(self) -> bool:
        return time.monotonic() < self.until

    def clicked(self, what: str, seconds: float) -> None:
        """Counted only while all are here."""
        if not self.coming:
            self.times[what].append(seconds)


class Use(NamedTuple):
    """Of the servers: resident MB, seconds of CPU; of the machine: seconds of CPU."""

    megabytes: float
    servers_s: float
    machine_s: float


def run(say: Callable[[str], None] = print) -> None:
    say("p50/p95 in seconds; page: what a browser shows, run: the server's part of it")
    asyncio.run(_run(say))


async def _run(say: Callable[[str], None]) -> None:
    random.seed(SEED)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for readers, servers in LEVELS:
            await _level(browser, readers, servers, BROWSER_OF, say)
        for readers, servers in ALONE:
            await _level(browser, readers, servers, readers, say)
        await browser.close()


async def _level(
    browser: Browser, readers: int, number: int, browser_of: int, say: Callable[[str], None]
) -> None:
    """Measure so many readers, spread over so many servers."""
    browsers = range(min(browser_of, readers) // 2, readers, browser_of)
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(OURS)) for _ in range(number)]
        urls = [url for url, _ in servers]
        # of each, so that all have read the article
        scripts = [await recorded(browser, url) for url in urls]
        pids = [server.pid for _, server in servers]
        before = _use(pids)
        visit = Visit(set(range(readers)))
        together = asyncio.create_task(_while_together(visit, pids))
        await asyncio.gather(
            *(
                _reader(
                    browser if n in browsers else scripts[0],
                    urls[n % number],
                    n,
                    visit,
                )
                for n in range(readers)
            )
        )
        grown = (_use(pids).megabytes - before.megabytes) / readers
        busy = await together
    say(
        f"{readers} readers ({len(browsers)} of them browsers), {number} server(s): "
        f"{_summary(visit)}; {grown:.1f} MB a reader; {busy}"
    )
    for error in sorted(set(visit.errors)):
        say(f"  {visit.errors.count(error)} x {error}")


def _use(pids: Iterable[int]) -> Use:
    servers = [psutil.Process(pid) for pid in pids]
    spent = [server.cpu_times() for server in servers]
    machine = psutil.cpu_times()
    return Use(
        sum(server.memory_info().rss for server in servers) / 2**20,
        sum(times.user + times.system for times in spent),
        sum(machine) - machine.idle - machine.iowait - machine.guest - machine.guest_nice,
    )


async def _while_together(visit: Visit, pids: Iterable[int]) -> str:
    """How busy the cores were while all readers were here."""
    while visit.coming:
        await asyncio.sleep(0.1)
    before, started = _use(pids), time.monotonic()
    while visit.lasts:
        await asyncio.sleep(0.1)
    after, took = _use(pids), time.monotonic() - started
    servers, machine = (
        (after.servers_s - before.servers_s) / took,
        (after.machine_s - before.machine_s) / took,
    )
    return f"{servers:.1f} cores for the servers, {machine:.1f} of {os.cpu_count()} in all"


async def _reader(how: Browser | Script, url: str, nth: int, visit: Visit) -> None:
    await asyncio.sleep(nth * ARRIVAL_S)
    try:
        if isinstance(how, Browser):
            await _in_browser(how, url, nth, visit)
        else:
            await _on_socket(how, url, nth, visit)
    except Exception as error:  # noqa: BLE001 - whatever a reader met is what is counted here
        said = str(error).partition("\n")[0][:90]
        visit.errors.append(f"{type(error).__name__}: {said}")
        visit.came(nth)


async def _on_socket(script: Script, url: str, nth: int, visit: Visit) -> None:
    async with session(url, script) as reader:
        visit.times["first run"].append(await reader.first())
        visit.came(nth)
        while visit.lasts:
            await asyncio.sleep(random.uniform(*THINK_S))
            name, seconds = await reader.click()
            visit.clicked(f"{name} run", seconds)


async def _in_browser(browser: Browser, url: str, nth: int, visit: Visit) -> None:
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    page = await context.new_page()
    started = time.perf_counter()
    await page.goto(url, timeout=120_000)
    await page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=120_000)
    visit.times["first map"].append(time.perf_counter() - started)
    visit.came(nth)
    selected = ""
    for change in cycle(("panel", "filter")):
        await asyncio.sleep(random.uniform(*THINK_S))
        if not visit.lasts:
            break
        if change == "panel":
            what, target, selected = "select", *await another_name(page, selected)
        else:
            what, target = "filter", await page.locator(FILTER).element_handle()
        async with asyncio.timeout(PATIENCE_S):
            took = await page.evaluate(f"([target, change]) => ({CLOCK})(target, change)",
                                       [target, change])  # fmt: skip
        visit.clicked(f"{what} page", took / 1000)
    await context.close()


async def another_name(page: Page, selected: str) -> tuple[ElementHandle, str]:
    """Any name in the text of a place that is not selected, and its place."""
    marks = page.locator(NAMES)
    places = await marks.evaluate_all("marks => marks.map((mark) => mark.dataset.place)")
    nth = random.choice([i for i, place in enumerate(places) if place != selected])
    return await marks.nth(nth).element_handle(), places[nth]


def _summary(visit: Visit) -> str:
    order = ("first map", "first run", "select page", "select run", "filter page", "filter run")
    parts = [f"{name} {_quantiles(visit.times[name])}" for name in order
             if visit.times[name]]  # fmt: skip
    return f"{', '.join(parts)}; {len(visit.errors)} errors"


def _quantiles(times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"{times[0]:.2f} (once)"
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return f"{cuts[9]:.2f}/{cuts[18]:.2f}"
