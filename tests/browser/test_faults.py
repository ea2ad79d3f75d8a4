"""What the page says while a part of the server is down, and that it comes back by itself."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.killing import FULL
from support.page import PATIENCE, drawn, place_ids, rested
from support.postgres import USER, cluster, hanging, start, stop
from support.waiting import becomes

from geo import Geoparser
from geo.gazetteer import Gazetteer
from geo.gazetteer.active_file import installed_path
from geo.settings import Settings

pytestmark = pytest.mark.browser
CHANGES = 1000 if FULL else 150
SENTENCE = ".sentence"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def say_nothing_secret(text: str, *secret: str) -> None:
    assert not [word for word in (*secret, "/", "sqlite", "postgres") if word in text], text


def is_as_it_was(page: Page, places: list[str]) -> None:
    """Wait until the page is drawn with these places on its map."""
    drawn(page)
    becomes(lambda: place_ids(page), places, page)


def test_a_library_that_goes_down_and_comes_back(serve, page: Page) -> None:
    with cluster() as folder:
        address = f"postgresql://{USER}@/postgres?host={folder}"
        with serve(DATELINE_DATABASE_URL=address) as server:
            page.goto(server)
            drawn(page)
            before = place_ids(page)
            stop(folder)
            page.locator("[data-id='places']").click()
            said = page.locator(SENTENCE, has_text="library of this server is unavailable")
            expect(said).to_have_count(1, timeout=PATIENCE)
            say_nothing_secret(said.inner_text(), str(folder), USER)
            rested(page)
            page.locator("[data-id='places']").click()
            is_as_it_was(page, before)
            start(folder)
            expect(said).to_have_count(0, timeout=2 * PATIENCE)
            is_as_it_was(page, before)


def test_a_library_that_hangs_and_goes_on(serve, page: Page) -> None:
    with cluster() as folder:
        address = f"postgresql://{USER}@/postgres?host={folder}"
        with serve(DATELINE_DATABASE_URL=address) as server:
            page.goto(server)
            drawn(page)
            before = place_ids(page)
            said = page.locator(SENTENCE, has_text="is unavailable, as it does not answer")
            with hanging(folder):
                page.locator("[data-id='places']").click()
                expect(said).to_have_count(1, timeout=PATIENCE)
                say_nothing_secret(said.inner_text(), str(folder), USER)
                rested(page)
                page.locator("[data-id='places']").click()
                is_as_it_was(page, before)
            expect(said).to_have_count(0, timeout=2 * PATIENCE)
            is_as_it_was(page, before)


@pytest.fixture
def cache(tmp_path: Path, geoparser: Geoparser) -> Path:
    """A cache folder with a copy of the real gazetteer."""
    assert geoparser  # compiled
    whole = installed_path(Settings().cache_dir)
    shutil.copyfile(whole, tmp_path / whole.name)
    return tmp_path


def test_a_gazetteer_deleted_while_it_runs(serve, page: Page, cache: Path) -> None:
    """The test is the process that builds it again, so that this takes as long as it says."""
    (file,) = cache.glob("gazetteer-*.sqlite")
    aside = file.with_suffix(".aside")
    with (
        serve(DATELINE_CACHE_DIR=str(cache)) as server,
        closing(sqlite3.connect(cache / "gazetteer.lock", isolation_level=None)) as builder,
    ):
        page.goto(server)
        drawn(page)
        before = place_ids(page)
        builder.execute("BEGIN EXCLUSIVE")
        file.rename(aside)
        page.locator("[data-id='places']").click()
        said = page.get_by_text("The gazetteer's file was damaged or deleted")
        expect(said).to_be_visible(timeout=PATIENCE)
        say_nothing_secret(said.inner_text(), str(cache))
        if shots := os.environ.get("DATELINE_TEST_SHOTS"):
            page.screenshot(path=Path(shots) / "gazetteer.png")
        aside.rename(file)
        builder.execute("ROLLBACK")
        expect(said).to_have_count(0, timeout=PATIENCE)
        rested(page)
        page.locator("[data-id='places']").click()
        is_as_it_was(page, before)
        assert Gazetteer.open(Settings(cache_dir=cache)).is_sound


def test_rapid_changes_of_filters_end_in_what_the_chips_say(server: str, page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server)
    drawn(page)
    before = place_ids(page)
    clicked = page.evaluate(
        """async (times) => {
        const inside = (root, found = []) => {
          for (const node of root.querySelectorAll("*")) {
            if (node.matches(".chips [data-id][aria-pressed]")) found.push(node);
            if (node.shadowRoot) inside(node.shadowRoot, found);
          }
          return found;
        };
        let done = 0;
        for (; done < times; done += 1) {
          const chips = inside(document);
          if (!chips.length) throw new Error("no chips");
          chips[done % chips.length].click();
          await new Promise((resolve) => setTimeout(resolve, 15));
        }
        return done; }""",
        CHANGES,
    )
    assert clicked == CHANGES
    rested(page)
    expect(page.locator(".sentence.is-alert")).to_have_count(0)
    page.goto(page.url)
    drawn(page)
    after = place_ids(page)
    page.goto(server)
    drawn(page)
    assert place_ids(page) == before
    assert set(after) <= set(before)
    assert not faults
