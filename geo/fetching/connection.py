"""One connection: to an address that was checked, for one GET, until a deadline."""

import contextlib
import http.client
import socket
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

import certifi

from geo.errors import FetchError
from geo.fetching.deadline import Deadline
from geo.fetching.public_addresses import BAD_PORTS, is_public
from geo.text.cleaning import for_message

TIMEOUT = 10.0
"""Seconds for the whole fetch: names, connections, redirects and all bytes."""

USER_AGENT = "Dateline/0.1 (reads one article at a person's request)"


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


@dataclass(frozen=True)
class Target:
    """What is asked for: an address, whose host's IP addresses are checked, in some types."""

    url: SplitResult
    addresses: list[str]
    types: tuple[str, ...]

    @property
    def host(self) -> str:
        """The host's name, "" where there is none."""
        return self.url.hostname or ""

    @property
    def port(self) -> int:
        """The port, the scheme's own where none is said."""
        return _port(self.url)

    @property
    def path(self) -> str:
        """Path and query, as a request says them."""
        query = f"?{self.url.query}" if self.url.query else ""
        return quote((self.url.path or "/") + query, safe="/%:=&?~+!$,;'@()*[]-._")


def target_of(url: str, types: tuple[str, ...], network: Network, deadline: Deadline) -> Target:
    """The target of a URL. Raises FetchError unless all of its host's addresses are public."""
    parts = _checked(url)
    return Target(parts, _addresses(parts, network, deadline), types)


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, _port(parts)
    except ValueError:
        raise FetchError(f"{for_message(url)} is not a valid web address; check it.") from None
    if parts.scheme not in {"http", "https"} or not host or not 0 < port < 65_536:
        raise FetchError(
            f"{for_message(url)} is not a web address; give one with http:// or https://."
        )
    if port in BAD_PORTS:
        raise FetchError(
            f"{for_message(host)}: port {port} is not for web pages; check the address."
        )
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            f"{for_message(host)}: addresses with a user name are not fetched; leave it out."
        )
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80


def _addresses(parts: SplitResult, network: Network, deadline: Deadline) -> list[str]:
    host = parts.hostname or ""
    # The system's resolver knows no timeout; it is left behind when it takes too long.
    pool = ThreadPoolExecutor(1)
    try:
        found = pool.submit(network.resolve, host, _port(parts)).result(deadline.remaining)
    except (FutureTimeout, TimeoutError):
        raise _too_slow(host, deadline) from None
    except (OSError, UnicodeError):
        raise FetchError(
            f"No address is known for {for_message(host)}; check its spelling."
        ) from None
    finally:
        pool.shutdown(wait=False)
    addresses = list(dict.fromkeys(found))
    if not addresses or not all(map(network.is_allowed, addresses)):
        raise FetchError(
            f"{for_message(host)} is not on the public internet, so it is not fetched."
        )
    return addresses


@contextlib.contextmanager
def answered(
    target: Target, network: Network, deadline: Deadline
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
        raise FetchError(
            f"{for_message(target.host)} has no valid certificate; check it."
        ) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if deadline.has_passed or isinstance(error, TimeoutError):
            raise _too_slow(target.host, deadline) from None
        raise FetchError(
            f"{for_message(target.host)} could not be reached; try again later."
        ) from None
    finally:
        connection.close()


def _connected(target: Target, network: Network, deadline: Deadline) -> socket.socket:
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


def _headers(target: Target) -> dict[str, str]:
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


def _too_slow(host: str, deadline: Deadline) -> FetchError:
    return FetchError(
        f"{for_message(host)} did not send its answer within {deadline.seconds:g} seconds; "
        "try again later."
    )
