"""JSON whose characters are all visible, and mean what they meant."""

import json

import pytest

from geo.exports.json_encoding import dumps


@pytest.mark.parametrize(
    "text", ["a\u202eb", "a\x7fb", "a\u2028b", "Harbin\U000e0041\U000e007f", "a\ud800b"]
)
def test_invisible_characters_are_escaped_and_come_back(text: str) -> None:
    written = dumps({"text": text})
    assert written.isprintable()
    assert written.encode("utf-8")
    assert json.loads(written) == {"text": text}


def test_visible_characters_stay_as_they_are() -> None:
    assert dumps(["Łódź", "北京", "🌊"]) == '["Łódź", "北京", "🌊"]'
