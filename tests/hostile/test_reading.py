"""Reading: shown literally, or refused in one sentence."""

import pytest
from hostile.corpus import LAST, Refused, Shown, refused, shown

from geo.errors import InputError
from geo.reading.article_reader import article_from_record, article_from_text, read_article
from geo.settings import Settings

SETTINGS = Settings()


@pytest.mark.parametrize("case", shown(), ids=lambda c: c.name)
def test_shown(case: Shown) -> None:
    article = read_article(case.data, name=case.file, settings=SETTINGS)
    assert LAST in article.text
    assert case.literal in article.text
    assert article.source.startswith(("https://", "http://")) or article.source == ""


@pytest.mark.parametrize("case", refused(SETTINGS.max_article_bytes), ids=lambda c: c.name)
def test_refused(case: Refused) -> None:
    with pytest.raises(InputError) as caught:
        read_article(case.data, name=case.file, settings=SETTINGS)
    message = str(caught.value)
    assert case.message in message
    assert message.isprintable()
    assert len(message) < 250
    assert message.endswith(".")


@pytest.mark.parametrize("case", shown(), ids=lambda c: c.name)
def test_pasted(case: Shown) -> None:
    assert LAST in article_from_text(case.data.decode("utf-8-sig"), settings=SETTINGS).text


@pytest.mark.parametrize("case", shown(), ids=lambda c: c.name)
def test_as_a_record_nothing_is_changed(case: Shown) -> None:
    text = case.data.decode()
    article = article_from_record({"id": case.name, "text": text, "title": text[:500]})
    assert (article.text, article.title) == (text, text[:500])
