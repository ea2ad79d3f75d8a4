"""What the words around a place name tell of how it is meant, as named features."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from geo.recognition.closed_classes import abbreviations, adjectives, countries
from geo.recognition.facilities import is_facility
from geo.recognition.tables import rows

_NEXT_TO = frozenset({"n1", "nc", "p1", "pc"})
_TIES = frozenset({"and", "or", "nor"})
_VERBS = frozenset({"speech", "action"})
_WINDOW = 4
_EDGE = "<edge>"


class Context:
    """The features of any stretch of one document."""

    def __init__(self, doc: Doc) -> None:
        tokens = [token for token in doc if not token.is_space]
        self._starts = [token.idx for token in tokens]
        self._words = [token.text for token in tokens]
        self._lower = [token.lower_ for token in tokens]
        self._entity = [token.ent_type_ for token in tokens]
        self._classes = {row["word"]: row["class"] for row in rows("cue_words")}

    def features(self, name: str, start: int, end: int) -> list[str]:
        """Feature names of the stretch `name` from `start` to `end` (code points)."""
        if not self._starts:
            return ["bias"]
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, max(end - 1, start)) - 1, first)
        found = ["bias", *self._of_name(name), *self._before(first), *self._after(last)]
        found += self._of_names_around(first, last)
        found += self._as_subject(first, last)
        kind = self._kind(name)
        # what follows means something else after an adjective than after a city
        found += [f"{kind}&{feature}" for feature in found if feature[:2] in _NEXT_TO]
        return found

    def _kind(self, name: str) -> str:
        row = adjectives().get(name)
        if row is not None:
            return "adjective" if row["adjective"] == "1" else "person"
        if name in countries() or name in abbreviations():
            return "country"
        return "facility" if is_facility(name) else "name"

    def _of_name(self, name: str) -> Iterator[str]:
        row = adjectives().get(name)
        yield f"kind={self._kind(name)}"
        yield f"suffix={name[-3:].lower()}"
        yield f"words={min(len(name.split()), 3)}"
        if name.isupper() and len(name) > 3:
            yield "capitals"
        if row is not None:
            yield f"row={row['adjective']}{row['person']}{row['language']}"

    def _before(self, first: int) -> Iterator[str]:
        for distance in range(1, _WINDOW + 1):
            word = self._word(first - distance)
            if distance <= 2:
                yield f"p{distance}={word}"
            if (kind := self._classes.get(word)) is not None:
                yield f"pw={kind}"
                if distance == 1:
                    yield f"pc={kind}"
        yield f"pp={self._word(first - 2)}_{self._word(first - 1)}"
        yield f"pshape={self._shape(first - 1)}"
        for distance in range(1, 7):
            if self._classes.get(self._word(first - distance)) == "preposition":
                yield f"governor={self._word(first - distance)}"
                break

    def _after(self, last: int) -> Iterator[str]:
        for distance in range(1, _WINDOW + 1):
            word = self._word(last + distance)
            if distance <= 2:
                yield f"n{distance}={word}"
            if (kind := self._classes.get(word)) is not None:
                yield f"nw={kind}"
                if distance <= 2:
                    yield f"nc{distance}={kind}"
        following = self._word(last + 1)
        yield f"nn={following}_{self._word(last + 2)}"
        yield f"n1suffix={following[-3:]}"
        yield f"n2suffix={self._word(last + 2)[-3:]}"
        yield f"n1shape={self._shape(last + 1)}_{self._shape(last + 2)}"

    def _as_subject(self, first: int, last: int) -> Iterator[str]:
        """Whether the name, or the pair of names it is in, seems a verb's subject."""
        if self._word(first - 1) in _TIES and self._shape(first - 2) == "X":
            first -= 2
        if self._word(last + 1) in _TIES and self._shape(last + 2) == "X":
            last += 2
        verb = self._classes.get(self._word(last + 1))
        if verb in _VERBS and self._classes.get(self._word(first - 1)) != "preposition":
            yield f"subject={verb}"
            yield "subject"

    def _of_names_around(self, first: int, last: int) -> Iterator[str]:
        """How the name lies in a longer name found by the pipeline."""
        entity = self._entity[first] or self._entity[last]
        yield f"in={entity}"
        yield f"in_before={self._at(self._entity, first - 1)}"
        yield f"in_after={self._at(self._entity, last + 1)}"
        start = first
        while start > 0 and self._entity[start - 1] == entity and entity:
            start -= 1
        end = last
        while end + 1 < len(self._entity) and self._entity[end + 1] == entity and entity:
            end += 1
        if entity and (start, end) != (first, last):
            yield f"within={entity}"
            yield f"head={self._lower[end]}"

    def _word(self, index: int) -> str:
        return self._at(self._lower, index) or _EDGE

    def _shape(self, index: int) -> str:
        word = self._at(self._words, index)
        if not word:
            return _EDGE
        if word[0].isalpha():
            return "X" if word[0].isupper() else "x"
        return "9" if word[0].isdigit() else word[0]

    def _at(self, items: list[str], index: int) -> str:
        return items[index] if 0 <= index < len(items) else ""
