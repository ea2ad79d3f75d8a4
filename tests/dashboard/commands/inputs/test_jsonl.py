import io
import json
from typing import Any

import pytest
from support.parsers import StubGeoparser

from dashboard.commands.inputs.jsonl import line_batches, stream
from geo.model.parsed_article import ParsedArticle
from geo.settings import Settings

SETTINGS = Settings(max_article_bytes=1000)


def results(data: bytes, parser: StubGeoparser | None = None) -> list[dict[str, Any]]:
    out = io.StringIO()
    stream(io.BytesIO(data), out, parser or StubGeoparser(), SETTINGS)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def lines(*documents: object) -> bytes:
    return "".join(json.dumps(d) + "\n" for d in documents).encode()


def only(line: bytes) -> dict[str, Any]:
    found = results(line)
    assert len(found) == 1
    return found[0]


def test_one_result_a_line_in_order() -> None:
    names = ["Harbin", "nowhere", "Kharkov"]
    found = results(lines(*({"id": n, "text": f"In {n}."} for n in names)))
    assert [r["id"] for r in found] == names
    assert [len(r["mentions"]) for r in found] == [1, 0, 1]
    assert found[2]["mentions"][0]["place"]["name"] == "Kharkiv"


def test_spans_come_back_exactly_and_in_order() -> None:
    spans = [[7, 14], [0, 6], [7, 14]]
    result = only(lines({"id": "a", "text": "Harbin Kharkov", "spans": spans}))
    assert [[m["start"], m["end"]] for m in result["mentions"]] == spans


def test_no_spans_is_not_the_same_as_spans_left_out() -> None:
    assert only(lines({"id": "a", "text": "Harbin", "spans": []}))["mentions"] == []


def test_offsets_are_code_points() -> None:
    text = "🇨🇳 é Harbin"
    mention = only(lines({"id": "a", "text": text}))["mentions"][0]
    assert text[mention["start"] : mention["end"]] == "Harbin"


GOOD = {"id": "b", "text": "Harbin"}
BAD_LINES = {
    "no JSON": b"{",
    "empty": b"",
    "no object": b"[1]",
    "a string": b'"text"',
    "no text": b'{"id": "a"}',
    "no id": b'{"text": "x"}',
    "text of the wrong type": b'{"id": "a", "text": 5}',
    "text null": b'{"id": "a", "text": null}',
    "id of the wrong type": b'{"id": [1], "text": "x"}',
    "title of the wrong type": b'{"id": "a", "text": "x", "title": {}}',
    "no date": b'{"id": "a", "text": "x", "published": "yesterday"}',
    "empty text": b'{"id": "a", "text": "  "}',
    "bytes that are no UTF-8": b'{"id": "a", "text": "\xff\xfe"}',
    "half a surrogate pair": b'{"id": "a", "text": "\\ud800"}',
    "half a surrogate pair in the id": b'{"id": "\\ud800", "text": "x"}',
    "NaN": b'{"id": "a", "text": "x", "spans": [[NaN, 1]]}',
    "a key twice": b'{"id": "a", "text": "x", "text": "y"}',
    "a number with too many digits": b'{"id": "a", "text": "x", "spans": [[' + b"9" * 5000 + b"]]}",
    "deep nesting": b"[" * 200_000,
    "deep nesting in an object": b'{"id":' * 100_000,
    "spans no list": b'{"id": "a", "text": "Harbin", "spans": "0-6"}',
    "a span of three": b'{"id": "a", "text": "Harbin", "spans": [[0, 1, 2]]}',
    "a span of floats": b'{"id": "a", "text": "Harbin", "spans": [[0.0, 6.0]]}',
    "a span of booleans": b'{"id": "a", "text": "Harbin", "spans": [[false, true]]}',
    "a span past the end": b'{"id": "a", "text": "Harbin", "spans": [[0, 7]]}',
    "a negative span": b'{"id": "a", "text": "Harbin", "spans": [[-3, 2]]}',
    "an empty span": b'{"id": "a", "text": "Harbin", "spans": [[2, 2]]}',
    "a span backwards": b'{"id": "a", "text": "Harbin", "spans": [[3, 2]]}',
    "too much text": b'{"id": "a", "text": "' + b"x" * 1001 + b'"}',
    "a line too long to be read": b'{"id": "a", "text": "' + b"x" * 400_000 + b'"}',
    "a parser that crashes": b'{"id": "a", "text": "Harbin crash"}',
    "a parser that crashes on spans": b'{"id": "a", "text": "crash", "spans": [[0, 1]]}',
}


@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_a_bad_line_becomes_an_error_and_the_rest_goes_on(bad: bytes) -> None:
    first, failed, last = results(lines(GOOD) + bad + b"\n" + lines(GOOD))
    assert first == last
    assert first["mentions"][0]["text"] == "Harbin"
    assert set(failed) == {"id", "error"}
    assert failed["id"] in ("a", None)
    assert failed["error"].isprintable()
    assert 20 < len(failed["error"]) < 250
    assert failed["error"].endswith((".", '"...".'))


def test_an_error_names_the_document_where_it_has_a_name() -> None:
    assert only(BAD_LINES["a negative span"])["id"] == "a"
    assert only(BAD_LINES["no JSON"])["id"] is None


def test_an_error_without_a_name_says_which_line() -> None:
    found = results(lines(GOOD) * 3 + b"oops\n")
    assert "Line 4 " in found[3]["error"]


def test_a_crash_spares_its_batch() -> None:
    documents = [{"id": str(n), "text": "crash" if n == 1 else "Harbin"} for n in range(4)]
    found = results(lines(*documents))
    assert [r["id"] for r in found] == ["0", "1", "2", "3"]
    assert ["error" in r for r in found] == [False, True, False, False]


def test_lines_that_came_together_are_parsed_together() -> None:
    parser = StubGeoparser()
    results(lines(*[GOOD] * 40), parser)
    assert parser.batches[0] == 40


def test_the_last_line_needs_no_line_end_and_line_ends_may_be_windows() -> None:
    data = b'{"id": "a", "text": "Harbin"}\r\n{"id": "b", "text": "Harbin"}'
    assert [r["id"] for r in results(data)] == ["a", "b"]


def test_nothing_in_nothing_out() -> None:
    assert results(b"") == []


def test_line_separators_inside_text_do_not_break_the_output() -> None:
    out = io.StringIO()
    text = "Harbin\u2028Kharkov\u0085Harbin\u2029"
    stream(io.BytesIO(lines({"id": "a", "text": text})), out, StubGeoparser(), SETTINGS)
    assert len(out.getvalue().splitlines()) == 1


class Trickle(io.BytesIO):
    """Gives a few bytes a read, as a slow sender does."""

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read1(min(3, size or 3))


def test_lines_are_put_together_from_pieces() -> None:
    data = b"one\ntwo\n\nlonger than ten\nfour\nlast one too long"
    batches = list(line_batches(Trickle(data), longest=10))
    joined = [line for batch in batches for line in batch]
    assert joined == [b"one", b"two", b"", None, b"four", None]


def test_lines_are_counted_over_all_reads() -> None:
    out = io.StringIO()
    stream(Trickle(lines(GOOD, GOOD) + b"{\n"), out, StubGeoparser(), SETTINGS)
    assert "Line 3 is not JSON" in json.loads(out.getvalue().splitlines()[-1])["error"]


def test_a_result_is_out_before_the_next_line_is_in() -> None:
    out = io.StringIO()

    class Sender(io.RawIOBase):
        sent = 0

        def read(self, _size: int = -1, /) -> bytes:
            assert out.getvalue().count("\n") == self.sent, "a result was held back"
            self.sent += 1
            return lines(GOOD) if self.sent <= 3 else b""

    stream(Sender(), out, StubGeoparser(), SETTINGS)
    assert out.getvalue().count("\n") == 3


def test_the_last_step_sees_every_document() -> None:
    seen: list[str] = []

    def finish(parsed: ParsedArticle) -> ParsedArticle:
        seen.append(parsed.article.id)
        return parsed

    documents = lines(GOOD, {"id": "c", "text": "Harbin", "spans": [[0, 6]]})
    stream(io.BytesIO(documents), io.StringIO(), StubGeoparser(), SETTINGS, finish)
    assert seen == ["b", "c"]
