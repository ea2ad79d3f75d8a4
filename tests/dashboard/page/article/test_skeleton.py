from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from dashboard.page.article.skeleton import skeleton

    with skeleton():
        st.text("done")
    st.text("after")


def test_the_shape_goes_when_the_page_is_there() -> None:
    app = AppTest.from_function(_page).run()
    assert [text.value for text in app.text] == ["done", "after"]
    assert not [e for e in app.get("html") if "skeleton" in e.proto.body]
