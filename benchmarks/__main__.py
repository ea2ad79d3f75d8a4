"""Print the figures: `python -m benchmarks [speed] [start] [page] [geocoding]`."""

import sys

from benchmarks import geocoding, page, speed, start

PARTS = {
    "speed": speed.run, "start": start.run, "page": page.run, "geocoding": geocoding.run,
}  # fmt: skip


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
