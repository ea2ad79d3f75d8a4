"""Waiting for what comes by itself, where Playwright's `expect` does not reach."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PATIENCE_S = 60.0
"""A slow machine must not fail a test, what never comes must."""


def becomes(read: Callable[[], Any], wanted: Any, page: Page | None = None) -> None:
    """Wait until what is read is what is wanted; with a `page`, its events are heard meanwhile."""
    end = time.monotonic() + PATIENCE_S
    while (found := read()) != wanted and time.monotonic() < end:
        _pause(page)
    assert found == wanted, f"{found} is not {wanted}"


def until(is_so: Callable[[], bool], page: Page | None = None) -> None:
    """Wait until something is so; with a `page`, its events are heard meanwhile."""
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < end, "it never was"
        _pause(page)


def _pause(page: Page | None) -> None:
    if page:
        page.wait_for_timeout(50)
    else:
        time.sleep(0.05)
