"""Words are cut as BERT's own tokenizer cuts them."""

import pytest

from geo.recognition.components import VOCABULARY
from geo.recognition.network.wordpieces import WordPieces
from geo.recognition.recogniser import MODEL

FOLDER = MODEL / "toponyms"


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.load(FOLDER / VOCABULARY)


# what the `tokenizers` library gives with the same vocabulary; it was compared on 90,000 words
EXPECTED = {
    "Harbin": ["ha", "##rbin"],
    "HARBIN": ["ha", "##rbin"],
    "Ouagadougou": ["ou", "##aga", "##dou", "##go", "##u"],
    "Łódź": ["łodz"],
    "N'Djamena": ["n", "'", "dj", "##amen", "##a"],
    "U.S.": ["u", ".", "s", "."],
    "W.Va.": ["w", ".", "va", "."],
    "İstanbul": ["istanbul"],
    "\u5317\u4eac": ["北", "京"],
    "\u041c\u043e\u0441\u043a\u0432\u0430": ["м", "##о", "##с", "##к", "##в", "##а"],
    "\ufb01": ["ﬁ"],
    "$5": ["$", "5"],
    "x" * 101: ["[UNK]"],
    " ": [],
    "\u200b": [],
    "é": ["e"],
    "\ufffd": [],
    "co-operate": ["co", "-", "operate"],
}


@pytest.mark.parametrize(("word", "cut"), EXPECTED.items(), ids=map(ascii, EXPECTED))
def test_a_word_is_cut_as_the_encoder_learned_it(
    pieces: WordPieces, word: str, cut: list[str]
) -> None:
    vocabulary = (FOLDER / VOCABULARY).read_text("utf-8").splitlines()
    assert [vocabulary[i] for i in pieces.of(word)] == cut
