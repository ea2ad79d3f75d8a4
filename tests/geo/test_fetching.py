"""Fetching, against a small server on this machine that only `network` here may reach."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geo.errors import FetchError
from geo.fetching import FEEDS, Network, fetch, is_public, resolve
from geo.settings import Settings

PAGE = b"<html><body><p>The ferry left Oslo.</p></body></html>"
SETTINGS = Settings(max_article_bytes=1000, max_document_bytes=2000)


class Server(ThreadingHTTPServer):
    """Answers as it is told, path by path, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[str] = []
        self.cut_off = threading.Event()


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.headers['Host']}{self.path}")
        if self.path == "/drip":
            return self._drip()
        status, headers, body = self.server.answers[self.path]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)
        return None

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                time.sleep(0.05)
        except OSError:
            self.server.cut_off.set()

    def log_message(self, *_: object) -> None:
        pass


class Site:
    """A server at news.test, which the injected resolver alone knows."""

    def __init__(self) -> None:
        self.server = Server()
        self.url = f"http://news.test:{self.server.server_port}"
        self.network = Network(resolve=self.resolve, is_allowed=self.is_allowed, timeout=60)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def resolve(self, host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host.endswith(".test") else resolve(host, port)

    def is_allowed(self, address: str) -> bool:
        return address == "127.0.0.1"

    def put(
        self,
        path: str,
        body: bytes = PAGE,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> str:
        self.server.answers[path] = (status, headers or {}, body)
        return self.url + path

    def fetch(self, url: str) -> tuple[bytes, str]:
        return fetch(url, SETTINGS, network=self.network)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.mark.parametrize(
    ("path", "content_type", "name"),
    [
        ("/story", "text/html; charset=utf-8", "story.html"),
        ("/", "text/html", "page.html"),
        ("/story.md", "text/markdown", "story.md"),
        ("/story.md", "text/plain", "story.md"),
        ("/story", "text/plain", "story.txt"),
        ("/story.php", "application/pdf; charset=latin1", "story.pdf"),
    ],
)
def test_the_content_type_names_the_file(
    site: Site, path: str, content_type: str, name: str
) -> None:
    assert site.fetch(site.put(path, headers={"Content-Type": content_type})) == (PAGE, name)
    port = site.server.server_port
    assert site.server.asked == [f"news.test:{port}{path}"]


def test_another_declared_encoding_comes_back_as_utf8(site: Site) -> None:
    headers = {"Content-Type": "text/plain; charset=latin2"}
    url = site.put("/", "Kraków".encode("iso-8859-2"), headers=headers)
    assert site.fetch(url)[0] == "Kraków".encode()


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "utf-7", "zlib", "x\ty"])
def test_encodings_that_no_page_is_written_in_are_not_tried(site: Site, charset: str) -> None:
    body = b"a-" + b"a9z" * 1_500_000 + b"\\ud800"  # punycode would take minutes
    url = site.put("/", body, headers={"Content-Type": f"text/plain; charset={charset}"})
    assert fetch(url, Settings(), network=site.network)[0] == body


def test_a_feed_is_taken_where_one_is_wanted_and_nowhere_else(site: Site) -> None:
    headers = {"Content-Type": "application/rss+xml; charset=latin1"}
    url = site.put("/news", b"<rss>\xe9</rss>", headers=headers)
    network = site.network
    assert fetch(url, SETTINGS, network=network, wanted=FEEDS) == (b"<rss>\xe9</rss>", "news.xml")
    with pytest.raises(FetchError, match="which is not read; give the address of a page"):
        site.fetch(url)
    page = site.put("/page", headers={"Content-Type": "text/html"})
    with pytest.raises(FetchError, match=r"sent text/html, .* the address of an RSS or Atom feed"):
        fetch(page, SETTINGS, network=network, wanted=FEEDS)


def test_compressed_pages_are_unpacked(site: Site) -> None:
    url = site.put("/", gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    assert site.fetch(url)[0] == PAGE


def test_redirects_are_followed(site: Site) -> None:
    site.put("/new?a=1", headers={"Content-Type": "text/html"})
    assert site.fetch(site.put("/old", status=301, headers={"Location": "/new?a=1"}))[0] == PAGE


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "0", "10.0.0.1", "172.16.5.4", "192.168.1.1",
        "100.64.0.1", "169.254.169.254", "168.63.129.16", "224.0.0.1", "255.255.255.255",
        "2130706433", "0177.0.0.1", "0x7f.1", "127.1",
        "[::1]", "[::]", "[fe80::1]", "[fd00:ec2::254]", "[ff02::1]",
        "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    ],
)  # fmt: skip
def test_addresses_behind_the_network_are_refused(host: str) -> None:
    with pytest.raises(FetchError, match="not on the public internet"):
        fetch(f"http://{host}/latest/meta-data/", SETTINGS)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07::1", True), ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False), ("fe80::1%lo", False),
        ("192.0.0.192", False), ("198.18.0.1", False), ("240.0.0.1", False),
        ("2001:0:4136:e378:8000:63bf:f5ff:fffe", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, expected: bool) -> None:
    assert is_public(address) is expected


def test_a_host_with_one_private_address_among_others_is_refused() -> None:
    network = Network(resolve=lambda *_: ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"news\.test is not on the public internet"):
        fetch("http://news.test/", SETTINGS, network=network)


def test_a_name_is_resolved_once_so_it_cannot_change_its_mind(site: Site) -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    network = Network(resolve=lambda *_: answers.pop(0), is_allowed=site.is_allowed)
    url = site.put("/", headers={"Content-Type": "text/html"})
    assert fetch(url, SETTINGS, network=network)[0] == PAGE
    assert answers == [["10.0.0.1"]]


@pytest.mark.parametrize("inside", ["http://10.0.0.1/", "http://[::1]/", "//169.254.169.254/x"])
def test_a_redirect_into_the_network_is_refused(site: Site, inside: str) -> None:
    with pytest.raises(FetchError, match="not on the public internet"):
        site.fetch(site.put("/", status=302, headers={"Location": inside}))


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://news.test/"])
def test_a_redirect_to_another_scheme_is_refused(site: Site, target: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        site.fetch(site.put("/", status=302, headers={"Location": target}))


def test_endless_redirects_end(site: Site) -> None:
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        site.fetch(site.put("/", status=302, headers={"Location": "/"}))
    assert len(site.server.asked) == 6


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "file:///etc/passwd", "javascript:alert(1)", "gopher://example.org",
        "http://", "http://example.org:0/", "http://example.org:99999/", "http://[::1",
        "http://user:secret@example.org/", "http://" + "a" * 300 + ".test/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url, SETTINGS)
    message = str(caught.value)
    assert "\n" not in message
    assert "secret" not in message
    assert len(message) < 200


def test_a_user_name_in_the_address_is_refused() -> None:
    with pytest.raises(FetchError, match=r"^example\.org: addresses with a user name"):
        fetch("http://user:secret@example.org/", SETTINGS)


def test_the_size_limit_holds_for_declared_and_undeclared_lengths(site: Site) -> None:
    body = b"a" * 1001
    for headers in ({"Content-Type": "text/plain"}, {"Content-Length": "1001"}):
        with pytest.raises(FetchError, match=r"the 1,000 bytes .* DATELINE_MAX_ARTICLE_BYTES"):
            site.fetch(site.put("/", body, headers=headers))
    assert len(site.fetch(site.put("/", body[:1000]))[0]) == 1000


def test_a_document_may_be_as_large_as_one_that_is_uploaded(site: Site) -> None:
    headers = {"Content-Type": "application/pdf"}
    body = b"%PDF-1.7" + b"a" * 1993
    assert len(site.fetch(site.put("/a.pdf", body[:2000], headers=headers))[0]) == 2000
    with pytest.raises(FetchError, match=r"the 2,000 bytes .* DATELINE_MAX_DOCUMENT_BYTES"):
        site.fetch(site.put("/a.pdf", body, headers=headers))


def test_a_compression_bomb_is_cut_at_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"a" * 500_000)
    assert len(bomb) < SETTINGS.max_article_bytes
    with pytest.raises(FetchError, match="larger than the 1,000 bytes"):
        site.fetch(site.put("/", bomb, headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (404, {}, "status 404"),
        (500, {}, "status 500"),
        (302, {}, "status 302"),
        (200, {"Content-Type": "image/png"}, "sent image/png"),
        (200, {"Content-Encoding": "br"}, "compressed as br"),
        (200, {"Content-Encoding": "gzip"}, "came damaged"),
    ],
)
def test_other_answers_are_refused(
    site: Site, status: int, headers: dict[str, str], message: str
) -> None:
    with pytest.raises(FetchError, match=message):
        site.fetch(site.put("/", status=status, headers=headers))


def test_a_server_that_drips_is_cut_off(site: Site) -> None:
    network = Network(resolve=site.resolve, is_allowed=site.is_allowed, timeout=0.3)
    with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
        fetch(site.url + "/drip", SETTINGS, network=network)
    assert site.server.cut_off.wait(10)


def test_a_resolver_that_hangs_is_left_behind() -> None:
    done = threading.Event()

    def hanging(*_: object) -> list[str]:
        done.wait(5)
        return []

    with pytest.raises(FetchError, match=r"within 0\.1 seconds"):
        fetch("http://news.test/", SETTINGS, network=Network(resolve=hanging, timeout=0.1))
    done.set()


def test_a_closed_port_and_an_unknown_name_say_so(site: Site) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(FetchError, match="could not be reached"):
            site.fetch(f"http://news.test:{port}/")

    def unknown(*_: object) -> list[str]:
        raise socket.gaierror

    with pytest.raises(FetchError, match="No address is known"):
        fetch("http://news.test/", SETTINGS, network=Network(resolve=unknown))


def test_a_server_that_is_not_what_its_certificate_says_is_not_read(site: Site) -> None:
    with pytest.raises(FetchError, match="could not be reached"):
        site.fetch(site.url.replace("http://", "https://") + "/")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A new certificate for news.test, signed by itself, with its key in the same file."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command")
    pem = tmp_path / "news.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=news.test", "-addext", "subjectAltName=DNS:news.test",
            "-keyout", pem, "-out", tmp_path / "certificate.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    pem.write_bytes(pem.read_bytes() + (tmp_path / "certificate.pem").read_bytes())
    return pem


def test_a_certificate_is_checked_for_the_name_asked_not_the_address(
    site: Site, certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    url = site.put("/", headers={"Content-Type": "text/html"}).replace("http:", "https:")

    trusting = replace(site.network, tls=lambda: ssl.create_default_context(cafile=certificate))
    assert fetch(url, SETTINGS, network=trusting) == (PAGE, "page.html")
    with pytest.raises(FetchError, match=r"other\.test has no valid certificate"):
        fetch(url.replace("news", "other"), SETTINGS, network=trusting)
    with pytest.raises(FetchError, match=r"news\.test has no valid certificate"):
        site.fetch(url)
