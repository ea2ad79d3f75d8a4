"""Links out of the page: to the passage where it was published, and a citation of it."""

import re
from urllib.parse import quote, urlsplit

from dashboard.wording.phrases import long_date
from geo.model.article import Article
from geo.model.atlas import Occurrence
from geo.text.cleaning import one_line, strip_invisible

LONG = 12
"""Words up to which a passage is quoted whole in a text fragment; else its two ends are."""
ENDS = 5


def passage_link(occurrence: Occurrence) -> str:
    """The article's address at the passage (a text fragment), or "" where it has no address."""
    article = occurrence.article
    if not is_web_address(article.source):
        return ""
    joint = ":~:" if "#" in article.source else "#:~:"
    return f"{article.source}{joint}text={_fragment(_passage(*occurrence.excerpt))}"


def citation(occurrence: Occurrence) -> str:
    """The excerpt in quotation marks and where it stands, in one line."""
    excerpt = one_line("".join(occurrence.excerpt))
    return f"“{excerpt}” — {credit(occurrence.article)}"


def credit(article: Article) -> str:
    """Title, outlet, date and address of an article, as far as they are known."""
    parts = [strip_invisible(article.title) or "Untitled", strip_invisible(article.outlet)]
    parts.append(long_date(article.published) if article.published else "")
    said = ", ".join(part for part in parts if part)
    return f"{said}. {article.source}" if is_web_address(article.source) else f"{said}."


def is_web_address(address: str) -> bool:
    """Whether an address may become a link: http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _passage(before: str, name: str, after: str) -> str:
    """An excerpt in the article's own words: where it was cut, a word may have been cut too."""
    if before.startswith("…"):
        before = before.partition(" ")[2]
    if after.endswith("…"):
        after = after.rpartition(" ")[0]
    return f"{before}{name}{after}"


def _fragment(passage: str) -> str:
    # In a text fragment "-", "," and "&" have a meaning of their own.
    words = passage.split()
    if len(words) <= LONG:
        return _encoded(words)
    return f"{_encoded(words[:ENDS])},{_encoded(words[-ENDS:])}"


def _encoded(words: list[str]) -> str:
    return re.sub("-", "%2D", quote(" ".join(words), safe=""))
