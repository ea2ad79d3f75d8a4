"""How many steps a regular expression takes, counted by a small matcher that backtracks as re does.

A clock would measure the machine; the steps are the same everywhere. It has what Dateline's
patterns use, and raises NotImplementedError for the rest.
"""

import re
from collections.abc import Callable, Iterator
from re import _constants as ops
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_CATEGORIES = {
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}
ENOUGH = 1_000_000
"""Steps after which a match is given up: it fails the test that asked."""
_SINGLE = frozenset({ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN})
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})


class Counted:
    """One pattern; `fullmatch`, `match` and `search` tell the steps until it is decided."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._flags = pattern.flags
        self._tree = list(parser.parse(pattern.pattern, pattern.flags))
        self._steps = 0

    def match(self, text: str) -> int:
        """Steps of looking at the beginning."""
        self._steps = 0
        next(self._run(self._tree, text, 0), None)
        return self._steps

    def fullmatch(self, text: str) -> int:
        """Steps of looking whether all of the text is one match."""
        self._steps = 0
        next((end for end in self._run(self._tree, text, 0) if end == len(text)), None)
        return self._steps

    def search(self, text: str) -> int:
        """Steps of finding every match, from the left, as finditer and sub do."""
        self._steps = at = 0
        while at <= len(text):
            end = next(self._run(self._tree, text, at), None)
            at = at + 1 if end is None else max(end, at + 1)
        return self._steps

    def _run(self, tree: Any, text: str, at: int, nth: int = 0) -> Iterator[int]:
        """Every end of the tree's items from the nth on, in the order in which re tries them."""
        if nth == len(tree):
            yield at
            return
        for end in self._item(tree[nth], text, at):
            yield from self._run(tree, text, end, nth + 1)

    def _item(self, item: Any, text: str, at: int) -> Iterator[int]:
        op, given = item
        self._steps += 1
        if self._steps > ENOUGH:
            raise AssertionError(f"{ENOUGH} steps on {len(text)} characters: {text[:20]!r}")
        if op in _SINGLE:
            if at < len(text) and self._is(item, text[at]):
                yield at + 1
        elif op in _REPEATS:
            least, most, of = given
            yield from self._repeat(op, least, most, list(of), text, at)
        elif op is ops.SUBPATTERN:
            yield from self._run(list(given[3]), text, at)
        elif op is ops.ATOMIC_GROUP:
            yield from self._first(self._run(list(given), text, at))
        elif op is ops.BRANCH:
            for branch in given[1]:
                yield from self._run(list(branch), text, at)
        elif self._holds(item, text, at):
            yield at

    def _repeat(self, op: Any, least: int, most: Any, of: Any, text: str, at: int) -> Iterator[int]:
        if len(of) == 1 and of[0][0] in _SINGLE:
            ends = self._run_of_single(least, most, of[0], text, at, lazy=op is ops.MIN_REPEAT)
        else:
            ends = self._times(op, least, most, of, text, at, 0)
        yield from self._first(ends) if op is ops.POSSESSIVE_REPEAT else ends

    def _run_of_single(
        self, least: int, most: Any, of: Any, text: str, at: int, *, lazy: bool
    ) -> Iterator[int]:
        """One character many times: without a frame a time, as texts are long."""
        limit = len(text) if most is ops.MAXREPEAT else min(len(text), at + int(most))
        end = at
        while end < limit and self._is(of, text[end]):
            self._steps += 1
            if lazy and end - at >= least:
                yield end
            end += 1
        for stop in (end,) if lazy else range(end, at - 1, -1):
            self._steps += 1
            if stop - at >= least:
                yield stop

    def _times(
        self, op: Any, least: int, most: Any, of: Any, text: str, at: int, done: int
    ) -> Iterator[int]:
        self._steps += 1
        may_end = done >= least
        if may_end and op is ops.MIN_REPEAT:
            yield at
        if most is ops.MAXREPEAT or done < int(most):
            for end in self._run(of, text, at):
                if end > at:
                    yield from self._times(op, least, most, of, text, end, done + 1)
        if may_end and op is not ops.MIN_REPEAT:
            yield at

    @staticmethod
    def _first(ends: Iterator[int]) -> Iterator[int]:
        end = next(ends, None)
        if end is not None:
            yield end

    def _is(self, item: Any, character: str) -> bool:
        op, given = item
        ignoring: Callable[[str], str] = str.lower if self._flags & re.IGNORECASE else str
        if op is ops.ANY:
            return character != "\n" or bool(self._flags & re.DOTALL)
        if op is ops.LITERAL:
            return ignoring(character) == ignoring(chr(given))
        if op is ops.NOT_LITERAL:
            return ignoring(character) != ignoring(chr(given))
        one_of = [part for part in given if part[0] is not ops.NEGATE]
        found = any(
            self._in_set(part, form)
            for part in one_of
            for form in {character, ignoring(character), ignoring(character).upper()[:1]}
            if form == character or self._flags & re.IGNORECASE
        )
        return found is (len(one_of) == len(given))

    @staticmethod
    def _in_set(part: Any, character: str) -> bool:
        op, given = part
        if op is ops.LITERAL:
            return ord(character) == int(given)
        if op is ops.RANGE:
            return bool(given[0] <= ord(character) <= given[1])
        return re.fullmatch(_CATEGORIES[given], character) is not None

    def _holds(self, item: Any, text: str, at: int) -> bool:
        op, given = item
        if op is ops.AT:
            return self._stands(given, text, at)
        if op is ops.ASSERT:
            direction, of = given
            where = at if direction > 0 else at - len(of)
            return where >= 0 and next(self._run(list(of), text, where), None) is not None
        raise NotImplementedError(str(op))

    def _stands(self, where: Any, text: str, at: int) -> bool:
        if where is ops.AT_BEGINNING_STRING or where is ops.AT_BEGINNING:
            is_line = where is ops.AT_BEGINNING and bool(self._flags & re.MULTILINE)
            return at == 0 or (is_line and text[at - 1] == "\n")
        if where is ops.AT_END:
            is_line = bool(self._flags & re.MULTILINE)
            return at == len(text) or (text[at] == "\n" and (is_line or at == len(text) - 1))
        if where is ops.AT_BOUNDARY:
            return re.compile(r"\b").match(text, at) is not None
        raise NotImplementedError(str(where))
