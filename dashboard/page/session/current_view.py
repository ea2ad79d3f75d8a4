"""The view of a page in this session, and the address bar that says it."""

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

import streamlit as st

from dashboard.links import query
from dashboard.page.session import navigation
from dashboard.page.session.keys import VIEWS, PageView

V = TypeVar("V", bound=query.Query)


@dataclass(frozen=True, slots=True)
class CurrentView(Generic[V]):
    """What is seen of one page, whose views are of this kind."""

    kind: type[V]

    def start(self) -> None:
        """Take the view from the address where the page is opened, or gone back to."""
        if self.kind.__name__ not in VIEWS.get() or navigation.is_opened():
            self._keep(PageView(*self.kind.of(st.query_params.to_dict())))

    def view(self) -> V:
        """What is seen now."""
        return cast("V", VIEWS.get()[self.kind.__name__].view)

    def notices(self) -> tuple[str, ...]:
        """What the address said that could not be read."""
        return VIEWS.get()[self.kind.__name__].notices

    def show(self, changed: V) -> None:
        """See something else. Notices about the address are about the past then."""
        if changed != self.view():
            self._keep(PageView(changed))

    def patch(self, event: object) -> None:
        """Apply an event of a component, a patch of the link.

        What is found anew is read from its first page, where the view has pages.
        """
        now = self.view().query()
        then = self.kind.of(query.patched(now, event))[0].query()
        if then != now and then.get("page") == now.get("page"):
            then.pop("page", None)
        self.show(self.kind.of(then)[0])

    def write_address(self) -> None:
        """Make the address say the view; keys that are not the view's stay as they are."""
        now = st.query_params.to_dict()
        kept = {key: value for key, value in now.items() if key not in self.kind.known_keys()}
        wanted = kept | self.view().query()
        # A page that is opened and not touched keeps the address it was opened with.
        if wanted != now and not self.notices():
            st.query_params.from_dict(wanted)
        navigation.remember(self.view().query())

    def _keep(self, seen: PageView) -> None:
        VIEWS.set({**VIEWS.get(), self.kind.__name__: seen})
