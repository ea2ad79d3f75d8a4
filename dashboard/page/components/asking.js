// Names that an online service is asked about: while that goes on the page is asked how far it is,
// and what could not be asked can be tried again.

function poll(state) {
  clearInterval(state.polling);
  const { every } = state.data.online;
  // A page that is not seen asks nothing.
  state.polling = every ? setInterval(() => { if (!document.hidden) state.poll(); }, every) : 0;
}

function againButton(state) {
  const { asking } = state.data.online;
  // No disabled button: that would drop the focus of who pressed it.
  return el("button", {
    class: "do", type: "button", text: asking ? "Asking…" : "Try again", "data-id": "again", "aria-disabled": String(asking),
    onclick: () => { if (!asking) state.again(); },
  });
}

function unavailableNote(state) {
  const { unavailable } = state.data.online;
  if (!unavailable) return null;
  return el("p", { class: "unavailable" }, el("span", { text: unavailable }), againButton(state));
}
