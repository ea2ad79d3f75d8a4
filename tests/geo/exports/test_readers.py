"""GeoJSON, KML and CSV as the programs people open them with read them."""

import io
from pathlib import Path

import pandas as pd
import pyogrio
from fastkml import KML, Placemark
from fastkml.utils import find_all
from support.samples import sample

from geo.exports import to_csv, to_geojson, to_kml
from geo.model.atlas import gather

ATLAS = gather([sample()])


def test_gdal_reads_the_geojson(tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    path.write_text(to_geojson(ATLAS), encoding="utf-8")
    info = pyogrio.read_info(path)
    assert (info["driver"], info["geometry_type"], info["crs"]) == ("GeoJSON", "Point", "EPSG:4326")
    assert info["features"] == len(ATLAS.places)
    assert info["total_bounds"] == (36.25, 35.0, 128.0, 60.0)
    _, _, _, columns = pyogrio.raw.read(path, columns=["name", "count"])
    assert dict(zip(*columns, strict=True))["Harbin"] == 4


def test_gdal_reads_the_kml(tmp_path: Path) -> None:
    path = tmp_path / "places.kml"
    path.write_text(to_kml(ATLAS), encoding="utf-8")
    assert pyogrio.read_info(path)["total_bounds"] == (36.25, 35.0, 128.0, 60.0)


def test_fastkml_reads_the_kml(tmp_path: Path) -> None:
    path = tmp_path / "places.kml"
    path.write_text(to_kml(ATLAS), encoding="utf-8")
    marks = {m.name: m for m in find_all(KML.parse(path), of_type=Placemark)}
    assert len(marks) == len(ATLAS.places)
    harbin = marks["Harbin"]
    assert harbin.geometry.coords == ((126.65, 45.75),)
    assert {d.name: d.value for d in harbin.extended_data.elements}["geonameid"] == "2037013"


def test_pandas_reads_the_csv() -> None:
    rows = pd.read_csv(io.StringIO(to_csv(ATLAS)))
    assert len(rows) == len(ATLAS.occurrences)
    assert rows["lat"].dtype == float
    kharkov = rows[rows["mention"] == "Kharkov"].iloc[0]
    assert (kharkov["place"], kharkov["lat"], kharkov["lon"]) == ("Kharkiv", 49.98, 36.25)
    assert rows["place"].isna().sum() == 2
