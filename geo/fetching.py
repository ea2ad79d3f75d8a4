"""Fetching an article from the web, without becoming a way into the network behind.

A URL is followed only to public addresses. The host is resolved once, every address it has
is checked, and the connection goes to a checked address and no other, so a name that
resolves differently the second time gains nothing. Each redirect goes through the same.
Cookies, credentials, proxies and scripts play no part.

>>> data, name = fetch("https://example.org/story", Settings())  # doctest: +SKIP
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import certifi

from geo.errors import FetchError
from geo.plaintext import decode_declared, shown
from geo.settings import Settings

MAX_REDIRECTS = 5
TIMEOUT = 10.0
"""Seconds for the whole fetch: names, connections, redirects and all bytes."""

USER_AGENT = "Dateline/0.1 (reads one article at a person's request)"


@dataclass(frozen=True)
class Wanted:
    """Which types of content are taken: by type, the extension that says how to read it."""

    extensions: Mapping[str, str]
    hint: str


PAGES = Wanted(
    {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "text/markdown": ".md",
        "text/plain": ".txt",
        "application/pdf": ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    },
    "give the address of a page, or of a Markdown, text, PDF or Word file",
)
FEEDS = Wanted(
    {
        "application/rss+xml": ".xml",
        "application/atom+xml": ".xml",
        "application/rdf+xml": ".xml",
        "application/xml": ".xml",
        "text/xml": ".xml",
    },
    "give the address of an RSS or Atom feed",
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_IN_DECLARED_ENCODING = frozenset({".html", ".md", ".txt"})
_UNSAFE = tuple(
    ipaddress.ip_network(block)
    # What `is_global` lets pass: protocol assignments, Azure's host, old 6to4 relays, examples.
    for block in ("192.0.0.0/24", "168.63.129.16/32", "192.88.99.0/24", "3fff::/20")
)
_IPV6_UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out; fec0::/10, once for sites' own networks, lies outside."""
_BLOCK = 1 << 16
_BAD_PORTS = frozenset({
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
    512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
    995, 1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665,
    6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017,
})  # fmt: skip
"""Ports of other services: those that browsers block (WHATWG Fetch), and common databases'."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is on the public internet, also the IPv4 one inside an IPv6 one."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
        if ip not in _IPV6_UNICAST:
            return False
    return (
        ip.is_global
        and not ip.is_multicast
        and not ip.is_reserved
        and not any(ip in block for block in _UNSAFE)
    )


def resolve(host: str, port: int) -> list[str]:
    """All IP addresses of a host, by the system's resolver. Raises OSError."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def tls_context() -> ssl.SSLContext:
    """The system's authorities and certifi's, for systems that have none of their own."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True)
class Network:
    """What a fetch needs of the world; tests put their own in its place."""

    resolve: Callable[[str, int], list[str]] = resolve
    is_allowed: Callable[[str], bool] = is_public
    timeout: float = TIMEOUT
    tls: Callable[[], ssl.SSLContext] = tls_context


def fetch(
    url: str, settings: Settings, *, network: Network | None = None, wanted: Wanted = PAGES
) -> tuple[bytes, str]:
    """The bytes at an http(s) URL, and a file name whose extension says how to read them.

    Pages and text in another declared encoding come back as UTF-8. Raises FetchError with the
    reason where the URL, an address on its way, its type, size or slowness forbids it.
    """
    network = network or Network()
    deadline = _Deadline(network.timeout)
    for _ in range(MAX_REDIRECTS + 1):
        parts = _checked(url)
        target = _Target(parts, _addresses(parts, network, deadline), tuple(wanted.extensions))
        with _answer(target, network, deadline) as answer:
            location = answer.getheader("Location")
            if answer.status in _REDIRECTS and location:
                url = urljoin(url, location)
                continue
            if answer.status != 200:
                raise FetchError(
                    f"{shown(url)} answered with status {answer.status}; check the address."
                )
            name = _file_name(parts, answer, wanted)
            data = _body(answer, settings.max_article_bytes, url, deadline)
            return _as_utf8(data, name, answer), name
    raise FetchError(f"{shown(url)} redirects more than {MAX_REDIRECTS} times; open it yourself.")


@dataclass(frozen=True)
class _Target:
    url: SplitResult
    addresses: list[str]
    types: tuple[str, ...]

    @property
    def host(self) -> str:
        return self.url.hostname or ""

    @property
    def port(self) -> int:
        return _port(self.url)

    @property
    def path(self) -> str:
        query = f"?{self.url.query}" if self.url.query else ""
        return quote((self.url.path or "/") + query, safe="/%:=&?~+!$,;'@()*[]-._")


class _Deadline:
    """One clock for a whole fetch, which shuts the socket in use when it runs out.

    A server that sends a byte now and then never trips a socket's own timeout.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def remaining(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @property
    def has_passed(self) -> bool:
        return time.monotonic() >= self._end

    @contextlib.contextmanager
    def guarding(self, sock: socket.socket) -> Iterator[None]:
        timer = threading.Timer(self.remaining, _shut, [sock])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _shut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        # The plain socket's method: the TLS one would also take the session from the reader.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, _port(parts)
    except ValueError:
        raise FetchError(f"{shown(url)} is not a valid web address; check it.") from None
    if parts.scheme not in {"http", "https"} or not host or not 0 < port < 65_536:
        raise FetchError(f"{shown(url)} is not a web address; give one with http:// or https://.")
    if port in _BAD_PORTS:
        raise FetchError(f"{shown(host)}: port {port} is not for web pages; check the address.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            f"{shown(host)}: addresses with a user name are not fetched; leave it out."
        )
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80


def _addresses(parts: SplitResult, network: Network, deadline: _Deadline) -> list[str]:
    host = parts.hostname or ""
    # The system's resolver knows no timeout; it is left behind when it takes too long.
    pool = ThreadPoolExecutor(1)
    try:
        found = pool.submit(network.resolve, host, _port(parts)).result(deadline.remaining)
    except (FutureTimeout, TimeoutError):
        raise _too_slow(host, deadline) from None
    except (OSError, UnicodeError):
        raise FetchError(f"No address is known for {shown(host)}; check its spelling.") from None
    finally:
        pool.shutdown(wait=False)
    addresses = list(dict.fromkeys(found))
    if not addresses or not all(map(network.is_allowed, addresses)):
        raise FetchError(f"{shown(host)} is not on the public internet, so it is not fetched.")
    return addresses


@contextlib.contextmanager
def _answer(
    target: _Target, network: Network, deadline: _Deadline
) -> Iterator[http.client.HTTPResponse]:
    """The open answer to one GET; what goes wrong within becomes a FetchError."""
    connection = http.client.HTTPConnection(target.host, target.port)
    try:
        sock = _connected(target, network, deadline)
        connection.sock = sock
        with deadline.guarding(sock):
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for key, value in _headers(target).items():
                connection.putheader(key, value)
            connection.endheaders()
            yield connection.getresponse()
    except FetchError:
        raise
    except ssl.SSLCertVerificationError:
        raise FetchError(f"{shown(target.host)} has no valid certificate; check it.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if deadline.has_passed or isinstance(error, TimeoutError):
            raise _too_slow(target.host, deadline) from None
        raise FetchError(f"{shown(target.host)} could not be reached; try again later.") from None
    finally:
        connection.close()


def _connected(target: _Target, network: Network, deadline: _Deadline) -> socket.socket:
    """A socket to the first checked address that answers, TLS still to be shaken hands on."""
    for position, address in enumerate(target.addresses, 1):
        try:
            plain = socket.create_connection((address, target.port), deadline.remaining)
            break
        except OSError:
            if position == len(target.addresses) or deadline.has_passed:
                raise
    plain.settimeout(deadline.remaining)
    if target.url.scheme == "http":
        return plain
    return network.tls().wrap_socket(
        plain, server_hostname=target.host, do_handshake_on_connect=False
    )


def _headers(target: _Target) -> dict[str, str]:
    host = target.host.encode("idna").decode() if not target.host.isascii() else target.host
    host = f"[{host}]" if ":" in host else host
    is_usual = target.port == (443 if target.url.scheme == "https" else 80)
    return {
        "Host": host if is_usual else f"{host}:{target.port}",
        "User-Agent": USER_AGENT,
        "Accept": ", ".join(target.types),
        "Accept-Encoding": "gzip, identity;q=0.5",
        "Connection": "close",
    }


def _file_name(parts: SplitResult, answer: http.client.HTTPResponse, wanted: Wanted) -> str:
    """A name whose extension is that of the answer's type."""
    kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    kind = kind or next(iter(wanted.extensions))
    path = PurePosixPath(parts.path)
    if kind not in wanted.extensions:
        raise FetchError(
            f"{shown(parts.hostname or '')} sent {shown(kind)}, which is not read; {wanted.hint}."
        )
    is_markdown = kind == "text/plain" and path.suffix.lower() in {".md", ".markdown"}
    return (path.stem or "page") + (".md" if is_markdown else wanted.extensions[kind])


def _body(answer: http.client.HTTPResponse, limit: int, url: str, deadline: _Deadline) -> bytes:
    encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip"}:
        raise FetchError(f"{shown(url)} came compressed as {shown(encoding)}, which is not read.")
    data = _read(answer, limit + 1)
    if deadline.has_passed:
        raise TimeoutError
    if len(data) <= limit and answer.length:
        raise FetchError(f"{shown(url)} broke off before its end; try again later.")
    if "gzip" in encoding and len(data) <= limit:
        data = _unzipped(data, limit + 1, url)
    if len(data) > limit:
        raise FetchError(
            f"{shown(url)} is larger than the {limit:,} bytes that are read; paste a part of it, "
            "or raise DATELINE_MAX_ARTICLE_BYTES."
        )
    return data


def _read(answer: http.client.HTTPResponse, most: int) -> bytes:
    """The body's first bytes. `read(most)` would take a chunk of length -1 for all there is."""
    data = bytearray()
    block = memoryview(bytearray(_BLOCK))
    while len(data) < most and (count := answer.readinto(block[: most - len(data)])):
        data += block[:count]
    return bytes(data)


def _unzipped(data: bytes, most: int, url: str) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        text = unzip.decompress(data, most)
    except zlib.error:
        raise FetchError(f"{shown(url)} came damaged; try again later.") from None
    if not unzip.eof and len(text) < most:
        raise FetchError(f"{shown(url)} broke off before its end; try again later.")
    return text


def _as_utf8(data: bytes, name: str, answer: http.client.HTTPResponse) -> bytes:
    charset = answer.headers.get_content_charset() or ""
    is_text = PurePosixPath(name).suffix in _IN_DECLARED_ENCODING
    if not is_text or charset.lower() in {"", "utf-8", "utf8", "us-ascii"}:
        return data
    text = decode_declared(data, charset)
    return data if text is None else text.encode(errors="replace")


def _too_slow(host: str, deadline: _Deadline) -> FetchError:
    return FetchError(
        f"{shown(host)} did not send its answer within {deadline.seconds:g} seconds; "
        "try again later."
    )
