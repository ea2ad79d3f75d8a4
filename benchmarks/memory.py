"""Memory of the served dashboard: `python -m benchmarks.memory`.

Resident memory of the server's process once it is ready, after all seeds are parsed, and at its
highest until then. Community Cloud gives an app about 1 GB.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request

import psutil

MB = 1_000_000


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ) as server:
        try:
            process = psutil.Process(server.pid)
            _answered(f"http://127.0.0.1:{port}/healthz?ready")
            print(f"ready           {process.memory_info().rss / MB:5.0f} MB")
            _answered(f"http://127.0.0.1:{port}/api/mentions.csv?articles=*")
            print(f"all seeds       {process.memory_info().rss / MB:5.0f} MB")
            with open(f"/proc/{server.pid}/status", encoding="utf-8") as status:  # noqa: PTH123
                peak = next(line for line in status if line.startswith("VmHWM"))
            print(f"at its highest  {int(peak.split()[1]) * 1024 / MB:5.0f} MB")
        finally:
            server.terminate()


def _answered(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                answer.read()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")


if __name__ == "__main__":
    main()
