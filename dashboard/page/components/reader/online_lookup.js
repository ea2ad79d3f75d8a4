// Names that an online service is asked about: while that goes on the line over the map is made to
// ask how far it is, and what is new is drawn. What could not be asked can be tried again.

const SOON_MS = 1000;

function poll(state) {
  stopPolling(state);
  const { every } = state.data.online;
  // A page that is not seen asks nothing.
  const ask = () => { if (!document.hidden) window.dispatchEvent(new Event("dateline-ask")); };
  state.heard = ({ detail }) => { if (detail !== state.data.online.stamp) state.redraw(); };
  if (every) {
    state.polling = setInterval(ask, every);
    window.addEventListener("dateline-asked", state.heard);
  }
  // The line is drawn before the pane: it may still tell of what has ended meanwhile.
  state.catchingUp = setTimeout(() => {
    const told = document.documentElement.dataset.asked;
    if (told === undefined || told === state.data.online.stamp) return;
    window.addEventListener("dateline-asked", state.heard);
    ask();
  }, SOON_MS);
}

function stopPolling(state) {
  clearInterval(state.polling);
  clearTimeout(state.catchingUp);
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
