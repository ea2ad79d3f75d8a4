"""A dictionary that keeps what was used last, and forgets the rest.

`functools.lru_cache` cannot: entries here are put in, changed and forgotten one by one.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LatestCache(Generic[Key, Value]):
    """The `most` entries that were put or got last. Each method is safe to call from any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._entries: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value of a key, which is the latest then; None where there is none."""
        with self._lock:
            if key not in self._entries:
                return None
            self._entries.move_to_end(key)
            return self._entries[key]

    def put(self, key: Key, value: Value) -> None:
        """Keep a value as the latest; those that are too many then are forgotten."""
        with self._lock:
            self._entries[key] = value
            self._entries.move_to_end(key)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)

    def forget(self, is_unwanted: Callable[[Key], bool]) -> None:
        """Keep the entries whose keys are unwanted no longer."""
        with self._lock:
            for key in [key for key in self._entries if is_unwanted(key)]:
                del self._entries[key]

    def items(self) -> list[tuple[Key, Value]]:
        """Keys and values, those used last at the end; none of them counts as used by this."""
        with self._lock:
            return list(self._entries.items())

    def __contains__(self, key: Key) -> bool:
        return key in self._entries

    def __len__(self) -> int:
        return len(self._entries)
