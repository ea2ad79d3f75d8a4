"""From click to visible change, on the largest seed article: selecting a name, and a filter.

The clock runs in the page, from the click to the frame after the change. A selection shows in
three steps: the name is lit in the text, its marker on the map, its panel beside both.
"""

import statistics
from collections.abc import Callable, Iterable

from playwright.sync_api import Browser, Page

from geo.reading.seeds import seed_articles
from geo.settings import Settings

CLICKS = 10
WARM_UP = 2
REST_MS = 1500
"""The time between two clicks: longer than a flight of the map and what follows it."""
CLOCK = """
(target, change) => new Promise((done) => {
  const map = document.querySelector("iframe[title*='st_folium']").contentDocument;
  const changes = {
    text: () => target.classList.contains("current"),
    marker: () => map.querySelector(".dl-selected")?.dataset.place === target.dataset.place,
    panel: () => panel() !== before.panel,
    filter: () => markers() !== before.markers,
  };
  const panel = () => target.getRootNode().querySelector(".panel")?.textContent;
  const markers = () => map.querySelectorAll(".dl-place").length;
  const before = { panel: panel(), markers: markers() };
  const start = performance.now();
  const look = () => {
    if (changes[change]()) requestAnimationFrame(() => done(performance.now() - start));
    else setTimeout(look, 2);
  };
  target.click();
  look();
})
"""


def run(browser: Browser, url: str, say: Callable[[str], None] = print) -> None:
    article = max(seed_articles(Settings())[0], key=lambda one: len(one.text))
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{url}?articles={article.id}")
    page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=60_000)
    page.wait_for_timeout(2 * REST_MS)
    say(f"click to visible change, {article.id}, median (and slowest) of {CLICKS}, warm:")
    for change, what in (
        ("text", "select: the name is lit in the text"),
        ("marker", "select: its marker is lit on the map"),
        ("panel", "select: its panel is there"),
    ):
        say(f"  {what}: {_summary(_selections(page, change))}")
    say(f"  filter: the map is drawn anew: {_summary(_filters(page))}")


def _selections(page: Page, change: str) -> Iterable[float]:
    # Names far apart in the text, each of another place than the one before.
    marks = page.locator(".text mark[data-place^='gn-'], .text mark[data-place^='iso-']")
    places = marks.evaluate_all("marks => marks.map((mark) => mark.dataset.place)")
    firsts = [i for i, place in enumerate(places) if place not in places[:i]]
    for i in firsts[: WARM_UP + CLICKS]:
        yield _clocked(page, marks.nth(i).element_handle(), change)
    page.get_by_role("button", name="Close the selected place").click()
    page.wait_for_timeout(REST_MS)


def _filters(page: Page) -> Iterable[float]:
    for _ in range(WARM_UP + CLICKS):
        yield _clocked(page, page.locator("[data-id='modifiers']").element_handle(), "filter")


def _clocked(page: Page, target: object, change: str) -> float:
    clock = f"([target, change]) => ({CLOCK})(target, change)"
    took: float = page.evaluate(clock, [target, change])
    page.wait_for_timeout(REST_MS)
    return took


def _summary(times: Iterable[float]) -> str:
    counted = list(times)[WARM_UP:]
    return f"{statistics.median(counted):.0f} ms ({max(counted):.0f} ms)"
