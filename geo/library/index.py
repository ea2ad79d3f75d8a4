"""The index of the library: what its articles name, as one table that follows the database."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Row, func, select, update

from geo.corrections import ByName, Correction, by_name, name_of
from geo.coverage import Excerpt, Found, Headline, Table
from geo.coverage.table import TYPES
from geo.library.database.engine import batched, transaction
from geo.library.database.tables import article, entry, new_stamp
from geo.library.fulltext import find
from geo.library.packed_mentions import Rows, packed, unpacked
from geo.library.place_versions import KeptPlaces, keep_places
from geo.model.mentions import Mention
from geo.model.parsed_article import ParsedArticle
from geo.model.places import Place

_JOINED = article.join(entry, entry.c.number == article.c.number)
_HEADLINE = (
    article.c.token, article.c.title, article.c.outlet, article.c.published, article.c.language,
    article.c.added,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What the table was made from: how many entries, the sum of their stamps, and each."""

    entries: int = 0
    total: int = 0
    stamps: dict[str, int] = field(default_factory=dict)


class Index:
    """What stored articles name. Thread-safe; raises LibraryError where the database fails.

    `forget_old` deletes what is past its retention.
    """

    def __init__(self, engine: Engine, forget_old: Callable[[], object]) -> None:
        self._engine = engine
        self._forget_old = forget_old
        self._lock = Lock()
        self._state = _State()
        self._table = Table()
        self._places = KeptPlaces()

    def add(
        self,
        token: str,
        parsed: ParsedArticle,
        *,
        parser: str,
        corrections: Iterable[Correction] = (),
    ) -> bool:
        """Keep what a stored article names; False where it is not stored (any more).

        `parser` says what read it (`Geoparser.fingerprint`), `corrections` are all that it was
        read with.
        """
        names = sorted({name_of(mention.text) for mention in parsed.mentions})
        known = by_name(corrections)
        with transaction(self._engine) as connection:
            number = connection.scalar(select(article.c.number).where(article.c.token == token))
            if number is None:
                return False
            places = {r.place.id: r.place for r in parsed.resolutions if r.place}
            kept = keep_places(connection, places.values())
            done = connection.execute(
                update(entry).where(entry.c.number == number).values(
                    stamp=new_stamp(), parser=parser, corrections=_known_of(names, known),
                    names="\n".join(names), mentions=packed(parsed, kept),
                )
            )  # fmt: skip
        return bool(done.rowcount)

    def table(self) -> Table:
        """What all stored articles name; the same object until one changes.

        Articles that nothing was read of yet are in it without places.
        """
        self._forget_old()
        with self._lock, transaction(self._engine) as connection:
            entries, total = connection.execute(
                select(func.count(), func.coalesce(func.sum(entry.c.stamp), 0)).select_from(entry)
            ).one()
            if (entries, int(total)) != (self._state.entries, self._state.total):
                self._refresh(connection)
            return self._table

    def search(self, words: str) -> set[str]:
        """The tokens of the articles whose title, outlet and text hold all the words."""
        with transaction(self._engine) as connection:
            return find(connection, words)

    def excerpts(self, found: Sequence[Found]) -> list[Excerpt]:
        """The mentions of stored articles with their words; those gone since are left out.

        The texts of these articles are read and no others: give it a page.
        """
        tokens = {one.article.id for one in found}
        columns = (*_HEADLINE, article.c.text, entry.c.mentions)
        with transaction(self._engine) as connection:
            rows = connection.execute(
                select(*columns).select_from(_JOINED).where(article.c.token.in_(tokens))
            )
            read = {key: one for row in rows for key, one in self._excerpts(connection, row)}
        return [read[key] for one in found if (key := (one.article.id, one.mention)) in read]

    def stale(self, parser: str, corrections: Iterable[Correction] = ()) -> list[str]:
        """The tokens of articles to read again, oldest first.

        Those that `parser` has not read, and those of whose names something was corrected, or a
        correction was undone, since they were read.
        """
        states = self._states(by_name(corrections))
        return [token for token, reader, is_corrected in states if reader != parser or is_corrected]

    def corrected(self, parser: str, corrections: Iterable[Correction]) -> list[str]:
        """The stale ones that `parser` has read: only corrections are new to them."""
        states = self._states(by_name(corrections))
        return [
            token for token, reader, is_corrected in states if reader == parser and is_corrected
        ]

    def _states(self, known: ByName) -> Iterator[tuple[str, str, bool]]:
        """Each article's token, what read it, and whether its names' corrections changed since."""
        columns = (article.c.token, entry.c.parser, entry.c.corrections, entry.c.names)
        rows = select(*columns).select_from(_JOINED).order_by(article.c.number)
        with transaction(self._engine) as connection:
            found = connection.execute(rows).all()
        for token, reader, corrected, names in found:
            yield token, reader, corrected != _known_of(names.split("\n"), known)

    def _refresh(self, connection: Connection) -> None:
        """Read what is new or changed, and drop what is gone."""
        pairs = select(article.c.token, entry.c.stamp).select_from(_JOINED)
        stamps = {row.token: row.stamp for row in connection.execute(pairs)}
        before = self._state.stamps
        gone = [token for token in before if token not in stamps]
        changed = [token for token, stamp in stamps.items() if before.get(token) != stamp]
        table = self._table.without(gone)
        if changed:
            table = table.joined(self._read(connection, changed, whole=not before))
        # counted here, not by the database: it may have been another state of it a moment ago
        self._table, self._state = table, _State(len(stamps), sum(stamps.values()), stamps)

    def _read(self, connection: Connection, tokens: Sequence[str], *, whole: bool) -> Table:
        rows = select(*_HEADLINE, entry.c.mentions).select_from(_JOINED)
        found: list[Row[*tuple[Any, ...]]] = []
        wanted = set(tokens)
        for part in [None] if whole else batched(tokens):
            own = rows if part is None else rows.where(article.c.token.in_(part))
            # some may have come since their tokens were read: they are for the next time
            rows_read = connection.execute(own.order_by(article.c.number))
            found += [row for row in rows_read if row.token in wanted]
        mentions, sizes = unpacked([row.mentions for row in found])
        numbers, at = np.unique(mentions["place"], return_inverse=True)
        kept = self._places.of(connection, numbers.tolist())
        # of a place that was kept in several versions, the latest counts for all
        places = {kept[number].id: kept[number] for number in numbers.tolist()}
        positions = {identifier: position for position, identifier in enumerate(places)}
        moved = np.array([positions[kept[number].id] for number in numbers.tolist()], np.int64)
        return Table(
            tuple(_headline(row) for row in found),
            tuple(places.values()),
            np.repeat(np.arange(len(found)), sizes),
            moved[at],
            mentions["type"].astype(np.int64),
            mentions["mention"].astype(np.int64),
            mentions["probability"].copy(),
        )

    def _excerpts(
        self, connection: Connection, row: Row[*tuple[Any, ...]]
    ) -> Iterable[tuple[tuple[str, int], Excerpt]]:
        mentions, _ = unpacked([row.mentions])
        places = self._places.of(connection, set(mentions["place"].tolist()))
        about = _headline(row)
        for one in mentions:
            yield (about.id, int(one["mention"])), _excerpt(about, row.text, one, places)


def _known_of(names: Iterable[str], known: ByName) -> str:
    """A name of the corrections that could reach an article of these names, "" of none."""
    own = sorted(correction.id for name in names for correction in known.get(name, ()))
    return hashlib.sha256("\n".join(own).encode()).hexdigest() if own else ""


def _headline(row: Row[*tuple[Any, ...]]) -> Headline:
    return Headline(*row[: len(_HEADLINE)])


def _excerpt(about: Headline, text: str, packed_mention: Rows, places: dict[int, Place]) -> Excerpt:
    index, place, kind, in_title, start, end, *sentence, probability = packed_mention.tolist()
    said = about.title if in_title else text
    mention = Mention(
        "title" if in_title else "text",
        start, end, said[start:end], TYPES[kind], (sentence[0], sentence[1]),
    )  # fmt: skip
    return Excerpt(about, index, mention.excerpt(said), mention.type, places[place], probability)
