"""The list of known names: what is in it, and what words keep out."""

import pytest

from geo.recognition.known_names import KnownNames
from training.known_names import known_names


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    return known_names(["the police of the university, and the of"] * 4)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kenya", "country"),
        ("Senegalese", "adjective"),
        ("Harbin", "city"),
        ("W.Va.", "abbreviation"),
        ("Middle East", "continent"),
        ("Hindu Kush", "region"),
        ("Cyprus", "country"),
    ],
)
def test_a_name_has_its_class(names: dict[str, str], name: str, kind: str) -> None:
    assert names[name] == kind


@pytest.mark.parametrize("word", ["Of", "University", "Latin", "Roman"])
def test_words_that_are_words_first_are_left_out(names: dict[str, str], word: str) -> None:
    assert names.get(word) != "adjective"
    assert word not in {"Of", "University"} or word not in names


def test_the_list_tells_what_a_name_may_begin_like(names: dict[str, str]) -> None:
    known = KnownNames(names)
    assert known.begins("Senegal")
    assert not known.begins("Qzx")
    assert known.classes(["in", "New", "York", "and", "HARBIN"]) == [
        "", "B-region", "I-region", "", "B-city"
    ]  # fmt: skip
