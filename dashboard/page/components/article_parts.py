"""The parts of the page that Streamlit has no widget for, as components made of DOM nodes.

Each has a script and a style sheet in `built`, made of the modules in the folders beside this file
by `make javascript`. Data reaches the browser as JSON, a record of `dashboard/records`, and becomes
text nodes and attributes; `shared/dom.js` makes the nodes, `search/timeline.js` those of SVG.
Events come back as patches of the view's link (see `dashboard.links.query.patched`).
"""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import streamlit as st

from dashboard.page.session.keys import Key
from dashboard.records.page_data import (
    ChipsData,
    Mark,
    PageChips,
    PageReader,
    ProgressData,
    ReaderData,
    ReturnData,
    ShareData,
)
from dashboard.wording.glossary import GLOSSARY
from dashboard.wording.palette import MARKS

OnEvent = Callable[[object], None]
Events = Key[Mapping[str, object]]
"""What a component reports, by event, under the component's own key."""

MARK_DATA: dict[str, Mark] = {
    group.value: {"glyph": mark.glyph, "label": group.label} for group, mark in MARKS.items()
}

TERMS = {key: term.said for key, term in GLOSSARY.items()}


def palette_css() -> str:
    """The groups' colours as CSS variables, and the look of a marked name of each group."""
    light = "".join(f"--{group}: {mark.light};" for group, mark in MARKS.items())
    dark = "".join(f"--{group}: {mark.dark};" for group, mark in MARKS.items())
    marks = "".join(
        f".g-{group} {{ --tint: var(--{group}); --style: {mark.underline}; }}\n"
        for group, mark in MARKS.items()
    )
    return f".root {{ {light} }}\n.root.dark {{ {dark} }}\n{marks}"


def _built(name: str) -> str:
    folder = files("dashboard.page.components").joinpath("built")
    return folder.joinpath(name).read_text(encoding="utf-8")


def component(name: str) -> Any:
    """The component of this name, with its script and its style sheet."""
    return st.components.v2.component(
        f"dateline_{name}",
        html="<div class='root'></div>",
        css=f"{palette_css()}\n{_built(f'{name}.css')}",
        js=_built(f"{name}.js"),
    )


def _unseen(name: str) -> Any:
    """A component with nothing to see."""
    return st.components.v2.component(f"dateline_{name}", js=_built(f"{name}.js"))


def mount(made: Any, key: Events, data: object, on: Mapping[str, OnEvent]) -> None:
    """Draw a component with this data; each event is handed on as the component reports it."""

    def handler(event: str) -> Callable[[], None]:
        return lambda: on[event](key.get()[event])

    made(key=key.name, data=data, **{f"on_{event}_change": handler(event) for event in on})


_CHIPS = component("chips")
_READER = component("reader")
_SHARE = component("share")
_RETURN = _unseen("return_after_sign_in")
_ANCHOR = _unseen("anchor")
_PROGRESS = component("progress")


def chips(data: PageChips, on_patch: OnEvent) -> None:
    """The filter chips; `data` as `dashboard.page.article.filters.chips` gives it."""
    told: ChipsData = {**data, "marks": MARK_DATA, "terms": TERMS}
    mount(_CHIPS, Key("chips"), told, {"patch": on_patch})


def reader(data: PageReader, on: Mapping[str, OnEvent]) -> None:
    """The selected place and the reading pane; `data` as `dashboard.page.reader.pane` gives it.

    `on` has a function for each event: `patch` of the link; `dark`, told "dark" or "light" where
    the page's ground is not what `data["dark"]` says; `review`, what the reader says of the
    selected mention; `again`, where the reader wants names asked about online again; `redraw`,
    where there is something new to draw.
    """
    told: ReaderData = {**data, "marks": MARK_DATA, "terms": TERMS}
    mount(_READER, Key("reader"), told, on)


def progress(data: ProgressData) -> None:
    """A line over the map that screen readers are told of; nothing is seen where it is empty.

    `data` has what is "said", and a "stamp" that the pane beside the map compares with its own.
    """
    _PROGRESS(key="progress-line", data=data, on_poll_change=lambda: None)


def share_link(articles: str, title: str) -> None:
    """The view's address, and the code that embeds it.

    `articles` is what a bare address would show, `title` what the embedded frame is called.
    """
    told: ShareData = {"articles": articles, "title": title}
    _SHARE(key="share-link", data=told)


def return_after_sign_in(who: str) -> None:
    """Leads back to the page that was left, once `who` is signed in is somebody else."""
    told: ReturnData = {"who": who}
    _RETURN(key="comeback", data=told)


def anchor() -> None:
    """Leads to the heading that the address names, once what is above it stands."""
    _ANCHOR(key="anchor")
