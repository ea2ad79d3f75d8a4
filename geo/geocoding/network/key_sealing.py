"""Keys of services never meet geopy, the cache or a log: something else stands in for them.

geopy is given a stand-in where a service wants its key, and builds its addresses with that.
The key itself is put in by the last step before the network (`wire`), and taken out of what
comes back.
"""

import logging
from urllib.parse import quote

KEY_PARAMETERS = frozenset({
    "access_token", "ak", "api", "apiKey", "api_key", "apikey", "app_code", "app_id", "auth-id",
    "auth-token", "client", "key", "password", "private_key", "signature", "sn",
    "subscription-key", "token", "username",
})  # fmt: skip
"""Query parameters that geopy's geocoders put keys, tokens and signatures into."""
_SHORTEST = 8
"""A key shorter than this is not looked for in answers: it would be found in words."""


class Seal:
    """The keys of one service and what stands in for each."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def stand_in(self, key: str) -> str:
        """What is to be shown instead of `key`: letters and digits, the same in each process."""
        shown = f"DATELINEKEY{len(self._keys) + 1}"
        self._keys[shown] = key
        return shown

    def opened(self, text: str) -> str:
        """An address or a header with the keys in it."""
        for shown, key in self._keys.items():
            text = text.replace(shown, quote(key, safe=""))
        return text

    def sealed(self, body: bytes) -> bytes:
        """An answer without the keys that a service may repeat in it."""
        for shown, key in self._keys.items():
            for form in {key, quote(key, safe="")}:
                if len(key) >= _SHORTEST:
                    body = body.replace(form.encode(), shown.encode())
        return body

    def __repr__(self) -> str:
        return f"Seal({', '.join(self._keys)})"


class Discreet(logging.Filter):
    """Takes the values of key parameters out of what urllib3 and others log of addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is changed where it names a key parameter."""
        said = record.getMessage()
        if any(f"{name}=" in said for name in KEY_PARAMETERS):
            record.msg, record.args = _without_values(said), ()
        return True


def _without_values(text: str) -> str:
    """`text` with ... for what follows the name of a key parameter in an address."""
    parts = []
    for part in text.split("&"):
        head, equals, tail = part.partition("=")
        name = head.rpartition("?")[2]
        rest = tail[min((tail.find(c) for c in " '\"" if c in tail), default=len(tail)) :]
        parts.append(f"{head}=...{rest}" if equals and name in KEY_PARAMETERS else part)
    return "&".join(parts)
