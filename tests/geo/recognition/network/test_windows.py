"""Windows answer for every word once, cut no sentence that fits, and are never too long."""

from hypothesis import given
from hypothesis import strategies as st

from geo.recognition.network.windows import CONTEXT, OWN, blocks, windows

sizes = st.lists(st.integers(0, 30), max_size=400)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    words = draw(sizes)
    starts = draw(st.sets(st.integers(1, max(len(words) - 1, 1)), max_size=40))
    return words, [0, *sorted(s for s in starts if s < len(words))]


@given(documents())
def test_every_word_is_answered_for_once(document: tuple[list[int], list[int]]) -> None:
    found = windows(*document)
    assert [i for w in found for i in range(w.start, w.end)] == list(range(len(document[0])))


@given(documents())
def test_no_window_is_longer_than_the_encoder_reads(document: tuple[list[int], list[int]]) -> None:
    words, _ = document
    for w in windows(*document):
        assert w.first <= w.start < w.end <= w.last
        assert sum(words[w.start : w.end]) <= OWN
        assert sum(words[w.first : w.start]) <= CONTEXT
        assert sum(words[w.end : w.last]) <= CONTEXT


@given(documents())
def test_only_a_sentence_too_long_alone_is_cut(document: tuple[list[int], list[int]]) -> None:
    words, starts = document
    ends = [*starts[1:], len(words)]
    cuts = {start for start, _ in blocks(words, starts, OWN)} - set(starts)
    for cut in cuts:
        sentence = next((a, b) for a, b in zip(starts, ends, strict=True) if a < cut < b)
        assert sum(words[slice(*sentence)]) > OWN


def test_sentences_share_a_window_while_they_fit() -> None:
    assert blocks([10] * 12, [0, 4, 8], 80) == [(0, 8), (8, 12)]
    assert blocks([10] * 12, [0, 4, 8], 80, head=40) == [(0, 4), (4, 12)]


def test_words_around_are_read_too() -> None:
    first, second = windows([10] * 20, [0, 10])
    assert (first.start, first.end, first.last) == (0, 10, 12)
    assert (second.first, second.start, second.end) == (8, 10, 20)


def test_no_words_no_windows() -> None:
    assert windows([], []) == []
    assert windows([], [0]) == []
