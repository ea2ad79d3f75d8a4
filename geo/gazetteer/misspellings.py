"""Misspelt names: which keys lie so close to a key that a slip of the pen explains it.

>>> is_close("britian", "britain", 1)
True
"""

from collections.abc import Iterator
from string import ascii_lowercase

SHORTEST = 6
"""Letters of the shortest key that is taken for a misspelling: shorter ones are too often words."""
LONGEST = 40
"""Letters of the longest key that is."""
SHORTEST_OF_TWO = 10
"""Letters from which two slips are forgiven, where the first letters are right."""
SURE = 3
"""How many first letters must be right where there are two slips."""


def one_slip(key: str) -> Iterator[str]:
    """All keys one slip away: a letter too many, too few, another, or two the wrong way round.

    The first letter is taken as right.
    """
    for at in range(1, len(key) + 1):
        head, tail = key[:at], key[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def is_close(one: str, other: str, most: int) -> bool:
    """Whether at most so many slips lie between two keys (optimal string alignment)."""
    # a slip changes at most two of the letters that only one of them has
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, facing in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
