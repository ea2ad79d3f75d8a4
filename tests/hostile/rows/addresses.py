# ruff: noqa: E501 - a row is easier to read in one piece
"""Addresses of pages: where they would lead, and how their servers answer."""

import gzip

from hostile.rows import Row

_INSIDE = "is not on the public internet"
_NO_ADDRESS = "is not a web address"
_NOT_VALID = "is not a valid web address"
HOSTS = [
    Row(host, host, _INSIDE)
    for host in (
        "0.0.0.0", "0", "00", "127.1", "127.0.1", "127.255.255.254", "2130706433", "017700000001",
        "0177.0.0.1", "0x7f.1", "0x7f000001", "0x7F.0x0.0x0.0x1", "00000177.0.0.1", "localhost",
        "LOCALHOST", "localhost.", "127.0.0.1.", "10.1.2.3", "172.31.255.255", "192.168.0.1",
        "100.100.100.200", "169.254.169.254", "169.254.170.2", "2852039166", "0xa9fea9fe",
        "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.251",
        "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]",
        "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[fe80::1]", "[fec0::1]", "[fc00::1]",
        "[fd00:ec2::254]", "[ff02::1]", "[2001:db8::1]", "[3fff::1]", "[5f00::1]", "[100::1]",
        "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021", "\u2460\u2461\u2466.0.0.1",
        "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54",
    )
]  # fmt: skip
"""Every way there is to write an address of the machine itself, its network, or its cloud's host."""
URLS = [
    Row(url[:60], url, refused)
    for url, refused in {
        "": _NO_ADDRESS, "file:///etc/passwd": _NO_ADDRESS, "file://localhost/etc/passwd": _NO_ADDRESS,
        "ftp://example.org/a": _NO_ADDRESS, "gopher://127.0.0.1:6379/_INFO": _NO_ADDRESS,
        "dict://127.0.0.1:11211/stat": _NO_ADDRESS, "ldap://127.0.0.1/": _NO_ADDRESS,
        "jar:http://example.org!/a": _NO_ADDRESS, "data:text/html,<p>a": _NO_ADDRESS,
        "javascript:alert(1)": _NO_ADDRESS, "blob:http://example.org/a": _NO_ADDRESS,
        "view-source:http://127.0.0.1/": _NO_ADDRESS, "//127.0.0.1/": _NO_ADDRESS,
        "http:///etc/passwd": _NO_ADDRESS, "http:127.0.0.1": _NO_ADDRESS, "/etc/passwd": _NO_ADDRESS,
        "http://example.org:0/": _NO_ADDRESS, "http://example.org:65536/": _NOT_VALID,
        "http://example.org:-1/": _NOT_VALID, "http://example.org:80:80/": _NOT_VALID,
        "http://[::1": _NOT_VALID, "http://[127.0.0.1]/": _NOT_VALID,
        "http://%31%32%37.0.0.1/": "No address is known",
        "http://127.0.0.1%2f/": "No address is known",
        "http://example.org:22/": "is not for web pages",
        "http://example.org:25/": "is not for web pages",
        "http://example.org:6379/": "is not for web pages",
        "http://example.org:5432/": "is not for web pages",
        "http://example.org@127.0.0.1/": "addresses with a user name",
        "http://127.0.0.1:80@example.org/": "addresses with a user name",
        "http://example.org\\@127.0.0.1/": "addresses with a user name",
        "http://@127.0.0.1/": "addresses with a user name",
        "http://127.0.0.1#@example.org/": _INSIDE, "http://127.0.0.1?@example.org/": _INSIDE,
        "http://127.0.0.1/@example.org": _INSIDE, " http://127.0.0.1/ ": _INSIDE,
        "http://127.0.0.1\t/": _INSIDE, "ht\ntp://127.0.0.1/": _INSIDE,
        "HTTP://127.0.0.1/": _INSIDE,
        "http://" + "a" * 70 + ".example/": "No address is known",
        "http://" + "a." * 3_000 + "example/": "No address is known",
        "http://exa mple.org/": "No address is known", "http://\u202e.example/": "No address is known",
        "http://{{7*7}}/": "No address is known",
    }.items()
]  # fmt: skip


def _chunks(*sizes: str) -> bytes:
    return b"".join(f"{size}\r\n{'a' * 900}\r\n".encode() for size in sizes)


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_LARGER = "is larger than the 1,000 bytes"
_UNREACHED = "could not be reached"
_BROKE_OFF = "broke off before its end"
ANSWERS = [
    Row("longer than it says", _OK + b"Content-Length: 5\r\n\r\n<p>aa</p>", holds=b"<p>aa"),
    Row("shorter than it says", _OK + b"Content-Length: 500\r\n\r\n<p>a</p>", _BROKE_OFF),
    Row("a length below nothing", _OK + b"Content-Length: -1\r\n\r\n<p>a</p>", holds=b"<p>a</p>"),
    Row("a length of words", _OK + b"Content-Length: many\r\n\r\n<p>a</p>", holds=b"<p>a</p>"),
    Row("a chunk of length -1", _OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n" + b"a" * 2_000_000,
        _UNREACHED),
    Row("a chunk of length -5", _OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n" + b"a" * 2_000_000,
        _UNREACHED),
    Row("a chunk longer than memory", _OK + b"Transfer-Encoding: chunked\r\n\r\n"
        + _chunks("ffffffffffff") * 9, _LARGER),
    Row("a chunk of letters", _OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc", _UNREACHED),
    Row("chunks without end", _OK + b"Transfer-Encoding: chunked\r\n\r\n" + _chunks("384") * 9,
        _LARGER),
    Row("chunks that break off", _OK + b"Transfer-Encoding: chunked\r\n\r\n3e8\r\naaa", _UNREACHED),
    Row("gzip bomb", _OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(900_000)), _LARGER),
    Row("gzip cut short", _OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"ab" * 99)[:-9],
        _BROKE_OFF),
    Row("gzip in gzip", _OK + b"Content-Encoding: gzip, gzip\r\n\r\nx", "compressed as gzip, gzip"),
    Row("brotli", _OK + b"Content-Encoding: br\r\n\r\nx", "compressed as br"),
    Row("zstd", _OK + b"Content-Encoding: zstd\r\n\r\nx", "compressed as zstd"),
    Row("deflate", _OK + b"Content-Encoding: deflate\r\n\r\nx", "compressed as deflate"),
    Row("200 header lines", _OK + b"X: y\r\n" * 200 + b"\r\na", _UNREACHED),
    Row("a header line of 70,000 letters", _OK + b"X: " + b"y" * 70_000 + b"\r\n\r\na", _UNREACHED),
    Row("no headers at all", b"<p>a</p>", _UNREACHED),
    Row("nothing", b"", _UNREACHED),
    Row("another protocol", b"SSH-2.0-OpenSSH_9.2\r\n", _UNREACHED),
    Row("a status of words", b"HTTP/1.1 yes OK\r\n\r\n", _UNREACHED),
    Row("switching protocols", b"HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n", "status 101"),
    Row("no content", b"HTTP/1.1 204 No Content\r\n\r\n", "status 204"),
    Row("a part", b"HTTP/1.1 206 Partial\r\nContent-Type: text/html\r\n\r\na", "status 206"),
    Row("a sign-in", b'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="x"\r\n\r\n', "status 401"),
    Row("a hostile type", b"HTTP/1.1 200 OK\r\nContent-Type: <script>x\r\n\r\na", holds=b"a"),
    Row("a redirect to a file", b"HTTP/1.1 302 Go\r\nLocation: file:///etc/passwd\r\n\r\n",
        _NO_ADDRESS),
    Row("a redirect to gopher", b"HTTP/1.1 302 Go\r\nLocation: gopher://127.0.0.1/\r\n\r\n",
        _NO_ADDRESS),
    Row("a redirect to a script", b"HTTP/1.1 302 Go\r\nLocation: javascript:alert(1)\r\n\r\n",
        _NO_ADDRESS),
    Row("a redirect inside", b"HTTP/1.1 307 Go\r\nLocation: http://10.0.0.1/\r\n\r\n", _INSIDE),
    Row("a redirect to the cloud's host",
        b"HTTP/1.1 308 Go\r\nLocation: //169.254.169.254/latest/meta-data/\r\n\r\n", _INSIDE),
    Row("a redirect with a password",
        b"HTTP/1.1 302 Go\r\nLocation: http://a:b@example.org/\r\n\r\n", "addresses with a user name"),
    Row("a redirect to another service",
        b"HTTP/1.1 302 Go\r\nLocation: http://news.test:25/\r\n\r\n", "is not for web pages"),
    Row("a redirect to nowhere", b"HTTP/1.1 302 Go\r\nLocation: http://[\r\n\r\n", _UNREACHED),
    Row("a redirect to itself", b"HTTP/1.1 302 Go\r\nLocation: /\r\n\r\n", "redirects more than 5"),
    Row("a redirect without a target", b"HTTP/1.1 302 Go\r\n\r\n", "status 302"),
    Row("a cookie", _OK + b"Set-Cookie: a=b\r\n\r\n<p>a</p>", holds=b"<p>a</p>"),
]  # fmt: skip
