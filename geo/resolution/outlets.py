"""Where an outlet is at home: by its name, and by what its own articles are about.

A local paper names its towns without saying which Paris it means; its other articles do
(Lieberman, Samet and Sankaranarayanan 2010, "local lexicons").
"""

import re
import threading
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from geo.model.article import Article
from geo.model.places import Place, PlaceKind
from geo.resolution.distances import Floats, distances_km, unit_vectors
from geo.system.latest_cache import LatestCache

NEAR_KM = 60.0
MOST_ARTICLES = 40
"""Articles remembered of one outlet, the latest."""
MOST_OUTLETS = 2_000
LEAST_LETTERS = 4
"""A name of fewer letters stands in an outlet's by chance: "Rome" is told, "Ely" is not."""
_DOMAIN = re.compile(r"\.([a-z]{2})$")
_OTHER_COUNTRY = {"uk": "GB"}
_NO_COUNTRY = frozenset({"ai", "cc", "co", "eu", "fm", "io", "ly", "me", "tv", "ws"})
"""Last labels that say nothing of a country: the Union's, and those sold to anyone."""


@dataclass(frozen=True)
class Outlet:
    """What an outlet's name or domain says by itself."""

    name: str

    @cached_property
    def country_code(self) -> str:
        """The country of its domain, ISO 3166-1 alpha-2, or ""."""
        label = _DOMAIN.search(self.name.lower())
        if label is None or label[1] in _NO_COUNTRY:
            return ""
        return _OTHER_COUNTRY.get(label[1], label[1].upper())

    def is_called_after(self, name: str) -> bool:
        """Whether a place's name stands in the outlet's: "Paris" in parisnews.com."""
        wanted = _letters(name)
        return len(wanted) >= LEAST_LETTERS and wanted in self._letters

    @cached_property
    def _letters(self) -> str:
        return _letters(self.name)


UNKNOWN = Outlet("")


@dataclass(frozen=True)
class Coverage:
    """Where the names of some articles lie: weights by region id, by country, and of points."""

    regions: Mapping[str, float]
    countries: Mapping[str, float]
    points: Floats
    weights: Floats

    @staticmethod
    def of(places: Iterable[tuple[Place, float, bool]]) -> "Coverage":
        """Of places, each with its weight and whether it is one of the points."""
        regions: dict[str, float] = defaultdict(float)
        countries: dict[str, float] = defaultdict(float)
        points: list[Place] = []
        weights: list[float] = []
        for place, weight, is_point in places:
            regions[region_of(place)] += weight
            countries[place.country_code] += weight
            if is_point:
                points.append(place)
                weights.append(weight)
        for nowhere in (regions, countries):
            nowhere.pop("", None)
        return Coverage(regions, countries, unit_vectors(points), np.array(weights))

    @staticmethod
    def together(parts: Iterable["Coverage"]) -> "Coverage":
        """Of several articles; of none, nothing."""
        regions: dict[str, float] = defaultdict(float)
        countries: dict[str, float] = defaultdict(float)
        points, weights = [np.zeros((0, 3))], [np.zeros(0)]
        for part in parts:
            for whole, own in ((regions, part.regions), (countries, part.countries)):
                for area, weight in own.items():
                    whole[area] += weight
            points.append(part.points)
            weights.append(part.weights)
        return Coverage(regions, countries, np.concatenate(points), np.concatenate(weights))

    def nearness(self, vectors: Floats) -> Floats:
        """By row of `vectors`: the mean of exp(-distance / NEAR_KM) to its points."""
        total = self.weights.sum()
        if not total:
            return np.zeros(len(vectors))
        closeness = np.exp(-distances_km(vectors, self.points) / NEAR_KM)
        return np.asarray(closeness @ self.weights / total, dtype=np.float64)


class Outlets:
    """What each outlet's articles were about, learned as they are read. Thread-safe."""

    def __init__(self) -> None:
        self._known: LatestCache[str, LatestCache[str, Coverage]] = LatestCache(MOST_OUTLETS)
        self._lock = threading.Lock()

    def give(self, outlet: str, place: Place) -> None:
        """Say where an outlet is at home."""
        self._add(outlet, f"given {place.id}", Coverage.of([(place, 1.0, True)]))

    def add(self, article: Article, coverage: Coverage) -> None:
        """Learn from one article, where it says its outlet; a known one is learned anew."""
        if article.outlet:
            self._add(article.outlet, _key(article), coverage)

    def home(self, article: Article) -> Coverage | None:
        """What the other articles of its outlet are about; None where none is known."""
        others = self.others(article)
        return Coverage.together(others) if others else None

    def others(self, article: Article) -> list[Coverage]:
        """What each of the other articles of its outlet is about."""
        known = self._known.get(article.outlet.casefold()) if article.outlet else None
        return [c for key, c in known.items() if key != _key(article)] if known else []

    def _add(self, outlet: str, key: str, coverage: Coverage) -> None:
        with self._lock:
            known = self._known.get(outlet.casefold()) or LatestCache(MOST_ARTICLES)
            known.put(key, coverage)
            self._known.put(outlet.casefold(), known)


def region_of(place: Place) -> str:
    """The id of the first-level division a place lies in, or is; "" where none is known."""
    return place.id if place.kind == PlaceKind.REGION else place.region_id


def _key(article: Article) -> str:
    return f"{article.id} {hash((article.title, article.text))}"


def _letters(name: str) -> str:
    return re.sub("[^a-z]", "", unicodedata.normalize("NFKD", name).lower())
