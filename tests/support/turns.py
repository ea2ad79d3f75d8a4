"""Which turns were given, by the limiter's own clock.

When a request comes in says less: a machine that is busy wakes several handlers at once.
"""

from itertools import pairwise

import pytest
from pyrate_limiter import AbstractBucket, RateItem


def given(patch: pytest.MonkeyPatch, bucket: type[AbstractBucket]) -> list[int]:
    """The turns that buckets of this class give from now on, in milliseconds."""
    turns: list[int] = []
    put = bucket.put

    def noted(self: AbstractBucket, item: RateItem) -> bool:
        is_given = bool(put(self, item))
        if is_given:
            turns.append(item.timestamp)
        return is_given

    patch.setattr(bucket, "put", noted)
    return turns


def nearest(turns: list[int]) -> int:
    """The shortest time between two turns, in milliseconds."""
    return min(later - sooner for sooner, later in pairwise(sorted(turns)))
