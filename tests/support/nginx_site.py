"""The shipped nginx site, run by the real nginx on loopback, with two replicas behind it."""

import os
import re
import shutil
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from support.ports import free_port
from support.served import end, served

ROOT = Path(__file__).parents[2]
SITE = ROOT / "deploy" / "debian" / "nginx-dateline.conf"
MAIN = """
{user}
daemon off; master_process on; worker_processes 1;
pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""


class Replica:
    """A dashboard behind the site, at one port, however often it is killed and started again."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.port = free_port()
        self._start = partial(served, folder, port=self.port, **settings)
        self._running = ExitStack()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def start(self) -> None:
        """Start it where it does not run."""
        if self._process is None or self._process.poll() is not None:
            self._running.close()
            self._process = self._running.enter_context(self._start()).process

    def kill(self) -> None:
        """End it as a crash would."""
        assert self._process
        self._process.kill()
        self._process.wait(timeout=60)


@dataclass(frozen=True, slots=True)
class Site:
    """The site as readers find it, its replicas, and nginx's own log."""

    address: str
    plain: str
    replicas: tuple[Replica, Replica]
    log: Path
    start: Callable[[], subprocess.Popen[bytes]]
    running: list[subprocess.Popen[bytes]]

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines()

    def break_connections(self) -> None:
        """End nginx and start it again: sockets break, replicas live on."""
        end(self.running.pop())
        self.running.append(self.start())
        answered(self.address, self.running[-1])

    def start_anew(self) -> None:
        """As at the beginning: both replicas run, nginx thinks well of them, its log is empty."""
        for replica in self.replicas:
            replica.start()
        end(self.running.pop())
        self.log.unlink()
        self.running.append(self.start())
        answered(self.address, self.running[-1])

    def replica_of_last_file(self) -> Replica:
        """The replica that served the last of Streamlit's own files."""
        (port,) = re.findall(r":(\d+)$", [x for x in self.lines() if "/static/" in x][-1])
        return next(r for r in self.replicas if r.port == int(port))


@contextmanager
def nginx(folder: Path, one: Replica, two: Replica) -> Iterator[Site]:
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    assert Path(program).exists(), "nginx is missing: make test installs it"
    secure, plain = free_port(), free_port()
    certificate(folder)
    text = SITE.read_text()
    for before, after in (
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("listen 443 ", f"listen 127.0.0.1:{secure} "),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("8501", str(one.port)),
        ("8502", str(two.port)),
        ("/etc/ssl/dateline", str(folder)),
        ("/var/log/nginx", str(folder)),
        ("/var/www/html", str(folder)),
    ):
        assert before in text, f"the site has no {before}"
        text = text.replace(before, after)
    (folder / "site.conf").write_text(text)
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user))
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    start = partial(subprocess.Popen, command)
    running = [start()]
    try:
        found = Site(
            f"https://127.0.0.1:{secure}/dateline/",
            f"http://127.0.0.1:{plain}/dateline/",
            (one, two),
            folder / "dateline.log",
            start,
            running,
        )
        answered(found.address, running[-1])
        yield found
    finally:
        for process in running:
            end(process)


def certificate(folder: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip


def answered(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "nginx did not start"
        try:
            with urllib.request.urlopen(address, timeout=20, context=trusting()):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nginx does not answer")


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
