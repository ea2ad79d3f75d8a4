"""Print the figures: `python -m benchmarks [speed] [start] [page] [coverage]`."""

import sys

from benchmarks import coverage, page, speed, start

PARTS = {"speed": speed.run, "start": start.run, "page": page.run, "coverage": coverage.run}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
