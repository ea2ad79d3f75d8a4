"""Memory of a dashboard: `python -m benchmarks.memory`.

Resident memory of the server's process, run by `dateline serve` and, as Community Cloud does, by
`streamlit run`: after a first page, after all seeds on one, and at its highest until then.
Community Cloud gives an app about 1 GB.
"""

import asyncio
import subprocess
import sys
from pathlib import Path

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg

from benchmarks.page import serving
from benchmarks.sessions import Script, session

MB = 1_000_000
WAYS = {
    "dateline serve": [sys.executable, "-m", "dashboard.cli", "serve", "--port"],
    "streamlit run": [
        sys.executable, "-m", "streamlit", "run", "dashboard/app.py",
        "--server.headless=true", "--server.port",
    ],
}  # fmt: skip


def main() -> None:
    for name, command in WAYS.items():
        with serving(command) as (address, server):
            first, seeds = (_after(address, query, server) for query in ("", "articles=*"))
            print(
                f"{name:15} first page {first:4.0f} MB, all seeds {seeds:4.0f} MB, "
                f"at its highest {_highest(server):4.0f} MB"
            )


def _after(address: str, query: str, server: "subprocess.Popen[bytes]") -> float:
    """MB once a session has the page of this query."""
    asked = BackMsg()
    asked.rerun_script.query_string = query

    async def opened() -> None:
        async with session(address, Script(asked.SerializeToString(), ())) as reader:
            await reader.first()

    asyncio.run(opened())
    return psutil.Process(server.pid).memory_info().rss / MB


def _highest(server: "subprocess.Popen[bytes]") -> float:
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / MB


if __name__ == "__main__":
    main()
