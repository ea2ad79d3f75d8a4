"""The script as Streamlit runs it, where the browser is not needed."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.engine.process import Process
from geo.errors import GazetteerError, LibraryError

APP = str(Path(__file__).parents[4] / "dashboard" / "app.py")


def sentences(app: AppTest) -> str:
    return " ".join(str(getattr(element.proto, "body", "")) for element in app.get("html"))


def unavailable(_: Process) -> None:
    raise GazetteerError("The gazetteer <b>cannot</b> be built: free some disk space.")


def test_a_gazetteer_that_fails_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert not app.exception
    assert "The gazetteer &lt;b&gt;cannot&lt;/b&gt; be built: free some disk space." in sentences(
        app
    )
    assert len(app.selectbox[0].options) > 1


def test_without_any_article_one_can_still_be_added(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_SEEDS", str(tmp_path))
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert not app.exception
    assert "No articles yet" in sentences(app)
    assert app.button("bring-in").label == "Add article"


def test_a_broken_seed_is_said_and_the_others_are_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken <b>.md").write_bytes(b"---\ntitle: [\n---\ntext")
    (tmp_path / "whole.md").write_text("# Rain\n\nRain fell in Harbin.")
    monkeypatch.setenv("DATELINE_SEEDS", str(tmp_path))
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert not app.exception
    assert "broken &lt;b&gt;.md" in sentences(app)
    assert any("Rain" in option for option in app.selectbox[0].options)


def test_of_two_articles_with_one_title_each_can_be_picked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, place in (("one", "Harbin"), ("two", "Lagos"), ("three", "Perth")):
        (tmp_path / f"{name}.md").write_text(f"# Rain\n\nRain fell in {place}.")
    monkeypatch.setenv("DATELINE_SEEDS", str(tmp_path))
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30).run()
    shown = []
    for nth in (2, 1, 0):
        app.selectbox[0].select_index(nth).run()
        shown.append(app.selectbox[0].value)
    assert shown == ["two", "three", "one"]


def test_what_a_link_says_wrongly_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["zoom"], app.query_params["articles"] = "high", "<b>gone"
    app.run()
    assert not app.exception
    assert "“zoom” could not be read" in sentences(app)
    assert "“&lt;b&gt;gone”" in sentences(app)


def test_a_library_that_fails_is_said_and_the_page_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: Process) -> None:
        raise LibraryError("The library <b>cannot</b> be opened: start its server.")

    monkeypatch.setattr(Process, "library", broken)
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["article"] = "a" * 22
    app.run()
    assert not app.exception
    assert "The library &lt;b&gt;cannot&lt;/b&gt; be opened: start its server." in sentences(app)
    assert len(app.selectbox[0].options) > 1


def test_where_the_library_lies_is_for_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Process) -> None:
        raise LibraryError(
            "The library postgresql://u@db.inside/news cannot be opened.",
            for_readers="It is away.",
        )

    monkeypatch.setattr(Process, "library", broken)
    monkeypatch.setattr(Process, "articles", unavailable)
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["article"] = "a" * 22
    app.run()
    assert "It is away." in sentences(app)
    assert "db.inside" not in sentences(app)
    assert "db.inside" in caplog.text
