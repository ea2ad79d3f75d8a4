"""Print the figures: `python -m benchmarks [PART ...]`; unless named, none that take long."""

import sys

from benchmarks import atlas, coverage, geocoding, isolation, load, page, patterns, speed, start

PARTS = {
    "speed": speed.run, "start": start.run, "page": page.run, "geocoding": geocoding.run,
    "coverage": coverage.run,
}  # fmt: skip
ON_REQUEST = {
    "load": load.run, "atlas": atlas.run, "isolation": isolation.run, "patterns": patterns.run,
}  # fmt: skip


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}")
        (PARTS | ON_REQUEST)[name]()


if __name__ == "__main__":
    main()
