"""Reading articles: Markdown, plain text, HTML, pasted text and records."""

import hashlib
from datetime import date

import pytest

from geo.errors import InputError, TooLarge, Unsupported
from geo.model import article
from geo.model.article import Article, fingerprint
from geo.reading.article_reader import article_from_record, article_from_text, read_article
from geo.settings import Settings

SETTINGS = Settings()


def read(text: str | bytes, name: str) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return read_article(data, name=name, settings=SETTINGS)


def test_markdown_with_front_matter() -> None:
    article = read(
        "---\ntitle: Ferry leaves Oslo\noutlet: Dateline sample\npublished: 2024-05-17\n"
        "language: en-GB\nsource: https://example.org/a?b=1\nnote: made up\n"
        "unknown: [1, 2]\n---\nThe ferry left.\n\nIt came back.\n",
        "ferry.md",
    )
    assert article.id.startswith("t")
    assert len(article.id) == 17
    assert article == Article(
        id=article.id,
        text="The ferry left.\n\nIt came back.",
        title="Ferry leaves Oslo",
        outlet="Dateline sample",
        published=date(2024, 5, 17),
        language="en",
        source="https://example.org/a?b=1",
        note="made up",
    )


def test_markdown_becomes_plain_paragraphs() -> None:
    article = read(
        "# The [ferry](https://example.org)\n\nIt *left* **Oslo** at\nnoon, `fast`. "
        "![a map](map.png) <https://example.org>\n\n## Later\n\n- Bergen\n- Moss\n\n> It rained.\n",
        "a.md",
    )
    assert article.title == "The ferry"
    assert article.text.split("\n\n") == [
        "It left Oslo at noon, fast. https://example.org",
        "Later",
        "Bergen",
        "Moss",
        "It rained.",
    ]


def test_a_declared_language_goes_before_the_guess() -> None:
    english = "The ferry left the port of Oslo and it came back in the night."
    assert read(english, "a.md").language == "en"
    assert read("---\nlanguage: NO\n---\n" + english, "a.md").language == "no"


def test_raw_html_in_markdown_stays_literal_text() -> None:
    text = "<script>alert(1)</script>\n\nA <b>bold</b> {{ 7*7 }} ${x} claim about Oslo."
    assert read("# T\n\n" + text, "a.md").text == text


def test_markdown_without_heading_takes_its_title_from_the_first_line() -> None:
    article = read("Ferry leaves\n\nIt left Oslo.", "a.md")
    assert (article.title, article.text) == ("Ferry leaves", "It left Oslo.")


def test_a_front_matter_title_does_not_swallow_another_heading() -> None:
    assert read("---\ntitle: A\n---\n# B\n\nText.", "a.md").text == "B\n\nText."
    assert read("---\ntitle: A\n---\n# A\n\nText.", "a.md").text == "Text."


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Title\n\nText.", "Title", "Text."),
        ("Title\r\nOne.\rTwo.", "Title", "One.\n\nTwo."),
        ("Only one line.", "", "Only one line."),
        ("\ufeffTitle\n\n \t\nText.\n\n", "Title", "Text."),
        ("Oslo " * 50 + "\n\nText.", "", ("Oslo " * 50).strip() + "\n\nText."),
    ],
)
def test_the_first_line_of_plain_text_is_its_title(text: str, title: str, body: str) -> None:
    article = read(text, "a.txt")
    assert (article.title, article.text) == (title, body)


def test_lines_wrapped_by_an_editor_are_joined() -> None:
    wrapped = (
        "The ferry that had left Oslo in the morning reached the port of New\n"
        "York nine days later, as the company that owns it had said it would.\nNobody was hurt."
    )
    article = read(wrapped, "a.txt")
    assert article.title == ""
    assert "New York nine days" in article.text
    assert "\n" not in article.text


def test_control_characters_go_and_tabs_stay() -> None:
    article = read("T\n\nOslo\x07 is\x1b[31m\ta\x9d city\u2028of Norway.", "a.txt")
    assert article.text == "Oslo is[31m\ta city\n\nof Norway."


def test_html_gives_the_article_and_its_metadata() -> None:
    article = read(
        '<html lang="fr-FR"><head><title>La crue | Journal</title>'
        '<meta property="og:site_name" content="Journal">'
        '<meta property="article:published_time" content="2021-03-04T10:00:00Z">'
        '<link rel="canonical" href="https://example.org/crue"></head><body>'
        "<nav><a href=/>Accueil</a></nav><article><h1>La crue</h1>"
        "<p>La Seine a débordé à Paris, dans le centre et dans le nord, pendant une semaine.</p>"
        "<p>Les quais sont fermés.</p></article><script>alert(1)</script></body></html>",
        "crue.HTM",
    )
    assert article.text.split("\n\n") == [
        "La Seine a débordé à Paris, dans le centre et dans le nord, pendant une semaine.",
        "Les quais sont fermés.",
    ]
    assert (article.title, article.outlet, article.language) == ("La crue", "Journal", "fr")
    assert article.published == date(2021, 3, 4)
    assert article.source == "https://example.org/crue"


def test_an_html_fragment_is_read() -> None:
    assert read("<p>Fog over Oslo {{7*7}}.</p>", "a.html").text == "Fog over Oslo {{7*7}}."


def page_with_link(address: str) -> bytes:
    head = f'<head><link rel="canonical" href="{address}"></head>'
    return f"<html>{head}<body><p>Fog over Oslo.</p></body></html>".encode()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "javascript://x/%0aalert(1)", "data:x,y"])
def test_a_page_s_own_link_is_dropped_unless_it_is_a_web_address(link: str) -> None:
    assert read(page_with_link(link), "a.html").source == ""


def test_the_address_an_article_came_from_goes_before_the_one_it_names() -> None:
    page = page_with_link("https://example.org/a")
    for source, expected in (
        ("https://news.example/b", "https://news.example/b"),
        ("", "https://example.org/a"),
        ("file:///etc/passwd", "https://example.org/a"),
    ):
        article = read_article(page, name="a.html", settings=SETTINGS, source=source)
        assert article.source == expected


def test_html_in_a_declared_encoding() -> None:
    page = '<meta charset="iso-8859-2"><p>Deszcz nad miastem Łódź.</p>'
    assert "Łódź" in read(page.encode("iso-8859-2"), "a.html").text


@pytest.mark.parametrize(
    ("data", "name", "error", "message"),
    [
        (b"", "a.md", InputError, "a.md is empty"),
        (b" \n\t\n", "a.txt", InputError, "a.txt is empty"),
        (b"", "a.html", InputError, "no text to read"),
        (b"<script>alert(1)</script>", "a.html", InputError, "no text to read"),
        (b"---\ntitle:\n---\n", "a.md", InputError, "a.md is empty"),
        (b"Oslo\0", "a.txt", Unsupported, "binary"),
        (b"\x89PNG\r\n\x1a\n\xff", "a.md", Unsupported, "not UTF-8"),
        ("Łódź".encode("utf-16"), "a.txt", Unsupported, "UTF-16|not UTF-8"),
        ("<p>Łódź".encode("latin2"), "a.html", Unsupported, "neither UTF-8 nor"),
        (b"%!PS", "a.ps", Unsupported, r"\.ps files are not read"),
        (b"a" * 5_000_001, "a.txt", TooLarge, "5,000,001 bytes is more than the 5,000,000"),
        (b"---\ntitle: [\n---\nx", "a.md", InputError, "not valid YAML near its line"),
        (b"---\ntitle: A\nOslo", "a.md", InputError, "not closed"),
        (b"---\n- a\n---\nx", "a.md", InputError, "key: value"),
        (b"---\ntitle: 12\n---\nx", "a.md", InputError, '"title" must be text'),
        (b"---\ntitle: [a]\n---\nx", "a.md", InputError, '"title" must be text'),
        (b"---\npublished: soon\n---\nx", "a.md", InputError, '"published" must be a date'),
        (b"---\npublished: 2024-13-45\n---\nx", "a.md", InputError, "front matter"),
        (b"---\nlanguage: English\n---\nx", "a.md", InputError, "two-letter code"),
        (b"---\nsource: javascript:alert(1)\n---\nx", "a.md", InputError, "http or https"),
        (b"---\nsource: javascript://x/%0aalert(1)\n---\nx", "a.md", InputError, "http or https"),
        (b"---\na: &a [x, x]\nb: [*a, *a]\n---\nx", "a.md", InputError, "aliases"),
        (b"---\na: " + b"[" * 30_000 + b"\n---\nx", "a.md", InputError, "nested too much"),
        (b"---\na: " + b"b" * 70_000 + b"\n---\nx", "a.md", TooLarge, "64,000 bytes"),
        (b"---\na: !!python/object/apply:os.getcwd []\n---\nx", "a.md", InputError, "YAML"),
    ],
)
def test_refusals_say_what_and_where_in_one_line(
    data: bytes, name: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        read(data, name)
    assert "\n" not in str(caught.value)


def test_a_long_and_hostile_name_is_shortened_in_messages() -> None:
    with pytest.raises(Unsupported) as caught:
        read(b"x", "a\n\u202e" * 10_000 + ".exe")
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_five_megabytes_of_one_word_are_read(name: str) -> None:
    assert read(b"a" * 5_000_000, name).text == "a" * 5_000_000


def test_pasted_text_has_an_id_that_follows_its_content() -> None:
    first = article_from_text("Flood in Oslo\n\nThe river rose.")
    again = article_from_text("Flood in Oslo\r\n\r\nThe river rose.  ")
    other = article_from_text("Flood in Oslo\n\nThe river fell.")
    assert (first.title, first.text) == ("Flood in Oslo", "The river rose.")
    assert first.id == again.id != other.id


def test_a_given_title_leaves_pasted_text_whole() -> None:
    article = article_from_text("One.\n\nTwo.", title=" A\ntitle ", source="javascript:x")
    assert (article.title, article.text, article.source) == ("A title", "One.\n\nTwo.", "")


def test_pasted_text_is_refused_when_empty_or_too_large() -> None:
    with pytest.raises(InputError, match="the pasted text is empty"):
        article_from_text(" \x00\n")
    with pytest.raises(TooLarge, match="7 bytes is more than the 6"):
        article_from_text("Łódź", settings=Settings(max_article_bytes=6))


def test_a_record_keeps_its_text_as_it_is() -> None:
    text = "  Oslo\r\nis\tthe \x07 capital of Norway.\n"
    record = {
        "id": "a", "text": text, "title": " T ", "outlet": "example.com",
        "published": "2024-05-17T10:00:00Z", "spans": [[2, 6]], "extra": 1,
    }  # fmt: skip
    article = article_from_record(record)
    assert (article.id, article.text, article.title) == ("a", text, " T ")
    assert (article.outlet, article.published) == ("example.com", date(2024, 5, 17))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": None}, '"id" is missing'),
        ({"id": 7}, '"id" must be'),
        ({"id": ""}, '"id" must be'),
        ({"text": None}, '"text" is missing'),
        ({"text": ["Oslo"]}, '"text" must be'),
        ({"text": "\ud800"}, "surrogate"),
        ({"text": " \n"}, "empty"),
        ({"title": 1}, '"title" must be'),
        ({"outlet": {}}, '"outlet" must be'),
        ({"published": "May"}, '"published" must be a date'),
        ({"published": 20240517}, '"published" must be a date'),
    ],
)
def test_a_record_with_a_wrong_value_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        article_from_record({"id": "a", "text": "Oslo"} | change)


@pytest.mark.parametrize(
    ("title", "text", "letters"),
    [
        ("Rain", "In Óslo, it\trained – twice.", "raininósloitrainedtwice"),
        ("", "STRASSE straße", "strassestrasse"),
        ("?", "\ud800 …", "?\n\ud800 …"),
    ],
)
def test_what_an_article_says_has_the_same_name_however_it_is_gone_through(
    title: str, text: str, letters: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = hashlib.sha256(letters.encode(errors="replace")).hexdigest()
    for piece in (article.PIECE, 3):
        monkeypatch.setattr(article, "PIECE", piece)
        assert fingerprint(Article("a", text, title)) == expected
