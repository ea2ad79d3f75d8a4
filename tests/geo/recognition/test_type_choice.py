"""Which types a name may have by its form, whatever the classifier thinks of it."""

import pytest

from geo.model.mentions import MentionType as T
from geo.recognition.type_choice import allowed_types, by_head_noun, choose


@pytest.mark.parametrize("name", ["Russians", "Danes", "Briton"])
def test_a_word_for_people_only_is_never_a_place(name: str) -> None:
    allowed = allowed_types(f"{name} stayed at home.", 0, len(name), facility=False)
    assert allowed == {T.DEMONYM}


def test_a_word_for_a_language_only_is_a_language() -> None:
    assert allowed_types("Amharic is taught.", 0, 7, facility=False) == {T.LANGUAGE}


def test_an_adjective_may_be_anything_but_a_language_where_nobody_speaks() -> None:
    allowed = allowed_types("Russian planes landed.", 0, 7, facility=False)
    assert allowed == set(T) - {T.LANGUAGE}


def test_the_share_of_a_type_is_among_those_that_are_allowed() -> None:
    shares = {T.LITERAL: 0.6, T.DEMONYM: 0.3, T.EMBEDDED_NON_LITERAL: 0.1}
    kind, share = choose(shares, frozenset({T.DEMONYM, T.EMBEDDED_NON_LITERAL}))
    assert (kind, share) == (T.DEMONYM, pytest.approx(0.75))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kyiv officials came.", T.NON_LITERAL_MODIFIER),
        ("Kyiv suburbs burned.", T.LITERAL_MODIFIER),
    ],
)
def test_a_noun_tells_one_modifier_from_the_other(text: str, kind: T) -> None:
    even = {T.LITERAL_MODIFIER: 0.3, T.NON_LITERAL_MODIFIER: 0.3, T.LITERAL: 0.4}
    found = by_head_noun(even, text, 4)
    assert found == {T.LITERAL_MODIFIER: 0.0, T.NON_LITERAL_MODIFIER: 0.0, T.LITERAL: 0.4} | {
        kind: pytest.approx(0.6)
    }


@pytest.mark.parametrize("text", ["Kyiv came.", "Kyiv's officials came.", "Kyiv, officials said."])
def test_no_noun_tells_nothing(text: str) -> None:
    shares = {T.LITERAL_MODIFIER: 0.3, T.LITERAL: 0.7}
    assert by_head_noun(shares, text, 4) == shares
