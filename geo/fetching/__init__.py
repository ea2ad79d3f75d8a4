"""Fetching an article from the web, without becoming a way into the network behind.

A URL is followed only to public addresses. The host is resolved once, every address it has
is checked, and the connection goes to a checked address and no other, so a name that
resolves differently the second time gains nothing. Each redirect goes through the same.
Cookies, credentials, proxies and scripts play no part.

>>> data, name = fetch("https://example.org/story", Settings())  # doctest: +SKIP
"""

from geo.fetching.connection import Network, resolve
from geo.fetching.pages import FEEDS, PAGES, fetch
from geo.fetching.public_addresses import is_public

__all__ = ["FEEDS", "PAGES", "Network", "fetch", "is_public", "resolve"]
