"""A disk that fills up: a small tmpfs, or where none can be mounted, a limit on files' sizes."""

import resource
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A folder that takes about `size` bytes in all, or files of so many bytes."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode == 0:
        try:
            yield folder
        finally:
            # -l: a test that failed may have left a file open
            subprocess.run(["umount", "-l", str(folder)], check=True)
        return
    warnings.warn("No tmpfs can be mounted: files are limited instead", stacklevel=2)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill(folder: Path) -> Path:
    """Take all the room that is left; the file that does."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            for _ in range(100_000):
                file.write(b"\0" * 4096)
        except OSError:
            return ballast
    raise AssertionError("the disk is not small")
