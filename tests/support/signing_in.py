"""People who sign in with an OpenID Connect provider of the tests' own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect
from support.page import drawn

PEOPLE = (
    User(sub="ana", claims={"name": "Ana", "email": "ana@example.org", "email_verified": True}),
    User(sub="bo", claims={"name": "Bo", "email": "bo@example.org", "email_verified": True}),
    User(sub="eve", claims={"name": "Eve", "email": "ana@example.org", "email_verified": False}),
)


@contextmanager
def signing_in(folder: Path) -> Iterator[dict[str, str]]:
    """The settings of a dashboard at which these people sign in.

    They bring articles in once signed in, and Ana alone corrects.
    """
    with run_server_in_thread(user_claims=PEOPLE) as server:
        yield {
            "STREAMLIT_SECRETS_FILES": str(
                _secrets(folder, f"http://localhost:{server.server_port}")
            ),
            "DATELINE_DATA_DIR": str(folder),
            "DATELINE_IMPORTING": "signed-in",
            "DATELINE_EDITING": "ana@example.org",
        }


def _secrets(folder: Path, provider: str) -> Path:
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
