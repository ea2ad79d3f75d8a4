"""PDF files: in reading order, words mended, and every refusal in one sentence."""

import subprocess
import zlib
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Lock
from typing import Any

import pytest
from playwright.sync_api import Browser
from support.documents import column, encrypted_pdf, pdf

from geo.errors import InputError, TooLarge, Unsupported
from geo.model.article import Article
from geo.reading.article_reader import read_article
from geo.settings import Settings

LEFT = ["The river rose in the govern-", "ment district of Townsville in", "northern Queensland."]
RIGHT = ["Trains from Guinea-", "Bissau were late on Mon-", "day evening."]


def read(data: bytes, **settings: int) -> Article:
    return read_article(data, name="a.pdf", settings=Settings(**settings))


def test_columns_are_read_one_after_the_other_and_broken_words_are_mended() -> None:
    page = [*column(LEFT), *column(RIGHT, x=320)]
    article = read(pdf([page], title="Floods in Queensland"))
    assert article.title == "Floods in Queensland"
    assert article.text == (
        "The river rose in the government district of Townsville in northern Queensland.\n\n"
        "Trains from Guinea-Bissau were late on Monday evening."
    )


def test_a_title_is_the_first_line_in_larger_letters_where_the_file_names_none() -> None:
    rows = [(72, 740, 22, "Floods reach"), (72, 714, 22, "the north")]
    article = read(pdf([[*rows, *column(LEFT, y=680)]], title="Microsoft Word - floods.docx"))
    assert article.title == "Floods reach the north"
    assert article.text.startswith("The river rose")


def test_a_title_that_stands_on_the_page_as_well_is_not_read_twice() -> None:
    page = [(72, 740, 22, "FLOODS IN THE NORTH"), *column(LEFT)]
    article = read(pdf([page], title="Floods in the north"))
    assert article.title == "Floods in the north"
    assert article.text.startswith("The river rose")


def test_paragraphs_part_at_gaps_and_go_on_over_a_page_end() -> None:
    first = column(["It rained in Cairns and in the", "towns near it.", "", "Then the road to the"])
    second = column(["south was closed for a day and", "opened again on Monday."])
    text = read(pdf([first, second], title="t")).text
    assert text.split("\n\n") == [
        "It rained in Cairns and in the towns near it.",
        "Then the road to the south was closed for a day and opened again on Monday.",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [(72, 770, 9, f"Dateline sample, issue {n}"), *column([f"Rain fell in town {n}."]),
         (300, 20, 9, f"Page {n} of 4")]
        for n in range(1, 5)
    ]  # fmt: skip
    text = read(pdf(pages, title="t")).text
    assert "issue" not in text
    assert "Page" not in text
    assert "Rain fell in town 3." in text


def test_the_number_of_a_single_page_is_left_out() -> None:
    page = [*column(["Rain fell in Cairns on Monday."]), (300, 20, 9, "- 7 / 12 -")]
    assert read(pdf([page], title="t")).text == "Rain fell in Cairns on Monday."


def test_a_file_locked_against_changes_only_is_read() -> None:
    assert "Townsville" in read(encrypted_pdf(pdf([column(LEFT)]), user="")).text


@pytest.mark.browser
def test_a_page_that_a_browser_printed(browser: Browser) -> None:
    page = browser.new_page()
    body = "".join(
        f"<p>Paragraph {n}. The representatives of Papua New Guinea asked Queensland for "
        "extraordinary assistance, notwithstanding the circumstances.</p>"
        for n in range(3)
    )
    style = "p{columns:3;hyphens:auto;text-align:justify;font-size:13px}"
    page.set_content(
        f"<html lang=en><title>Rain &amp; wind</title><style>{style}</style><h1>Rain</h1>{body}"
    )
    printed = page.pdf()
    page.close()
    article = read(printed)
    assert article.title == "Rain & wind"
    said = article.text.replace("\n\n", " ")
    assert said.count("The representatives of Papua New Guinea asked Queensland for") == 3
    assert said.count("extraordinary assistance, notwithstanding the circumstances.") == 3


# What is refused


def bomb() -> bytes:
    """A stream of some kilobytes that unpacks to 200 megabytes."""
    packed = zlib.compress(b" " * 200_000_000)
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    plain = pdf([[]], stream=b"X")
    return plain.replace(b"<< /Length 1 >>\nstream\nX", head + packed)


def cyclic_pages() -> bytes:
    return pdf([[]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.pdf is broken or no PDF"),
        (b"%PDF-1.7", "a.pdf is broken or no PDF"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 5_000, "a.pdf is broken or no PDF"),
        (pdf([column(LEFT)])[:300], "a.pdf is broken or no PDF"),
        (cyclic_pages(), "a.pdf"),
        (encrypted_pdf(pdf([column(LEFT)]), user="secret"), "is protected by a password"),
        (pdf([[]]), "holds no text, only pictures of pages"),
        (bomb(), "a.pdf"),
        (pdf([[]], stream=b"q " * 1_000_000), "a.pdf"),
    ],
    ids=["empty", "head", "noise", "cut", "cycle", "password", "scan", "bomb", "operators"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, pdf_seconds=20)
    said = str(caught.value)
    assert message in said
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 200


def test_limits_are_named_after_their_settings() -> None:
    pages = [column(["Rain fell in Cairns."])] * 3
    with pytest.raises(TooLarge, match=r"more than 2 pages.*DATELINE_MAX_PDF_PAGES"):
        read(pdf(pages), max_pdf_pages=2)
    with pytest.raises(TooLarge, match=r"more than 30 bytes of text.*DATELINE_MAX_ARTICLE_BYTES"):
        read(pdf(pages), max_article_bytes=30)
    with pytest.raises(TooLarge, match=r"more than the 500 that.*DATELINE_MAX_DOCUMENT_BYTES"):
        read(pdf(pages), max_document_bytes=500)


def test_a_claim_of_endless_pages_is_not_believed() -> None:
    data = pdf([column(LEFT)]).replace(b"/Count 1 ", b"/Count 99999999 ")
    assert "Townsville" in read(data).text


def test_time_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    import geo.documents.pdf as room

    def endless(*_: object, **__: object) -> None:
        raise room.subprocess.TimeoutExpired("python", 1)

    monkeypatch.setattr(room.subprocess, "run", endless)
    with pytest.raises(TooLarge, match="DATELINE_PDF_SECONDS"):
        read(pdf([column(LEFT)]))


def test_a_name_of_a_scan_is_shown_without_tricks() -> None:
    with pytest.raises(Unsupported) as caught:
        read_article(pdf([[]]), name="\u202efdp.x{{7*7}}.pdf", settings=Settings())
    assert str(caught.value).startswith("fdp.x{{7*7}}.pdf holds no text")


def test_bytes_without_a_name_are_known_by_how_they_begin() -> None:
    article = read_article(pdf([column(LEFT)]), name="standard input", settings=Settings())
    assert "Townsville" in article.text


def test_only_so_many_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lock, running, most = Lock(), 0, 0
    whole = subprocess.run

    def counted(*args: Any, **kwargs: Any) -> subprocess.CompletedProcess[bytes]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        try:
            return whole(*args, **kwargs)
        finally:
            with lock:
                running -= 1

    monkeypatch.setattr("geo.documents.pdf.subprocess.run", counted)
    monkeypatch.setattr("geo.documents.pdf._turn", BoundedSemaphore(2))
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(read, [pdf([column(LEFT)])] * 6))
    assert len({article.text for article in found}) == 1
    assert most == 2
