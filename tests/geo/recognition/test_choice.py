"""Which types a name may have by its form, whatever the classifier thinks of it."""

import pytest

from geo.mentions import MentionType as T
from geo.recognition.choice import allowed_types, choose


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
