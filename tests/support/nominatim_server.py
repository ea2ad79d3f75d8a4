"""A small HTTP server that speaks Nominatim's JSON, for tests of geocoding."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, bytes, dict[str, str]]


def result(name: str, lat: float, lon: float, **more: Any) -> dict[str, Any]:
    """One place as Nominatim gives it."""
    return {
        "osm_type": "way", "osm_id": 123, "lat": str(lat), "lon": str(lon), "class": "amenity",
        "type": "place_of_worship", "name": name, "display_name": f"{name}, Harbin, China",
        "address": {"country_code": "cn"},
    } | more  # fmt: skip


@dataclass
class Server:
    """What it answers by question, and the questions it got. Unknown names get [].

    What lies at any point is the answer to "reverse"."""

    domain: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    user_agents: set[str] = field(default_factory=set)
    delay: float = 0.0
    free: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.free.set()

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Nothing is answered meanwhile; all that was asked, when this is over."""
        self.free.clear()
        try:
            yield
        finally:
            self.free.set()

    @property
    def questions(self) -> list[str]:
        return [asked["q"] for asked in self.asked if "q" in asked]

    def knows(self, question: str, *places: dict[str, Any]) -> None:
        self.says(question, 200, json.dumps(places).encode())

    def says(self, question: str, status: int, body: bytes = b"", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[question] = (status, body, named)


@contextmanager
def serve() -> Iterator[Server]:
    """A server on a free port of this machine, stopped at the end."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
            state.asked.append(query)
            state.user_agents.add(self.headers["User-Agent"])
            time.sleep(state.delay)
            state.free.wait()
            status, body, headers = state.answers.get(query.get("q", "reverse"), (200, b"[]", {}))
            self.send_response(status)
            for name, value in ({"Content-Type": "application/json"} | headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # the client gave up, as a test of timeouts wants
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.domain = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
