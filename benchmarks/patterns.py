"""Seconds for the worst texts known, at one length and at twice that: the ratio stays near 2.

Texts that once took the square of their length, or more. `tests/test_patterns.py` counts the steps
of each pattern; here the whole of parsing is timed, which takes longest where a text has a token
every other character. On a machine that is busy the ratios stray.
"""

import time

from geo import Article, Geoparser

LENGTH = 50_000
"""Characters of the shorter text."""
NAME = "Rain in Harbin\n\nHarbin"
UNITS = {
    "tabs": "\t",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "a comma and spaces": ", " + " " * 48,
    "words within words": "-A" * 90 + " ",
    "closing quotes": "” ",
    "closing brackets": ")",
    "points": ". ",
    "dashes": "- ",
    "capitals and points": "A." * 40 + " ",
    "digits": "1 ",
    "line ends": "\n",
    "news": ", which lies in China, saw rain on Monday.",
}


def run() -> None:
    """Print the seconds at each length, and the ratio, for every text."""
    parser = Geoparser()
    parser.parse(Article("warm", "In Harbin it rained."))
    for name, unit in UNITS.items():
        short, long = (_seconds(parser, unit, length) for length in (LENGTH, 2 * LENGTH))
        print(f"{name:20} {short:6.2f} s {long:6.2f} s   x {long / short:.1f}")


def _seconds(parser: Geoparser, unit: str, length: int) -> float:
    text = NAME + unit * (length // len(unit)) + " was cold."
    started = time.perf_counter()
    parser.parse(Article("worst", text))
    return time.perf_counter() - started
