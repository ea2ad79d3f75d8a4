"""The parts of the page that Streamlit has no widget for, as components made of DOM nodes.

Each reads its JavaScript and CSS from the files beside this one. Data reaches the browser as
JSON and becomes text nodes and attributes; `dom.js` makes the nodes, `timeline.js` those of SVG.
Events come back as patches of the view's link (see `dashboard.links.query.patched`).
"""

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import streamlit as st

from dashboard.page.session.keys import Key
from dashboard.wording.glossary import GLOSSARY
from dashboard.wording.palette import MARKS

Data = dict[str, Any]
OnEvent = Callable[[object], None]
Events = Key[Mapping[str, object]]
"""What a component reports, by event, under the component's own key."""

MARK_DATA = {
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


def _read(*names: str) -> str:
    folder = files("dashboard.page.components")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def component(name: str, *scripts: str, styles: tuple[str, ...] = ()) -> Any:
    """A component of the scripts and styles of these names beside this file, and its own."""
    return st.components.v2.component(
        f"dateline_{name}",
        html="<div class='root'></div>",
        css=f"{palette_css()}\n{_read('base.css', f'{name}.css', *styles)}",
        js=_read("dom.js", *scripts, f"{name}.js"),
    )


def mount(made: Any, key: Events, data: Data, on: Mapping[str, OnEvent]) -> None:
    """Draw a component with this data; each event is handed on as the component reports it."""

    def handler(event: str) -> Callable[[], None]:
        return lambda: on[event](key.get()[event])

    handlers = {f"on_{event}_change": handler(event) for event in on}
    made(key=key.name, data={**data, "marks": MARK_DATA}, **handlers)


_CHIPS = component("chips", "tip.js", "welcome.js", "doubt.js", styles=("tip.css",))
_READER = component(
    "reader",
    "tip.js",
    "address.js",
    "tie.js",
    "alternatives.js",
    "picking.js",
    "review.js",
    "asking.js",
    "panel.js",
    "text.js",
    "ticks.js",
    "list.js",
    styles=("review.css", "tip.css"),
)
_SHARE = component("share", "address.js")
_COMEBACK = st.components.v2.component("dateline_comeback", js=_read("comeback.js"))
_ANCHOR = st.components.v2.component("dateline_anchor", js=_read("anchor.js"))
_PROGRESS = component("progress")


def chips(data: Data, on_patch: OnEvent) -> None:
    """The filter chips; `data` as `dashboard.page.article.filters.chips` gives it."""
    mount(_CHIPS, Key("chips"), {**data, "terms": TERMS}, {"patch": on_patch})


def reader(data: Data, on: Mapping[str, OnEvent]) -> None:
    """The selected place and the reading pane; `data` as `dashboard.page.reader.pane` gives it.

    `on` has a function for each event: `patch` of the link; `dark`, told "dark" or "light" where
    the page's ground is not what `data["dark"]` says; `review`, what the reader says of the
    selected mention; `again`, where the reader wants names asked about online again; `redraw`,
    where there is something new to draw.
    """
    mount(_READER, Key("reader"), {**data, "terms": TERMS}, on)


def progress(data: Data) -> None:
    """A line over the map that screen readers are told of; nothing is seen where it is empty.

    `data` has what is "said", and a "stamp" that the pane beside the map compares with its own.
    """
    _PROGRESS(key="progress-line", data=data, on_poll_change=lambda: None)


def share_link(articles: str, title: str) -> None:
    """The view's address, and the code that embeds it.

    `articles` is what a bare address would show, `title` what the embedded frame is called.
    """
    _SHARE(key="share-link", data={"articles": articles, "title": title})


def comeback(who: str) -> None:
    """Leads back to the page that was left, once `who` is signed in is somebody else."""
    _COMEBACK(key="comeback", data={"who": who})


def anchor() -> None:
    """Leads to the heading that the address names, once what is above it stands."""
    _ANCHOR(key="anchor")
