"""Signing in with a real OpenID Connect provider, and what that lets one do."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect
from support.page import drawn, text_mark

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
Serve = Callable[..., AbstractContextManager[str]]

PEOPLE = (
    User(sub="ana", claims={"name": "Ana", "email": "ana@example.org", "email_verified": True}),
    User(sub="bo", claims={"name": "Bo", "email": "bo@example.org", "email_verified": True}),
    User(sub="eve", claims={"name": "Eve", "email": "ana@example.org", "email_verified": False}),
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def closed(serve: Serve, provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard where people bring articles in once signed in, and Ana alone corrects."""
    folder = tmp_path_factory.mktemp("sign-in")
    with serve(
        STREAMLIT_SECRETS_FILES=str(secrets(folder, provider)),
        DATELINE_DATA_DIR=str(folder),
        DATELINE_IMPORTING="signed-in",
        DATELINE_EDITING="ana@example.org",
    ) as address:
        yield address


def secrets(folder: Path, provider: str) -> Path:
    written = folder / "secrets.toml"
    written.write_text(
        "[auth]\n"
        'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
        'cookie_secret = "a secret for this test alone"\n'
        'client_id = "dateline"\n'
        'client_secret = "of this test"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n'
    )
    return written


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    page.locator(f"button[name=sub][value={name.lower()}]").click()
    drawn(page)
    expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()


def may_correct(page: Page) -> bool:
    text_mark(page, "Harbin").click()
    page.locator(".panel").get_by_text("Why here?").click()
    expect(page.locator(".panel .told")).to_be_visible()
    return page.locator(".panel section.review").count() > 0


def test_a_stranger_reads_and_no_more(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("button", name="Add article")).to_have_count(0)
    assert not may_correct(page)


def test_named_people_correct_and_are_named_for_it(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Ana")
    expect(page.get_by_role("button", name="Add article")).to_be_visible()
    assert may_correct(page)
    page.locator(".panel").get_by_role("button", name="Looks right").click()
    expect(page.locator(".panel details li").first).to_contain_text("by Ana")
    page.locator(".panel").get_by_role("button", name="Undo: ").click()


def test_others_bring_in_but_do_not_correct(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Bo")
    expect(page.get_by_role("button", name="Add article")).to_be_visible()
    assert not may_correct(page)


def test_an_address_that_nobody_verified_gives_no_rights(open_page: Open, closed: str) -> None:
    page = open_page(closed)
    sign_in(page, "Eve")
    assert not may_correct(page)


def test_signing_in_and_out_leads_back_to_what_was_seen(open_page: Open, closed: str) -> None:
    page = open_page(f"{closed}/?types=literal&sure=0.5")
    sign_in(page, "Bo")
    expect(page).to_have_url(re.compile(r"types=literal.*sure=0\.5"))
    page.get_by_role("button", name="Bo", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page).to_have_url(re.compile(r"types=literal.*sure=0\.5"))


def test_who_refuses_at_the_provider_comes_back_as_a_stranger(open_page: Open, closed: str) -> None:
    page = open_page(closed, width=390, height=844)
    page.get_by_role("button", name="Sign in").focus()
    page.keyboard.press("Enter")
    page.locator("button[value=deny]").click()
    drawn(page)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
