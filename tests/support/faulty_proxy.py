"""A proxy in front of a server that breaks what goes through it, as toxiproxy does."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Fault = Callable[["Exchange"], None]
"""Answers an exchange; `Exchange.pass_on` is what no fault does."""


@dataclass
class Exchange:
    """One request that came in, and where it would have gone."""

    handler: BaseHTTPRequestHandler
    behind: str

    def fetched(self) -> tuple[int, bytes]:
        connection = HTTPConnection(self.behind, timeout=10)
        connection.request("GET", self.handler.path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    def pass_on(self) -> None:
        status, body = self.fetched()
        self.answer(status, body)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        defaults = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        self.handler.send_response(status)
        for name, value in (defaults | named).items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def hang_up(self) -> None:
        self.handler.close_connection = True
        self.handler.connection.shutdown(socket.SHUT_RDWR)


@dataclass
class Proxy:
    """Where it listens, what it does, and what it was asked for."""

    domain: str = ""
    behind: str = ""
    fault: Fault = Exchange.pass_on
    paths: list[str] = field(default_factory=list)


@contextmanager
def faulty(behind: str, certificate: tuple[str, str] | None = None) -> Iterator[Proxy]:
    """A proxy for the server at `behind`; with a `certificate` (file, key file) it speaks TLS."""
    proxy = Proxy(behind=behind)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            proxy.paths.append(self.path)
            with contextlib.suppress(OSError):
                proxy.fault(Exchange(self, proxy.behind))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # refused TLS, hung up
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    proxy.domain = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def hang_up(exchange: Exchange) -> None:
    """The service is down."""
    exchange.hang_up()


def status(code: int, **headers: str) -> Fault:
    """It answers with an error."""
    return lambda exchange: exchange.answer(code, b"{}", **headers)


def slow(seconds: float) -> Fault:
    """It answers late."""

    def late(exchange: Exchange) -> None:
        time.sleep(seconds)
        exchange.pass_on()

    return late


def dripping(seconds: float) -> Fault:
    """It sends a byte now and then, each in time, all together never."""

    def drip(exchange: Exchange) -> None:
        exchange.handler.send_response(200)
        exchange.handler.send_header("Content-Type", "application/json")
        exchange.handler.send_header("Content-Length", "1000000")
        exchange.handler.end_headers()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            exchange.handler.wfile.write(b" ")
            exchange.handler.wfile.flush()
            time.sleep(0.02)

    return drip


def truncated(exchange: Exchange) -> None:
    """It stops in the middle, having promised more."""
    _, body = exchange.fetched()
    exchange.answer(200, body[: len(body) // 2], Content_Length=str(len(body)))
    exchange.hang_up()


def cut_short(exchange: Exchange) -> None:
    """It sends half and says that this was all."""
    _, body = exchange.fetched()
    exchange.answer(200, body[: len(body) // 2])


def garbage(body: bytes) -> Fault:
    """It answers something else, and says that it is JSON."""
    return lambda exchange: exchange.answer(200, body)


def web_page(exchange: Exchange) -> None:
    """A portal answers for it, with what would be an answer if it were JSON's type."""
    exchange.answer(200, b"[]", Content_Type="text/html")


def redirecting(target: str = "") -> Fault:
    """It sends elsewhere, or round in circles."""
    return lambda exchange: exchange.answer(302, Location=target or exchange.handler.path)


def in_turn(*faults: Fault) -> Fault:
    """One after the other, over and over."""
    lock, count = threading.Lock(), [0]

    def next_one(exchange: Exchange) -> None:
        with lock:
            fault = faults[count[0] % len(faults)]
            count[0] += 1
        fault(exchange)

    return next_one
