"""Print the figures: `python -m benchmarks [speed] [start] [page] [coverage] [atlas]`."""

import sys

from benchmarks import atlas, coverage, page, speed, start

PARTS = {"speed": speed.run, "start": start.run, "page": page.run, "coverage": coverage.run,
         "atlas": atlas.run}  # fmt: skip


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
