"""Files that make their reader take the square of their length, or most of a minute."""

from hostile.rows import Row

TOO_LONG = "takes more than 1 seconds or too much memory to read"
BY_FILE = {
    "a.md": [
        Row("a megabyte of open brackets", b"[" * 1_000_000, TOO_LONG),
        Row("a megabyte of images that never end", b"![" * 500_000, TOO_LONG),
        Row("a megabyte of links in links", b"[a](" * 250_000, TOO_LONG),
    ],
    "a.html": [
        Row("a megabyte of line breaks", b"<br>x" * 200_000, TOO_LONG),
        Row("a megabyte of lists", b"<ul><li>x</ul>" * 70_000, TOO_LONG),
        Row("a megabyte of boxes with boxes", b"<div><p>x y z</p></div>" * 45_000, TOO_LONG),
    ],
}
FEEDS = [
    Row("two megabytes of nested elements", b"<rss>" + b"<a>" * 650_000, TOO_LONG),
]
