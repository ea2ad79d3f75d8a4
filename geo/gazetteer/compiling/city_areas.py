"""Cities taken together: the areas that divisions are known by."""

from collections import Counter
from dataclasses import dataclass, field

from geo.gazetteer.compiling.package_sources import City, Division


@dataclass(slots=True)
class Area:
    """Cities taken together, for a mean position and a sum of people."""

    cities: list[City] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    @property
    def population(self) -> int:
        """All its people."""
        return sum(city.population for city in self.cities)

    @property
    def position(self) -> tuple[float, float]:
        """The mean of the cities; none of the areas this is used for crosses 180 degrees."""
        count = len(self.cities)
        lat = sum(c.lat for c in self.cities) / count
        return round(lat, 4), round(sum(c.lon for c in self.cities) / count, 4)

    def is_around(self, lat: float, lon: float) -> bool:
        """Whether the point lies among the cities or within two degrees of them."""
        lats, lons = [c.lat for c in self.cities], [c.lon for c in self.cities]
        return min(lats) - 2 < lat < max(lats) + 2 and min(lons) - 2 < lon < max(lons) + 2

    def is_near(self, division: Division) -> bool:
        """Whether a division's own position may be that of these cities."""
        lat, lon = self.position
        return abs(division.lat - lat) < 3 and abs(division.lon - lon) < 6

    @property
    def spread_km(self) -> float:
        """Half the area's extent in latitude, in kilometres, and no less than 10."""
        lats = [city.lat for city in self.cities]
        return round(max(10.0, (max(lats) - min(lats)) / 2 * 111), 1)
