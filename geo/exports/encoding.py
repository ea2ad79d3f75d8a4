"""JSON that survives terminals and line-splitting readers."""

import json
import re

# Control, bidi and zero-width characters and lone surrogates: legal inside JSON strings, but
# some readers split lines at them, terminals obey them, and surrogates are not UTF-8.
_TROUBLE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON as one line (or indented), always valid UTF-8. Raises ValueError on NaN."""
    separators = (",", ": ") if indent else (", ", ": ")
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return _TROUBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
