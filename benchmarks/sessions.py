"""Readers without a browser: Streamlit's own websocket, with clicks that a browser once sent.

A browser does each click once, and its messages are kept. Streamlit names widgets and fragments
after the code that makes them, so another session understands the same bytes.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Browser, Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE_S = 120.0
PROTOCOL = Subprotocol("streamlit")
LARGEST_MESSAGE = 2**26


@dataclass(frozen=True, slots=True)
class Script:
    """What a browser sent to open the page, to select a name, and to filter."""

    opened: bytes
    clicks: tuple[tuple[str, bytes], ...]


async def recorded(browser: Browser, url: str) -> Script:
    """Do each click once in a browser and keep what it sent."""
    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    sent: list[bytes] = []
    page.on("websocket", lambda socket: _listen(socket, sent))
    await page.goto(url)
    await page.frame_locator("iframe").first.locator(".dl-ready").wait_for(timeout=120_000)
    await page.wait_for_timeout(4000)
    opened = sent[0]
    clicks = [
        ("select", await _click(page, sent, ".text mark[data-place^='gn-']", 2)),
        ("filter", await _click(page, sent, "[data-id='modifiers']", 0)),
        ("select", await _click(page, sent, ".text mark[data-place^='gn-']", 6)),
        ("filter", await _click(page, sent, "[data-id='modifiers']", 0)),
    ]
    await page.close()
    return Script(opened, tuple(clicks))


def _listen(socket: WebSocket, sent: list[bytes]) -> None:
    def keep(payload: str | bytes) -> None:
        if isinstance(payload, bytes) and BackMsg.FromString(payload).HasField("rerun_script"):
            sent.append(payload)

    socket.on("framesent", keep)


async def _click(page: Page, sent: list[bytes], target: str, nth: int) -> bytes:
    before = len(sent)
    await page.locator(target).nth(nth).click()
    for _ in range(100):
        await page.wait_for_timeout(100)
        if len(sent) > before:
            break
    first = sent[before]
    await page.wait_for_timeout(3000)
    return first


class Session:
    """One reader on a websocket; times in seconds, from a message to the end of its run."""

    def __init__(self, socket: ClientConnection, script: Script) -> None:
        self._socket, self._script = socket, script
        self._next = 0

    async def first(self) -> float:
        """Open the page."""
        return await self._run(self._script.opened)

    async def click(self) -> tuple[str, float]:
        """The next click of the script: its name and how long it took."""
        name, message = self._script.clicks[self._next % len(self._script.clicks)]
        self._next += 1
        return name, await self._run(message)

    async def _run(self, message: bytes) -> float:
        started = time.perf_counter()
        await self._socket.send(message)
        async with asyncio.timeout(PATIENCE_S):
            while True:
                answer = ForwardMsg.FromString(_bytes(await self._socket.recv()))
                if answer.HasField("script_finished"):
                    return time.perf_counter() - started


def _bytes(message: str | bytes) -> bytes:
    return message if isinstance(message, bytes) else message.encode()


@asynccontextmanager
async def session(url: str, script: Script) -> AsyncIterator[Session]:
    """A new session of the dashboard at `url`, closed at the end."""
    address = f"{url.replace('http', 'ws', 1).rstrip('/')}/_stcore/stream"
    async with connect(
        address, subprotocols=[PROTOCOL], max_size=LARGEST_MESSAGE, ping_timeout=None
    ) as socket:
        yield Session(socket, script)
