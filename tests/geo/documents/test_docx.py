"""Word files: what python-docx writes is read; what is broken or a bomb is refused."""

import io
import struct
import zipfile
from itertools import pairwise

import docx
import pytest
from support.documents import word, word_of

from geo.errors import InputError, TooLarge
from geo.model.article import Article
from geo.reading.article_reader import read_article
from geo.settings import Settings

SAID = "<w:p><w:r><w:t>In Harbin it rained.</w:t></w:r></w:p>"
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    + "]>"
)


def read(data: bytes, **settings: int) -> Article:
    return read_article(data, name="a.docx", settings=Settings(**settings))


def test_paragraphs_with_the_title_of_the_properties() -> None:
    article = read(word("Rain fell in Harbin.", "It stopped.", title="Rain in Harbin"))
    assert article.title == "Rain in Harbin"
    assert article.text == "Rain fell in Harbin.\n\nIt stopped."


@pytest.mark.parametrize("style", ["Title", "Heading 1"])
def test_without_one_the_first_heading_is_the_title(style: str) -> None:
    data = word("10 May", ("Rain in Harbin", style), "Rain fell.", title="Document1")
    article = read(data)
    assert article.title == "Rain in Harbin"
    assert article.text == "10 May\n\nRain fell."


def test_without_any_a_short_first_line_is() -> None:
    assert read(word("Rain in Harbin", "Rain fell.")).title == "Rain in Harbin"


def test_a_heading_that_says_the_title_is_not_read_twice() -> None:
    article = read(word(("Rain", "Heading 1"), "Rain fell.", title="Rain"))
    assert (article.title, article.text) == ("Rain", "Rain fell.")


def test_tables_breaks_and_tabs_stand_where_they_stood() -> None:
    document = docx.Document()
    document.add_paragraph("Before.\nNext line.\tTabbed.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Harbin", "Kharkiv"
    document.add_paragraph("After.")
    out = io.BytesIO()
    document.save(out)
    text = read(out.getvalue()).text
    assert text.split("\n\n")[-3:] == ["Harbin", "Kharkiv", "After."]
    assert "Before.\nNext line.\tTabbed." in text or read(out.getvalue()).title


def test_deleted_and_repeated_text_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>In </w:t></w:r><w:del><w:r><w:delText>Kiev</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Kharkiv</w:t></w:r></w:ins>"
        "<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t> it rained.</w:t></w:r></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    article = read(word_of(body))
    assert (article.title, article.text) == ("In Kharkiv it rained.", "Box.")


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    body = f"<w:p><w:r><w:t>Around </w:t></w:r>{box}<w:r><w:t>it.</w:t></w:r></w:p>"
    article = read(word_of(body))
    assert [article.title, article.text] == ["Boxed.", "Around it."]


# What is refused


def lying(data: bytes) -> bytes:
    """The same zip, which says of every part that it unpacks to ten bytes."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = struct.pack("<I", 10)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def locked(data: bytes) -> bytes:
    """The same zip, with the bit that says its parts are encrypted."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def many_parts() -> bytes:
    return word_of(SAID, parts={f"word/media/{n}": b"" for n in range(6_000)})


BOMB = word_of(SAID + "<w:p/>" * 5_000_000)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is damaged or no Word file"),
        (b"PK", "is damaged or no Word file"),
        (word_of(SAID)[:-30], "is damaged or no Word file"),
        (word_of(SAID).replace(b"word/document.xml", b"word/elsewhere.xm"), "damaged"),
        (word_of("<w:p><w:r>"), "is damaged or no Word file"),
        (word_of("&#x1;"), "is damaged or no Word file"),
        (lying(BOMB), "is damaged or no Word file"),
        (BOMB, "unpacks to more than 20,000,000 bytes"),
        (many_parts(), "more than 5,000 parts"),
        (locked(word_of(SAID)), "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "protected by a password or an old"),
        (word_of("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", head=ENTITIES), "defines its own XML"),
        (
            word_of("&e;", head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
            "defines its own XML",
        ),
        (word_of("<w:p/>"), "is empty"),
        (word_of("<w:p>" * 200_000 + "</w:p>" * 200_000), "is empty"),
    ],
    ids=[
        "empty", "head", "cut", "no document", "open elements", "control", "lie", "bomb", "parts",
        "locked", "old", "entities", "outside entity", "no text", "deep",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    said = str(caught.value)
    assert message in said
    assert said.startswith("a.docx")
    assert said.endswith(".")
    assert len(said) < 200


def test_limits_are_named_after_their_settings() -> None:
    data = word_of(SAID * 1_000)
    with pytest.raises(TooLarge, match=r"more than the 100 that.*DATELINE_MAX_DOCUMENT_BYTES"):
        read(data, max_document_bytes=100)
    with pytest.raises(TooLarge, match=r"unpacks to more than 5,000 .*DATELINE_MAX_DOCUMENT_BYTES"):
        read(data, max_document_bytes=5_000)
    with pytest.raises(TooLarge, match=r"DATELINE_MAX_ARTICLE_BYTES"):
        read(data, max_article_bytes=1_000)


def test_pictures_and_other_parts_are_never_unpacked() -> None:
    data = word_of(SAID, parts={"word/media/image1.png": b"\0" * 100_000_000})
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.getinfo("word/media/image1.png").file_size == 100_000_000
    assert read(data).text == "In Harbin it rained."
