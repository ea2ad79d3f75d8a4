"""JSON that survives terminals and line-splitting readers."""

import json
import re

# Control, bidi, zero-width and tag characters and lone surrogates: legal inside JSON strings, but
# some readers split lines at them, terminals obey them, and surrogates are not UTF-8.
_TROUBLE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON as one line (or indented), always valid UTF-8. Raises ValueError on NaN."""
    separators = (",", ": ") if indent else (", ", ": ")
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return _TROUBLE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """JSON's escape of a character: two of them beyond the basic plane."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)
