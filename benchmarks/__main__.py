"""Print the figures: `python -m benchmarks [PART ...]`; unless named, none that take long."""

import sys

from benchmarks import atlas, coverage, load, page, speed, start

PARTS = {"speed": speed.run, "start": start.run, "page": page.run, "coverage": coverage.run}
ON_REQUEST = {"load": load.run, "atlas": atlas.run}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}")
        (PARTS | ON_REQUEST)[name]()


if __name__ == "__main__":
    main()
