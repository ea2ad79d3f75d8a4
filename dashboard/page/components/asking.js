// Names that an online service is asked about: while that goes on the line over the map is made to
// ask how far it is, and what is new is drawn. What could not be asked can be tried again.

function poll(state) {
  stopPolling(state);
  const { every } = state.data.online;
  if (!every) return;
  // A page that is not seen asks nothing.
  state.polling = setInterval(() => { if (!document.hidden) window.dispatchEvent(new Event("dateline-ask")); }, every);
  state.heard = ({ detail }) => { if (detail !== state.data.online.stamp) state.redraw(); };
  window.addEventListener("dateline-asked", state.heard);
}

function stopPolling(state) {
  clearInterval(state.polling);
  window.removeEventListener("dateline-asked", state.heard);
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
