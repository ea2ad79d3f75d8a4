"""JSON-LD as rdflib reads it: the annotations are triples of W3C's vocabulary."""

import json
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.plugins.shared.jsonld import context
from support.samples import HARBIN, HEILONGJIANG, sample

from geo.exports import to_jsonld
from geo.exports.annotations import place_iri
from geo.model.atlas import Atlas, gather
from geo.model.places import Place

AS = Namespace("http://www.w3.org/ns/activitystreams#")
OA = Namespace("http://www.w3.org/ns/oa#")
GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
SCHEMA = Namespace("http://schema.org/")
DATELINE = Namespace("urn:x-dateline:")
# W3C's context for annotations, as far as its terms are used (Web Annotation Vocabulary).
ANNO = {
    "@context": {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "SpecificResource": "oa:SpecificResource",
        "TextualBody": "oa:TextualBody",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "identifying": "oa:identifying",
        "classifying": "oa:classifying",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "first": {"@type": "@id", "@id": "as:first"},
        "partOf": {"@type": "@id", "@id": "as:partOf"},
        "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
        "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
        "value": "rdf:value",
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
        "label": "rdfs:label",
    }
}


@pytest.fixture(autouse=True)
def vocabulary(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """rdflib gets W3C's context from here; what it would have asked the network for."""
    asked: list[str] = []

    def known(address: str, *_: object) -> tuple[Any, None]:
        asked.append(address)
        return ANNO, None

    monkeypatch.setattr(context, "source_to_json", known)
    return asked


def graph(atlas: Atlas) -> Graph:
    return Graph().parse(data=to_jsonld(atlas), format="json-ld")


def quoting(found: Graph, exact: str, start: int) -> URIRef:
    """The annotation that quotes these words at this position."""
    (row,) = found.query(
        "SELECT ?a { ?a oa:hasTarget ?t . ?t oa:hasSelector ?q, ?p ."
        " ?q oa:exact ?exact . ?p oa:start ?start }",
        initNs={"oa": OA},
        initBindings={
            "exact": Literal(exact),
            "start": Literal(start, datatype=URIRef("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")),
        },
    )  # fmt: skip
    return row[0]


def test_one_annotation_a_mention_in_one_collection(vocabulary) -> None:
    found = graph(gather([sample()]))
    assert vocabulary == ["http://www.w3.org/ns/anno.jsonld"]
    assert len(set(found.subjects(RDF.type, OA.Annotation))) == len(sample().mentions)
    (collection,) = found.subjects(RDF.type, AS.OrderedCollection)
    assert int(found.value(collection, AS.totalItems)) == len(sample().mentions)
    (page,) = found.subjects(RDF.type, AS.OrderedCollectionPage)
    items = list(found.items(found.value(page, AS["items"])))
    assert set(items) == set(found.subjects(RDF.type, OA.Annotation))


def test_a_mention_points_at_its_words_and_its_place() -> None:
    found = graph(gather([sample()]))
    annotation = quoting(found, "Kharkov", 150)
    target = found.value(annotation, OA.hasTarget)
    assert found.value(target, OA.hasSource) == URIRef("https://example.org/story?a=1")
    quote = next(s for s in found.objects(target, OA.hasSelector) if (s, OA.exact, None) in found)
    assert str(found.value(quote, OA.prefix)) == "Russian delegation said nothing of "[-32:]
    assert str(found.value(quote, OA.suffix)) == ", and Russians at home saw little"[:32]
    place = URIRef("https://sws.geonames.org/706483/")
    bodies = {found.value(body, OA.hasSource) for body in found.objects(annotation, OA.hasBody)}
    assert place in bodies
    assert str(found.value(place, SCHEMA.name)) == "Kharkiv"
    assert float(found.value(place, GEO.lat)) == 49.98
    assert float(found.value(place, GEO.long)) == 36.25
    assert float(found.value(annotation, DATELINE.probability)) == 0.91


def test_the_type_is_a_classifying_body_and_all_a_name_without_a_place_has() -> None:
    found = graph(gather([sample()]))
    annotation = quoting(found, "Moscow", 198)
    (body,) = found.objects(annotation, OA.hasBody)
    assert str(found.value(body, RDF.value)) == "metonymic"
    assert found.value(body, OA.hasPurpose) == OA.classifying


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (HARBIN, "https://sws.geonames.org/2037013/"),
        (replace(HARBIN, id="osm-way-12", geonameid=None), "https://www.openstreetmap.org/way/12"),
        (HEILONGJIANG, "urn:x-dateline:place:iso-CN-HL"),
    ],
)
def test_places_go_by_the_address_others_know_them_by(place: Place, address: str) -> None:
    assert place_iri(place) == address


def test_the_article_is_described_once() -> None:
    found = graph(gather([sample()]))
    article = URIRef("https://example.org/story?a=1")
    assert str(found.value(article, SCHEMA.headline)) == "Russian visitor in Harbin"
    assert str(found.value(article, SCHEMA.datePublished)) == "2024-05-17"


def test_the_same_mention_has_the_same_name_in_every_export() -> None:
    whole = gather([sample()])
    some = Atlas(whole.occurrences[3:5])
    names = {a["id"] for a in json.loads(to_jsonld(some))["first"]["items"]}
    assert names < {a["id"] for a in json.loads(to_jsonld(whole))["first"]["items"]}


@pytest.mark.parametrize("source", ["javascript:alert(1)", "", 'https://e.org/a b"<>{}|\\^`\ud800'])
def test_whatever_an_article_says_its_address_is_an_iri(source: str) -> None:
    parsed = sample()
    article = replace(parsed.article, id='../"<>\n{{7*7}}\ud800', source=source)
    found = graph(gather([replace(parsed, article=article)]))
    sources = {str(address) for address in found.objects(None, OA.hasSource)}
    assert not [s for s in sources if set(s) & set(' "<>{}|\\^`\n') or s.startswith("javascript")]
    assert len(set(found.subjects(RDF.type, OA.Annotation))) == len(parsed.mentions)


def test_nothing_found_is_an_empty_collection() -> None:
    found = graph(Atlas(()))
    assert list(found.subjects(RDF.type, OA.Annotation)) == []
