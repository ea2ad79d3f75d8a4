"""Other processes that open a library at the same time."""

import os
import subprocess
import sys

from geo.settings import Settings

CODE = (
    "from geo.library import Library; from geo.settings import Settings; Library.open(Settings())"
)


def open_in_processes(settings: Settings, number: int) -> None:
    """Open a library in several processes at once; each must succeed."""
    given = {
        "DATELINE_DATA_DIR": str(settings.data_dir), "DATELINE_DATABASE_URL": settings.database_url,
    }  # fmt: skip
    running = [
        subprocess.Popen([sys.executable, "-c", CODE], env=os.environ | given)
        for _ in range(number)
    ]
    assert [process.wait(timeout=120) for process in running] == [0] * number
