"""Sentences written for this test, with the type each name should get."""

import pytest

from geo.model.article import Article
from geo.model.mentions import MentionType as T
from geo.recognition import Recogniser

SENTENCES: list[tuple[str, list[tuple[str, T]]]] = [
    ("The delegation visited Hanoi on Tuesday.", [("Hanoi", T.LITERAL)]),
    ("Thousands marched in Lagos and in Abuja.", [("Lagos", T.LITERAL), ("Abuja", T.LITERAL)]),
    ("She was born in Bolivia and lives in Lima.", [("Bolivia", T.LITERAL), ("Lima", T.LITERAL)]),
    ("TBILISI (Reuters) - Voters queued for hours.", [("TBILISI", T.LITERAL)]),
    ("The ferry sank off the coast of Tanzania.", [("Tanzania", T.LITERAL)]),
    ("Police in Accra arrested two Ghanaians.", [("Accra", T.LITERAL), ("Ghanaians", T.DEMONYM)]),
    ("Many Peruvians stayed at home.", [("Peruvians", T.DEMONYM)]),
    ("Two Danes and a Briton were hurt.", [("Danes", T.DEMONYM), ("Briton", T.DEMONYM)]),
    ("Moscow said it would respond.", [("Moscow", T.METONYMIC)]),
    ("India accused Pakistan of firing first.", [("India", T.METONYMIC)]),
    ("Beijing and Manila agreed to talk.", [("Beijing", T.METONYMIC), ("Manila", T.METONYMIC)]),
    ("France has imposed new sanctions.", [("France", T.METONYMIC)]),
    ("The Kenyan president spoke first.", [("Kenyan", T.NON_LITERAL_MODIFIER)]),
    ("A Turkish delegation arrived at noon.", [("Turkish", T.NON_LITERAL_MODIFIER)]),
    ("The Brazilian government refused.", [("Brazilian", T.NON_LITERAL_MODIFIER)]),
    ("London officials called it a mistake.", [("London", T.NON_LITERAL_MODIFIER)]),
    ("Shells fell on the Ukrainian city of Sumy.", [("Ukrainian", T.LITERAL_MODIFIER)]),
    ("It happened in the Polish village of Nowa.", [("Polish", T.LITERAL_MODIFIER)]),
    ("He speaks Russian and Arabic.", [("Russian", T.LANGUAGE), ("Arabic", T.LANGUAGE)]),
    ("The letter was written in Spanish.", [("Spanish", T.LANGUAGE)]),
    ("As the Washington Post reported, he left.", [("Washington", T.EMBEDDED_NON_LITERAL)]),
    ("The Boston Globe wrote about it.", [("Boston", T.EMBEDDED_NON_LITERAL)]),
    ("The Muscat International Film Festival opens.", [("Muscat", T.EMBEDDED_LITERAL)]),
    ("She teaches at Kampala University.", [("Kampala", T.EMBEDDED_LITERAL)]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_sentence(recogniser: Recogniser, text: str, expected: list[tuple[str, T]]) -> None:
    (mentions,) = recogniser.recognise([Article("a", text)])
    found = [(m.text, m.type) for m in mentions]
    assert [pair for pair in found if pair in expected] == expected, found


def test_one_name_has_two_readings_in_one_article(recogniser: Recogniser) -> None:
    text = "Beijing and Moscow agreed on that.\n\nHe welcomed the guests to Beijing."
    (mentions,) = recogniser.recognise([Article("a", text)])
    readings = [m.type for m in mentions if m.text == "Beijing"]
    assert readings == [T.METONYMIC, T.LITERAL]


def test_all_eight_types_are_tried() -> None:
    assert {kind for _, pairs in SENTENCES for _, kind in pairs} == set(T)


def test_probabilities_are_shares(recogniser: Recogniser) -> None:
    (mentions,) = recogniser.recognise([Article("a", " ".join(s for s, _ in SENTENCES))])
    assert all(0 < m.type_probability <= 1 for m in mentions)
