"""Many readers at once: `python -m benchmarks load`, on loopback, bounded in number and time.

Real readers are Chromium contexts, all others websocket sessions (`benchmarks.sessions`). They
come one after the other, then each clicks every few seconds. Readers and server share the
machine, so the figures are worse than those of a server alone.
"""

import asyncio
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import psutil
from playwright.async_api import Browser, async_playwright

from benchmarks.clicks import CLOCK
from benchmarks.page import CHROMIUM, FLAGS, OURS, serving
from benchmarks.sessions import Script, recorded, session

LEVELS = (1, 20, 100, 220)
BROWSERS = 20
"""The most real readers; the rest are sessions without a browser."""
ARRIVAL_S = 0.25
"""Between one reader and the next."""
THINK_S = (5.0, 15.0)
"""Between two clicks of one reader."""
STAY_S = 60.0
"""How long all stay after the last has come."""
SEED = 7


@dataclass
class Measured:
    """Seconds by what was done, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)


def run(say: Callable[[str], None] = print) -> None:
    say("p50 / p95 in seconds; page: what a browser shows, run: the server's part of it")
    asyncio.run(_run(say))


async def _run(say: Callable[[str], None]) -> None:
    random.seed(SEED)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for level in LEVELS:
            await _level(browser, level, 1, say)
        await _level(browser, LEVELS[-1], 2, say)
        await browser.close()


async def _level(browser: Browser, readers: int, replicas: int, say: Callable[[str], None]) -> None:
    """Measure so many readers, spread over so many servers."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(OURS)) for _ in range(replicas)]
        urls = [url for url, _ in servers]
        script = await recorded(browser, urls[0])
        for url in urls[1:]:
            await recorded(browser, url)  # so that it has read the articles, too
        before = _memory(servers)
        measured = Measured()
        until = time.monotonic() + readers * ARRIVAL_S + STAY_S
        await asyncio.gather(
            *(
                _reader(browser if n < BROWSERS else script, urls[n % replicas], n, until, measured)
                for n in range(readers)
            )
        )
        grown = (_memory(servers) - before) / readers
    say(f"{readers} readers, {replicas} server(s): {_summary(measured)}; {grown:.1f} MB a reader")
    for error in sorted(set(measured.errors)):
        say(f"  {measured.errors.count(error)} x {error}")


async def _reader(
    how: Browser | Script, url: str, nth: int, until: float, measured: Measured
) -> None:
    await asyncio.sleep(nth * ARRIVAL_S)
    try:
        if isinstance(how, Browser):
            await _in_browser(how, url, until, measured)
        else:
            await _on_socket(url, how, until, measured)
    except Exception as error:  # noqa: BLE001 - whatever a reader met is what is counted here
        measured.errors.append(f"{type(error).__name__}: {str(error).splitlines()[0][:90]}")


async def _on_socket(url: str, script: Script, until: float, measured: Measured) -> None:
    async with session(url, script) as reader:
        measured.times["first run"].append(await reader.first())
        while time.monotonic() < until:
            await asyncio.sleep(random.uniform(*THINK_S))
            name, seconds = await reader.click()
            measured.times[f"{name} run"].append(seconds)


async def _in_browser(browser: Browser, url: str, until: float, measured: Measured) -> None:
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    page = await context.new_page()
    started = time.perf_counter()
    await page.goto(url, timeout=120_000)
    await page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=120_000)
    measured.times["first map"].append(time.perf_counter() - started)
    marks = page.locator(".text mark[data-place^='gn-']")
    chip = page.locator("[data-id='modifiers']")
    nth = 0
    while time.monotonic() < until:
        await asyncio.sleep(random.uniform(*THINK_S))
        what, target, change = (
            ("filter", chip, "filter") if nth % 2 else ("select", marks.nth(nth), "panel")
        )
        handle = await target.element_handle()
        took = await page.evaluate(f"([target, change]) => ({CLOCK})(target, change)",
                                   [handle, change])  # fmt: skip
        measured.times[f"{what} page"].append(took / 1000)
        nth += 1
    await context.close()


def _memory(servers: Iterable[tuple[str, object]]) -> float:
    """Resident memory of the servers, in MB."""
    pids = [server.pid for _, server in servers]  # type: ignore[attr-defined]
    return sum(psutil.Process(pid).memory_info().rss for pid in pids) / 2**20


def _summary(measured: Measured) -> str:
    order = ("first map", "first run", "select page", "select run", "filter page", "filter run")
    parts = [f"{name} {_quantiles(measured.times[name])}" for name in order
             if measured.times[name]]  # fmt: skip
    return f"{', '.join(parts)}; {len(measured.errors)} errors"


def _quantiles(times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"{times[0]:.2f}"
    cuts = statistics.quantiles(times, n=20, method="inclusive")
    return f"{cuts[9]:.2f}/{cuts[18]:.2f}"
