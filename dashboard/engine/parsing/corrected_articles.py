"""Parsed articles with what readers corrected, resolved anew only where that changes something."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from weakref import WeakValueDictionary

from geo import Article, ParsedArticle
from geo.corrections import ByName, Correction, by_name, name_of
from geo.system.latest_cache import LatestCache

Correct = Callable[[ParsedArticle, Sequence[Correction]], ParsedArticle]


class CorrectedArticles:
    """Parsed articles as they are with readers' corrections. Safe to share between threads.

    Several that want the same article wait for the first of them, and those that want others
    do not.
    """

    def __init__(self, correct: Correct, *, kept: int) -> None:
        self._correct = correct
        self._done: LatestCache[Article, _Corrected] = LatestCache(kept)
        self._by_name: tuple[tuple[Correction, ...], ByName] = ((), {})
        self._lock = Lock()
        self._busy: WeakValueDictionary[Article, Lock] = WeakValueDictionary()

    def of(
        self, parsed: Sequence[ParsedArticle], corrections: tuple[Correction, ...]
    ) -> list[ParsedArticle]:
        """These articles with the corrections; those with none of their names stay as they are."""
        if not corrections:
            return list(parsed)
        with self._lock:
            if self._by_name[0] is not corrections:
                self._by_name = (corrections, by_name(corrections))
            known = self._by_name[1]
        return [self._one(automatic, corrections, known).corrected for automatic in parsed]

    def forget(self, identifier: str) -> None:
        """Keep the article with this id no longer."""
        self._done.forget(lambda article: article.id == identifier)

    def _one(
        self, automatic: ParsedArticle, corrections: tuple[Correction, ...], known: ByName
    ) -> "_Corrected":
        done = self._done.get(automatic.article)
        if done is not None and done.automatic is automatic and done.all is corrections:
            return done
        names = dict.fromkeys(name_of(mention.text) for mention in automatic.mentions)
        own = tuple(c for name in names for c in known.get(name, ()))
        with self._lock:
            busy = self._busy.setdefault(automatic.article, Lock())
        with busy:
            done = self._done.get(automatic.article)  # somebody before us may have done it
            if done is not None and done.automatic is automatic and done.own == own:
                done = replace(done, all=corrections)
            else:
                corrected = self._correct(automatic, own) if own else automatic
                done = _Corrected(automatic, corrections, own, corrected)
            self._done.put(automatic.article, done)
        return done


@dataclass(frozen=True, slots=True)
class _Corrected:
    """An article with the corrections of its own names; `all` are those they were taken from."""

    automatic: ParsedArticle
    all: tuple[Correction, ...]
    own: tuple[Correction, ...]
    corrected: ParsedArticle
