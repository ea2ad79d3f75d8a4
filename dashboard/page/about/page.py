"""The About page: method, errors, terms, limits, privacy and licences, in plain words."""

from importlib.resources import files
from string import Template

import streamlit as st

from dashboard.page.about import papers
from dashboard.page.about.model_figures import Figures, figures, of_hundred, of_ten
from dashboard.page.components import article_parts
from dashboard.page.frame import frame
from dashboard.server_settings import ServerSettings
from dashboard.wording.glossary import GLOSSARY
from dashboard.wording.palette import MARKS
from dashboard.wording.phrases import count_of
from geo.geocoding.chain import online_names
from geo.model.mentions import MentionType

SECTIONS = {
    "how-it-works": "How it works",
    "what-it-gets-wrong": "What it gets wrong, and how often",
    "what-how-sure-means": "What “how sure” means",
    "the-words-used-here": "The words used here",
    "limits": "Limits",
    "whose-borders": "Whose borders",
    "privacy": "What is kept, and where",
    "data-and-licences": "Data and licences",
    "the-papers": "The model card and the licences, in full",
}
"""The page's sections by their anchors."""

ASKED = "only names that its list of places does not know are sent on, to an online service"


def render(settings: ServerSettings) -> None:
    """Draw the page for this session."""
    with frame.header():
        pass
    found = figures(papers.model_figures())
    values = _in_words(found) | _of_this_server(settings)
    texts = {key: Template(text).substitute(values) for key, text in _texts().items()}
    with st.container(key="about"):
        with st.container(key="about-head"):
            st.title("About Dateline", anchor=False)
            st.markdown(texts["lead"])
        links = "".join(f'<li><a href="#{key}">{name}</a></li>' for key, name in SECTIONS.items())
        st.html(f'<nav class="contents" aria-label="On this page"><ul>{links}</ul></nav>')
        with st.container(key="about-text"):
            for key, name in SECTIONS.items():
                st.header(name, anchor=key)
                st.markdown(texts[key])
                if key in _MORE:
                    _MORE[key]()
    article_parts.anchor()


def _texts() -> dict[str, str]:
    """The sections of about.md by their anchors: each begins with a line `## anchor`."""
    whole = files("dashboard.page.about").joinpath("about.md").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in whole.split("## ")[1:])
    return {key.strip(): text.strip() for key, _, text in parts}


def _in_words(found: Figures) -> dict[str, str]:
    rows = "\n".join(
        f"| {news.name} | {of_hundred(news.found)} | {of_hundred(news.placed)} "
        f"| {of_hundred(news.rightly)} |"
        for news in found.news
    )
    return {
        "local_found": of_ten(found.local.found),
        "local_placed": of_ten(found.local.placed),
        "rows": rows,
        "reading": of_hundred(found.reading),
        "off": count_of(max(1, round(100 * found.off)), "point"),
    }


def _of_this_server(settings: ServerSettings) -> dict[str, str]:
    days, online = settings.retention_days, bool(online_names(settings))
    return {
        "kept": f"for {count_of(days, 'day')}, or until it is deleted"
        if days
        else "until it is deleted",
        "sent": ASKED if online else "nothing is sent anywhere",
        "geocoding": f"Here that is **{'on' if online else 'off'}**.",
    }


def terms() -> None:
    """The glossary: the groups with their marks and types, then everything else."""
    groups = "".join(
        f'<dt><span aria-hidden="true" class="glyph is-{group}">{mark.glyph}</span>'
        f"{GLOSSARY[group.value].name}</dt><dd>{GLOSSARY[group.value].said}<ul>{_types(group)}</ul></dd>"
        for group, mark in MARKS.items()
    )
    shown = {*(group.value for group in MARKS), *(kind.value for kind in MentionType)}
    others = "".join(
        f"<dt>{term.name}</dt><dd>{term.said}</dd>"
        for key, term in GLOSSARY.items()
        if key not in shown
    )
    st.html(f'<dl class="terms">{groups}{others}</dl>')


def _types(group: object) -> str:
    return "".join(
        f"<li><b>{kind.label}.</b> {GLOSSARY[kind.value].said}</li>"
        for kind in MentionType
        if kind.group is group
    )


def _papers() -> None:
    with st.expander("Model card"):
        st.markdown(papers.model_card())
    with st.expander("Whose data and files Dateline carries"):
        st.text(papers.notices())
    for name, text in papers.licences().items():
        with st.expander(f"Licence: {name}"):
            st.text(text)


_MORE = {"the-words-used-here": terms, "the-papers": _papers}
"""What follows the text of a section."""
