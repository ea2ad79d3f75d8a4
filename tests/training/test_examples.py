"""Training windows: what varies, and that the gold stays with its words."""

import random
from dataclasses import replace

import pytest

from geo.recognition.components import VOCABULARY, blank
from geo.recognition.known_names import KnownNames
from geo.recognition.network.tags import CASES, OUTER
from geo.recognition.network.wordpieces import WordPieces
from geo.recognition.recogniser import MODEL
from training.config import CorpusPlan, Variation
from training.corpora import GoldDocument, GoldSpan
from training.examples import LONGEST, STEP, Varied, WindowExample, batches, example
from training.schemes import OUTSIDE, Gold, Scheme
from training.swapping import BEGIN, GO_ON, SITE_BEGINS, Example, Swapper

KNOWN = KnownNames({"Oslo": "city", "Norway": "country"})
TEXT = "They left Oslo for Norway. Rain fell. Oslo was dark."


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.load(MODEL / "toponyms" / VOCABULARY)


@pytest.fixture
def read() -> Example:
    spans = [(10, 14), (19, 25), (38, 42)]
    toponyms = tuple(GoldSpan(a, b, TEXT[a:b], "") for a, b in spans)
    document = GoldDocument("x", "lgl", "", TEXT, "", "", "", toponyms, ())
    plan = CorpusPlan("lgl", "geoparsing", {"close": 1.0})
    return example(blank(), Scheme(KNOWN, plan), document)


def varied(pieces: WordPieces, **chances: float) -> Varied:
    none = Variation(capitals=0.0, lower=0.0, forget=0.0, swaps=0.0)
    return Varied(pieces, KNOWN, [["Sa", "Pa"]], replace(none, **chances), random.Random(3))


def test_windows_hold_every_word_once(pieces: WordPieces, read: Example) -> None:
    windows = list(varied(pieces).windows(read))
    assert sum(len(w.words.pieces) for w in windows) == len(read.words)
    assert [bits for w in windows for bits in w.gold.inner] == read.gold.inner


def test_a_swapped_name_is_swapped_everywhere_and_countries_stay(
    pieces: WordPieces, read: Example
) -> None:
    source = varied(pieces, swaps=1.0)
    texts = set()
    for _ in range(20):
        windows = list(source.windows(read))
        found = [piece for w in windows for word in w.words.pieces for piece in word]
        texts.add((found.count(pieces.of("Oslo")[0]), found.count(pieces.of("Sa")[0])))
        begun = sum(bits == BEGIN for w in windows for bits in w.gold.inner)
        assert begun == 3
        assert found.count(pieces.of("Norway")[0]) == 1
    assert texts == {(2, 0), (0, 2)}


def test_a_sites_name_is_swapped_for_one_whose_place_is_marked() -> None:
    gold = Gold([OUTSIDE, BEGIN, OUTSIDE], [OUTSIDE, SITE_BEGINS, SITE_BEGINS << 1], [1, 2, 2])
    one = Example(["at", "Oslo", "Zoo"], gold, [0])
    swapper = Swapper([["Sa", "Pa"]], KNOWN, random.Random(5))
    seen = set()
    for _ in range(1000):
        new = swapper.swapped(one)
        assert len(new.words) == len(new.gold.inner) == len(new.gold.outer) == len(new.gold.types)
        assert new.gold.outer[1:] == [SITE_BEGINS, *[SITE_BEGINS << 1] * (len(new.words) - 2)]
        assert new.gold.types == [1, *[2] * (len(new.words) - 1)]
        pairs = zip(new.words, new.gold.inner, strict=True)
        marked = [(word, bits) for word, bits in pairs if bits != OUTSIDE]
        assert marked in ([("Sa", BEGIN), ("Pa", GO_ON)], [("Oslo", BEGIN)], [])
        seen.add(" ".join(new.words))
    assert {"at Oslo Zoo", "at Sa Pa University", "at Cathedral of St Sophia"} <= seen


def test_a_person_called_after_a_town_stays_a_person() -> None:
    person = 1 << OUTER.index("B-PERSON")
    gold = Gold([OUTSIDE] * 3, [person, person << 1, OUTSIDE], [1, 1, 1])
    one = Example(["Ann", "Lee", "left"], gold, [0])
    swapper = Swapper([["Oslo"]], KNOWN, random.Random(5))
    made = [swapper.swapped(one) for _ in range(200)]
    assert {" ".join(m.words) for m in made} == {"Ann Lee left", "Oslo Lee left", "Ann Oslo left"}
    assert all(m.gold == gold for m in made)


def test_capitals_change_how_words_are_written_and_not_the_gold(
    pieces: WordPieces, read: Example
) -> None:
    windows = list(varied(pieces, capitals=1.0).windows(read))
    cases = {case for w in windows for case in w.words.cases}
    assert cases == {CASES.index("UPPER"), CASES.index("marks")}
    assert [bits for w in windows for bits in w.gold.inner] == read.gold.inner


def test_known_names_are_sometimes_forgotten(pieces: WordPieces, read: Example) -> None:
    kept = [k for w in varied(pieces).windows(read) for k in w.words.known]
    forgotten = [k for w in varied(pieces, forget=1.0).windows(read) for k in w.words.known]
    assert any(kept)
    assert not any(forgotten)


def test_batches_have_few_shapes_and_lose_nothing(pieces: WordPieces, read: Example) -> None:
    windows: list[WindowExample] = [w for _ in range(30) for w in varied(pieces).windows(read)]
    made = batches(windows, random.Random(1), 4 * STEP)
    assert sum(map(len, made)) == len(windows)
    for batch in made:
        longest = max(sum(map(len, w.words.pieces)) + 2 for w in batch)
        assert longest <= LONGEST + 2
        assert len(batch) * STEP <= 4 * STEP
