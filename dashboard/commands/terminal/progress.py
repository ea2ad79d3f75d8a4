"""How far a long command is, on stderr: a bar in a terminal, nothing in a file or a pipe."""

import sys
from collections.abc import Iterator, Sequence

from tqdm import tqdm

from dashboard.commands.terminal.plain_text import for_terminal, say
from dashboard.engine.intake.intake import Source

FEW = 3
"""No bar for fewer inputs than this."""


def announced(sources: Sequence[Source]) -> Iterator[Source]:
    """The sources, each named on the bar when its turn has come."""
    off = len(sources) < FEW or not sys.stderr.isatty()
    with tqdm(total=len(sources), disable=off, leave=False, unit="article") as bar:
        for source in sources:
            bar.set_postfix_str(for_terminal(source.name)[-40:])
            yield source
            bar.update()


def say_beside(message: str) -> None:
    """One line on stderr, above the bar if there is one."""
    with tqdm.external_write_mode(file=sys.stderr):
        say(message)
