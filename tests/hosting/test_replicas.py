"""Two servers on one PostgreSQL: what readers of one do, those of the other see, on every page."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from support.many import listed
from support.page import PATIENCE, drawn, marker, place_ids, rested, text_mark
from support.postgres import USER, cluster
from support.served import ANSWER_S, Served, served
from support.waiting import becomes

pytestmark = pytest.mark.browser
STORY = "Rain in Paris\n\nA quokka was seen in Paris on Monday. The mayor of Paris spoke of it."
ATLAS = "/atlas?words=quokka"
LIBRARY = "/library?words=quokka"


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served]]:
    with ExitStack() as stack:
        database = stack.enter_context(cluster())
        settings = {
            "DATELINE_DATABASE_URL": f"postgresql://{USER}@/postgres?host={database}",
            "DATELINE_DATA_DIR": str(tmp_path_factory.mktemp("replicas")),
        }
        folder = Path(settings["DATELINE_DATA_DIR"])
        one, two = (stack.enter_context(served(folder, **settings)) for _ in range(2))
        yield one, two


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[Served, str], Page]]:
    """Opens a page of a server in a context of its own."""
    contexts = []

    def opened(server: Served, path: str = "/") -> Page:
        contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        contexts[-1].set_default_timeout(PATIENCE)
        page = contexts[-1].new_page()
        page.goto(server.address + path)
        (listed if path.startswith(("/atlas", "/library", "/place")) else drawn)(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def share(page: Page) -> str:
    """Paste the story and share it; its token."""
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Text of the article").fill(STORY)
    page.get_by_role("button", name="Show it on the map").first.click()
    expect(page.locator(".text h3")).to_have_text("Rain in Paris")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Share it by link").click()
    expect(page).to_have_url(re.compile("articles=[A-Za-z0-9]{22}(&|$)"))
    page.keyboard.press("Escape")
    rested(page)
    return parse_qs(urlsplit(page.url).query)["articles"][0]


def asked_again(page: Page) -> Page:
    """The page after its search was typed again, as a reader would: it is not loaded anew."""
    field = page.get_by_role("searchbox", name="Search the articles")
    for words in ("zzzz", "quokka"):
        field.fill(words)
        field.press("Enter")
        expect(page).to_have_url(re.compile(f"words={words}"))
        rested(page)
    return page


def finds(page: Page, number: int) -> None:
    """Wait until a page says that it found so many articles."""
    expect(page.locator(".tally strong")).to_have_text(re.compile(f"^{number} of "))


def test_an_article_and_its_corrections_are_seen_at_the_other(
    replicas: tuple[Served, Served], visit: Callable[..., Page]
) -> None:
    here, there = replicas
    library, atlas = visit(there, LIBRARY), visit(there, ATLAS)
    finds(library, 0)
    finds(atlas, 0)
    page = visit(here)
    token = share(page)

    # Stored at one, it is found at the other by who had looked before.
    finds(asked_again(library), 1)
    expect(library.locator("tbody .of-title a")).to_have_text("Rain in Paris")
    finds(asked_again(atlas), 1)
    other = visit(there, f"/?articles={token}")
    expect(other.locator(".text h3")).to_have_text("Rain in Paris")
    becomes(lambda: place_ids(page), place_ids(other), page)

    # Corrected at one, it is so at the other with the next click, and counted there.
    before = place_of(other)
    text_mark(page, "Paris").click()
    panel = page.locator(".panel")
    panel.get_by_text("Why here?").click()
    panel.locator(".others .do").first.click()
    expect(panel.locator(".likely")).to_have_text("✓ verified")
    now = place_of(page)
    assert now != before
    text_mark(other, "Paris").click()
    is_at(other, now)
    expect(marker(other, now)).to_have_count(1)
    text_mark(other, "Paris").click()
    expect(other.locator(".panel .likely")).to_have_text("✓ verified")
    expect(visit(there, f"/place?id={now}").locator("body")).to_contain_text("Rain in Paris")

    # And so is what is taken back.
    panel.get_by_role("button", name=re.compile("^Undo: ")).click()
    is_at(page, before)
    text_mark(other, "Paris").click()
    is_at(other, before)

    # Deleted at one, it is gone at the other.
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Delete it from this server").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("The article is deleted from this server.")).to_be_visible()
    finds(asked_again(library), 0)
    finds(asked_again(atlas), 0)
    asked = f"{there.address}/api/places.geojson?articles={token}"
    assert httpx.get(asked, timeout=ANSWER_S).status_code == 404
    other.reload()
    drawn(other)
    expect(other.locator(".sentence")).to_contain_text("an article that is not here")


def is_at(page: Page, place: str) -> None:
    """Wait until the name lies in this place."""
    expect(text_mark(page, "Paris")).to_have_attribute("data-place", place)


def place_of(page: Page) -> str:
    return text_mark(page, "Paris").get_attribute("data-place") or ""
