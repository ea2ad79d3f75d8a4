"""KML 2.2: one placemark a place, for Google Earth and desktop GIS."""

from html import escape
from xml.etree import ElementTree as ET

from geo.model.atlas import Atlas, AtlasPlace, Occurrence
from geo.text.cleaning import strip_invisible

NAMESPACE = "http://www.opengis.net/kml/2.2"


def to_kml(atlas: Atlas) -> str:
    """A KML document, without invisible characters: XML cannot carry some of them."""
    kml = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(kml, "Document")
    _text(document, "name", "Dateline")
    for place in atlas.places:
        _placemark(document, place)
    ET.indent(kml)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(kml, encoding="unicode") + "\n"


def _placemark(document: ET.Element, found: AtlasPlace) -> None:
    place = found.place
    mark = ET.SubElement(document, "Placemark", id=place.id)
    _text(mark, "name", place.name)
    # Viewers render a description as HTML, so what the article says is escaped as HTML first.
    citations = dict.fromkeys(escape(_citation(o)) for o in found.occurrences)
    _text(mark, "description", "<br>".join(citations))
    data = ET.SubElement(mark, "ExtendedData")
    for name, value in _properties(found).items():
        _text(ET.SubElement(data, "Data", name=name), "value", value)
    _text(ET.SubElement(mark, "Point"), "coordinates", f"{place.lon},{place.lat}")


def _properties(found: AtlasPlace) -> dict[str, str]:
    place = found.place
    return {
        "id": place.id,
        "kind": place.kind.value,
        "country_code": place.country_code,
        "geonameid": "" if place.geonameid is None else str(place.geonameid),
        "count": str(found.count),
        "probability": f"{found.probability:.4f}",
        "groups": ", ".join(f"{group} {count}" for group, count in found.groups.items()),
    }


def _citation(occurrence: Occurrence) -> str:
    article = occurrence.article
    day = article.published.isoformat() if article.published else ""
    origin = ", ".join(part for part in (article.title, article.outlet, day) if part)
    return f"“{''.join(occurrence.excerpt)}” ({origin or article.id})"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = strip_invisible(text)
