"""Where sentences begin, and that finding it takes each token once."""

import pytest
import spacy
from spacy.tokens import Doc

from geo.recognition.sentences import first_words

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained . ) ” Then it snowed .", ["It", "Then"]),
        ("” . ” It rained .", ["”", "It"]),
        ("In the U.S. ) The rain fell .", ["In", "The"]),
        ("It rained . ” ) and snowed .", ["It"]),
        ("Rain \n snow", ["Rain", "snow"]),
    ],
)
def test_a_sentence_begins_after_the_marks_that_close_the_last(
    text: str, expected: list[str]
) -> None:
    doc = Doc(NLP.vocab, words=text.split(" "))
    assert [doc[i].text for i in first_words(doc)] == expected


@pytest.mark.parametrize("mark", ["”", ")", " "])
def test_closing_marks_are_looked_at_once_each(mark: str) -> None:
    class Counting:
        """A token that counts how often its neighbour is asked for."""

        asked = 0

        def __init__(self, doc: list["Counting"], i: int, text: str) -> None:
            self.doc, self.i, self.text, self.is_space = doc, i, text, text.isspace()

        def nbor(self, by: int) -> "Counting":
            Counting.asked += 1
            return self.doc[self.i + by]

    doc: list[Counting] = []
    doc += [Counting(doc, i, text) for i, text in enumerate(["Rain", ".", *[mark] * 500, "It"])]
    assert first_words(doc) == [0, 502]  # type: ignore[arg-type]
    assert Counting.asked <= len(doc)
